"""Reference rows every installation begins with: age groups, audiences, sections, spoken languages."""

from perhekeskus.demo.records import Text as T

AGE_GROUPS = [
    dict(
        slug="odotus",
        icon="pregnant",
        name=T(fi="Vauvaa odottavat", selko="Odotan vauvaa", sv="Väntar barn", en="Expecting a baby"),
        short_name=T(fi="raskausaika", selko="raskausaika", sv="graviditeten", en="pregnancy"),
        min_months=None,
        max_months=None,
        for_pregnancy=True,
        introduction=T(
            fi="Uusi ihminen on tulossa, ja mielessä voi olla yhtä aikaa iloa ja jännitystä. Tästä löydät tukea raskauteen, synnytykseen ja vauvan tuloon valmistautumiseen.",
            selko="Odotat vauvaa. Voit iloita ja jännittää samaan aikaan. Tältä sivulta löydät apua raskauden ajalle.",
            sv="En ny människa är på väg, och du kan känna glädje och oro på samma gång. Här hittar du stöd för graviditeten, förlossningen och tiden innan barnet kommer.",
            en="A new person is on the way, and you can feel joy and nerves at the same time. Here you will find support for pregnancy, birth and getting ready for the baby.",
        ),
    ),
    dict(
        slug="vauvat",
        icon="baby",
        name=T(fi="Vauvat", selko="Vauvat", sv="Babyer", en="Babies"),
        short_name=T(fi="0–11 kk", selko="0–11 kk", sv="0–11 mån", en="0–11 mo"),
        min_months=0,
        max_months=12,
        for_pregnancy=False,
        introduction=T(
            fi="Ensimmäinen vuosi on uuden opettelua koko perheelle, eikä kaikkea tarvitse osata heti. Täältä löydät seuraa, neuvoja ja lepohetkiä vauva-arkeen.",
            selko="Vauvan kanssa kaikki on uutta. Sinun ei tarvitse osata kaikkea heti. Täältä löydät seuraa ja neuvoja.",
            sv="Det första året lär sig hela familjen något nytt, och ingen behöver kunna allt genast. Här hittar du sällskap, råd och en stunds vila i babyvardagen.",
            en="In the first year the whole family is learning, and nobody has to know everything at once. Here you will find company, advice and a moment’s rest.",
        ),
    ),
    dict(
        slug="taaperot",
        icon="toddler",
        name=T(fi="Taaperot", selko="Taaperot", sv="Småttingar", en="Toddlers"),
        short_name=T(fi="1–2 v", selko="1–2 v", sv="1–2 år", en="1–2 y"),
        min_months=12,
        max_months=36,
        for_pregnancy=False,
        introduction=T(
            fi="Taapero kävelee, kiipeää, tahtoo ja väsyy, usein saman tunnin aikana. Täältä löydät tekemistä teille yhdessä ja tukea sinulle vanhempana.",
            selko="Pieni lapsi tahtoo ja kokeilee. Se on ihanaa ja raskasta. Täältä löydät tekemistä lapselle ja tukea sinulle.",
            sv="En småtting går, klättrar, vill och blir trött, ofta inom samma timme. Här hittar du saker att göra tillsammans och stöd för dig som förälder.",
            en="A toddler walks, climbs, insists and gets tired, often within the same hour. Here you will find things to do together and support for you as a parent.",
        ),
    ),
    dict(
        slug="leikki-ikaiset",
        icon="child",
        name=T(fi="Leikki-ikäiset", selko="Leikki-ikäiset", sv="Barn i lekåldern", en="Preschoolers"),
        short_name=T(fi="3–6 v", selko="3–6 v", sv="3–6 år", en="3–6 y"),
        min_months=36,
        max_months=84,
        for_pregnancy=False,
        introduction=T(
            fi="Leikki, kaverit ja sata kysymystä päivässä: lapsesi maailma kasvaa nyt nopeasti. Täältä löydät kerhoja, palveluja ja apua, kun jokin kehityksessä mietityttää.",
            selko="Lapsesi leikkii ja kysyy paljon. Hän saa uusia kavereita. Täältä löydät kerhoja, palveluja ja apua.",
            sv="Lek, kompisar och hundra frågor om dagen: ditt barns värld växer snabbt nu. Här hittar du klubbar, tjänster och hjälp om du funderar på något i barnets utveckling.",
            en="Play, friends and a hundred questions a day: your child’s world is growing fast. Here you will find clubs, services and help when something in their development is on your mind.",
        ),
    ),
    dict(
        slug="alakoululaiset",
        icon="school",
        name=T(fi="Alakoululaiset", selko="Alakoululaiset", sv="Lågstadiebarn", en="Primary school age"),
        short_name=T(fi="7–12 v", selko="7–12 v", sv="7–12 år", en="7–12 y"),
        min_months=84,
        max_months=156,
        for_pregnancy=False,
        introduction=T(
            fi="Koulu tuo uusia taitoja, kavereita ja joskus murheita. Täältä löydät harrastuksia, koulun tukea ja juttuseuraa sinullekin.",
            selko="Lapsesi käy koulua. Hän oppii uutta ja saa kavereita. Joskus tulee murheita. Täältä löydät harrastuksia ja tukea.",
            sv="Skolan ger nya färdigheter, kompisar och ibland bekymmer. Här hittar du hobbyer, skolans stöd och någon att prata med också för dig.",
            en="School brings new skills, friends and sometimes worries. Here you will find hobbies, support at school and someone for you to talk to as well.",
        ),
    ),
    dict(
        slug="ylakoululaiset",
        icon="teen",
        name=T(fi="Yläkoululaiset", selko="Yläkoululaiset", sv="Högstadieelever", en="Lower secondary age"),
        short_name=T(fi="13–15 v", selko="13–15 v", sv="13–15 år", en="13–15 y"),
        min_months=156,
        max_months=192,
        for_pregnancy=False,
        introduction=T(
            fi="Nuori ottaa oman tilansa, mutta koti on hänelle yhä tärkeä. Täältä löydätte tekemistä, apua mielen asioihin ja paikkoja, joihin nuori voi mennä myös itse.",
            selko="Nuori haluaa päättää enemmän itse. Hän tarvitsee silti kotia. Täältä löydätte tekemistä ja apua. Nuori voi kysyä apua myös itse.",
            sv="En ung människa tar sin egen plats, men hemmet är fortfarande viktigt. Här hittar ni något att göra, hjälp när måendet sviktar och ställen dit den unga kan gå på egen hand.",
            en="A teenager takes their own space, but home still matters. Here you will find things to do, help with how they feel and places a young person can go to on their own.",
        ),
    ),
    dict(
        slug="nuoret",
        icon="youth",
        name=T(fi="Nuoret", selko="Nuoret", sv="Unga", en="Young people"),
        short_name=T(fi="16–17 v", selko="16–17 v", sv="16–17 år", en="16–17 y"),
        min_months=192,
        max_months=216,
        for_pregnancy=False,
        introduction=T(
            fi="Opinnot, seurustelu, ensimmäinen työ ja ajatus omasta kodista: paljon on auki. Täältä löytyy tukea nuorelle itselleen ja vanhemmalle, joka kulkee vierellä.",
            selko="Nuori miettii opintoja, työtä ja omaa kotia. Täältä löytyy apua nuorelle. Myös vanhempi saa apua.",
            sv="Studier, dejtande, det första jobbet och tanken på ett eget hem: mycket är öppet. Här finns stöd för den unga själv och för föräldern som går bredvid.",
            en="Studies, dating, a first job and thoughts of a home of one’s own: much is still open. Here is support for the young person and for the parent walking alongside.",
        ),
    ),
    dict(
        slug="nuoret-aikuiset",
        icon="adult",
        name=T(fi="Nuoret aikuiset", selko="Nuoret aikuiset", sv="Unga vuxna", en="Young adults"),
        short_name=T(fi="18–28 v", selko="18–28 v", sv="18–28 år", en="18–28 y"),
        min_months=216,
        max_months=348,
        for_pregnancy=False,
        introduction=T(
            fi="Kukaan ei ole aikuinen valmiina, ja apua saa kysyä edelleen. Täältä löydät tukea asumiseen, opintoihin, työhön ja mielen asioihin, myös silloin, kun oma perhe on vasta alussa.",
            selko="Olet aikuinen. Sinun ei silti tarvitse osata kaikkea. Täältä löydät tukea asumiseen, opintoihin ja työhön. Voit puhua myös pahasta olosta.",
            sv="Ingen är färdig bara för att hen blir vuxen, och du får fortfarande be om hjälp. Här hittar du stöd för boende, studier, jobb och mående, också när din egen familj just börjat.",
            en="Nobody starts adulthood ready-made, and you can still ask for help. Here you will find support with housing, studies, work and wellbeing, also when your own family is only beginning.",
        ),
    ),
]

