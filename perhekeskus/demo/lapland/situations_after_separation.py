"""Contact and custody, a blended family. Each route carries the exception about violence."""

from perhekeskus.demo.lapland.situation_steps import COMPANY_OF_OTHERS, NOT_MEDIATION_FIRST
from perhekeskus.demo.records import Text as T

SITUATIONS = [
    dict(
        key="tapaamiset-ja-huolto",
        name=T(
            fi="Lapsen tapaamiset, huolto ja elatus",
            selko="Sopimus lapsen asioista",
            sv="Barnets umgänge, vårdnad och underhåll",
            en="Contact, custody and maintenance of a child",
        ),
        neutral_name=None,
        phrases=T(
            fi="kuka päättää lapsesta eron jälkeen\nyhteishuolto\nelatusapu\nelarit\ntoinen vanhempi ei näe lasta\nen näe lastani\nlastenvalvoja\ntapaamissopimus",
            selko="missä lapsi asuu eron jälkeen\nelatusapu\nen näe lastani\nlastenvalvoja",
            sv="vem bestämmer om barnet\ngemensam vårdnad\nunderhållsbidrag\njag får inte träffa mitt barn\nbarnatillsyningsman\numgängesavtal",
            en="who decides about the child\njoint custody\nchild maintenance\nI don’t get to see my child\ncontact agreement\nchild welfare supervisor\nchild welfare officer",
        ),
        introduction=T(
            fi="Lapsen asioista voi tehdä kirjallisen sopimuksen. Silloin jokainen tietää, mitä ensi viikolla tapahtuu, lapsikin.",
            selko="Sopikaa lapsen asioista. Kirjoittakaa ne paperille. Silloin kaikki tietävät.",
            sv="Ni kan göra ett skriftligt avtal om barnet. Då vet alla vad som händer nästa vecka, också barnet.",
            en="You can make a written agreement about your child. Then everyone knows what happens next week, your child too.",
        ),
        urgency="everyday",
        themes=["ero"],
        min_months=0,
        max_months=216,
        for_pregnancy=False,
        for_young=False,
        steps=[
            NOT_MEDIATION_FIRST,
            dict(
                kind="service",
                helpline=None,
                url=None,
                service="perheoikeudelliset-palvelut",
                theme=None,
                text=T(
                    fi="Varaa aika lastenvalvojalle. Hän auttaa sopimaan asumisesta, tapaamisista, huollosta ja elatuksesta ja vahvistaa sopimuksen, jos se on lapsen edun mukainen.",
                    selko="Varaa aika lastenvalvojalle. Hän auttaa tekemään sopimuksen. Hän vahvistaa sen, kun se on lapselle hyvä.",
                    sv="Boka tid hos barnatillsyningsmannen. Hen hjälper er att komma överens om boende, umgänge, vårdnad och underhåll och fastställer avtalet om det är till barnets bästa.",
                    en="Book a time with the child welfare officer, who helps you agree on home, contact, custody and maintenance and confirms the agreement if it is in the child’s best interests.",
                ),
            ),
            dict(
                kind="text",
                helpline=None,
                url=None,
                service=None,
                theme=None,
                text=T(
                    fi="Jos ette pääse sopimukseen, asian voi viedä käräjäoikeuteen. Kysy ensin oikeusaputoimistosta, mitä sinun kannattaa tehdä.",
                    selko="Ettekö pääse sopimukseen? Asia voi mennä oikeuteen. Kysy neuvoa oikeusaputoimistosta.",
                    sv="Om ni inte kommer överens kan saken föras till tingsrätten. Fråga först rättshjälpsbyrån vad du bör göra.",
                    en="If you cannot agree, the matter can go to the district court. First ask a legal aid office what is best for you.",
                ),
            ),
            dict(
                kind="service",
                helpline=None,
                url=None,
                service="kela-perhe-etuudet",
                theme=None,
                text=T(
                    fi="Jos elatusapua ei makseta, Kelasta voi hakea elatustukea.",
                    selko="Jos toinen vanhempi ei maksa elatusapua, hae Kelasta elatustukea.",
                    sv="Om underhållsbidraget inte betalas kan du söka underhållsstöd hos FPA.",
                    en="If maintenance is not paid, you can apply to Kela for child maintenance allowance.",
                ),
            ),
            dict(
                kind="service",
                helpline=None,
                url=None,
                service="lastensuojelu",
                theme=None,
                text=T(
                    fi="Jos pelkäät, ettei lapsi ole tapaamisissa turvassa, kerro siitä lastensuojelulle. Vaarassa soita 112.",
                    selko="Pelkäätkö lapsen puolesta? Kerro lastensuojelulle. Jos on vaara, soita 112.",
                    sv="Om du är rädd att barnet inte är tryggt under umgänget, berätta det för barnskyddet. Vid fara, ring 112.",
                    en="If you fear that your child is not safe during contact, tell child protection. If your child is in danger, ring 112.",
                ),
            ),
        ],
    ),
    dict(
        key="uusioperhe",
        name=T(
            fi="Arki uusioperheessä",
            selko="Uusioperhe",
            sv="Vardag i en ombildad familj",
            en="Life in a blended family",
        ),
        neutral_name=None,
        phrases=T(
            fi="bonusvanhempi\nlapsi ei hyväksy uutta puolisoa\näitipuoli\nisäpuoli\nminun ja sinun lapset\nsisarpuolet riitelevät\nuusi kumppani ja lapset",
            selko="uusi puoliso ja lapset\nolen äitipuoli tai isäpuoli\nlapset riitelevät\nlapsi ei pidä uudesta puolisosta",
            sv="bonusförälder\nbarnet accepterar inte den nya partnern\nstyvmor\nstyvfar\nmina och dina barn\nhalvsyskon bråkar",
            en="step-parent\nmy child won’t accept my new partner\nstepmother\nstepfather\nmy kids and your kids",
        ),
        introduction=T(
            fi="Uutta perhettä ei rakenneta kuukaudessa. Teillä ei ole kiire, ja apua saa kysyä.",
            selko="Uusi perhe tarvitsee aikaa. Teillä ei ole kiire. Voit kysyä apua.",
            sv="En ny familj byggs inte på en månad. Det får ta tid, och ni får be om hjälp.",
            en="A new family is not built in a month. There is no hurry, and you can ask for help.",
        ),
        urgency="everyday",
        themes=["vanhemmuus-ja-parisuhde", "ero"],
        min_months=0,
        max_months=216,
        for_pregnancy=False,
        for_young=False,
        steps=[
            dict(
                kind="text",
                helpline=None,
                url=None,
                service=None,
                theme=None,
                text=T(
                    fi="Lapsella on lupa olla eri mieltä uudesta aikuisesta. Säännöistä huolehtii aluksi lapsen oma vanhempi, ja läheisyys kasvaa ajan kanssa.",
                    selko="Lapsi saa olla eri mieltä uudesta aikuisesta. Oma vanhempi huolehtii säännöistä. Lapsi tutustuu uuteen aikuiseen hitaasti.",
                    sv="Barnet får tycka annorlunda om den nya vuxna. Till en början sköter barnets egen förälder reglerna, och närheten växer med tiden.",
                    en="Your child may feel differently about the new adult. The child’s own parent sees to the rules first, and closeness grows with time.",
                ),
            ),
            NOT_MEDIATION_FIRST,
            dict(
                kind="service",
                helpline=None,
                url=None,
                service="kasvatus-ja-perheneuvonta",
                theme=None,
                text=T(
                    fi="Kasvatus- ja perheneuvonnassa voitte puhua koko uuden perheen voimin.",
                    selko="Perheneuvolassa koko perhe voi puhua yhdessä.",
                    sv="I fostrings- och familjerådgivningen kan hela den nya familjen prata tillsammans.",
                    en="The whole new family can talk together at child guidance and family counselling.",
                ),
            ),
            COMPANY_OF_OTHERS,
        ],
    ),
]
