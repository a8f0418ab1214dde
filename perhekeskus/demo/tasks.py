"""The seven tasks of a family centre: what each is.

They follow the national definition; every sentence is our own. How a region's professionals do them, and what
families of one family centre have said, stand in the region's package.
"""

from perhekeskus.demo.records import Text as T

TASKS = [
    dict(
        key="hyvinvointi",
        name=T(
            fi="Seuraamme lapsen kasvua ja perheen hyvinvointia",
            selko="Lapsi kasvaa terveenä",
            sv="Vi följer barnets uppväxt och familjens välbefinnande",
            en="We follow a child’s growth and the family’s wellbeing",
        ),
        what_it_is=T(
            fi="Perhekeskus pitää huolta siitä, että lapset ja nuoret saavat kasvaa terveinä niin keholtaan kuin mieleltään. Samalla katsomme koko perheen arkea: unta, ruokaa, liikkumista, tunteita ja ihmisiä ympärillä. Kun perheesi tarvitsee lisää tukea, kerromme, mistä sitä saa.",
            selko="Perhekeskus auttaa lasta kasvamaan terveenä. Puhumme unesta, ruoasta, liikunnasta ja mielestä. Puhumme koko perheen arjesta. Jos tarvitset lisää apua, kerromme, mistä saat sitä.",
            sv="Familjecentret ser till att barn och unga får växa upp friska till både kropp och sinne. Samtidigt ser vi på hela familjens vardag: sömn, mat, rörelse, känslor och människorna runt omkring. Behöver din familj mer stöd berättar vi var det finns.",
            en="A family centre looks after children and young people so that they can grow up healthy in body and mind. At the same time we look at the whole family’s daily life: sleep, food, exercise, feelings and the people around. When your family needs more support, we tell you where to get it.",
        ),
    ),
    dict(
        key="vanhemmuus",
        name=T(
            fi="Tuemme vanhemmuutta ja parisuhdetta",
            selko="Tukea vanhemmalle ja parisuhteeseen",
            sv="Vi stöder föräldraskap och parförhållanden",
            en="We support parents and couples",
        ),
        what_it_is=T(
            fi="Saat tukea vanhemmuuteen raskaudesta lähtien, lapsen jokaisessa iässä ja silloin, kun elämä muuttuu. Myös parisuhteesta saa puhua.\n\nLapsen hyvä olo rakentuu arjessa vanhempien kanssa. Siksi perhekeskus kysyy, miten sinä jaksat, mikä antaa voimia ja keitä perheesi ympärillä on. Kun aikuisilla on hyvä olla yhdessä, koko koti voi paremmin.",
            selko="Saat tukea jo raskauden aikana. Saat tukea myös, kun lapsi kasvaa. Voit puhua myös parisuhteesta. Lapsi voi hyvin, kun vanhempi voi hyvin. Siksi kysymme, miten sinä jaksat.",
            sv="Du får stöd som förälder från graviditeten, i barnets alla åldrar och när livet förändras. Du får prata också om parförhållandet.\n\nBarnets välmående byggs i vardagen tillsammans med föräldrarna. Därför frågar familjecentret hur du orkar, vad som ger dig kraft och vem familjen har omkring sig. När de vuxna har det bra tillsammans mår hela hemmet bättre.",
            en="You get support as a parent from pregnancy on, at every age of the child and whenever life changes. You can talk about your relationship too.\n\nA child’s wellbeing is built in daily life with the parents. That is why a family centre asks how you are coping, what gives you strength and who is around your family. When the adults are well together, the whole home is better.",
        ),
    ),
    dict(
        key="varhainen-tuki",
        name=T(
            fi="Autamme varhain",
            selko="Saat apua ajoissa",
            sv="Vi hjälper i tid",
            en="We help early",
        ),
        what_it_is=T(
            fi="Saat apua jo silloin, kun huoli on vielä pieni. Yhteyttä voi ottaa helposti, myös verkossa, ja sinut ohjataan sen ihmisen luo, joka osaa auttaa. Kun monta ammattilaista tekee töitä yhdessä, hoito ja kuntoutus voivat alkaa aiemmin ja sopia teille paremmin. Näin moni huoli ei ehdi kasvaa suureksi.",
            selko="Saat apua, kun huoli on vielä pieni. Voit ottaa yhteyttä helposti. Voit ottaa yhteyttä myös verkossa. Ohjaamme sinut oikean ihmisen luo. Silloin huoli ei ehkä kasva suureksi.",
            sv="Du får hjälp redan när bekymret är litet. Det är lätt att ta kontakt, också på webben, och du får veta vem som kan hjälpa. När flera yrkespersoner arbetar tillsammans kan vården och rehabiliteringen börja tidigare och passa er bättre. Då hinner många bekymmer inte bli stora.",
            en="You get help while a worry is still small. It is easy to get in touch, also online, and someone will point you to the right person. When several professionals work together, care and rehabilitation can start sooner and suit your family better. That way many worries do not have time to grow.",
        ),
    ),
    dict(
        key="ero",
        name=T(
            fi="Autamme eroamaan sovussa",
            selko="Apua eroon",
            sv="Vi hjälper er att separera i samförstånd",
            en="We help parents separate on good terms",
        ),
        what_it_is=T(
            fi="Erossakin lapsi tulee ensin. Jos on väkivaltaa tai pelkäät, soita ensin Nollalinjaan 080 005 005: sovittelu ei ole ensimmäinen askel. Vaarassa soita 112.\n\nLapsen oikeudet ja tärkeät ihmiset eivät saa kadota, kun vanhemmat eroavat. Lapsi ei ole viestinviejä eikä riidan välikappale. Perhekeskus auttaa vanhempia pysymään vanhempina ja pitää huolta myös aikuisten jaksamisesta. Apua saa neuvolasta, perheneuvonnasta, perheoikeudellisista palveluista ja muilta, jotka ovat kokeneet saman.",
            selko="Saat apua eroon. Onko suhteessa väkivaltaa? Pelkäätkö? Soita ensin Nollalinjaan 080 005 005. Älä aloita sovittelusta. Jos olet vaarassa, soita 112.\n\nLapsi tarvitsee turvaa ja tärkeitä ihmisiä myös eron jälkeen. Lapsi ei saa joutua riidan väliin.",
            sv="Vid en separation kommer barnet först. Om det finns våld eller du är rädd, ring först Nollinjen 080 005 005: medling är inte första steget. Vid fara, ring 112.\n\nBarnets rättigheter och viktiga människor får inte försvinna när föräldrarna separerar. Barnet är varken budbärare eller redskap i grälet. Familjecentret hjälper föräldrarna att förbli föräldrar och bryr sig om hur de vuxna orkar. Hjälp finns på rådgivningsbyrån, i familjerådgivningen, i de familjerättsliga tjänsterna och hos andra som har gått igenom samma sak.",
            en="In a separation the child comes first. If there is violence or fear, ring Nollalinja 080 005 005 first: mediation is not the first step. In danger, ring 112.\n\nA child’s rights and important people must not disappear when parents separate. A child is neither a messenger nor a tool in the quarrel. The family centre helps parents to go on being parents and cares how the adults are coping. Help comes from the maternity and child health clinic (neuvola), family counselling, family law services and others who have been there.",
        ),
    ),
    dict(
        key="monimuotoisuus",
        name=T(
            fi="Olemme kaikenlaisia perheitä varten",
            selko="Kaikki perheet ovat tervetulleita",
            sv="Vi finns till för alla slags familjer",
            en="We are here for every kind of family",
        ),
        what_it_is=T(
            fi="Jokaisella lapsella, perheellä ja lasta odottavalla on sama oikeus palveluihin. Niihin pitää päästä helposti, myös rattailla tai pyörätuolilla, ja niistä pitää kertoa usealla kielellä ja selkokielellä. Perheitä on monenlaisia, eikä kenenkään tarvitse selittää olevansa perhe. Kohtaamispaikassa uudet kuntalaiset pääsevät tutustumaan muihin.",
            selko="Perheitä on monenlaisia. Kaikilla perheillä on sama oikeus palveluihin. Palveluun pitää päästä myös rattailla ja pyörätuolilla. Tietoa pitää olla monella kielellä ja selkokielellä. Olet tervetullut.",
            sv="Varje barn, varje familj och alla som väntar barn har samma rätt till tjänster. Det ska vara lätt att komma dit, också med barnvagn eller rullstol, och information ska finnas på flera språk och på lätt språk. Familjer ser olika ut, och ingen behöver förklara att den är en familj. På mötesplatsen kan den som är ny på orten lära känna andra.",
            en="Every child, every family and everyone who is expecting has the same right to services. They must be easy to get to, also with a pram or a wheelchair, and information must be there in several languages and in easy language. Families come in many shapes, and nobody has to explain that they are one. At a meeting place newcomers can get to know others.",
        ),
    ),
    dict(
        key="vakivalta",
        name=T(
            fi="Ehkäisemme lähisuhdeväkivaltaa",
            selko="Apua, kun läheinen satuttaa",
            sv="Vi förebygger våld i nära relationer",
            en="We prevent domestic violence",
        ),
        what_it_is=T(
            fi="Jos olet nyt vaarassa, soita 112. Nollalinja 080 005 005 vastaa maksutta päivin ja öin.\n\nVäkivalta kotona sattuu kaikkiin, jotka elävät sen lähellä. Lasta se haavoittaa silloinkin, kun hän vain kuulee tai aavistaa sen. Perhekeskuksen tehtävä on huomata väkivalta varhain, ottaa se puheeksi ja järjestää apua. Työntekijöitä koulutetaan tähän, ja he toimivat yhdessä sosiaalityön, sairaanhoidon ja viranomaisten kanssa.",
            selko="Jos olet vaarassa, soita heti 112. Nollalinjan numero on 080 005 005. Puhelu ei maksa mitään.\n\nVäkivalta kotona satuttaa kaikkia. Se satuttaa myös lasta, joka vain kuulee sen. Perhekeskuksen työntekijät kysyvät väkivallasta. He järjestävät apua.",
            sv="Om du är i fara nu, ring 112. Nollinjen 080 005 005 svarar gratis dag och natt.\n\nVåld hemma gör ont i alla som lever nära det. Ett barn tar skada också när det bara hör eller anar våldet. Familjecentrets uppgift är att märka våldet tidigt, ta upp det och ordna hjälp. Personalen får utbildning i det och arbetar tillsammans med socialarbetet, sjukvården och myndigheterna.",
            en="If you are in danger now, ring 112. Nollalinja 080 005 005 answers free of charge day and night.\n\nViolence at home hurts everyone who lives near it. It wounds a child even when the child only hears it or senses it. The family centre’s task is to notice violence early, to bring it up and to arrange help. The workers are given training in this and act together with social work, health care and the authorities.",
        ),
    ),
    dict(
        key="vertaistuki",
        name=T(
            fi="Tuomme perheitä yhteen",
            selko="Perheet tapaavat toisiaan",
            sv="Vi för familjer samman",
            en="We bring families together",
        ),
        what_it_is=T(
            fi="Kohtaamispaikassa tapaat muita, joiden elämä näyttää samalta kuin sinun. Siitä kasvaa tukea, jota kukaan ei voi antaa yksin.\n\nPerhekeskuksessa kuunnellaan lasta, nuorta ja aikuista. Toiminnasta kerrotaan niin, että jokainen voi tulla mukaan, ja sitä suunnitellaan yhdessä kävijöiden ja vapaaehtoisten kanssa.",
            selko="Kohtaamispaikassa tapaat muita perheitä. Saatte tukea toisiltanne. Kaikki voivat tulla mukaan. Voit suunnitella toimintaa kanssamme. Kuuntelemme lapsia, nuoria ja aikuisia.",
            sv="På mötesplatsen träffar du andra vars liv liknar ditt. Ur det växer ett stöd som ingen kan ge ensam.\n\nPå familjecentret lyssnar vi på barn, unga och vuxna. Vi berättar om verksamheten så att alla kan vara med, och vi planerar den tillsammans med besökare och frivilliga.",
            en="At a meeting place you meet others whose life looks like yours. From that grows a support nobody can give alone.\n\nAt a family centre children, young people and adults are listened to. We tell people about activities so that everyone can join in, and plan them together with visitors and volunteers.",
        ),
    ),
]