AUDIENCES = [
    dict(
        slug="odottavat",
        name=T(
            fi="vauvaa odottavat",
            selko="vauvaa odottavat",
            sv="familjer som väntar barn",
            en="expectant parents",
        ),
    ),
    dict(slug="isat", name=T(fi="isät", selko="isät", sv="pappor", en="fathers")),
    dict(
        slug="yhden-vanhemman-perheet",
        name=T(
            fi="yhden vanhemman perheet",
            selko="perheet, joissa on yksi vanhempi",
            sv="familjer med en förälder",
            en="one-parent families",
        ),
    ),
    dict(
        slug="eronneet",
        name=T(
            fi="eronneet vanhemmat",
            selko="eronneet vanhemmat",
            sv="föräldrar som har separerat",
            en="separated parents",
        ),
    ),
    dict(
        slug="uusioperheet",
        name=T(fi="uusioperheet", selko="uusioperheet", sv="ombildade familjer", en="blended families"),
    ),
    dict(
        slug="maahanmuuttajat",
        name=T(
            fi="Suomeen muuttaneet perheet",
            selko="Suomeen muuttaneet perheet",
            sv="familjer som har flyttat till Finland",
            en="families who have moved to Finland",
        ),
    ),
    dict(
        slug="suomen-oppijat",
        name=T(
            fi="suomen kielen oppijat",
            selko="suomen kielen opiskelijat",
            sv="de som lär sig finska",
            en="learners of Finnish",
        ),
    ),
    dict(
        slug="sateenkaariperheet",
        name=T(
            fi="sateenkaariperheet", selko="sateenkaariperheet", sv="regnbågsfamiljer", en="rainbow families"
        ),
    ),
    dict(
        slug="erityislapset",
        name=T(
            fi="erityistä tukea tarvitsevat lapset ja nepsy-perheet",
            selko="perheet, joissa lapsi tarvitsee erityistä tukea",
            sv="barn som behöver särskilt stöd och familjer med neuropsykiatriska svårigheter",
            en="children with special needs, ADHD or autism",
        ),
    ),
    dict(
        slug="suurperheet",
        name=T(
            fi="suurperheet", selko="perheet, joissa on monta lasta", sv="stora familjer", en="large families"
        ),
    ),
    dict(
        slug="isovanhemmat",
        name=T(fi="isovanhemmat", selko="isovanhemmat", sv="mor- och farföräldrar", en="grandparents"),
    ),
    dict(
        slug="perhepaivahoitajat",
        name=T(
            fi="perhepäivähoitajat", selko="perhepäivähoitajat", sv="familjedagvårdare", en="childminders"
        ),
    ),
    dict(
        slug="sijais-ja-adoptioperheet",
        name=T(
            fi="sijais- ja adoptioperheet",
            selko="sijaisperheet ja adoptioperheet",
            sv="foster- och adoptivfamiljer",
            en="foster and adoptive families",
        ),
    ),
    dict(slug="nuoret", name=T(fi="nuoret", selko="nuoret", sv="unga", en="young people")),
    dict(
        slug="ammattilaiset",
        name=T(fi="ammattilaiset", selko="ammattilaiset", sv="yrkespersoner", en="professionals"),
    ),
]

