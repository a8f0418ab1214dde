"""Invented activities of the invented Family House in Kittilä, with one of every exception."""

from perhekeskus.demo.records import Day
from perhekeskus.demo.records import Text as T

INVENTED = dict(
    organisers=["esimerkki-vauvaperheet"],
    registration="none",
    price="free",
    languages=["fi"],
    channel="esimerkki-puhelin",
    fact_source="Keksitty esimerkki",
    as_of="2026-10-01",
)
OPEN = dict(place="esimerkki-perhetalo", start_time="09:00", end_time="14:00", runs_through_breaks=True)
ILL = T(
    fi="Ohjaaja ei pääse paikalle.",
    selko="Ohjaaja ei pääse tulemaan.",
    sv="Ledaren kan inte komma.",
    en="The leader cannot come.",
)

ACTIVITIES = [
    dict(
        INVENTED,
        key="esimerkki-avoimet-ovet",
        kind="open",
        name=T(
            fi="Esimerkki: Perhetalon avoimet ovet",
            selko="Esimerkki: Perhetalo on auki",
            sv="Exempel: Öppet i Familjehuset",
            en="Example: Family House open hours",
        ),
        summary=T(
            fi="Leikkihuone ja keittiö ovat auki joka arkipäivä. Tule silloin, kun teille sopii.",
            selko="Perhetalo on auki maanantaista perjantaihin. Tule, kun haluat.",
            sv="Lekrummet och köket är öppna varje vardag. Kom när det passar er.",
            en="The playroom and kitchen are open every weekday. Come when it suits you.",
        ),
        what_happens=T(
            fi="Tämä toiminta on keksitty esimerkki.\n\nOhjelmaa ei ole. Lapsi leikkii, ja sinä voit juoda kahvin lämpimänä. Terveydenhoitaja käy välillä juttelemassa sohvalla.",
            selko="Tämä toiminta on esimerkki. Sitä ei ole oikeasti.\n\nLapsi leikkii ja sinä voit levätä. Joskus paikalla on terveydenhoitaja. Voit kysyä häneltä neuvoa.",
            sv="Den här verksamheten är ett påhittat exempel.\n\nDet finns inget program. Barnet leker och du kan dricka ditt kaffe varmt. Ibland sitter en hälsovårdare i soffan.",
            en="This activity is an invented example.\n\nThere is no programme. Your child plays and you can drink your coffee hot. Now and then a public health nurse drops by for a chat.",
        ),
        audiences=["isat", "isovanhemmat"],
        themes=["vauva-arki", "vertaistuki", "vapaa-aika"],
        min_months=0,
        max_months=84,
        siblings="yes",
        food="own",
        slots=[
            dict(OPEN, key="ma", weekday=1),
            dict(OPEN, key="ti", weekday=2),
            dict(
                OPEN,
                key="ke",
                weekday=3,
                visits=[
                    dict(
                        role=T(
                            fi="terveydenhoitaja",
                            selko="terveydenhoitaja",
                            sv="hälsovårdare",
                            en="public health nurse",
                        ),
                        topic=T(
                            fi="Vauvan uni",
                            selko="Miten vauva nukkuu",
                            sv="Babyns sömn",
                            en="How babies sleep",
                        ),
                        rhythm="every_week",
                        start_time="10:00",
                        end_time="11:00",
                        cancelled_dates=[Day(2, 3)],
                        confirmed_by=("organiser", "visitor"),
                    )
                ],
            ),
            dict(
                OPEN,
                key="to",
                weekday=4,
                visits=[
                    dict(
                        role=T(
                            fi="suuhygienisti",
                            selko="suuhygienisti, joka hoitaa hampaita",
                            sv="munhygienist",
                            en="dental hygienist",
                        ),
                        topic=T(
                            fi="Ensimmäiset hampaat",
                            selko="Ensimmäiset hampaat",
                            sv="De första tänderna",
                            en="The first teeth",
                        ),
                        rhythm="dates",
                        dates=[Day(1, 4), Day(3, 4)],
                        start_time="10:00",
                        end_time="11:00",
                        confirmed_by=("organiser",),
                    )
                ],
            ),
            dict(OPEN, key="pe", weekday=5, end_time="12:00"),
        ],
    ),
    dict(
        INVENTED,
        key="esimerkki-vauva-aamu",
        name=T(
            fi="Esimerkki: Vauva-aamu",
            selko="Esimerkki: Vauva-aamu",
            sv="Exempel: Babymorgon",
            en="Example: Baby morning",
        ),
        summary=T(
            fi="Lauletaan, loruillaan ja ollaan lattialla alle 1-vuotiaiden kanssa. Myöhästyä saa.",
            selko="Laulamme ja leikimme vauvojen kanssa. Vauva on alle 1-vuotias.",
            sv="Vi sjunger, rimmar och är på golvet med barn under ett år. Det gör inget om du är sen.",
            en="We sing, rhyme and lie on the floor with babies under one. It is fine to be late.",
        ),
        what_happens=T(
            fi="Tämä toiminta on keksitty esimerkki.\n\nAamu alkaa lauluhetkellä. Sen jälkeen vauvat saavat ryömiä ja vanhemmat jutella. Vauvan saa syöttää milloin vain.",
            selko="Tämä toiminta on esimerkki. Sitä ei ole oikeasti.\n\nEnsin laulamme. Sitten vauvat leikkivät ja aikuiset juttelevat. Voit syöttää vauvan.",
            sv="Den här verksamheten är ett påhittat exempel.\n\nMorgonen börjar med en sångstund. Sedan får babyerna krypa och föräldrarna prata. Du kan mata när som helst.",
            en="This activity is an invented example.\n\nThe morning begins with songs. After that the babies crawl and the parents talk. You can feed your baby at any time.",
        ),
        audiences=["isat"],
        themes=["vauva-arki", "vertaistuki"],
        min_months=0,
        max_months=12,
        siblings="no",
        food="coffee",
        slots=[
            dict(
                key="ma",
                place="esimerkki-perhetalo",
                weekday=1,
                start_time="09:30",
                end_time="11:00",
                changes=[
                    dict(
                        kind="programme",
                        from_on=Day(1, 1),
                        title=T(
                            fi="Maistellaan ensimmäisiä soseita",
                            selko="Vauvat maistavat soseita",
                            sv="Vi smakar på de första puréerna",
                            en="We taste first purées",
                        ),
                    )
                ],
            ),
            dict(
                key="ti",
                place="esimerkki-perhetalo",
                weekday=2,
                start_time="09:30",
                end_time="11:00",
                changes=[dict(kind="cancelled", from_on=Day(0, 2), reason_kind="leader", reason=ILL)],
            ),
            dict(
                key="to",
                place="esimerkki-perhetalo",
                weekday=4,
                start_time="09:30",
                end_time="11:00",
                changes=[
                    dict(
                        kind="programme",
                        from_on=Day(0, 4),
                        title=T(
                            fi="Vauvahieronnan alkeet",
                            selko="Opimme hieromaan vauvaa",
                            sv="Grunderna i babymassage",
                            en="First steps in baby massage",
                        ),
                    ),
                    dict(
                        kind="cancelled",
                        from_on=Day(1, 4),
                        reason_kind="place",
                        reason=T(
                            fi="Perhetalon salin lattia vahataan.",
                            selko="Salin lattia vahataan. Sinne ei pääse.",
                            sv="Golvet i Familjehusets sal vaxas.",
                            en="The hall floor of the Family House is being waxed.",
                        ),
                    ),
                ],
            ),
            dict(
                key="pe",
                place="esimerkki-perhetalo",
                weekday=5,
                start_time="09:30",
                end_time="11:00",
                changes=[
                    dict(
                        kind="moved",
                        from_on=Day(1, 5),
                        to_on=Day(1, 3),
                        start_time="12:00",
                        end_time="13:30",
                        reason=T(
                            fi="Perjantaina salissa on toinen tilaisuus.",
                            selko="Perjantaina salissa on toinen ryhmä.",
                            sv="På fredagen används salen till annat.",
                            en="On Friday the hall is used for something else.",
                        ),
                    )
                ],
            ),
        ],
    ),
    dict(
        INVENTED,
        key="esimerkki-taaperot",
        name=T(
            fi="Esimerkki: Taaperoiden temmellys",
            selko="Esimerkki: Taaperoiden leikkihetki",
            sv="Exempel: Bus för småbarn",
            en="Example: Toddler tumble",
        ),
        summary=T(
            fi="Kiipeillään, pompitaan ja juostaan 1–2-vuotiaiden kanssa. Päiväunille väsyy taatusti.",
            selko="Kiipeämme ja juoksemme taaperoiden kanssa. Lapsi on 1–2-vuotias.",
            sv="Vi klättrar, hoppar och springer med 1–2-åringar. Sedan smakar tuppluren gott.",
            en="We climb, jump and run with 1–2-year-olds. Nap time will come easily.",
        ),
        what_happens=T(
            fi="Tämä toiminta on keksitty esimerkki.\n\nSisällä rakennetaan patjoista temppurata. Ulkona lasketaan mäkeä. Lauantaina tavataan, vaikka muualla olisi tauko tai pyhäpäivä.",
            selko="Tämä toiminta on esimerkki. Sitä ei ole oikeasti.\n\nSisällä on temppurata. Ulkona laskemme mäkeä. Lauantaina tapaamme aina.",
            sv="Den här verksamheten är ett påhittat exempel.\n\nInne bygger vi en hinderbana av madrasser. Ute åker vi pulka. På lördagar ses vi också på lov och helgdagar.",
            en="This activity is an invented example.\n\nIndoors we build an obstacle course of mattresses. Outdoors we go sledging. On Saturdays we meet even during breaks and holidays.",
        ),
        audiences=["isat", "isovanhemmat"],
        themes=["vapaa-aika", "oppiminen-ja-kehitys"],
        min_months=12,
        max_months=36,
        siblings="yes",
        food="snack",
        slots=[
            dict(
                key="parilliset",
                place="esimerkki-perhetalo",
                weekday=2,
                rhythm="even_weeks",
                start_time="12:30",
                end_time="14:00",
            ),
            dict(
                key="parittomat",
                place="esimerkki-karhupuisto",
                weekday=2,
                rhythm="odd_weeks",
                start_time="12:30",
                end_time="14:00",
            ),
            dict(
                key="to",
                place="esimerkki-perhetalo",
                weekday=4,
                start_time="15:00",
                end_time="16:30",
                changes=[
                    dict(
                        kind="changed",
                        from_on=Day(1, 4),
                        start_time="15:30",
                        end_time="17:00",
                        place="esimerkki-karhupuisto",
                        reason=T(
                            fi="Perhetalon salin lattia vahataan, joten ollaan ulkona.",
                            selko="Salin lattia vahataan. Siksi olemme ulkona.",
                            sv="Golvet i Familjehusets sal vaxas, så vi är ute.",
                            en="The hall floor of the Family House is being waxed, so we are outdoors.",
                        ),
                    )
                ],
            ),
            dict(
                key="la",
                place="esimerkki-karhupuisto",
                weekday=6,
                start_time="10:00",
                end_time="11:00",
                runs_through_breaks=True,
                runs_through_holidays=True,
            ),
        ],
    ),
    dict(
        INVENTED,
        key="esimerkki-kaverikerho",
        kind="club",
        name=T(
            fi="Esimerkki: Kaverikerho",
            selko="Esimerkki: Kaverikerho",
            sv="Exempel: Kompisklubben",
            en="Example: Friends’ club",
        ),
        summary=T(
            fi="Kerho 3–5-vuotiaille, jotka jäävät ohjaajien kanssa leikkimään. Paikka varataan koko kaudeksi.",
            selko="Kerho 3–5-vuotiaille. Lapsi on kerhossa ilman vanhempia. Ilmoita lapsi kerhoon ensin.",
            sv="En klubb för 3–5-åringar som stannar och leker med ledarna. Platsen bokas för hela terminen.",
            en="A club for 3–5-year-olds who stay and play with the leaders. Places are booked for the whole term.",
        ),
        what_happens=T(
            fi="Tämä toiminta on keksitty esimerkki.\n\nKerhossa leikitään, askarrellaan ja syödään eväitä samassa pöydässä. Ryhmä on joka kerta sama, joten kaverit tulevat tutuiksi. Jos kerho on täynnä, pääset jonoon.",
            selko="Tämä toiminta on esimerkki. Sitä ei ole oikeasti.\n\nKerhossa lapset leikkivät ja askartelevat. Samat lapset tulevat joka kerta. Jos kerho on täynnä, pääset jonoon.",
            sv="Den här verksamheten är ett påhittat exempel.\n\nI klubben leker, pysslar och äter vi matsäck vid samma bord. Gruppen är den samma varje gång, så man lär känna sina kompisar. Är klubben full ställer vi dig i kö.",
            en="This activity is an invented example.\n\nIn the club we play, make things and eat our snacks at one table. The group is the same each time, so friends become familiar. If the club is full, you join a waiting list.",
        ),
        audiences=[],
        themes=["vapaa-aika", "oppiminen-ja-kehitys"],
        min_months=36,
        max_months=72,
        company="alone",
        siblings="no",
        food="own",
        registration="required",
        registration_url="https://example.org/kaverikerho",
        registration_opens=(Day(-1, 1), "08:30"),
        registration_closes=(Day(2, 5), "16:00"),
        capacity=12,
        price="rows",
        prices=[
            dict(
                min_amount="30.00",
                unit="term",
                payer="all",
                is_food=False,
                note=T(
                    fi="Kausimaksu lasta kohti",
                    selko="Maksu lapsesta, yksi kausi",
                    sv="Terminsavgift per barn",
                    en="Fee per child for a term",
                ),
            ),
            dict(
                min_amount="20.00",
                unit="term",
                payer="members",
                is_food=False,
                note=T(
                    fi="Yhdistyksen jäsenille",
                    selko="Yhdistyksen jäsenille",
                    sv="För föreningens medlemmar",
                    en="For members of the association",
                ),
            ),
        ],
        slots=[
            dict(
                key="ma",
                place="esimerkki-perhetalo",
                weekday=1,
                start_time="14:30",
                end_time="16:30",
                valid_from_on=Day(-8, 1),
                valid_until_on=Day(16, 7),
            ),
            dict(
                key="ke",
                place="esimerkki-perhetalo",
                weekday=3,
                start_time="14:30",
                end_time="16:30",
                valid_from_on=Day(-8, 1),
                valid_until_on=Day(16, 7),
            ),
        ],
    ),
]
