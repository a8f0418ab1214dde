"""National helplines, in the order a person in need should meet them.

A number is never invented: the social emergency service has none here, because each installation
has its own. Hours are given only where they are certain; empty means not known.
"""

from perhekeskus.demo.records import Text as T

CHECKED_ON = "2026-11-01"

DAY_AND_NIGHT = T(
    fi="Ympäri vuorokauden", selko="Auki päivällä ja yöllä", sv="Dygnet runt", en="Day and night"
)
LIMITED_HOURS = T(
    fi="Rajoitettuina aikoina. Tarkista ajat palvelun omilta sivuilta.",
    selko="Ei ole auki koko ajan. Katso ajat palvelun omilta sivuilta.",
    sv="Begränsade tider. Kontrollera tiderna på tjänstens egen webbplats.",
    en="Limited hours. Check the times on the service’s own website.",
)
HOURS_NOT_KNOWN = T(fi="")
FREE_CALL = T(
    fi="Puhelu on maksuton.",
    selko="Puhelu ei maksa mitään.",
    sv="Samtalet är gratis.",
    en="The call is free.",
)
ORDINARY_CALL = T(
    fi="Puhelu maksaa saman kuin tavallinen puhelu.",
    selko="Puhelu maksaa saman kuin tavallinen puhelu.",
    sv="Samtalet kostar lika mycket som ett vanligt samtal.",
    en="The call costs the same as an ordinary call.",
)

