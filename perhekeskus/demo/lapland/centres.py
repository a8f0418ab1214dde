"""Service areas and family centres of Lapland.

Sources: Rovaniemen perhekeskuksen käsikirja 2025, chapters 3–4; Kittilän toimintamalli. Roles, never people.
"""

from perhekeskus.demo.records import Text as T

AREAS = [
    dict(key="pohjoinen", name=T(fi="Pohjoinen", selko="Pohjoinen", sv="Norra", en="Northern")),
    dict(key="itainen", name=T(fi="Itäinen", selko="Itäinen", sv="Östra", en="Eastern")),
    dict(key="kaakkoinen", name=T(fi="Kaakkoinen", selko="Kaakkoinen", sv="Sydöstra", en="South-eastern")),
    dict(key="lounainen", name=T(fi="Lounainen", selko="Lounainen", sv="Sydvästra", en="South-western")),
]

COORDINATOR = T(
    fi="Perhekeskuskoordinaattori",
    selko="Perhekeskuskoordinaattori",
    sv="Familjecenterkoordinator",
    en="Family centre coordinator",
)
HELP_WORKERS = T(
    fi="Pyydä apua -palvelun vastaajat",
    selko="Pyydä apua -palvelun työntekijät",
    sv="De som svarar i tjänsten Pyydä apua",
    en="Workers answering the Pyydä apua service",
)
HELP_WORKERS_REACH = T(
    fi="Lähetä viesti Pyydä apua -palvelussa. Saat vastauksen 1–2 arkipäivän kuluessa. Hätätilanteessa soita 112.",
    selko="Lähetä viesti Pyydä apua -palvelussa. Saat vastauksen 1–2 arkipäivän aikana. Jos on hätä, soita 112.",
    sv="Skicka ett meddelande i tjänsten Pyydä apua. Du får svar inom 1–2 vardagar. I en nödsituation, ring 112.",
    en="Send a message through the Pyydä apua service. You will get an answer within 1–2 working days. In an emergency ring 112.",
)

