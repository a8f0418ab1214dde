"""How professionals of Rovaniemi do the seven tasks, and what families there have said about them.

From the handbook, chapter 5; every sentence is our own. The voices are reported summaries, never quotations.
"""

from perhekeskus.demo.records import Text as T

HOW_WE_DO_IT = {
    "hyvinvointi": T(
        fi="Kuuntelemme tarkasti, mitä sinä ja lapsesi kerrotte. Jos joku toinen osaa auttaa paremmin, emme vain anna numeroa: voimme tulla mukaan tai tehdä työtä hänen parinaan. Rovaniemellä neuvolalla ja varhaiskasvatuksella on yhteinen työryhmä, ja koululla auttaa opiskeluhuolto. Muiden kanssa puhumme asioistanne vain teidän luvallanne, ellei laki velvoita muuhun.",
        selko="Kuuntelemme sinua ja lastasi. Joskus toinen työntekijä osaa auttaa paremmin. Silloin voimme tulla mukaan hänen luokseen. Pyydämme sinulta luvan, ennen kuin puhumme perheestäsi muille. Joskus laki sanoo, että meidän pitää kertoa.",
        sv="Vi lyssnar noga på vad du och ditt barn berättar. Om någon annan kan hjälpa bättre ger vi inte bara ett nummer: vi kan följa med eller arbeta i par med den personen. I Rovaniemi har rådgivningsbyrån och småbarnspedagogiken en gemensam arbetsgrupp, och i skolan hjälper elev- och studerandevården. Med andra talar vi om er bara med er tillåtelse, om inte lagen kräver något annat.",
        en="We listen carefully to what you and your child tell us. If someone else can help better, we don’t just hand you a number: we can come along or work together with that person. In Rovaniemi the maternity and child health clinic (neuvola) and early childhood education have a joint working group, and at school pupil and student welfare helps. We talk to others about you only with your permission, unless the law requires otherwise.",
    ),
    "vanhemmuus": T(
        fi="Juttelemme rauhassa siitä, mikä sinua mietityttää. Emme odota, että kaikki on hyvin, emmekä arvostele. Kun vanhempi saa apua, koko kodin olo helpottuu.",
        selko="Juttelemme kanssasi. Voit kertoa, mikä on vaikeaa. Emme arvostele sinua. Kun sinä saat apua, koko perhe hyötyy.",
        sv="Vi pratar i lugn och ro om det du funderar på. Vi väntar oss inte att allt är bra, och vi dömer inte. När en förälder får hjälp blir det lättare för alla därhemma.",
        en="We talk calmly about what is on your mind. We do not expect everything to be fine, and we do not judge. When a parent gets help, things get easier for everyone at home.",
    ),
    "varhainen-tuki": T(
        fi="Varhainen tuki kulkee arjen mukana: päiväkodin keskusteluissa, puhelussa, etätapaamisessa, kohtaamispaikassa, ryhmässä tai leirillä. Neuvomme, tutkimme ja selvitämme, ja voit kysyä myös nimeäsi kertomatta. Jos odotat vahvempaa apua, emme jätä sinua yksin siksi aikaa. Opettelemme tuntemaan lapsesi ja kysymme, miltä asia hänestä näyttää.",
        selko="Saat apua monessa paikassa. Voit puhua päiväkodissa, puhelimessa tai kohtaamispaikassa. Voit kysyä myös ilman nimeä. Jos odotat muuta apua, olemme sillä aikaa mukana. Kysymme myös lapselta, mitä hän ajattelee.",
        sv="Det tidiga stödet följer med i vardagen: i samtal på daghemmet, i telefon, på distans, på mötesplatsen, i en grupp eller på ett läger. Vi ger råd, undersöker och reder ut, och du får fråga också utan att säga ditt namn. Om du väntar på starkare hjälp lämnar vi dig inte ensam under tiden. Vi lär känna ditt barn och frågar hur saken ser ut för barnet.",
        en="Early support goes along with daily life: in talks at day care, on the phone, in an online meeting, at a meeting place, in a group or at a camp. We advise, assess and find out, and you can also ask without giving your name. If you are waiting for stronger help, we do not leave you alone meanwhile. We get to know your child and ask how things look to them.",
    ),
    "ero": T(
        fi="Tuemme kumpaakin vanhempaa. Ero on yksi elämän tilanteista, ja siitä voi puhua tutulle työntekijälle ilman pelkoa. Kaikkea ei tarvitse ratkaista kerralla: kuuntelemme, etsimme tietoa ja tulemme tarvittaessa mukaan seuraavaan paikkaan. Puhumme molemmista vanhemmista kunnioittavasti ja autamme sanomaan ääneen, mitä lapsi ehkä ajattelee.",
        selko="Tuemme molempia vanhempia. Voit puhua erosta tutulle työntekijälle. Kuuntelemme ja etsimme apua. Voimme tulla mukaan uuteen paikkaan. Mietimme, mikä on lapselle hyvä.",
        sv="Vi stöder båda föräldrarna. En separation är en av livets situationer, och du kan tala om den med en bekant anställd utan rädsla. Allt behöver inte lösas på en gång: vi lyssnar, söker fakta och följer vid behov med till nästa ställe. Vi talar om båda föräldrarna med respekt och hjälper till att sätta ord på vad barnet kanske tänker.",
        en="We support both parents. Separation is one of life’s situations, and you can talk about it with a worker you know without fear. Not everything has to be solved at once: we listen, find things out and come along to the next place if needed. We speak of both parents with respect and help put into words what the child may be thinking.",
    ),
    "monimuotoisuus": T(
        fi="Jokainen perhe on meille oma perheensä. Olemme sopivasti uteliaita emmekä oleta mitään valmiiksi. Toivotamme kaikki tervetulleiksi kaikkeen, ja joskus järjestämme tapahtuman vain yhdelle ryhmälle. Otamme selvää eri kulttuureista ja kerromme palveluista eri kielillä. Rovaniemellä tätä miettii myös monikulttuurinen työryhmä.",
        selko="Jokainen perhe on erilainen. Emme päätä etukäteen, millainen perheesi on. Kysymme sinulta. Kaikki saavat tulla mukaan. Kerromme palveluista eri kielillä.",
        sv="För oss är varje familj en familj på sitt eget sätt. Vi är lagom nyfikna och tar inget för givet. Alla är välkomna till allt, och ibland ordnar vi något bara för en grupp. Vi tar reda på saker om olika kulturer och berättar om tjänsterna på olika språk. I Rovaniemi funderar också en mångkulturell arbetsgrupp på detta.",
        en="Every family is its own family to us. We are just curious enough and assume nothing beforehand. Everyone is welcome to everything, and sometimes we arrange something for one group only. We learn about different cultures and explain services in different languages. In Rovaniemi a multicultural working group thinks about this too.",
    ),
    "vakivalta": T(
        fi="Neuvolassa väkivallasta kysytään kaikilta perheiltä, kummaltakin vanhemmalta erikseen, joten sinun ei tarvitse aloittaa. Rovaniemellä apua saat Lapin ensi- ja turvakodin avopalvelusta, ja turvakoti on auki ympäri vuorokauden. Myös Rovaniemen seurakunnan diakoniatyöntekijälle voi puhua. Kun vaara on suuri, ammattilaiset kokoontuvat MARAK-työryhmään ja tekevät suunnitelman sinun turvaksesi.",
        selko="Neuvola kysyy väkivallasta kaikilta. Se kysyy kummaltakin vanhemmalta erikseen. Rovaniemellä on turvakoti. Se on auki päivällä ja yöllä. Voit puhua myös seurakunnan diakoniatyöntekijälle. Jos vaara on suuri, työntekijät tekevät suunnitelman. Sen tarkoitus on suojata sinua.",
        sv="På rådgivningsbyrån frågar man alla familjer om våld, båda föräldrarna var för sig, så du behöver inte börja. I Rovaniemi får du hjälp i öppenvården vid Lapin ensi- ja turvakoti, och skyddshemmet är öppet dygnet runt. Du kan också tala med en diakoniarbetare i Rovaniemi församling. När faran är stor samlas yrkespersonerna i en MARAK-arbetsgrupp och gör upp en plan för att skydda dig.",
        en="At the maternity and child health clinic (neuvola) every family is asked about violence, each parent separately, so you do not have to begin. In Rovaniemi you can get help from the support service of Lapin ensi- ja turvakoti, and the shelter is open day and night. You can also talk to a deacon at the parish of Rovaniemi. When the danger is great, professionals meet in a MARAK working group and make a plan to protect you.",
    ),
    "vertaistuki": T(
        fi="Rovaniemellä alle kouluikäisten lasten perheet kohtaavat avoimessa päiväkodissa, Mannerheimin Lastensuojeluliiton perhekahviloissa sekä seurakunnan perhekerhoissa ja vauvakahvilassa. Ryhmiä on moneen tilanteeseen, vauvan odotuksesta yhden vanhemman arkeen. Lisäksi järjestämme yhdessä tapahtumia, kuten Perheiden torin ja isien ja äitien iltoja.",
        selko="Rovaniemellä perheet tapaavat avoimessa päiväkodissa, perhekahviloissa, perhekerhoissa ja vauvakahvilassa. Meillä on myös ryhmiä. Järjestämme tapahtumia, esimerkiksi Perheiden torin.",
        sv="I Rovaniemi träffas familjer med barn under skolåldern på det öppna daghemmet, på Mannerheims Barnskyddsförbunds familjekaféer och i församlingens familjeklubbar och babykafé. Det finns grupper för många situationer, från väntan på barn till vardagen som ensam förälder. Dessutom ordnar vi tillsammans evenemang som Perheiden tori och kvällar för pappor och mammor.",
        en="In Rovaniemi families with children under school age meet at the open day care centre, at the family cafés of the Mannerheim League for Child Welfare and at the parish’s family clubs and baby café. There are groups for many situations, from expecting a baby to life as a lone parent. We also arrange events together, such as Perheiden tori and evenings for fathers and mothers.",
    ),
}