SECTIONS = [
    dict(
        slug="vapaa-aika",
        name=T(
            fi="Tekemistä vapaa-ajalle",
            selko="Tekemistä vapaa-ajalle",
            sv="Något att göra på fritiden",
            en="Things to do",
        ),
        introduction=T(
            fi="Täällä on harrastuksia, kerhoja, retkiä ja paikkoja, joissa voit tavata muita. Moneen pääsee mukaan ilman ajanvarausta.",
            selko="Täältä löydät harrastuksia, kerhoja ja retkiä. Voit tavata muita perheitä. Usein voit tulla mukaan ilman ajanvarausta.",
            sv="Här finns hobbyer, klubbar, utflykter och platser där du kan träffa andra. Ofta får man komma utan att boka tid.",
            en="Here are hobbies, clubs, outings and places to meet other people. To many of them you can come without booking.",
        ),
    ),
    dict(
        slug="arki",
        name=T(
            fi="Palvelut arkeen", selko="Palvelut arkeen", sv="Tjänster i vardagen", en="Everyday services"
        ),
        introduction=T(
            fi="Nämä palvelut kuuluvat tavalliseen arkeen ja ovat kaikkia perheitä varten: neuvola, varhaiskasvatus, koulu ja monta muuta.",
            selko="Nämä palvelut ovat kaikille perheille. Tällaisia ovat esimerkiksi neuvola, päiväkoti ja koulu.",
            sv="De här tjänsterna hör till vardagen och är till för alla familjer: rådgivningsbyrån, småbarnspedagogiken, skolan och mycket annat.",
            en="These services belong to ordinary life and are for every family: the maternity and child health clinic (neuvola), early childhood education, school and more.",
        ),
    ),
    dict(
        slug="varhainen-tuki",
        name=T(
            fi="Varhainen tuki, hoito ja kuntoutus",
            selko="Apua huoliin",
            sv="Tidigt stöd, vård och rehabilitering",
            en="Early support, care and rehabilitation",
        ),
        introduction=T(
            fi="Kun jokin painaa mieltä tai arki takkuaa, apua kannattaa kysyä ajoissa. Huolen ei tarvitse olla suuri.",
            selko="Onko sinulla huoli? Tuntuuko arki vaikealta? Kysy apua pian. Huoli voi olla pienikin.",
            sv="När något tynger dig eller vardagen kärvar lönar det sig att be om hjälp i tid. Bekymret behöver inte vara stort.",
            en="When something weighs on you or daily life is a struggle, it is worth asking for help early. The worry does not have to be a big one.",
        ),
    ),
    dict(
        slug="vahva-tuki",
        name=T(fi="Vahva tuki", selko="Paljon apua", sv="Starkt stöd", en="Strong support"),
        introduction=T(
            fi="Joskus tarvitaan paljon apua ja monta auttajaa yhtä aikaa. Nämä palvelut ovat silloin perheesi rinnalla.",
            selko="Joskus perhe tarvitsee paljon apua. Silloin nämä palvelut auttavat.",
            sv="Ibland behövs mycket hjälp och flera hjälpare samtidigt. Då finns de här tjänsterna vid din familjs sida.",
            en="Sometimes a lot of help is needed, and from several helpers at once. These services then stand beside your family.",
        ),
    ),
]