FAMILY_CENTRES = [
    dict(
        key="rovaniemen-perhekeskus",
        name=T(
            fi="Rovaniemen perhekeskus",
            selko="Rovaniemen perhekeskus",
            sv="Rovaniemi familjecenter",
            en="Rovaniemi family centre",
        ),
        introduction=T(
            fi="Rovaniemen perhekeskus ei ole yksi talo vaan joukko ihmisiä, jotka auttavat yhdessä. Mukana ovat kaupungin päiväkodit, koulut ja vapaa-ajan palvelut, Lapin hyvinvointialueen neuvolat ja muut palvelut, järjestöt ja seurakunta.\n\nOlet perhekeskuksessa silloin, kun käytät lapselle, nuorelle tai perheelle tarkoitettua palvelua. Voit aloittaa tutusta paikasta. Jos apu löytyy muualta, työntekijä auttaa sinut sinne.",
            selko="Rovaniemen perhekeskus ei ole yksi talo. Se on monta palvelua, jotka auttavat yhdessä.\n\nMukana ovat päiväkodit, koulut, neuvolat, järjestöt ja seurakunta. Voit kysyä apua tutusta paikasta. Työntekijä auttaa sinua löytämään oikean avun.",
            sv="Rovaniemi familjecenter är inte ett hus utan en grupp människor som hjälper tillsammans. Med är stadens daghem, skolor och fritidstjänster, rådgivningsbyråerna och andra tjänster i Lapplands välfärdsområde, föreningar och församlingen.\n\nDu är på familjecentret när du använder en tjänst för barn, unga eller familjer. Du kan börja på ett bekant ställe. Om hjälpen finns någon annanstans hjälper en anställd dig dit.",
            en="Rovaniemi family centre is not one building but a group of people who help together. It brings together the city’s day care centres, schools and leisure services, the maternity and child health clinics (neuvola) and other services of the Wellbeing Services County of Lapland, associations and the parish.\n\nYou are at the family centre whenever you use a service meant for a child, a young person or a family. You can begin somewhere familiar. If the help is somewhere else, a worker helps you get there.",
        ),
        form="network",
        municipalities=["rovaniemi"],
        area="kaakkoinen",
        roles=[
            dict(
                role=COORDINATOR,
                channel="rovaniemi-lapsiperheet",
                how_to_reach=T(
                    fi="Koordinaattori työskentelee Rovaniemen kaupungilla. Aloita kaupungin lapsiperheiden sivuilta tai kysy kaupungilta, miten saat häneen yhteyden.",
                    selko="Koordinaattori on töissä Rovaniemen kaupungilla. Katso ensin kaupungin sivut perheille. Kysy kaupungilta, miten saat yhteyden koordinaattoriin.",
                    sv="Koordinatorn arbetar vid Rovaniemi stad. Börja på stadens sidor för barnfamiljer eller fråga staden hur du når koordinatorn.",
                    en="The coordinator works for the city of Rovaniemi. Begin on the city’s web pages for families, or ask the city how to reach the coordinator.",
                ),
            ),
            dict(role=HELP_WORKERS, how_to_reach=HELP_WORKERS_REACH, channel="lapha-pyyda-apua"),
        ],
    ),
    dict(
        key="ranuan-perhekeskus",
        name=T(
            fi="Ranuan perhekeskus",
            selko="Ranuan perhekeskus",
            sv="Ranua familjecenter",
            en="Ranua family centre",
        ),
        introduction=T(
            fi="Ranuan perhekeskus kuuluu samaan Kaakkoiseen alueeseen kuin Rovaniemi ja Posio, ja perhekeskukset tekevät töitä yhdessä. Keräämme vielä tietoa Ranuan omista palveluista. Sillä välin voit kysyä apua Lapin hyvinvointialueen Pyydä apua -palvelusta.",
            selko="Ranuan perhekeskus tekee töitä yhdessä Rovaniemen ja Posion kanssa. Keräämme vielä tietoa Ranuan palveluista. Voit kysyä apua Pyydä apua -palvelusta.",
            sv="Ranua familjecenter hör till samma sydöstra område som Rovaniemi och Posio, och familjecentren arbetar tillsammans. Uppgifter om Ranuas egna tjänster samlas ännu in. Under tiden kan du fråga om hjälp i tjänsten Pyydä apua i Lapplands välfärdsområde.",
            en="Ranua family centre belongs to the same south-eastern area as Rovaniemi and Posio, and the family centres work together. Details of Ranua’s own services are still being gathered. Meanwhile you can ask for help through the Pyydä apua service of the Wellbeing Services County of Lapland.",
        ),
        form="network",
        municipalities=["ranua"],
        area="kaakkoinen",
        roles=[dict(role=HELP_WORKERS, how_to_reach=HELP_WORKERS_REACH, channel="lapha-pyyda-apua")],
    ),
    dict(
        key="posion-perhekeskus",
        name=T(
            fi="Posion perhekeskus",
            selko="Posion perhekeskus",
            sv="Posio familjecenter",
            en="Posio family centre",
        ),
        introduction=T(
            fi="Posion perhekeskus kuuluu samaan Kaakkoiseen alueeseen kuin Rovaniemi ja Ranua, ja perhekeskukset tekevät töitä yhdessä. Keräämme vielä tietoa Posion omista palveluista. Sillä välin voit kysyä apua Lapin hyvinvointialueen Pyydä apua -palvelusta.",
            selko="Posion perhekeskus tekee töitä yhdessä Rovaniemen ja Ranuan kanssa. Keräämme vielä tietoa Posion palveluista. Voit kysyä apua Pyydä apua -palvelusta.",
            sv="Posio familjecenter hör till samma sydöstra område som Rovaniemi och Ranua, och familjecentren arbetar tillsammans. Uppgifter om Posios egna tjänster samlas ännu in. Under tiden kan du fråga om hjälp i tjänsten Pyydä apua i Lapplands välfärdsområde.",
            en="Posio family centre belongs to the same south-eastern area as Rovaniemi and Ranua, and the family centres work together. Details of Posio’s own services are still being gathered. Meanwhile you can ask for help through the Pyydä apua service of the Wellbeing Services County of Lapland.",
        ),
        form="network",
        municipalities=["posio"],
        area="kaakkoinen",
        roles=[dict(role=HELP_WORKERS, how_to_reach=HELP_WORKERS_REACH, channel="lapha-pyyda-apua")],
    ),
    dict(
        key="kittilan-perhekeskus",
        name=T(
            fi="Kittilän perhekeskus",
            selko="Kittilän perhekeskus",
            sv="Kittilä familjecenter",
            en="Kittilä family centre",
        ),
        introduction=T(
            fi="Kittilän perhekeskusta on rakennettu elokuusta 2021 lähtien. Siinä kunta, hyvinvointialue, seurakunta ja järjestöt tekevät töitä yhdessä lasten, nuorten ja perheiden hyväksi.\n\nPikkulapsiperheet tapaavat kohtaamispaikoissa, joissa mukana ovat myös seurakunta, järjestöt ja kirjasto. Nuorille on omat paikkansa kirkonkylällä, Sirkassa, kouluilla ja kirjastossa. Perheet, lapset ja nuoret pääsevät itse sanomaan, mitä Kittilä tarvitsee.",
            selko="Kittilän perhekeskuksessa kunta, hyvinvointialue, seurakunta ja järjestöt tekevät töitä yhdessä.\n\nPienten lasten perheet tapaavat toisiaan kohtaamispaikoissa. Nuorilla on omat paikat kirkonkylällä, Sirkassa, kouluilla ja kirjastossa. Sinä voit kertoa, mitä Kittilä tarvitsee.",
            sv="Kittilä familjecenter har byggts upp sedan augusti 2021. Där arbetar kommunen, välfärdsområdet, församlingen och föreningarna tillsammans för barn, unga och familjer.\n\nFamiljer med små barn träffas på mötesplatser där också församlingen, föreningarna och biblioteket är med. Unga har egna platser i kyrkbyn, i Sirkka, i skolorna och på biblioteket. Familjer, barn och unga får själva säga vad som behövs i Kittilä.",
            en="Kittilä family centre has been built up since August 2021. In it the municipality, the wellbeing services county, the parish and associations work together for children, young people and families.\n\nFamilies with small children meet at meeting places where the parish, associations and the library also take part. Young people have places of their own in the village centre, in Sirkka, at schools and at the library. Families, children and young people can say for themselves what Kittilä needs.",
        ),
        form="network",
        municipalities=["kittila"],
        area="pohjoinen",
        roles=[
            dict(
                role=COORDINATOR,
                channel="kittila-kohtaamispaikat",
                how_to_reach=T(
                    fi="Kysy Kittilän kunnasta, miten saat yhteyden perhekeskuskoordinaattoriin. Voit aloittaa kunnan sivulta.",
                    selko="Kysy Kittilän kunnasta, miten saat yhteyden perhekeskuskoordinaattoriin. Voit aloittaa kunnan sivulta.",
                    sv="Fråga Kittilä kommun hur du når familjecenterkoordinatorn. Du kan börja på kommunens sida.",
                    en="Ask the municipality of Kittilä how to reach the family centre coordinator. You can begin on the municipality’s page.",
                ),
            ),
            dict(role=HELP_WORKERS, how_to_reach=HELP_WORKERS_REACH, channel="lapha-pyyda-apua"),
        ],
    ),
]