FAMILY_FAIR = T(
    fi="Perheiden tori",
    selko="Perheiden tori",
    sv="Perheiden tori (familjernas torg)",
    en="Perheiden tori (families’ fair)",
)
FAMILY_SURVEY = T(
    fi="Lapsiperhekysely",
    selko="Lapsiperhekysely",
    sv="Barnfamiljsenkäten",
    en="Survey of families with children",
)

TASK_VOICES = [
    dict(
        task="hyvinvointi",
        family_centre="rovaniemen-perhekeskus",
        text=T(
            fi="Perheiden mielestä hyvä ja turvallinen olo syntyy arjen pienistä asioista: yhdessäolosta, ulkoilusta, harrastuksista, naurusta, ystävistä ja suvusta. Tärkeinä pidettiin myös sitä, että kotona kaikki tunteet ovat sallittuja, elämä on vakaata ja vanhemmilla on aikaa toisilleen. Turvaa toivat myös lemmikit ja äidin silitys.",
            selko="Perheet kertoivat, mistä tulee hyvä mieli. He olivat mielellään yhdessä. He pitivät ulkoilusta, harrastuksista ja naurusta. Ystävät, suku, koti ja lemmikit olivat tärkeitä. Kotona sai näyttää kaikki tunteet.",
            sv="Familjerna tyckte att välmående och trygghet kommer ur små saker i vardagen: att vara tillsammans, röra sig ute, ha hobbyer, skratta, ha vänner och släkt. Viktigt var också att alla känslor får finnas hemma, att livet är stabilt och att föräldrarna har tid för varandra. Trygghet gav också husdjuren och en mamma som stryker en över håret.",
            en="Families felt that a safe and happy life comes from small everyday things: being together, going outdoors, hobbies, laughter, friends and relatives. It also mattered that all feelings are allowed at home, that life is steady and that the parents have time for each other. Pets and a mother’s gentle touch brought comfort too.",
        ),
        source=FAMILY_FAIR,
        year=2024,
    ),
    dict(
        task="vanhemmuus",
        family_centre="rovaniemen-perhekeskus",
        text=T(
            fi="Vanhemmat iloitsivat siitä, että saa seurata lapsen kasvua, auttaa, tehdä asioita yhdessä ja olla pienelle se tärkein ihminen. Kumppanissa he arvostivat tukea, luotettavuutta, rehellisyyttä ja taitoa hassutella. Yksin lastaan kasvattavat kertoivat, että silloin vanhemmuudesta voi tehdä omannäköisensä.",
            selko="Vanhemmat iloitsivat lapsen kasvusta. Heistä oli mukavaa auttaa lasta ja tehdä asioita yhdessä. Kumppanissa he arvostivat tukea, rehellisyyttä ja hassuttelua. Yksin kasvattava vanhempi saa olla vanhempi omalla tavallaan.",
            sv="Föräldrarna gladde sig åt att få följa barnets uppväxt, hjälpa, göra saker tillsammans och vara den viktigaste personen för en liten. Hos sin partner uppskattade de stöd, pålitlighet, ärlighet och förmågan att skoja. De som fostrar sitt barn ensamma berättade att man då kan göra föräldraskapet till sitt eget.",
            en="Parents enjoyed watching their child grow, helping, doing things together and being the most important person to a little one. In a partner they valued support, reliability, honesty and being able to be silly. Those raising a child alone said that you can then be a parent in your own way.",
        ),
        source=FAMILY_FAIR,
        year=2024,
    ),
    dict(
        task="varhainen-tuki",
        family_centre="rovaniemen-perhekeskus",
        text=T(
            fi="Perheet kertoivat saavansa tukea omilta ihmisiltään: isovanhemmilta, ystäviltä ja muilta läheisiltä. Lisäksi he mainitsivat neuvolan, kasvatus- ja perheneuvonnan, perhetyön, varhaiskasvatuksen, terapian, Lapin ensi- ja turvakodin, ensikodin, seurakunnan ja perhekeskuksen verkkosivut.",
            selko="Perheet saivat tukea isovanhemmilta, ystäviltä ja läheisiltä. He saivat tukea myös neuvolasta, päiväkodista, perhetyöstä, terapiasta ja seurakunnasta. He saivat tukea myös perhekeskuksen verkkosivuilta.",
            sv="Familjerna berättade att de får stöd av sina egna: mor- och farföräldrar, vänner och andra närstående. De nämnde också rådgivningsbyrån, fostrings- och familjerådgivningen, familjearbetet, småbarnspedagogiken, terapi, Lapin ensi- ja turvakoti, mödrahemmet, församlingen och familjecentrets webbsidor.",
            en="Families said they get support from their own people: grandparents, friends and others. They also named the maternity and child health clinic (neuvola), child guidance and family counselling, family work, early childhood education, therapy, Lapin ensi- ja turvakoti, the mother and child home, the parish and the family centre’s web pages.",
        ),
        source=FAMILY_FAIR,
        year=2024,
    ),
    dict(
        task="varhainen-tuki",
        family_centre="rovaniemen-perhekeskus",
        text=T(
            fi="Kyselyssä perheet toivoivat lisää viikonlopputapahtumia koko perheelle, rahallista tukea harrastuksiin ja tilapäistä apua lasten hoitoon ja kotitöihin. Apua kaivattiin myös lapsen keskittymiseen, nepsy-piirteisiin ja haastavaan käytökseen sekä parisuhteeseen.",
            selko="Perheet toivoivat tapahtumia viikonlopuksi. He toivoivat rahaa harrastuksiin. He toivoivat apua kotiin ja lasten hoitoon. He toivoivat apua myös lapsen keskittymiseen, käytökseen tai parisuhteeseen.",
            sv="I enkäten önskade familjerna fler evenemang för hela familjen på veckoslut, ekonomiskt stöd för hobbyer och tillfällig hjälp med barnpassning och hushållsarbete. De önskade också hjälp med barnets koncentration, neuropsykiatriska svårigheter och utmanande beteende samt med parförhållandet.",
            en="In the survey families wished for more weekend events for the whole family, financial help with hobbies and short-term help with child care and housework. They also longed for help with a child’s concentration, neuropsychiatric difficulties and challenging behaviour, and with their own relationship.",
        ),
        source=FAMILY_SURVEY,
        year=2023,
    ),
    dict(
        task="ero",
        family_centre="rovaniemen-perhekeskus",
        text=T(
            fi="Perheiden mukaan sovinnollinen ero on sellainen, jossa lapsen asiat menevät edelle. Tärkeistä asioista pystytään puhumaan riitelemättä, toista kunnioitetaan ja sovitaan tasapuolisesti. Lapselle ei pureta omaa pahaa oloa, ja hänelle puhutaan toisesta vanhemmasta hyvää.",
            selko="Perheet kertoivat, millainen on hyvä ero. Lapsi on tärkein. Vanhemmat puhuvat riitelemättä. He kunnioittavat toisiaan. He eivät kerro lapselle omasta pahasta olosta. He puhuvat toisistaan hyvää.",
            sv="Enligt familjerna är en separation i samförstånd en där barnet kommer först. Man kan tala om viktiga saker utan att gräla, man respekterar den andra och kommer överens på ett rättvist sätt. Man öser inte sina egna känslor över barnet, och man talar väl om den andra föräldern.",
            en="According to families, a separation on good terms is one where the child comes first. The parents can talk about important things without quarrelling, respect each other and agree fairly. They do not unload their feelings on the child, and they speak well of the other parent.",
        ),
        source=FAMILY_FAIR,
        year=2024,
    ),
    dict(
        task="monimuotoisuus",
        family_centre="rovaniemen-perhekeskus",
        text=T(
            fi="Perheet tunnistivat lähellään monenlaisia perheitä. Oli ydinperheitä, uusioperheitä, sateenkaariperheitä ja eronneita. Oli yhden vanhemman perheitä ja itsellisiä äitejä. Oli monikulttuurisia perheitä, suurperheitä ja lapsettomia pareja.",
            selko="Perheet tunsivat monenlaisia perheitä. Oli perheitä, joissa on äiti ja isä. Oli uusioperheitä, sateenkaariperheitä ja eronneita perheitä. Oli yhden vanhemman perheitä, suuria perheitä ja perheitä eri kulttuureista.",
            sv="Familjerna kände många slags familjer i sin närhet: kärnfamiljer, ombildade familjer, regnbågsfamiljer, separerade, familjer med en förälder, självständiga mammor, mångkulturella familjer, stora familjer och barnlösa par.",
            en="Families knew many kinds of families near them: nuclear families, blended families, rainbow families, separated families, one-parent families, women who became mothers on their own, multicultural families, large families and couples without children.",
        ),
        source=FAMILY_FAIR,
        year=2024,
    ),
    dict(
        task="vakivalta",
        family_centre="rovaniemen-perhekeskus",
        text=T(
            fi="Perheiltä kysyttiin, tuntevatko he uimapukusäännön. Useimmissa perheissä joko lapsi tai vanhempi tiesi, mitä se tarkoittaa. Uimapuvun alle jäävä alue on jokaisen oma, eikä toinen saa koskea siihen luvatta.",
            selko="Kysyimme perheiltä uimapukusäännöstä. Sääntö tarkoittaa: kehossasi on oma alue. Kukaan ei saa koskea siihen ilman lupaa. Useimmissa perheissä lapsi tai vanhempi tiesi säännön.",
            sv="Familjerna fick frågan om de känner till baddräktsregeln. I de flesta familjer visste antingen barnet eller föräldern vad den betyder: kroppen har ett eget område som ingen får röra utan lov.",
            en="Families were asked whether they know the swimsuit rule. In most families either the child or a parent knew what it means: the body has an area of its own that nobody may touch without permission.",
        ),
        source=FAMILY_FAIR,
        year=2024,
    ),
    dict(
        task="vertaistuki",
        family_centre="rovaniemen-perhekeskus",
        text=T(
            fi="Muita perheitä tavattiin kylässä, mummilassa, puistossa, töissä ja harrastuksissa. Heitä tavattiin myös päiväkodissa, koulussa, avoimessa päiväkodissa, leireillä, tapahtumissa ja seurakunnan kerhossa. Perheiden vinkki toisille oli: tee sitä, mikä innostaa, ole oma itsesi ja rohkaise lasta tutustumaan uusiin kavereihin.",
            selko="Perheet tapasivat toisiaan kotona, puistossa, harrastuksissa, päiväkodissa, koulussa ja tapahtumissa. He antoivat neuvon muille: Tee sitä, mistä pidät. Ole oma itsesi. Auta lasta saamaan uusia kavereita.",
            sv="Familjerna träffade andra hemma hos varandra, i hobbyer, i parken, på jobbet, på daghemmet, i skolan, på det öppna daghemmet, hos mormor, på läger och evenemang och i församlingens klubb. Deras tips till andra var: gör sådant som inspirerar, var dig själv och uppmuntra barnet att lära känna nya kompisar.",
            en="Families met others at each other’s homes, in hobbies, in the park, at work, at day care, at school, at the open day care centre, at grandma’s, at camps and events and at the parish club. Their tip to others was: do what inspires you, be yourself and encourage your child to get to know new friends.",
        ),
        source=FAMILY_FAIR,
        year=2024,
    ),
]
