"""Meeting places of the Lapland demo: the real ones as the sources tell them, and three invented ones."""

from perhekeskus.demo.records import Day
from perhekeskus.demo.records import Text as T

HANDBOOK = dict(fact_source="Rovaniemen perhekeskuksen käsikirja 2025, luku 6", as_of="2025-06-30")
KITTILA = dict(fact_source="Kittilän perhekeskuksen kohtaamispaikat, kittila.fi", as_of="2024-12-31")
INVENTED = dict(fact_source="Keksitty esimerkki", as_of="2026-10-01")

MEETING_PLACES = [
    dict(
        key="rovaniemi-avoin-paivakoti",
        place="rovaniemi-avoin-paivakoti",
        host="rovaniemi",
        channel="rovaniemi-lapsiperheet",
        name=T(
            fi="Avoin päiväkoti", selko="Avoin päiväkoti", sv="Öppna daghemmet", en="Open day care centre"
        ),
        introduction=T(
            fi="Kaupungin avoimeen päiväkotiin tulet yhdessä lapsesi kanssa. Täällä on leikkikavereita lapselle ja juttuseuraa sinulle. Tervetuloa ensimmäistäkin kertaa.",
            selko="Tulet avoimeen päiväkotiin lapsen kanssa. Lapsi saa leikkiä muiden lasten kanssa. Sinä voit jutella muiden aikuisten kanssa.",
            sv="Till stadens öppna daghem kommer du tillsammans med ditt barn. Här finns lekkamrater för barnet och sällskap för dig. Välkommen också första gången.",
            en="You come to the city’s open day care centre together with your child. There are playmates for your child and company for you. First-timers are welcome.",
        ),
        **HANDBOOK,
    ),
    dict(
        key="kittila-kirkonkyla",
        place="kittila-kirkonkyla",
        channel="kittila-kohtaamispaikat",
        name=T(
            fi="Kirkonkylän kohtaamispaikka, Kittilä",
            selko="Kirkonkylän kohtaamispaikka, Kittilä",
            sv="Mötesplatsen i kyrkbyn, Kittilä",
            en="Meeting place in the village centre, Kittilä",
        ),
        introduction=T(
            fi="Kirkonkylällä perheet tapaavat perhekahvilassa ja Touhutreffeillä. Kysy järjestäjältä, missä talossa seuraavaksi tavataan.",
            selko="Kirkonkylällä on perhekahvila ja Touhutreffit. Kysy järjestäjältä, mikä talo on oikea.",
            sv="I kyrkbyn träffas familjer på familjekaféet och på Touhutreffit. Fråga arrangören i vilket hus ni ses nästa gång.",
            en="In the village centre families meet at the family café and at Touhutreffit. Ask the organiser which building comes next.",
        ),
        **KITTILA,
    ),
    dict(
        key="sirkka-mantymaja",
        place="sirkka-mantymaja",
        host="kittila",
        channel="kittila-kohtaamispaikat",
        name=T(
            fi="Päiväkoti Mäntymaja",
            selko="Päiväkoti Mäntymaja",
            sv="Daghemmet Mäntymaja",
            en="Mäntymaja day care centre",
        ),
        introduction=T(
            fi="Sirkassa Touhutreffit ovat päiväkoti Mäntymajalla. Tule lapsen kanssa leikkimään ja lähde, kun teille sopii.",
            selko="Touhutreffit ovat päiväkoti Mäntymajalla. Mäntymaja on Sirkassa.",
            sv="I Sirkka hålls Touhutreffit på daghemmet Mäntymaja. Kom och lek med ditt barn och gå när det passar er.",
            en="In Sirkka, Touhutreffit takes place at Mäntymaja day care centre. Come and play, and leave when it suits you.",
        ),
        **KITTILA,
    ),
    dict(
        key="kittila-kirjasto",
        place="kittila-kirjasto",
        host="kittilan-kirjasto",
        channel="kittila-kohtaamispaikat",
        name=T(
            fi="Kittilän kirjasto", selko="Kittilän kirjasto", sv="Kittilä bibliotek", en="Kittilä Library"
        ),
        introduction=T(
            fi="Kirjastossa taaperot tapaavat loruhetkessä. Nuoretkin viihtyvät täällä, eikä asiaa tarvitse olla.",
            selko="Kirjastossa on loruhetki taaperoille. Nuoretkin voivat tulla kirjastoon tapaamaan toisiaan.",
            sv="På biblioteket träffas de minsta på en rimstund. Också unga trivs här, och du behöver inget ärende.",
            en="Toddlers meet at the library’s rhyme session. Young people like it here too, and you need no reason to come.",
        ),
        **KITTILA,
    ),
    dict(
        key="sirkka-koulu",
        place="sirkka-koulu",
        channel="kittila-kohtaamispaikat",
        name=T(fi="Sirkan koulu", selko="Sirkan koulu", sv="Sirkka skola", en="Sirkka school"),
        introduction=T(
            fi="Lauantaisin koulun liikuntavuorolle voi tulla koko perhe.",
            selko="Lauantaisin koulussa on liikuntaa koko perheelle.",
            sv="På lördagar kan hela familjen komma till skolan och röra på sig.",
            en="On Saturdays the whole family can come to the school to play sports.",
        ),
        **KITTILA,
    ),
    dict(
        key="kittila-urheiluhalli",
        place="kittila-liikuntahalli",
        channel="kittila-kohtaamispaikat",
        name=T(
            fi="Kittilän urheiluhalli",
            selko="Kittilän urheiluhalli",
            sv="Idrottshallen i Kittilä",
            en="Kittilä sports hall",
        ),
        introduction=T(
            fi="Sunnuntaisin urheiluhallin liikuntavuorolle voi tulla koko perhe.",
            selko="Sunnuntaisin urheiluhallissa on liikuntaa koko perheelle.",
            sv="På söndagar kan hela familjen komma till idrottshallen och röra på sig.",
            en="On Sundays the whole family can come to the sports hall.",
        ),
        **KITTILA,
    ),
    dict(
        key="kittila-nuorisotila-kaki",
        place="kittila-nuorisotila-kirkonkyla",
        host="kittila",
        channel="kittila-kohtaamispaikat",
        for_whom="young",
        name=T(
            fi="Nuorisotila Käki", selko="Nuorisotila Käki", sv="Ungdomslokalen Käki", en="Youth club Käki"
        ),
        introduction=T(
            fi="Käki on kunnan nuorisotila kirkonkylällä. Sinne voi tulla tapaamaan kavereita. Aukioloajat kerrotaan kunnan sivulla.",
            selko="Käki on nuorten paikka kirkonkylällä. Voit tavata siellä kavereita. Katso ajat kunnan sivulta.",
            sv="Käki är kommunens ungdomslokal i kyrkbyn. Här kan du träffa kompisar. Öppettiderna finns på kommunens sida.",
            en="Käki is the municipality’s youth club in the village centre. You can meet friends here. Opening hours are on the municipality’s page.",
        ),
        **KITTILA,
    ),
    dict(
        key="kittila-nuorisotila-notzki",
        place="kittila-nuorisotila-sirkka",
        host="kittila",
        channel="kittila-kohtaamispaikat",
        for_whom="young",
        name=T(
            fi="Nuorisotila Notzki",
            selko="Nuorisotila Notzki",
            sv="Ungdomslokalen Notzki",
            en="Youth club Notzki",
        ),
        introduction=T(
            fi="Notzki on kunnan nuorisotila Sirkassa. Sinne voi tulla tapaamaan kavereita. Aukioloajat kerrotaan kunnan sivulla.",
            selko="Notzki on nuorten paikka Sirkassa. Voit tavata siellä kavereita. Katso ajat kunnan sivulta.",
            sv="Notzki är kommunens ungdomslokal i Sirkka. Här kan du träffa kompisar. Öppettiderna finns på kommunens sida.",
            en="Notzki is the municipality’s youth club in Sirkka. You can meet friends here. Opening hours are on the municipality’s page.",
        ),
        **KITTILA,
    ),
    dict(
        key="esimerkki-perhetalo",
        place="esimerkki-perhetalo",
        host="esimerkki-vauvaperheet",
        channel="esimerkki-ryhma",
        name=T(
            fi="Esimerkki: Perhetalo",
            selko="Esimerkki: Perhetalo",
            sv="Exempel: Familjehuset",
            en="Example: Family House",
        ),
        introduction=T(
            fi="Tämä kohtaamispaikka on keksitty esimerkki.\n\nPerhetalossa on iso leikkihuone, keittiö ja sohva, jolle saa rojahtaa. Tule vaikka villasukissa.",
            selko="Tämä paikka on esimerkki. Sitä ei ole oikeasti.\n\nPerhetalossa on leikkihuone ja keittiö. Siellä on myös sohva aikuisille.",
            sv="Den här mötesplatsen är ett påhittat exempel.\n\nI Familjehuset finns ett stort lekrum, ett kök och en soffa att sjunka ner i. Kom gärna i yllesockor.",
            en="This meeting place is an invented example.\n\nThe Family House has a big playroom, a kitchen and a sofa to sink into. Woollen socks are fine.",
        ),
        notice=T(
            fi="Etuovea korjataan. Tule sisään pihan puolelta.",
            selko="Etuovi on rikki. Tule sisään pihan puolelta.",
            sv="Ytterdörren repareras. Kom in från gården.",
            en="The front door is being repaired. Come in from the yard.",
        ),
        notice_until_on=Day(2, 7),
        rules=T(
            fi="Tule terveenä. Jää kotiin, jos joku teistä on kipeä.\nOta sisätossut mukaan.\nOmat eväät saa lämmittää ja syödä keittiössä.",
            selko="Tule, kun olet terve.\nOta sisätossut mukaan.\nVoit syödä omat eväät keittiössä.",
            sv="Kom när ni är friska. Stanna hemma om någon av er är sjuk.\nTa med inneskor.\nEgen matsäck får du värma och äta i köket.",
            en="Come when you are well. Stay home if one of you is ill.\nBring indoor shoes.\nYou can heat and eat your own food in the kitchen.",
        ),
        **INVENTED,
    ),
    dict(
        key="esimerkki-karhupuisto",
        place="esimerkki-karhupuisto",
        host="esimerkki-vauvaperheet",
        name=T(
            fi="Esimerkki: Karhupuisto",
            selko="Esimerkki: Karhupuisto",
            sv="Exempel: Björnparken",
            en="Example: Bear Park",
        ),
        introduction=T(
            fi="Tämä kohtaamispaikka on keksitty esimerkki.\n\nKarhupuistossa on aidattu piha, pulkkamäki ja kota, jossa voi lämmitellä.",
            selko="Tämä paikka on esimerkki. Sitä ei ole oikeasti.\n\nPuistossa on pulkkamäki ja kota. Puiston ympärillä on aita.",
            sv="Den här mötesplatsen är ett påhittat exempel.\n\nI Björnparken finns en inhägnad gård, en pulkbacke och en kåta där man kan värma sig.",
            en="This meeting place is an invented example.\n\nBear Park has a fenced yard, a sledging hill and a hut where you can warm up.",
        ),
        rules=T(
            fi="Pukeudu sään mukaan.\nKovalla pakkasella ollaan kodassa.",
            selko="Laita lämpimät vaatteet.\nKun on kova pakkanen, olemme kodassa.",
            sv="Klä dig efter vädret.\nNär det är riktigt kallt är vi i kåtan.",
            en="Dress for the weather.\nWhen it is very cold we stay in the hut.",
        ),
        **INVENTED,
    ),
    dict(
        key="esimerkki-leikkitupa",
        place="esimerkki-leikkitupa",
        host="esimerkki-leikkitupa",
        channel="esimerkki-leikkitupa-sivut",
        name=T(
            fi="Esimerkki: Leikkitupa",
            selko="Esimerkki: Leikkitupa",
            sv="Exempel: Lekstugan",
            en="Example: Play House",
        ),
        introduction=T(
            fi="Tämä kohtaamispaikka on keksitty esimerkki.\n\nLeikkituvalla on junarata, pallomeri ja hiljainen huone, jossa vauva voi nukkua.",
            selko="Tämä paikka on esimerkki. Sitä ei ole oikeasti.\n\nLeikkituvalla on junarata ja pallomeri. Vauva voi nukkua hiljaisessa huoneessa.",
            sv="Den här mötesplatsen är ett påhittat exempel.\n\nI Lekstugan finns en tågbana, ett bollhav och ett tyst rum där babyn kan sova.",
            en="This meeting place is an invented example.\n\nThe Play House has a train track, a ball pit and a quiet room where a baby can sleep.",
        ),
        rules=T(
            fi="Tule terveenä.\nJätä kengät eteiseen.\nSinä huolehdit omasta lapsestasi koko ajan.",
            selko="Tule, kun olet terve.\nJätä kengät eteiseen.\nHuolehdi omasta lapsesta koko ajan.",
            sv="Kom när ni är friska.\nLämna skorna i tamburen.\nDu ansvarar själv för ditt barn hela tiden.",
            en="Come when you are well.\nLeave your shoes in the hall.\nYou look after your own child all the time.",
        ),
        **INVENTED,
    ),
]