HELPLINES = [
    dict(
        key="hatanumero",
        urgent_for=("violence", "self_harm", "danger"),
        name=T(fi="Hätänumero 112", selko="Hätänumero 112", sv="Nödnumret 112", en="Emergency number 112"),
        for_whom=T(
            fi="Kaikille, kun henki, terveys tai turvallisuus on vaarassa.",
            selko="Kaikille. Soita, kun joku on vaarassa.",
            sv="För alla, när liv, hälsa eller säkerhet är i fara.",
            en="For everyone, when life, health or safety is in danger.",
        ),
        when_to_ring=T(
            fi="Soita heti, jos joku on hengenvaarassa, pahasti loukkaantunut tai väkivallan uhan alla. Sinun ei tarvitse olla varma. Älä katkaise puhelua, ennen kuin saat luvan.",
            selko="Soita heti, jos on hätä. Soita, jos joku voi kuolla. Soita, jos joku lyö tai uhkaa. Älä lopeta puhelua, ennen kuin saat luvan.",
            sv="Ring genast om någon är i livsfara, svårt skadad eller hotas av våld. Du behöver inte vara säker. Avsluta inte samtalet förrän du får lov.",
            en="Ring at once if someone’s life is in danger, or someone is badly hurt or threatened with violence. You do not have to be sure. Do not hang up until you are told to.",
        ),
        is_emergency=True,
        order=1,
        checked_on=CHECKED_ON,
        numbers=[
            dict(language="fi", number="112", hours=DAY_AND_NIGHT, price_note=FREE_CALL),
            dict(language="sv", number="112", hours=DAY_AND_NIGHT, price_note=FREE_CALL),
            dict(language="en", number="112", hours=DAY_AND_NIGHT, price_note=FREE_CALL),
        ],
    ),
    dict(
        key="sosiaalipaivystys",
        urgent_for=("violence", "danger"),
        name=T(
            fi="Sosiaalipäivystys",
            selko="Sosiaalipäivystys",
            sv="Socialjouren",
            en="Emergency social services",
        ),
        for_whom=T(
            fi="Lapsille, nuorille ja aikuisille, jotka tarvitsevat sosiaalista apua kiireesti.",
            selko="Sinulle, jos perheesi tarvitsee apua heti.",
            sv="För barn, unga och vuxna som behöver social hjälp genast.",
            en="For children, young people and adults who need social help urgently.",
        ),
        when_to_ring=T(
            fi="Ota yhteyttä, jos lapsi on turvaton, kotona ei voi olla tai apu ei voi odottaa seuraavaan arkipäivään. Jos et tiedä numeroa tai tilanne on vaarallinen, soita 112.",
            selko="Ota yhteyttä, jos lapsi ei ole turvassa. Ota yhteyttä, jos et voi olla kotona. Jos et tiedä numeroa, soita 112. Jos on vaara, soita 112.",
            sv="Ta kontakt om ett barn är otryggt, om det inte går att vara hemma eller om hjälpen inte kan vänta till nästa vardag. Om du inte vet numret eller om läget är farligt, ring 112.",
            en="Get in touch if a child is not safe, if you cannot stay at home or if help cannot wait until the next working day. If you do not know the number or there is danger, ring 112.",
        ),
        is_emergency=False,
        order=2,
        checked_on=CHECKED_ON,
        numbers=[],
    ),
    dict(
        key="paivystysapu",
        urgent_for=("danger",),
        name=T(
            fi="Päivystysapu 116 117",
            selko="Päivystysapu 116 117",
            sv="Jourhjälpen 116 117",
            en="Medical Helpline 116 117",
        ),
        for_whom=T(
            fi="Kaikille, jotka sairastuvat äkillisesti eivätkä voi odottaa oman terveysaseman aukeamista.",
            selko="Kaikille, jotka sairastuvat yhtäkkiä.",
            sv="För alla som plötsligt blir sjuka och inte kan vänta tills den egna hälsostationen öppnar.",
            en="For anyone who suddenly falls ill and cannot wait for their own health centre to open.",
        ),
        when_to_ring=T(
            fi="Soita, ennen kuin lähdet päivystykseen. Saat neuvon, tarvitaanko lääkäriä heti vai pärjäättekö kotona aamuun asti.",
            selko="Soita, ennen kuin lähdet päivystykseen. Saat neuvon, mitä teet. Jos on hengenvaara, soita 112.",
            sv="Ring innan du åker till jouren. Du får råd om läkare behövs genast eller om ni klarar er hemma till morgonen.",
            en="Ring before you set off to the emergency clinic. You will be told whether a doctor is needed now or whether you can manage at home until morning.",
        ),
        is_emergency=False,
        order=3,
        checked_on=CHECKED_ON,
        numbers=[dict(language="fi", number="116 117", hours=DAY_AND_NIGHT, price_note=FREE_CALL)],
    ),
    dict(
        key="myrkytystietokeskus",
        urgent_for=("danger",),
        name=T(
            fi="Myrkytystietokeskus",
            selko="Myrkytystietokeskus",
            sv="Giftinformationscentralen",
            en="Poison Information Centre",
        ),
        for_whom=T(
            fi="Kaikille, kun lapsi tai aikuinen on syönyt, juonut tai hengittänyt jotain vaarallista.",
            selko="Kaikille. Soita, kun lapsi on syönyt tai juonut jotain vaarallista.",
            sv="För alla, när ett barn eller en vuxen har ätit, druckit eller andats in något farligt.",
            en="For everyone, when a child or an adult has eaten, drunk or breathed in something dangerous.",
        ),
        when_to_ring=T(
            fi="Soita heti, vaikka lapsi näyttäisi voivan hyvin. Pidä pakkaus tai kasvi lähellä, jotta voit kertoa, mistä on kyse. Jos lapsi on tajuton, kouristaa tai hengittää huonosti, soita 112.",
            selko="Soita heti. Soita, vaikka lapsi näyttää voivan hyvin. Pidä purkki tai kasvi lähellä. Jos lapsi ei herää tai hengittää huonosti, soita 112.",
            sv="Ring genast även om barnet verkar må bra. Ha förpackningen eller växten nära så att du kan berätta vad det är. Om barnet är medvetslöst, har kramper eller andas dåligt, ring 112.",
            en="Ring at once, even if the child seems well. Keep the packet or the plant at hand so that you can say what it is. If the child is unconscious, has a fit or breathes badly, ring 112.",
        ),
        is_emergency=False,
        order=4,
        checked_on=CHECKED_ON,
        numbers=[
            dict(language="fi", number="0800 147 111", hours=DAY_AND_NIGHT, price_note=FREE_CALL),
            dict(language="sv", number="0800 147 111", hours=DAY_AND_NIGHT, price_note=FREE_CALL),
        ],
    ),
    dict(
        key="nollalinja",
        urgent_for=("violence",),
        name=T(fi="Nollalinja", selko="Nollalinja", sv="Nollinjen", en="Nollalinja helpline"),
        for_whom=T(
            fi="Sinulle, jos joku läheinen satuttaa, uhkaa tai pelottaa sinua, ja sinulle, jos olet huolissasi toisesta.",
            selko="Sinulle, jos joku läheinen satuttaa tai pelottaa sinua. Myös sinulle, jos pelkäät toisen puolesta.",
            sv="För dig om någon närstående skadar, hotar eller skrämmer dig, och för dig som är orolig för någon annan.",
            en="For you if someone close hurts, threatens or frightens you, and for you if you are worried about someone else.",
        ),
        when_to_ring=T(
            fi="Soita, milloin vain haluat puhua. Voit soittaa nimeäsi sanomatta, ja voit soittaa, vaikka et olisi varma, onko se väkivaltaa. Välittömässä vaarassa soita 112.",
            selko="Soita, kun haluat puhua. Sinun ei tarvitse sanoa nimeäsi. Jos olet vaarassa, soita 112.",
            sv="Ring när du vill prata. Du behöver inte säga ditt namn, och du får ringa fast du inte är säker på om det är våld. Vid omedelbar fara, ring 112.",
            en="Ring whenever you want to talk. You don’t need to give your name, and you can ring even if you are not sure it is violence. In immediate danger ring 112.",
        ),
        is_emergency=False,
        order=5,
        checked_on=CHECKED_ON,
        numbers=[
            dict(language="fi", number="080 005 005", hours=DAY_AND_NIGHT, price_note=FREE_CALL),
            dict(language="sv", number="080 005 005", hours=DAY_AND_NIGHT, price_note=FREE_CALL),
            dict(language="en", number="080 005 005", hours=DAY_AND_NIGHT, price_note=FREE_CALL),
        ],
    ),
    dict(
        key="kriisipuhelin",
        urgent_for=("self_harm",),
        name=T(
            fi="MIELI Kriisipuhelin",
            selko="MIELI Kriisipuhelin",
            sv="MIELI Kristelefonen",
            en="MIELI Crisis Helpline",
        ),
        for_whom=T(
            fi="Aikuisille ja nuorille, joiden mieli on raskas tai joille on tapahtunut jotain järkyttävää.",
            selko="Sinulle, jos sinulla on paha olo. Sinulle, jos jotain kamalaa on tapahtunut.",
            sv="För vuxna och unga som mår dåligt eller har varit med om något skakande.",
            en="For adults and young people who feel very low or have been through something shocking.",
        ),
        when_to_ring=T(
            fi="Soita, kun et jaksa olla ajatustesi kanssa yksin, myös silloin, kun mietit kuolemaa. Jos henkesi on vaarassa, soita 112.",
            selko="Soita, kun et jaksa olla yksin. Soita, jos ajattelet kuolemaa. Jos olet hengenvaarassa, soita 112.",
            sv="Ring när du inte orkar vara ensam med dina tankar, också när du tänker på döden. Om ditt liv är i fara, ring 112.",
            en="Ring when you cannot bear to be alone with your thoughts, also when you think about death. If your life is in danger, ring 112.",
        ),
        is_emergency=False,
        order=6,
        checked_on=CHECKED_ON,
        numbers=[
            dict(language="fi", number="09 2525 0111", hours=HOURS_NOT_KNOWN, price_note=ORDINARY_CALL),
            dict(language="sv", number="09 2525 0112", hours=LIMITED_HOURS, price_note=ORDINARY_CALL),
        ],
    ),
    dict(
        key="lasten-ja-nuorten-puhelin",
        urgent_for=("self_harm",),
        name=T(
            fi="Lasten ja nuorten puhelin",
            selko="Lasten ja nuorten puhelin",
            sv="Barn- och ungdomstelefonen",
            en="Helpline for children and young people",
        ),
        for_whom=T(
            fi="Lapselle ja nuorelle itselleen.",
            selko="Sinulle, jos olet lapsi tai nuori.",
            sv="För barnet och den unga själv.",
            en="For the child or young person themselves.",
        ),
        when_to_ring=T(
            fi="Soita, kun haluat jutella aikuisen kanssa mistä tahansa. Asian ei tarvitse olla suuri, eikä sinun tarvitse kertoa nimeäsi. Vaarassa soita 112.",
            selko="Soita, kun haluat jutella aikuisen kanssa. Voit puhua mistä vain. Sinun ei tarvitse sanoa nimeäsi. Jos olet vaarassa, soita 112.",
            sv="Ring när du vill prata med en vuxen om vad som helst. Saken behöver inte vara stor, och du behöver inte säga ditt namn. Vid fara, ring 112.",
            en="Ring when you want to talk with an adult about anything at all. It doesn’t need to be a big thing, and you don’t need to say your name. If you are in danger, ring 112.",
        ),
        is_emergency=False,
        order=7,
        checked_on=CHECKED_ON,
        numbers=[
            dict(language="fi", number="116 111", hours=HOURS_NOT_KNOWN, price_note=FREE_CALL),
            dict(language="sv", number="0800 96 116", hours=LIMITED_HOURS, price_note=FREE_CALL),
        ],
    ),
    dict(
        key="vanhempainpuhelin",
        name=T(
            fi="Vanhempainpuhelin",
            selko="Vanhempainpuhelin",
            sv="Föräldratelefonen (Vanhempainpuhelin)",
            en="Parents’ Helpline (Vanhempainpuhelin)",
        ),
        for_whom=T(
            fi="Vanhemmille, isovanhemmille ja muille, jotka pitävät lapsesta huolta.",
            selko="Vanhemmille, isovanhemmille ja muille, jotka hoitavat lasta.",
            sv="För föräldrar, mor- och farföräldrar och andra som tar hand om ett barn.",
            en="For parents, grandparents and others who look after a child.",
        ),
        when_to_ring=T(
            fi="Soita, kun haluat pohtia lapsen asioita tai omaa jaksamistasi toisen aikuisen kanssa. Vaarassa soita 112.",
            selko="Soita, kun haluat puhua lapsesta. Soita, kun et jaksa. Jos on vaara, soita 112.",
            sv="Ring när du vill fundera på barnets situation eller din egen ork tillsammans med en annan vuxen. Vid fara, ring 112.",
            en="Ring when you want to think through your child’s situation or how you are coping with another adult. If someone is in danger, ring 112.",
        ),
        is_emergency=False,
        order=8,
        checked_on=CHECKED_ON,
        numbers=[dict(language="fi", number="0800 922 77", hours=LIMITED_HOURS, price_note=FREE_CALL)],
    ),
    dict(
        key="rikosuhripaivystys",
        name=T(
            fi="Rikosuhripäivystys",
            selko="Rikosuhripäivystys",
            sv="Brottsofferjouren",
            en="Victim Support Finland",
        ),
        for_whom=T(
            fi="Rikoksen uhrille, hänen läheiselleen ja sille, joka on nähnyt rikoksen.",
            selko="Sinulle, jos joku on tehnyt sinulle rikoksen. Myös sinulle, jos olet nähnyt rikoksen.",
            sv="För den som utsatts för brott, för närstående och för den som har sett ett brott.",
            en="For the victim of a crime, for their family and friends, and for someone who saw it.",
        ),
        when_to_ring=T(
            fi="Soita, kun sinulle on tehty rikos tai epäilet sitä etkä tiedä, mitä voit tehdä. Saat neuvoja oikeuksistasi, vaikka et olisi puhunut poliisille. Vaarassa soita 112.",
            selko="Soita, jos joku on tehnyt sinulle rikoksen. Saat neuvoja. Jos on vaara, soita 112.",
            sv="Ring när du har utsatts för ett brott, eller misstänker det, och inte vet vad du kan göra. Du får råd om dina rättigheter också om du inte har talat med polisen. Vid fara, ring 112.",
            en="Ring when you have been the victim of a crime, or suspect so, and do not know what you can do. You will get advice about your rights even if you have not talked to the police. If you are in danger, ring 112.",
        ),
        is_emergency=False,
        order=9,
        checked_on=CHECKED_ON,
        numbers=[dict(language="fi", number="116 006", hours=HOURS_NOT_KNOWN, price_note=FREE_CALL)],
    ),
]
