"""Other organisers of the Lapland demo: schools, offices, clubs, national helplines, and those made up."""

from perhekeskus.demo.records import Text as T

OTHERS = [
    dict(
        key="kotokunta",
        name=T(fi="Kotokunta", selko="Kotokunta", sv="Kotokunta", en="Kotokunta"),
        sector="municipality",
        description=T(
            fi="Kotokunta on mukana Rovaniemen kohtaamispaikkojen verkostossa ja tuo niihin osaamistaan. Kysy siltä, miten se voi auttaa perhettäsi.",
            selko="Kotokunta tekee yhteistyötä Rovaniemen kohtaamispaikkojen kanssa. Kysy Kotokunnalta, miten se auttaa.",
            sv="Kotokunta hör till nätverket kring mötesplatserna i Rovaniemi och bidrar med sin kunskap. Fråga dem hur de kan hjälpa din familj.",
            en="Kotokunta is part of the network of meeting places in Rovaniemi and brings its know-how to them. Ask how it can help your family.",
        ),
        municipalities=["rovaniemi"],
    ),
    dict(
        key="sbc-levi",
        name=T(fi="SBC Levi", selko="SBC Levi", sv="SBC Levi", en="SBC Levi"),
        sector="sports",
        description=T(
            fi="SBC Levi on urheiluseura Kittilässä. Se on mukana viikonlopun liikuntavuoroissa, joille koko perhe on tervetullut.",
            selko="SBC Levi on urheiluseura. Se järjestää perheille liikuntaa viikonloppuna.",
            sv="SBC Levi är en idrottsförening i Kittilä. Den är med och ordnar motion för hela familjen på veckosluten.",
            en="SBC Levi is a sports club in Kittilä. It helps run weekend sports sessions for the whole family.",
        ),
        municipalities=["kittila"],
    ),
    dict(
        key="kittilan-kirjasto",
        name=T(
            fi="Kittilän kirjasto", selko="Kittilän kirjasto", sv="Kittilä bibliotek", en="Kittilä Library"
        ),
        sector="municipality",
        description=T(
            fi="Kirjastossa taaperot pääsevät lorutreffeille, ja nuoret viihtyvät siellä muuten vain. Kirjastoon voit tulla ilman asiaakin.",
            selko="Kirjastossa on lorutreffit pienille lapsille. Nuoretkin tapaavat toisiaan kirjastossa.",
            sv="Biblioteket har rimstunder för de minsta, och unga träffas gärna här. Du kan alltid komma in utan något särskilt ärende.",
            en="The library has rhyme sessions for toddlers, and young people like to meet here. You can always drop in.",
        ),
        municipalities=["kittila"],
    ),
    dict(
        key="ohjaamo",
        name=T(
            fi="Ohjaamo", selko="Ohjaamo", sv="Ohjaamo (Navigatorn)", en="Ohjaamo (One-Stop Guidance Centre)"
        ),
        sector="municipality",
        description=T(
            fi="Ohjaamossa nuori saa apua, kun työ, opinnot, asuminen tai raha mietityttää. Samasta paikasta löytyy monen alan väkeä.",
            selko="Ohjaamo auttaa nuoria. Siellä voit kysyä työstä, koulusta, asunnosta ja rahasta.",
            sv="I Navigatorn får unga hjälp med frågor om jobb, studier, boende och pengar. Där finns kunniga från många områden på samma ställe.",
            en="Ohjaamo helps young people with work, studies, housing and money. People from many fields are in the same place.",
        ),
        municipalities=["rovaniemi"],
    ),
    dict(
        key="lapin-amk",
        name=T(
            fi="Lapin ammattikorkeakoulu",
            selko="Lapin ammattikorkeakoulu",
            sv="Lapplands yrkeshögskola (Lapin ammattikorkeakoulu)",
            en="Lapland University of Applied Sciences",
        ),
        sector="education",
        description=T(
            fi="Ammattikorkeakoulussa opiskelevat tulevat sosiaali- ja terveysalan ammattilaiset. Se kuuluu Rovaniemen perhekeskuksen verkostoon.",
            selko="Ammattikorkeakoulussa opiskelee esimerkiksi sairaanhoitajia. Se tekee yhteistyötä Rovaniemen perhekeskuksen kanssa.",
            sv="Vid yrkeshögskolan utbildas blivande yrkesfolk inom social- och hälsovården. Den hör till familjecentrets nätverk i Rovaniemi.",
            en="Future health and social care professionals study here. The school is part of the Rovaniemi family centre network.",
        ),
        municipalities=["rovaniemi"],
    ),
    dict(
        key="lapin-yliopisto",
        name=T(
            fi="Lapin yliopisto",
            selko="Lapin yliopisto",
            sv="Lapplands universitet",
            en="University of Lapland",
        ),
        sector="education",
        description=T(
            fi="Yliopisto kouluttaa Rovaniemellä muun muassa opettajia ja sosiaalityöntekijöitä. Se kuuluu Rovaniemen perhekeskuksen verkostoon.",
            selko="Yliopistossa opiskelee esimerkiksi opettajia. Yliopisto tekee yhteistyötä Rovaniemen perhekeskuksen kanssa.",
            sv="Universitetet utbildar bland annat lärare och socialarbetare i Rovaniemi. Det hör till familjecentrets nätverk i Rovaniemi.",
            en="The university in Rovaniemi trains teachers and social workers, among others. It is part of the Rovaniemi family centre network.",
        ),
        municipalities=["rovaniemi"],
    ),
    dict(
        key="poliisi",
        name=T(fi="Poliisi", selko="Poliisi", sv="Polisen", en="Police"),
        sector="state",
        description=T(
            fi="Poliisi on mukana Ankkuri-tiimissä, joka tukee nuorta ja perhettä varhain. Hätätilanteessa soita 112.",
            selko="Poliisi auttaa nuoria yhdessä muiden työntekijöiden kanssa. Jos on hätä, soita 112.",
            sv="Polisen är med i Ankarteamet, som stöder den unga och familjen i ett tidigt skede. Vid fara, ring 112.",
            en="The police are part of the Anchor team, which supports young people and families early on. In an emergency, call 112.",
        ),
        municipalities=[],
    ),
    dict(
        key="thl",
        name=T(
            fi="Terveyden ja hyvinvoinnin laitos (THL)",
            selko="Terveyden ja hyvinvoinnin laitos (THL)",
            sv="Institutet för hälsa och välfärd (THL)",
            en="Finnish Institute for Health and Welfare (THL)",
        ),
        sector="state",
        description=T(
            fi="THL on valtion laitos, joka ohjaa perhekeskusten työtä koko maassa. Se vastaa myös Nollalinjasta.",
            selko="THL on valtion laitos. THL vastaa Nollalinjasta. Nollalinja on auttava puhelin.",
            sv="THL är ett statligt institut som styr familjecentrens arbete i hela landet. Den ansvarar också för Nollinjen.",
            en="THL is a state institute that guides the work of family centres all over the country. It is also responsible for Nollalinja.",
        ),
        municipalities=[],
    ),
    dict(
        key="mieli",
        name=T(
            fi="MIELI Suomen Mielenterveys ry",
            selko="MIELI Suomen Mielenterveys ry",
            sv="MIELI Psykisk Hälsa Finland rf",
            en="MIELI Mental Health Finland",
        ),
        sector="association",
        description=T(
            fi="MIELI on mielenterveysjärjestö, joka vastaa Kriisipuhelimeen. Voit soittaa, kun olo käy liian raskaaksi.",
            selko="MIELI on järjestö. Se vastaa Kriisipuhelimeen. Voit soittaa, jos sinulla on paha olo.",
            sv="MIELI är en organisation för psykisk hälsa som svarar i Kristelefonen. Du kan ringa när det känns för tungt.",
            en="MIELI is a mental health association that answers the Crisis Helpline. You can call when things feel too heavy.",
        ),
        municipalities=[],
    ),
    dict(
        key="riku",
        name=T(
            fi="Rikosuhripäivystys",
            selko="Rikosuhripäivystys",
            sv="Brottsofferjouren",
            en="Victim Support Finland",
        ),
        sector="association",
        description=T(
            fi="Rikosuhripäivystys tukee sinua, jos sinulle on tehty rikos, ja myös läheisiäsi. Voit soittaa, vaikka et olisi varma, oliko se rikos.",
            selko="Rikosuhripäivystys auttaa, jos joku on tehnyt sinulle rikoksen. Se auttaa myös läheisiäsi.",
            sv="Brottsofferjouren stöder dig som har utsatts för brott och dina närstående. Du kan ringa även om du inte är säker på att det var ett brott.",
            en="Victim Support helps you if you have been the victim of a crime, and those close to you. You can call even if you are not sure it was a crime.",
        ),
        municipalities=[],
    ),
    dict(
        key="esimerkki-vauvaperheet",
        name=T(
            fi="Esimerkki: Kittilän vauvaperheiden yhdistys",
            selko="Esimerkki: Kittilän vauvaperheiden yhdistys",
            sv="Exempel: Föreningen för babyfamiljer i Kittilä",
            en="Example: Kittilä association of families with babies",
        ),
        former_names=["Esimerkki: Kittilän vauvakerho"],
        sector="association",
        description=T(
            fi="Tämä on keksitty yhdistys. Sen avulla näet, miltä järjestäjä ja sen palvelut näyttävät tässä palvelussa.",
            selko="Tätä yhdistystä ei ole oikeasti olemassa. Se on esimerkki.",
            sv="Det här är en påhittad förening. Den visar hur en arrangör och dess tjänster ser ut här.",
            en="This association is made up. It shows what an organiser and its services look like here.",
        ),
        municipalities=["kittila"],
    ),
    dict(
        key="esimerkki-leikkitupa",
        name=T(
            fi="Esimerkki: Rovaniemen leikkituvan väki",
            selko="Esimerkki: Rovaniemen leikkituvan väki",
            sv="Exempel: Lekstugans vänner i Rovaniemi",
            en="Example: Friends of the Rovaniemi Play House",
        ),
        sector="association",
        description=T(
            fi="Tämä on keksitty yhdistys. Sen leikkituvalla näet, miltä kohtaamispaikan viikko näyttää Rovaniemellä.",
            selko="Tätä yhdistystä ei ole oikeasti olemassa. Se on esimerkki.",
            sv="Det här är en påhittad förening. Dess lekstuga visar hur en mötesplats vecka ser ut i Rovaniemi.",
            en="This association is made up. Its play house shows what a meeting place’s week looks like in Rovaniemi.",
        ),
        municipalities=["rovaniemi"],
    ),
]