SPOKEN_LANGUAGES = [
    dict(code="fi", name=T(fi="suomi", selko="suomi", sv="finska", en="Finnish")),
    dict(code="sv", name=T(fi="ruotsi", selko="ruotsi", sv="svenska", en="Swedish")),
    dict(code="en", name=T(fi="englanti", selko="englanti", sv="engelska", en="English")),
    dict(code="se", name=T(fi="pohjoissaame", selko="pohjoissaame", sv="nordsamiska", en="North Sámi")),
    dict(code="smn", name=T(fi="inarinsaame", selko="inarinsaame", sv="enaresamiska", en="Inari Sámi")),
    dict(code="sms", name=T(fi="koltansaame", selko="koltansaame", sv="skoltsamiska", en="Skolt Sámi")),
    dict(code="uk", name=T(fi="ukraina", selko="ukraina", sv="ukrainska", en="Ukrainian")),
    dict(code="ru", name=T(fi="venäjä", selko="venäjä", sv="ryska", en="Russian")),
    dict(code="ar", name=T(fi="arabia", selko="arabia", sv="arabiska", en="Arabic")),
    dict(code="so", name=T(fi="somali", selko="somali", sv="somaliska", en="Somali")),
    dict(
        code="fa",
        name=T(fi="persia (farsi)", selko="persia (farsi)", sv="persiska (farsi)", en="Persian (Farsi)"),
    ),
    dict(code="et", name=T(fi="viro", selko="viro", sv="estniska", en="Estonian")),
    dict(
        code="fse",
        name=T(
            fi="suomalainen viittomakieli",
            selko="suomalainen viittomakieli",
            sv="finskt teckenspråk",
            en="Finnish Sign Language",
        ),
    ),
]
