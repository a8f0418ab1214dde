"""What happens at the real meeting places of Kittilä: the days that the sources tell, no clock times."""

from perhekeskus.demo.records import Text as T

# Row 1 of the calendars we know: come and go as you like, no registration, free of charge.
OPEN_TO_ALL = dict(
    min_months=0,
    max_months=84,
    registration="none",
    price="free",
    languages=["fi"],
    channel="kittila-kohtaamispaikat",
    fact_source="Kittilän perhekeskuksen kohtaamispaikat, kittila.fi",
    as_of="2024-12-31",
)

ACTIVITIES = [
    dict(
        OPEN_TO_ALL,
        key="kittila-perhekahvila",
        name=T(
            fi="Perhekahvila kirkonkylällä",
            selko="Perhekahvila kirkonkylällä",
            sv="Familjekafé i kyrkbyn",
            en="Family café in the village centre",
        ),
        summary=T(
            fi="Maanantaisin juodaan kahvit yhdessä. Lapset leikkivät vieressä, ja sinä saat jutella aikuisten kesken.",
            selko="Perhekahvila on maanantaisin. Aikuiset juttelevat ja lapset leikkivät.",
            sv="På måndagar dricker vi kaffe tillsammans. Barnen leker bredvid och du får prata med andra vuxna.",
            en="On Mondays we have coffee together. The children play beside us, and you get to talk with other adults.",
        ),
        what_happens=T(
            fi="Seurakunta ja MLL pitävät perhekahvilaa yhdessä. Tule ja lähde, kun teille sopii. Ketään ei tarvitse tuntea etukäteen.\n\nKellonaika ja talo eivät ole meillä tiedossa. Kysy ne järjestäjältä ennen lähtöä.",
            selko="Perhekahvilan järjestävät seurakunta ja MLL. Voit tulla ja lähteä, kun haluat.\n\nEmme tiedä kellonaikaa. Kysy aika ja paikka järjestäjältä.",
            sv="Församlingen och MLL ordnar familjekaféet tillsammans. Kom och gå när det passar er. Du behöver inte känna någon från förr.\n\nVi känner inte till klockslaget eller huset. Fråga arrangören innan ni ger er av.",
            en="The parish and MLL run the family café together. Come and go as it suits you. You don’t need to know anyone beforehand.\n\nWe do not know the time of day or the building. Ask the organiser before you set out.",
        ),
        organisers=["kittilan-seurakunta", "mll"],
        audiences=["isat", "isovanhemmat"],
        themes=["vauva-arki", "vertaistuki"],
        slots=[dict(key="ma", place="kittila-kirkonkyla", weekday=1)],
    ),
    dict(
        OPEN_TO_ALL,
        key="touhutreffit",
        name=T(
            fi="Touhutreffit",
            selko="Touhutreffit",
            sv="Touhutreffit – lekträffar",
            en="Touhutreffit play sessions",
        ),
        summary=T(
            fi="Touhutreffeillä puuhataan ja liikutaan yhdessä pienten kanssa. Voit tulla kesken kaiken, jos päiväunet venyivät.",
            selko="Touhutreffeillä leikit ja liikut lapsen kanssa. Tapaat muita perheitä.",
            sv="På Touhutreffit leker och rör vi på oss med de små. Du kan komma mitt under träffen om tuppluren drog ut på tiden.",
            en="At Touhutreffit we play and move with the little ones. You can arrive in the middle if nap time ran late.",
        ),
        what_happens=T(
            fi="Kittilän perhekeskus järjestää Touhutreffejä perheille, joissa ollaan kotona alle kouluikäisen kanssa. Sirkassa tavataan maanantaisin ja torstaisin päiväkoti Mäntymajalla. Kirkonkylällä päivät vaihtelevat, joten kysy seuraavaa kertaa järjestäjältä.\n\nKohtaamispaikoilla on oma WhatsApp-kanava. Kysy siitä, kun käyt paikalla.",
            selko="Touhutreffit ovat perheille, joissa on pieni lapsi kotona. Treffit järjestää Kittilän perhekeskus.\n\nSirkassa treffit ovat maanantaisin ja torstaisin. Paikka on päiväkoti Mäntymaja. Kirkonkylän päivät vaihtuvat.\n\nKohtaamispaikoilla on WhatsApp-kanava. Kysy siitä paikalla.",
            sv="Kittilä familjecenter ordnar Touhutreffit för familjer som är hemma med barn under skolåldern. I Sirkka ses vi på måndagar och torsdagar på daghemmet Mäntymaja. I kyrkbyn varierar dagarna, så fråga arrangören om nästa gång.\n\nMötesplatserna har en egen WhatsApp-kanal. Fråga om den på plats.",
            en="Kittilä family centre holds Touhutreffit for families at home with a child under school age. In Sirkka we meet on Mondays and Thursdays at Mäntymaja day care centre. In the village centre the days vary, so ask the organiser about the next one.\n\nThe meeting places have a WhatsApp channel of their own. Ask about it when you visit.",
        ),
        organisers=["kittila"],
        audiences=["isat", "isovanhemmat"],
        themes=["vauva-arki", "vertaistuki", "vapaa-aika"],
        slots=[
            dict(key="ma", place="sirkka-mantymaja", weekday=1),
            dict(key="to", place="sirkka-mantymaja", weekday=4),
            dict(key="kirkonkyla", place="kittila-kirkonkyla", rhythm="varies"),
        ],
        fact_source="Kittilän perhekeskuksen kohtaamispaikat, kittila.fi; Innokylä 2022",
    ),
    dict(
        OPEN_TO_ALL,
        key="lorutreffit",
        name=T(
            fi="Taaperoiden lorutreffit",
            selko="Lorutreffit",
            sv="Rimträff för små barn",
            en="Rhyme sessions for toddlers",
        ),
        summary=T(
            fi="Perjantaisin kirjastossa lorutellaan taaperon kanssa. Lapsi saa välillä kävellä ja ihmetellä kirjoja.",
            selko="Lorutreffit ovat perjantaisin kirjastossa. Kuulet loruja ja leikit lapsen kanssa.",
            sv="På fredagar läser vi rim med de minsta på biblioteket. Barnet får gå runt och titta på böcker.",
            en="On Fridays we say rhymes with toddlers at the library. Your child may wander off to look at the books.",
        ),
        what_happens=T(
            fi="Loruissa on rytmiä ja toistoa, josta pieni pitää. Mukaan pääsee, vaikka et osaisi yhtään lorua. Kellonajan saat kirjastosta.",
            selko="Sinun ei tarvitse osata loruja. Kysy kellonaika kirjastosta.",
            sv="Små barn gillar rytmen och upprepningen i rim. Du kan komma även om du inte kan ett enda rim. Klockslaget får du på biblioteket.",
            en="Little ones like the rhythm and repetition of rhymes. You can join even if you know none. Ask the library for the time.",
        ),
        organisers=["kittilan-kirjasto"],
        audiences=[],
        themes=["oppiminen-ja-kehitys", "vapaa-aika", "vertaistuki"],
        min_months=12,
        max_months=36,
        slots=[dict(key="pe", place="kittila-kirjasto", weekday=5)],
    ),
    dict(
        OPEN_TO_ALL,
        key="viikonlopun-perheliikunta",
        name=T(
            fi="Koko perheen liikuntakerho ja perhesähly",
            selko="Perheliikunta ja perhesähly",
            sv="Familjemotion och innebandy för familjer",
            en="Family sports club and family floorball",
        ),
        summary=T(
            fi="Viikonloppuna koko perhe voi tulla liikkumaan ja pelaamaan sählyä. Olkaa mukana niin kauan kuin jaksatte.",
            selko="Viikonloppuna perhe voi liikkua ja pelata sählyä.",
            sv="På veckoslutet kan hela familjen röra på sig och spela innebandy. Var med så länge ni orkar.",
            en="At the weekend the whole family can play sports and floorball. Stay for as long as you like.",
        ),
        what_happens=T(
            fi="MLL ja SBC Levi järjestävät vuorot yhdessä. Lauantaisin ollaan Sirkan koululla ja sunnuntaisin Kittilän urheiluhallilla. Kysy kellonaika järjestäjältä.",
            selko="Liikunnan järjestävät MLL ja SBC Levi. Lauantaina paikka on Sirkan koulu. Sunnuntaina paikka on Kittilän urheiluhalli. Kysy kellonaika järjestäjältä.",
            sv="MLL och SBC Levi ordnar passen tillsammans. På lördagar är vi i Sirkka skola och på söndagar i idrottshallen i Kittilä. Fråga arrangören om klockslaget.",
            en="MLL and SBC Levi run the sessions together. On Saturdays we are at Sirkka school and on Sundays at the Kittilä sports hall. Ask the organiser for the time.",
        ),
        organisers=["mll", "sbc-levi"],
        audiences=[],
        themes=["vapaa-aika", "terveys"],
        max_months=216,
        siblings="yes",
        slots=[
            dict(key="la", place="sirkka-koulu", weekday=6),
            dict(key="su", place="kittila-urheiluhalli", weekday=7),
        ],
    ),
]
