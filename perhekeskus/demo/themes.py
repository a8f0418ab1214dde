"""Themes: Rovaniemi's eight for parents, and five of ours for what they leave out."""

from perhekeskus.demo.records import Text as T

THEMES = [
    dict(
        key="verkkopalvelut",
        name=T(
            fi="Apua ja tietoa verkossa",
            selko="Apua verkosta",
            sv="Hjälp och information på webben",
            en="Help and information online",
        ),
        neutral_name=None,
        is_sensitive=False,
        introduction=T(
            fi=(
                "Aina ei pääse lähtemään kotoa, ja kysymys voi tulla mieleen illalla. Täältä löydät "
                "palveluja, joita voit käyttää puhelimella tai tietokoneella: neuvontaa, chatteja ja "
                "luotettavaa tietoa. Monessa niistä sinun ei tarvitse kertoa nimeäsi."
            ),
            selko=(
                "Saat apua myös puhelimella tai tietokoneella. Voit kysyä neuvoa ja lukea tietoa. Usein "
                "sinun ei tarvitse sanoa nimeäsi."
            ),
            sv=(
                "Alltid kan man inte ta sig hemifrån, och frågan kan dyka upp på kvällen. Här hittar du "
                "tjänster som du kan använda med telefon eller dator: rådgivning, chattar och pålitlig "
                "information. I många av dem behöver du inte säga ditt namn."
            ),
            en=(
                "You cannot always leave home, and a question may come up in the evening. Here are services "
                "you can use on a phone or computer: advice, chats and reliable information. In many of them "
                "you need not give your name."
            ),
        ),
        icon="screen",
    ),
    dict(
        key="asuminen-ja-talous",
        name=T(fi="Asuminen ja raha", selko="Koti ja raha", sv="Boende och ekonomi", en="Housing and money"),
        neutral_name=None,
        is_sensitive=False,
        introduction=T(
            fi=(
                "Rahahuolet vievät voimia koko perheeltä, eikä niissä tarvitse olla yksin. Täältä löydät "
                "apua tukien hakemiseen, velkoihin, asumiseen ja arjen menoihin. Mitä aiemmin kysyt, sitä "
                "enemmän vaihtoehtoja on jäljellä."
            ),
            selko=(
                "Rahat voivat loppua kenellä tahansa. Saat apua tukiin, velkoihin ja asumiseen. Kysy apua "
                "heti, kun huomaat ongelman."
            ),
            sv=(
                "Pengabekymmer tar på krafterna i hela familjen, och du behöver inte vara ensam med dem. Här "
                "hittar du hjälp med att söka stöd, med skulder, boende och vardagens utgifter. Ju tidigare "
                "du frågar, desto fler möjligheter finns det."
            ),
            en=(
                "Money worries drain the whole family, and you need not carry them alone. Here you will find "
                "help with benefits, debts, housing and everyday costs. The earlier you ask, the more "
                "choices are left."
            ),
        ),
        icon="home",
    ),
    dict(
        key="vanhemmuus-ja-parisuhde",
        name=T(
            fi="Vanhemmuus ja parisuhde",
            selko="Vanhempana ja puolisona",
            sv="Föräldraskap och parförhållande",
            en="Being a parent and a partner",
        ),
        neutral_name=None,
        is_sensitive=False,
        introduction=T(
            fi=(
                "Kukaan ei ole vanhempana valmis, ja parisuhdekin jää välillä kaiken muun alle. Täältä "
                "löydät juttuseuraa, kursseja ja ammattilaisia, joiden kanssa voit miettiä kasvatusta, "
                "jaksamista ja yhteistä arkea. Kun vanhempi saa apua, koko perheen olo kevenee."
            ),
            selko=(
                "Vanhemman työ on välillä raskasta. Myös parisuhteessa voi olla vaikeaa. Saat apua ja voit "
                "puhua. Kun sinä voit paremmin, lapsikin voi paremmin."
            ),
            sv=(
                "Ingen är fullärd som förälder, och parförhållandet hamnar ibland under allt annat. Här "
                "hittar du någon att prata med, kurser och yrkespersoner som du kan fundera tillsammans med "
                "på fostran, ork och vardag. När en förälder får hjälp blir det lättare för hela familjen."
            ),
            en=(
                "Nobody is a finished parent, and a couple can get lost under everything else. Here you will "
                "find people to talk to, courses and professionals to think with about raising children, "
                "your strength and daily life. When a parent gets help, the whole family breathes more "
                "easily."
            ),
        ),
        icon="heart",
    ),
    dict(
        key="maahanmuuttajat",
        name=T(
            fi="Suomeen muuttaneille perheille",
            selko="Suomeen muuttaneille perheille",
            sv="För familjer som har flyttat till Finland",
            en="For families who have moved to Finland",
        ),
        neutral_name=None,
        is_sensitive=False,
        introduction=T(
            fi=(
                "Uudessa maassa moni tavallinenkin asia on opittava alusta. Täältä löydät tietoa "
                "palveluista, paikkoja puhua suomea ja tapoja tutustua muihin perheisiin. Viranomaisen "
                "kanssa asioidessasi voit pyytää tulkkia."
            ),
            selko=(
                "Olet muuttanut Suomeen. Moni asia on uusi. Täältä löydät tietoa, suomen kieltä ja uusia "
                "ihmisiä. Voit pyytää tulkkia, kun asioit viranomaisen kanssa."
            ),
            sv=(
                "I ett nytt land måste man lära sig många vanliga saker från början. Här hittar du "
                "information om tjänster, ställen där du får öva finska och sätt att lära känna andra "
                "familjer. När du har ärenden hos en myndighet kan du be om tolk."
            ),
            en=(
                "In a new country even ordinary things have to be learnt from the beginning. Here you will "
                "find information about services, places to practise Finnish and ways to meet other "
                "families. When dealing with the authorities you can ask for an interpreter."
            ),
        ),
        icon="globe",
    ),
    dict(
        key="mielen-hyvinvointi",
        name=T(
            fi="Mielen hyvinvointi",
            selko="Hyvä mieli ja paha olo",
            sv="Psykiskt välbefinnande",
            en="Mental wellbeing",
        ),
        neutral_name=None,
        is_sensitive=False,
        introduction=T(
            fi=(
                "Mieli voi väsyä siinä missä kehokin, niin lapsella kuin aikuisella. Täältä löydät apua "
                "ahdistukseen, alakuloon, uupumukseen ja suruun. Jos sinulla tai lapsellasi on itsetuhoisia "
                "ajatuksia, älä odota: soita 112, jos henki on vaarassa."
            ),
            selko=(
                "Joskus on paha olo. Se voi tulla lapselle, nuorelle tai aikuiselle. Saat apua. Jos joku "
                "haluaa kuolla ja on vaarassa, soita heti 112."
            ),
            sv=(
                "Sinnet kan bli trött precis som kroppen, hos både barn och vuxna. Här hittar du hjälp vid "
                "ångest, nedstämdhet, utmattning och sorg. Om du eller ditt barn har självmordstankar, vänta "
                "inte: ring 112 om liv är i fara."
            ),
            en=(
                "The mind can tire just as the body does, in children and adults alike. Here you will find "
                "help with anxiety, low mood, exhaustion and grief. If you or your child have thoughts of "
                "suicide, do not wait: ring 112 if life is in danger."
            ),
        ),
        icon="sun",
    ),
    dict(
        key="ero",
        name=T(
            fi="Ero ja vanhemmuus eron jälkeen",
            selko="Ero ja lapset",
            sv="Separation och föräldraskap",
            en="Separation and parenting after it",
        ),
        neutral_name=None,
        is_sensitive=False,
        introduction=T(
            fi=(
                "Parisuhde voi päättyä, mutta vanhemmuus jatkuu. Täältä löydät apua eron miettimiseen, "
                "lapsen asioista sopimiseen ja omaan jaksamiseesi. Jos suhteessa on väkivaltaa tai pelkäät, "
                "sovittelu ei ole ensimmäinen askel: soita ensin Nollalinjaan 080 005 005, vaarassa 112."
            ),
            selko=(
                "Voitte erota, mutta olette edelleen lapsen vanhempia. Saat apua eroon ja lapsen asioihin. "
                "Onko suhteessa väkivaltaa? Pelkäätkö? Soita ensin Nollalinjaan 080 005 005. Jos olet "
                "vaarassa, soita 112."
            ),
            sv=(
                "Ett parförhållande kan ta slut, men föräldraskapet fortsätter. Här hittar du hjälp med att "
                "fundera på separation, komma överens om barnet och orka själv. Om det finns våld i "
                "förhållandet eller om du är rädd är medling inte det första steget: ring först Nollinjen "
                "080 005 005, i fara 112."
            ),
            en=(
                "A relationship can end, but being a parent goes on. Here you will find help with thinking "
                "about separation, agreeing on your child’s affairs and looking after yourself. If there is "
                "violence or you are afraid, mediation is not the first step: ring Nollalinja 080 005 005 "
                "first, in danger 112."
            ),
        ),
        icon="paths",
    ),
    dict(
        key="paihteet",
        name=T(
            fi="Apua päihteisiin ja riippuvuuksiin",
            selko="Apua päihteisiin ja riippuvuuteen",
            sv="Hjälp med rusmedel och beroenden",
            en="Help with alcohol, drugs and addiction",
        ),
        neutral_name=T(
            fi="Tukea muutokseen", selko="Tukea muutokseen", sv="Stöd för förändring", en="Support for change"
        ),
        is_sensitive=True,
        introduction=T(
            fi=(
                "Alkoholi, huumeet, pelaaminen tai muu riippuvuus koskettaa jokaista kotona, myös sitä, joka "
                "ei itse käytä. Apua saat, käytitpä sinä, puolisosi tai nuoresi, ja myös silloin, kun et ole "
                "vielä varma. Sinua ei tuomita. Jos joku on vaarassa, soita 112."
            ),
            selko=(
                "Onko kotona liikaa alkoholia, huumeita tai pelaamista? Se vaikuttaa koko perheeseen. Saat "
                "apua itsellesi ja läheisellesi. Jos joku on vaarassa, soita 112."
            ),
            sv=(
                "Alkohol, droger, spel eller ett annat beroende berör alla hemma, också den som inte "
                "använder själv. Du får hjälp oavsett om det gäller dig, din partner eller din ungdom, och "
                "också om du ännu inte är säker. Ingen dömer dig. Om någon är i fara, ring 112."
            ),
            en=(
                "Alcohol, drugs, gambling or another addiction touches everyone at home, also the one who "
                "does not use. You can get help whether it is you, your partner or your teenager, and even "
                "if you are not sure yet. Nobody will judge you. If someone is in danger, ring 112."
            ),
        ),
        icon="sprout",
    ),
    dict(
        key="lahisuhdevakivalta",
        name=T(
            fi="Apua lähisuhdeväkivaltaan",
            selko="Apua, kun läheinen satuttaa",
            sv="Hjälp vid våld i nära relationer",
            en="Help with domestic violence",
        ),
        neutral_name=T(
            fi="Tukea turvalliseen arkeen",
            selko="Tukea turvalliseen arkeen",
            sv="Stöd för en trygg vardag",
            en="Support for a safe everyday life",
        ),
        is_sensitive=True,
        introduction=T(
            fi=(
                "Jos olet nyt vaarassa, soita 112. Nollalinja 080 005 005 vastaa maksutta päivin ja öin, "
                "eikä sinun tarvitse kertoa nimeäsi. Väkivalta ei ole sinun syysi, ja se voi olla myös "
                "uhkailua, valvomista tai pelottelua. Apua saat, tapahtuipa se sinulle, lapsellesi tai "
                "läheisellesi, ja myös silloin, kun pelkäät itse satuttavasi."
            ),
            selko=(
                "Jos olet vaarassa, soita heti 112. Nollalinjan numero on 080 005 005. Puhelu ei maksa "
                "mitään. Nollalinja on auki päivällä ja yöllä. Väkivalta ei ole sinun syysi. Saat apua."
            ),
            sv=(
                "Om du är i fara nu, ring 112. Nollinjen 080 005 005 svarar gratis dag och natt, och du "
                "behöver inte säga ditt namn. Våldet är inte ditt fel, och det kan också vara hot, kontroll "
                "eller skrämsel. Du får hjälp oavsett om det drabbar dig, ditt barn eller en närstående, och "
                "också om du är rädd att själv skada någon."
            ),
            en=(
                "If you are in danger now, ring 112. Nollalinja, 080 005 005, answers free of charge day and "
                "night, and you need not give your name. Violence is not your fault, and it can also be "
                "threats, control or intimidation. You can get help whether it happens to you, your child or "
                "someone close, and also if you are afraid of hurting someone yourself."
            ),
        ),
        icon="shield",
    ),
    dict(
        key="vauva-arki",
        name=T(fi="Vauva-arki", selko="Arki vauvan kanssa", sv="Vardag med baby", en="Life with a baby"),
        neutral_name=None,
        is_sensitive=False,
        introduction=T(
            fi=(
                "Uni, ruoka, itku ja syli: pienen vauvan kanssa päivät kulkevat omaa tahtiaan. Täältä löydät "
                "neuvoja, vertaisia ja apua kotiin. Kysyä saa myös niistä asioista, joita pidät pieninä."
            ),
            selko=(
                "Vauvan kanssa nukut vähän ja hoidat paljon. Saat neuvoja ja apua kotiin. Voit tavata muita "
                "vanhempia. Voit kysyä pieniäkin asioita."
            ),
            sv=(
                "Sömn, mat, gråt och famn: med en liten baby går dagarna i sin egen takt. Här hittar du råd, "
                "andra i samma situation och hjälp hemma. Du får fråga också om sådant som du tycker är "
                "smått."
            ),
            en=(
                "Sleep, food, crying and cuddles: with a small baby the days go at their own pace. Here you "
                "will find advice, other parents and help at home. You may ask about things you think are "
                "small, too."
            ),
        ),
        icon="pram",
    ),
    dict(
        key="oppiminen-ja-kehitys",
        name=T(
            fi="Kasvu, oppiminen ja kehitys",
            selko="Lapsi kasvaa ja oppii",
            sv="Att växa, lära sig och utvecklas",
            en="Growing, learning and developing",
        ),
        neutral_name=None,
        is_sensitive=False,
        introduction=T(
            fi=(
                "Jokainen lapsi kasvaa omaan tahtiinsa, ja silti vanhempi vertaa ja miettii. Täältä löydät "
                "tietoa varhaiskasvatuksesta ja koulusta sekä apua, kun puhe, keskittyminen tai oppiminen "
                "huolettaa. Apua voi kysyä ilman diagnoosia."
            ),
            selko=(
                "Lapset oppivat eri tahtiin. Joskus puhe, koulu tai keskittyminen huolettaa. Saat apua. "
                "Lapsi ei tarvitse diagnoosia."
            ),
            sv=(
                "Varje barn växer i sin egen takt, och ändå jämför och funderar man som förälder. Här hittar "
                "du information om småbarnspedagogik och skola samt hjälp när talet, koncentrationen eller "
                "lärandet oroar. Ingen diagnos behövs för att fråga."
            ),
            en=(
                "Every child grows at their own pace, and still a parent compares and wonders. Here you will "
                "find information about early childhood education and school, and help when speech, "
                "concentration or learning worries you. You can ask without a diagnosis."
            ),
        ),
        icon="blocks",
    ),
    dict(
        key="vapaa-aika",
        name=T(
            fi="Vapaa-aika ja harrastukset",
            selko="Vapaa-aika ja harrastukset",
            sv="Fritid och hobbyer",
            en="Free time and hobbies",
        ),
        neutral_name=None,
        is_sensitive=False,
        introduction=T(
            fi=(
                "Yhdessä tekeminen kantaa myös raskaampien päivien yli. Täältä löydät liikuntaa, kulttuuria, "
                "kerhoja ja leirejä, isoille ja pienille. Jos harrastus tuntuu liian kalliilta, siihenkin "
                "voi kysyä apua."
            ),
            selko=(
                "Täältä löydät liikuntaa, kulttuuria, kerhoja ja leirejä. Onko harrastus liian kallis? Voit "
                "kysyä apua myös siihen."
            ),
            sv=(
                "Att göra saker tillsammans bär också genom tyngre dagar. Här hittar du motion, kultur, "
                "klubbar och läger för stora och små. Om en hobby känns för dyr kan du fråga om hjälp med "
                "det också."
            ),
            en=(
                "Doing things together also carries you over harder days. Here you will find sport, culture, "
                "clubs and camps for big and small. If a hobby feels too expensive, you can ask for help "
                "with that too."
            ),
        ),
        icon="ball",
    ),
    dict(
        key="terveys",
        name=T(fi="Terveys", selko="Terveys", sv="Hälsa", en="Health"),
        neutral_name=None,
        is_sensitive=False,
        introduction=T(
            fi=(
                "Neuvola ja kouluterveydenhuolto seuraavat lapsen terveyttä vuodesta toiseen, ja niihin voi "
                "soittaa myös tarkastusten välillä. Täältä löydät palvelut raskauteen, sairastumiseen, "
                "hampaisiin ja seksuaaliterveyteen. Äkillisessä sairaudessa Päivystysapu neuvoo numerossa "
                "116 117, hengenvaarassa soita 112."
            ),
            selko=(
                "Neuvola ja kouluterveydenhoitaja huolehtivat lapsen terveydestä. Voit kysyä heiltä neuvoa. "
                "Jos lapsi sairastuu äkisti, soita 116 117. Jos on hengenvaara, soita 112."
            ),
            sv=(
                "Rådgivningsbyrån och skolhälsovården följer barnets hälsa år efter år, och du får ringa "
                "också mellan kontrollerna. Här hittar du tjänster för graviditet, sjukdom, tänder och "
                "sexuell hälsa. Vid plötslig sjukdom ger Jourhjälpen råd på 116 117, vid livsfara ring 112."
            ),
            en=(
                "The maternity and child health clinic and school health care follow your child’s health "
                "from year to year, and you may ring them between check-ups too. Here are services for "
                "pregnancy, illness, teeth and sexual health. In sudden illness the Medical Helpline 116 117 "
                "gives advice, in danger to life ring 112."
            ),
        ),
        icon="plus",
    ),
    dict(
        key="vertaistuki",
        name=T(
            fi="Seuraa ja vertaistukea",
            selko="Muiden seuraa ja tukea",
            sv="Sällskap och stöd av andra",
            en="Company and support from others",
        ),
        neutral_name=None,
        is_sensitive=False,
        introduction=T(
            fi=(
                "Joskus paras apu on toinen, joka tietää, miltä sinusta tuntuu. Täältä löydät "
                "kohtaamispaikkoja, perhekahviloita ja ryhmiä, joihin voit tulla sellaisena kuin olet. Yksin "
                "tuleminen jännittää monia, ja sinut otetaan vastaan."
            ),
            selko=(
                "Joskus auttaa, kun tapaat toisen vanhemman. Hän tietää, miltä sinusta tuntuu. Täältä löydät "
                "perhekahviloita ja ryhmiä. Voit tulla yksin. Olet tervetullut."
            ),
            sv=(
                "Ibland är den bästa hjälpen någon annan som vet hur det känns. Här hittar du mötesplatser, "
                "familjekaféer och grupper dit du kan komma precis som du är. Många tycker att det är "
                "nervöst att komma ensam, och du tas emot."
            ),
            en=(
                "Sometimes the best help is someone who knows how it feels. Here you will find meeting "
                "places, family cafés and groups where you can come as you are. Many people are nervous "
                "about coming alone, and you will be welcomed."
            ),
        ),
        icon="people",
    ),
]
