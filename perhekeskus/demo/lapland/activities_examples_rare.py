"""Invented activities of Kittilä whose rhythm or time is not the common one; and a draft and an ended one."""

from perhekeskus.demo.lapland.activities_examples import INVENTED
from perhekeskus.demo.records import Day
from perhekeskus.demo.records import Text as T

ACTIVITIES = [
    dict(
        INVENTED,
        key="esimerkki-isien-ilta",
        name=T(
            fi="Esimerkki: Isien ilta",
            selko="Esimerkki: Isien ilta",
            sv="Exempel: Pappakväll",
            en="Example: Dads’ evening",
        ),
        summary=T(
            fi="Kuukauden viimeisenä torstaina isät kokkaavat lasten kanssa. Ilta päättyy, kun ruoka on syöty.",
            selko="Isät tekevät ruokaa lasten kanssa. Ilta on kerran kuukaudessa.",
            sv="Den sista torsdagen i månaden lagar papporna mat med barnen. Kvällen tar slut när maten är uppäten.",
            en="On the last Thursday of the month dads cook with their children. The evening ends when the food is gone.",
        ),
        what_happens=T(
            fi="Tämä toiminta on keksitty esimerkki.\n\nJokainen saa oman tehtävän, pieninkin. Tiskit hoidetaan yhdessä.",
            selko="Tämä toiminta on esimerkki. Sitä ei ole oikeasti.\n\nTeemme ruokaa ja syömme yhdessä. Lopuksi tiskaamme.",
            sv="Den här verksamheten är ett påhittat exempel.\n\nAlla får en egen uppgift, också den minsta. Disken sköter vi tillsammans.",
            en="This activity is an invented example.\n\nEverybody gets a task, even the smallest one. We do the dishes together.",
        ),
        audiences=["isat"],
        themes=["vertaistuki", "vanhemmuus-ja-parisuhde"],
        min_months=0,
        max_months=156,
        siblings="yes",
        food="lunch",
        food_note=T(
            fi="Ruoka tehdään itse.",
            selko="Teemme ruoan yhdessä.",
            sv="Vi lagar maten själva.",
            en="We cook the food ourselves.",
        ),
        registration="recommended",
        slots=[
            dict(
                key="to",
                place="esimerkki-perhetalo",
                weekday=4,
                rhythm="monthly",
                nth=-1,
                start_time="17:00",
                end_time="19:00",
                end_is_approximate=True,
            )
        ],
    ),
    dict(
        INVENTED,
        key="esimerkki-muskari",
        name=T(
            fi="Esimerkki: Lauantaimuskari",
            selko="Esimerkki: Lauantaimuskari",
            sv="Exempel: Lördagsmusik",
            en="Example: Saturday music",
        ),
        summary=T(
            fi="Soitetaan rumpuja ja marakasseja muutamana lauantaina. Kuulosuojaimia saa lainaksi.",
            selko="Soitamme ja laulamme yhdessä. Muskari on joskus lauantaina.",
            sv="Vi spelar trummor och maracas några lördagar. Du kan låna hörselskydd.",
            en="We play drums and maracas on a few Saturdays. You can borrow ear defenders.",
        ),
        what_happens=T(
            fi="Tämä toiminta on keksitty esimerkki.\n\nMuskari alkaa tasalta ja loppuu, kun pienin väsyy. Maksun voi jättää purkkiin tai jättää jättämättä.",
            selko="Tämä toiminta on esimerkki. Sitä ei ole oikeasti.\n\nMuskari loppuu, kun lapset väsyvät. Voit maksaa, jos haluat.",
            sv="Den här verksamheten är ett påhittat exempel.\n\nVi börjar på slaget och slutar när den minsta blir trött. Du kan lägga en slant i burken eller låta bli.",
            en="This activity is an invented example.\n\nWe start on the hour and stop when the smallest one gets tired. You can put something in the jar, or not.",
        ),
        audiences=[],
        themes=["vapaa-aika"],
        min_months=6,
        max_months=84,
        siblings="yes",
        food="none",
        price="rows",
        prices=[
            dict(
                min_amount="2.00",
                unit="family",
                payer="all",
                voluntary=True,
                is_food=False,
                note=T(
                    fi="Vapaaehtoinen maksu",
                    selko="Maksa, jos haluat",
                    sv="Frivillig avgift",
                    en="Voluntary payment",
                ),
            )
        ],
        slots=[
            dict(
                key="lauantait",
                place="esimerkki-perhetalo",
                rhythm="dates",
                dates=[Day(0, 6), Day(1, 6), Day(3, 6)],
                start_time="10:00",
            )
        ],
    ),
    dict(
        INVENTED,
        key="esimerkki-retket",
        name=T(
            fi="Esimerkki: Metsäretket",
            selko="Esimerkki: Metsäretket",
            sv="Exempel: Skogsutflykter",
            en="Example: Forest trips",
        ),
        summary=T(
            fi="Lähdetään metsään, kun sää on hyvä. Jokaisesta retkestä kerrotaan erikseen.",
            selko="Menemme metsään, kun on hyvä sää. Kerromme jokaisesta retkestä.",
            sv="Vi går till skogs när vädret är fint. Varje utflykt meddelas skilt.",
            en="We go to the forest when the weather is good. Each trip is announced separately.",
        ),
        what_happens=T(
            fi="Tämä toiminta on keksitty esimerkki.\n\nMatka on niin lyhyt, että pieninkin jaksaa. Perillä paistetaan lettuja.",
            selko="Tämä toiminta on esimerkki. Sitä ei ole oikeasti.\n\nMatka on lyhyt. Paistamme lettuja.",
            sv="Den här verksamheten är ett påhittat exempel.\n\nVägen är så kort att också den minsta orkar. Framme steker vi plättar.",
            en="This activity is an invented example.\n\nThe way is short enough for the smallest legs. When we get there we fry pancakes.",
        ),
        audiences=["isovanhemmat"],
        themes=["vapaa-aika"],
        min_months=24,
        max_months=120,
        siblings="yes",
        food="snack",
        slots=[
            dict(
                key="retket",
                place="esimerkki-karhupuisto",
                rhythm="varies",
                changes=[
                    dict(
                        kind="extra",
                        from_on=Day(1, 7),
                        start_time="11:00",
                        end_time="13:00",
                        title=T(
                            fi="Lettuja nuotiolla",
                            selko="Paistamme lettuja",
                            sv="Plättar vid brasan",
                            en="Pancakes by the fire",
                        ),
                    )
                ],
            )
        ],
    ),
    dict(
        INVENTED,
        key="esimerkki-iltasatu",
        name=T(
            fi="Esimerkki: Iltasatu pyjamassa",
            selko="Esimerkki: Iltasatu pyjamassa",
            sv="Exempel: Kvällssaga i pyjamas",
            en="Example: Bedtime story in pyjamas",
        ),
        summary=T(
            fi="Kuunnellaan satu pyjamat päällä ja lähdetään suoraan kotiin nukkumaan.",
            selko="Luemme sadun. Lapsella saa olla pyjama.",
            sv="Vi lyssnar på en saga i pyjamas och åker sedan hem och sover.",
            en="We listen to a story in our pyjamas and go straight home to bed.",
        ),
        what_happens=T(
            fi="Tämä toiminta on keksitty esimerkki.\n\nEsimerkissä kellonaika ei ole tiedossa, vain se, että ollaan illalla.",
            selko="Tämä toiminta on esimerkki. Sitä ei ole oikeasti.\n\nEmme tiedä kellonaikaa. Satu on illalla.",
            sv="Den här verksamheten är ett påhittat exempel.\n\nI exemplet är klockslaget inte känt, bara att det är på kvällen.",
            en="This activity is an invented example.\n\nIn the example the time is not known, only that it is in the evening.",
        ),
        audiences=[],
        themes=["vapaa-aika"],
        min_months=24,
        max_months=84,
        siblings="yes",
        slots=[
            dict(key="ke", place="esimerkki-perhetalo", weekday=3, part_of_day="evening"),
        ],
    ),
    dict(
        INVENTED,
        key="esimerkki-vaunulenkki",
        name=T(
            fi="Esimerkki: Vaunulenkki",
            selko="Esimerkki: Vaunulenkki",
            sv="Exempel: Vagnpromenad",
            en="Example: Pram walk",
        ),
        summary=T(
            fi="Kävellään vaunujen kanssa ja jutellaan. Vauhti on hidas ja matka juuri sopiva.",
            selko="Kävelemme vaunujen kanssa ja juttelemme.",
            sv="Vi promenerar med vagn och pratar. Takten är lugn och sträckan lagom.",
            en="We walk with prams and chat. The pace is slow and the distance just right.",
        ),
        what_happens=T(
            fi="Tämä toiminta on keksitty esimerkki.\n\nEsimerkissä päivä on tiedossa, kellonaika ei.",
            selko="Tämä toiminta on esimerkki. Sitä ei ole oikeasti.\n\nTiedämme päivän. Kellonaika kerrotaan myöhemmin.",
            sv="Den här verksamheten är ett påhittat exempel.\n\nI exemplet är dagen känd men inte klockslaget.",
            en="This activity is an invented example.\n\nIn the example the day is known but not the time.",
        ),
        audiences=[],
        themes=["vauva-arki", "terveys"],
        min_months=0,
        max_months=24,
        slots=[
            dict(
                key="ke",
                place="esimerkki-karhupuisto",
                weekday=3,
                time_note=T(
                    fi="Lähtöaika sovitaan viestiryhmässä.",
                    selko="Lähtöaika kerrotaan viestiryhmässä.",
                    sv="Starttiden kommer vi överens om i chattgruppen.",
                    en="The start is agreed in the message group.",
                ),
            )
        ],
    ),
    dict(
        INVENTED,
        key="esimerkki-uinti-luonnos",
        name=T(
            fi="Esimerkki: Vauvauinti (luonnos)",
            selko="Esimerkki: Vauvauinti (luonnos)",
            sv="Exempel: Babysim (utkast)",
            en="Example: Baby swimming (draft)",
        ),
        summary=T(
            fi="Pulikoidaan lämpimässä altaassa. Tätä toimintaa vasta suunnitellaan.",
            selko="Uimme lämpimässä altaassa. Toiminta ei ole vielä valmis.",
            sv="Vi plaskar i en varm bassäng. Verksamheten är ännu under planering.",
            en="We splash in a warm pool. This activity is still being planned.",
        ),
        what_happens=T(
            fi="Tämä toiminta on keksitty esimerkki.\n\nSe on luonnos, joten perheet eivät näe sitä.",
            selko="Tämä toiminta on esimerkki. Sitä ei ole oikeasti.",
            sv="Den här verksamheten är ett påhittat exempel.\n\nDen är ett utkast, så familjer ser den inte.",
            en="This activity is an invented example.\n\nIt is a draft, so families do not see it.",
        ),
        audiences=[],
        themes=["vauva-arki"],
        min_months=3,
        max_months=24,
        state="draft",
        slots=[dict(key="su", weekday=7, start_time="10:00", end_time="10:30")],
    ),
    dict(
        INVENTED,
        key="esimerkki-kesakerho-paattynyt",
        kind="club",
        name=T(
            fi="Esimerkki: Kesäkerho (päättynyt)",
            selko="Esimerkki: Kesäkerho (päättynyt)",
            sv="Exempel: Sommarklubb (avslutad)",
            en="Example: Summer club (ended)",
        ),
        summary=T(
            fi="Kesäkerho leikki puistossa koko heinäkuun. Se on nyt päättynyt.",
            selko="Kesäkerho oli puistossa. Se on päättynyt.",
            sv="Sommarklubben lekte i parken hela juli. Nu är den slut.",
            en="The summer club played in the park all through July. It has ended now.",
        ),
        what_happens=T(
            fi="Tämä toiminta on keksitty esimerkki. Se on päättynyt.",
            selko="Tämä toiminta on esimerkki. Se on päättynyt.",
            sv="Den här verksamheten är ett påhittat exempel. Den är slut.",
            en="This activity is an invented example. It has ended.",
        ),
        audiences=[],
        themes=["vapaa-aika"],
        min_months=36,
        max_months=84,
        company="alone",
        state="archived",
        slots=[
            dict(
                key="ma",
                place="esimerkki-karhupuisto",
                weekday=1,
                start_time="09:00",
                end_time="12:00",
                valid_from_on=Day(-20, 1),
                valid_until_on=Day(-16, 7),
            )
        ],
    ),
]
