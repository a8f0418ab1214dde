"""The organisers of the Lapland demo: names as in the handbook, descriptions written anew."""

from perhekeskus.demo.lapland.actors_associations import ASSOCIATIONS
from perhekeskus.demo.lapland.actors_others import OTHERS
from perhekeskus.demo.records import Text as T

ACTORS = [
    dict(
        key="lapha",
        name=T(
            fi="Lapin hyvinvointialue",
            selko="Lapin hyvinvointialue",
            sv="Lapplands välfärdsområde",
            en="Wellbeing Services County of Lapland",
        ),
        sector="county",
        description=T(
            fi="Hyvinvointialue hoitaa lappilaisten sosiaali- ja terveyspalvelut. Sen palveluja ovat esimerkiksi neuvola, koulun terveydenhoitaja, perheneuvonta ja apu kotiin.",
            selko="Hyvinvointialue auttaa, kun asia koskee terveyttä tai perheen arkea. Esimerkiksi neuvola on hyvinvointialueen palvelu.",
            sv="Välfärdsområdet ordnar social- och hälsovården i Lappland. Här hittar du till exempel rådgivningsbyrån, skolhälsovården, familjerådgivningen och hjälp i hemmet.",
            en="The county provides health and social services in Lapland. This is where you find the maternity and child health clinic (neuvola), school nurses, family counselling and help at home.",
        ),
        municipalities=["rovaniemi", "ranua", "posio", "kittila"],
    ),
    dict(
        key="rovaniemi",
        name=T(
            fi="Rovaniemen kaupunki", selko="Rovaniemen kaupunki", sv="Rovaniemi stad", en="City of Rovaniemi"
        ),
        sector="municipality",
        description=T(
            fi="Kaupunki järjestää varhaiskasvatusta ja koulua sekä nuoriso-, kulttuuri- ja liikuntapalveluja. Se pitää myös avointa päiväkotia, johon voit tulla lapsesi kanssa.",
            selko="Kaupungilla on päiväkoteja, kouluja ja nuorisotaloja. Kaupungilla on myös avoin päiväkoti. Sinne tulet yhdessä lapsesi kanssa.",
            sv="Staden ordnar småbarnspedagogik, skola, ungdomstjänster, kultur och idrott. Staden driver också det öppna daghemmet, dit du kan komma med ditt barn.",
            en="The city runs early childhood education, schools, youth services, culture and sports. It also runs the open day care centre, where you come along with your child.",
        ),
        municipalities=["rovaniemi"],
    ),
    dict(
        key="rovaniemen-perhekeskus-verkosto",
        name=T(
            fi="Rovaniemen perhekeskus",
            selko="Rovaniemen perhekeskus",
            sv="Rovaniemi familjecenter",
            en="Rovaniemi family centre",
        ),
        sector="municipality",
        description=T(
            fi="Rovaniemen perhekeskus on verkosto, jossa lasten, nuorten ja perheiden ammattilaiset toimivat yhdessä. He järjestävät perheille ryhmiä ja iltoja, ja kaupunki sovittaa työn yhteen.",
            selko="Rovaniemen perhekeskuksessa monta työntekijää tekee töitä yhdessä. He järjestävät ryhmiä ja iltoja perheille. Kaupunki huolehtii yhteistyöstä.",
            sv="Rovaniemi familjecenter är ett nätverk där yrkespersoner som möter barn, unga och familjer arbetar tillsammans. De ordnar grupper och kvällar för familjer, och staden samordnar arbetet.",
            en="Rovaniemi family centre is a network of professionals who work with children, young people and families. Together they arrange groups and evenings for families, and the city coordinates the work.",
        ),
        municipalities=["rovaniemi"],
    ),
    dict(
        key="kittila",
        name=T(
            fi="Kittilän kunta", selko="Kittilän kunta", sv="Kittilä kommun", en="Municipality of Kittilä"
        ),
        sector="municipality",
        description=T(
            fi="Kunnan palveluja ovat varhaiskasvatus, koulu, nuorisotilat, kirjasto ja liikuntapaikat. Kittilän perhekeskus järjestää lapsiperheille Touhutreffejä.",
            selko="Kunnalla on päiväkoteja, kouluja, kirjasto ja nuorisotiloja. Kittilän perhekeskus järjestää Touhutreffejä pienille lapsille.",
            sv="Kommunen ordnar småbarnspedagogik, skola, ungdomslokaler, bibliotek och idrott. Familjecentret i Kittilä ordnar Touhutreffit-träffar för barnfamiljer.",
            en="The municipality runs early childhood education, schools, youth clubs, the library and sports. The Kittilä family centre holds Touhutreffit play sessions for families.",
        ),
        municipalities=["kittila"],
    ),
    dict(
        key="ranua",
        name=T(fi="Ranuan kunta", selko="Ranuan kunta", sv="Ranua kommun", en="Municipality of Ranua"),
        sector="municipality",
        description=T(
            fi="Kunta järjestää Ranualla muun muassa varhaiskasvatuksen ja koulun. Ranualla on oma perhekeskus.",
            selko="Kunta järjestää Ranualla päivähoidon ja koulun. Ranualla on oma perhekeskus.",
            sv="Kommunen ordnar bland annat småbarnspedagogik och skola i Ranua. Ranua har ett eget familjecenter.",
            en="The municipality runs early childhood education and schools in Ranua. Ranua has its own family centre.",
        ),
        municipalities=["ranua"],
    ),
    dict(
        key="posio",
        name=T(fi="Posion kunta", selko="Posion kunta", sv="Posio kommun", en="Municipality of Posio"),
        sector="municipality",
        description=T(
            fi="Kunta järjestää Posiolla muun muassa varhaiskasvatuksen ja koulun. Posiolla on oma perhekeskus.",
            selko="Kunta järjestää Posiolla päivähoidon ja koulun. Posiolla on oma perhekeskus.",
            sv="Kommunen ordnar bland annat småbarnspedagogik och skola i Posio. Posio har ett eget familjecenter.",
            en="The municipality runs early childhood education and schools in Posio. Posio has its own family centre.",
        ),
        municipalities=["posio"],
    ),
    dict(
        key="kela",
        name=T(fi="Kela", selko="Kela", sv="FPA", en="Kela"),
        sector="state",
        description=T(
            fi="Kela maksaa perheille tukia, kuten lapsilisän ja vanhempainpäivärahan. Samat tuet koskevat koko Suomea.",
            selko="Kela maksaa rahaa perheille. Kela maksaa esimerkiksi lapsilisää.",
            sv="FPA betalar stöd till familjer, till exempel barnbidrag och föräldradagpenning. Stöden är desamma i hela Finland.",
            en="Kela pays benefits to families, such as child benefit and parental allowance. The benefits are the same all over Finland.",
        ),
        municipalities=[],
    ),
    dict(
        key="rovaniemen-seurakunta",
        name=T(
            fi="Rovaniemen seurakunta",
            selko="Rovaniemen seurakunta",
            sv="Rovaniemi församling",
            en="Rovaniemi Parish",
        ),
        sector="parish",
        description=T(
            fi="Seurakunta järjestää perhekerhoja ja vauvakahvilaa. Voit myös jutella diakoniatyöntekijän tai perheneuvojan kanssa.",
            selko="Seurakunnassa on perhekerhoja ja vauvakahvila. Voit myös jutella siellä työntekijän kanssa.",
            sv="Församlingen ordnar familjeklubbar och babykafé. Du kan också tala med en diakoniarbetare eller en familjerådgivare.",
            en="The parish runs family clubs and a baby café. You can also talk with a deacon or a family counsellor.",
        ),
        municipalities=["rovaniemi"],
    ),
    dict(
        key="kittilan-seurakunta",
        name=T(
            fi="Kittilän seurakunta",
            selko="Kittilän seurakunta",
            sv="Kittilä församling",
            en="Kittilä Parish",
        ),
        sector="parish",
        description=T(
            fi="Seurakunta on pitkään järjestänyt lapsiperheille yhteistä tekemistä Kittilässä. Perhekahvilaa se pitää yhdessä MLL:n kanssa.",
            selko="Seurakunta järjestää tekemistä perheille. Seurakunta ja MLL pitävät yhdessä perhekahvilaa.",
            sv="Församlingen har länge ordnat verksamhet för barnfamiljer i Kittilä. Familjekaféet ordnar den tillsammans med MLL.",
            en="The parish has long brought families with children together in Kittilä. It runs the family café together with MLL.",
        ),
        municipalities=["kittila"],
    ),
    *ASSOCIATIONS,
    *OTHERS,
]
