"""Family centres of Pirkanmaa: the four trials of 2018."""

from perhekeskus.demo.pirkanmaa import FACTS
from perhekeskus.demo.records import Text as T

AREAS = []
FAMILY_CENTRES = [
    dict(
        key="tampereen-perhekeskus",
        name=T(
            fi="Tampereen perhekeskus: Hervanta ja Vuores",
            selko="Tampereen perhekeskus: Hervanta ja Vuores",
            sv="Tammerfors familjecenter: Hervanta och Vuores",
            en="Tampere family centre: Hervanta and Vuores",
        ),
        introduction=T(
            fi="Perhekeskusta kokeiltiin vuonna 2018 Tampereella Hervannan ja Vuoreksen alueilla. Kokeilu oli yksi Pirkanmaan neljästä.\n\nPerhekeskus kokoaa kunnan, järjestöjen ja seurakunnan palvelut yhteen, niin että perhe saa apua läheltä eikä sen tarvitse kiertää luukulta toiselle. Siihen kuuluu myös kaikille avoin kohtaamispaikka.\n\nVuoden 2023 alusta sosiaali- ja terveyspalveluista on vastannut hyvinvointialue, joten moni asia on voinut muuttua. Tieto on vuosilta 2018–2020: tarkista se, ennen kuin luotat siihen.",
            selko="Tampere kokeili perhekeskusta vuonna 2018. Kokeilu oli Hervannassa ja Vuoreksessa.\n\nPerhekeskuksessa kunta, järjestöt ja seurakunta auttavat yhdessä. Perhekeskukseen kuuluu kohtaamispaikka. Sinne saavat tulla kaikki perheet.\n\nNyt hyvinvointialue vastaa monesta palvelusta. Siksi moni asia on voinut muuttua. Tieto on vanha. Se on vuosilta 2018–2020. Tarkista tieto.",
            sv="År 2018 prövades ett familjecenter i Hervanta och Vuores i Tammerfors. Det var ett av fyra försök i Birkaland.\n\nFamiljecentret samlar kommunens, föreningarnas och församlingens tjänster, så att familjen får hjälp nära och inte behöver gå från lucka till lucka. Dit hör också en mötesplats som är öppen för alla.\n\nSedan början av 2023 ansvarar välfärdsområdet för social- och hälsovården, så mycket kan ha ändrats. Uppgifterna är från åren 2018–2020: kontrollera dem innan du litar på dem.",
            en="In 2018 a family centre was tried out in Hervanta and Vuores in Tampere. It was one of four trials in Pirkanmaa.\n\nA family centre brings together the services of the municipality, associations and the parish, so that a family gets help nearby and isn’t sent from door to door. A meeting place open to all is a part of it.\n\nSince the start of 2023 the wellbeing services county has been responsible for health and social services, so much may have changed. These details are from 2018–2020: check them before you rely on them.",
        ),
        form="network",
        municipalities=["tampere"],
        covered_part=T(
            fi="Hervanta ja Vuores",
            selko="Hervanta ja Vuores",
            sv="Hervanta och Vuores",
            en="Hervanta and Vuores",
        ),
        **FACTS,
    ),
    dict(
        key="kangasalan-perhekeskus",
        name=T(
            fi="Kangasalan perhekeskus",
            selko="Kangasalan perhekeskus",
            sv="Kangasala familjecenter",
            en="Kangasala family centre",
        ),
        introduction=T(
            fi="Perhekeskusta kokeiltiin vuonna 2018 Kangasalla. Kokeilu oli yksi Pirkanmaan neljästä.\n\nPerhekeskus kokoaa kunnan, järjestöjen ja seurakunnan palvelut yhteen, niin että perhe saa apua läheltä eikä sen tarvitse kiertää luukulta toiselle. Siihen kuuluu myös kaikille avoin kohtaamispaikka.\n\nVuoden 2023 alusta sosiaali- ja terveyspalveluista on vastannut hyvinvointialue, joten moni asia on voinut muuttua. Tieto on vuosilta 2018–2020: tarkista se, ennen kuin luotat siihen.",
            selko="Kangasala kokeili perhekeskusta vuonna 2018.\n\nPerhekeskuksessa kunta, järjestöt ja seurakunta auttavat yhdessä. Perhekeskukseen kuuluu kohtaamispaikka. Sinne saavat tulla kaikki perheet.\n\nNyt hyvinvointialue vastaa monesta palvelusta. Siksi moni asia on voinut muuttua. Tieto on vanha. Se on vuosilta 2018–2020. Tarkista tieto.",
            sv="År 2018 prövades ett familjecenter i Kangasala. Det var ett av fyra försök i Birkaland.\n\nFamiljecentret samlar kommunens, föreningarnas och församlingens tjänster, så att familjen får hjälp nära och inte behöver gå från lucka till lucka. Dit hör också en mötesplats som är öppen för alla.\n\nSedan början av 2023 ansvarar välfärdsområdet för social- och hälsovården, så mycket kan ha ändrats. Uppgifterna är från åren 2018–2020: kontrollera dem innan du litar på dem.",
            en="In 2018 a family centre was tried out in Kangasala. It was one of four trials in Pirkanmaa.\n\nA family centre brings together the services of the municipality, associations and the parish, so that a family gets help nearby and isn’t sent from door to door. A meeting place open to all is a part of it.\n\nSince the start of 2023 the wellbeing services county has been responsible for health and social services, so much may have changed. These details are from 2018–2020: check them before you rely on them.",
        ),
        form="network",
        municipalities=["kangasala"],
        **FACTS,
    ),
    dict(
        key="lempaalan-perhekeskus",
        name=T(
            fi="Lempäälän perhekeskus",
            selko="Lempäälän perhekeskus",
            sv="Lempäälä familjecenter",
            en="Lempäälä family centre",
        ),
        introduction=T(
            fi="Perhekeskusta kokeiltiin vuonna 2018 Lempäälässä. Kokeilu oli yksi Pirkanmaan neljästä.\n\nPerhekeskus kokoaa kunnan, järjestöjen ja seurakunnan palvelut yhteen, niin että perhe saa apua läheltä eikä sen tarvitse kiertää luukulta toiselle. Siihen kuuluu myös kaikille avoin kohtaamispaikka.\n\nVuoden 2023 alusta sosiaali- ja terveyspalveluista on vastannut hyvinvointialue, joten moni asia on voinut muuttua. Tieto on vuosilta 2018–2020: tarkista se, ennen kuin luotat siihen.",
            selko="Lempäälä kokeili perhekeskusta vuonna 2018.\n\nPerhekeskuksessa kunta, järjestöt ja seurakunta auttavat yhdessä. Perhekeskukseen kuuluu kohtaamispaikka. Sinne saavat tulla kaikki perheet.\n\nNyt hyvinvointialue vastaa monesta palvelusta. Siksi moni asia on voinut muuttua. Tieto on vanha. Se on vuosilta 2018–2020. Tarkista tieto.",
            sv="År 2018 prövades ett familjecenter i Lempäälä. Det var ett av fyra försök i Birkaland.\n\nFamiljecentret samlar kommunens, föreningarnas och församlingens tjänster, så att familjen får hjälp nära och inte behöver gå från lucka till lucka. Dit hör också en mötesplats som är öppen för alla.\n\nSedan början av 2023 ansvarar välfärdsområdet för social- och hälsovården, så mycket kan ha ändrats. Uppgifterna är från åren 2018–2020: kontrollera dem innan du litar på dem.",
            en="In 2018 a family centre was tried out in Lempäälä. It was one of four trials in Pirkanmaa.\n\nA family centre brings together the services of the municipality, associations and the parish, so that a family gets help nearby and isn’t sent from door to door. A meeting place open to all is a part of it.\n\nSince the start of 2023 the wellbeing services county has been responsible for health and social services, so much may have changed. These details are from 2018–2020: check them before you rely on them.",
        ),
        form="network",
        municipalities=["lempaala"],
        **FACTS,
    ),
    dict(
        key="nokian-perhekeskus",
        name=T(
            fi="Nokian perhekeskus",
            selko="Nokian perhekeskus",
            sv="Nokia familjecenter",
            en="Nokia family centre",
        ),
        introduction=T(
            fi="Perhekeskusta kokeiltiin vuonna 2018 Nokialla. Kokeilu oli yksi Pirkanmaan neljästä.\n\nPerhekeskus kokoaa kunnan, järjestöjen ja seurakunnan palvelut yhteen, niin että perhe saa apua läheltä eikä sen tarvitse kiertää luukulta toiselle. Siihen kuuluu myös kaikille avoin kohtaamispaikka.\n\nVuoden 2023 alusta sosiaali- ja terveyspalveluista on vastannut hyvinvointialue, joten moni asia on voinut muuttua. Tieto on vuosilta 2018–2020: tarkista se, ennen kuin luotat siihen.",
            selko="Nokia kokeili perhekeskusta vuonna 2018.\n\nPerhekeskuksessa kunta, järjestöt ja seurakunta auttavat yhdessä. Perhekeskukseen kuuluu kohtaamispaikka. Sinne saavat tulla kaikki perheet.\n\nNyt hyvinvointialue vastaa monesta palvelusta. Siksi moni asia on voinut muuttua. Tieto on vanha. Se on vuosilta 2018–2020. Tarkista tieto.",
            sv="År 2018 prövades ett familjecenter i Nokia. Det var ett av fyra försök i Birkaland.\n\nFamiljecentret samlar kommunens, föreningarnas och församlingens tjänster, så att familjen får hjälp nära och inte behöver gå från lucka till lucka. Dit hör också en mötesplats som är öppen för alla.\n\nSedan början av 2023 ansvarar välfärdsområdet för social- och hälsovården, så mycket kan ha ändrats. Uppgifterna är från åren 2018–2020: kontrollera dem innan du litar på dem.",
            en="In 2018 a family centre was tried out in Nokia. It was one of four trials in Pirkanmaa.\n\nA family centre brings together the services of the municipality, associations and the parish, so that a family gets help nearby and isn’t sent from door to door. A meeting place open to all is a part of it.\n\nSince the start of 2023 the wellbeing services county has been responsible for health and social services, so much may have changed. These details are from 2018–2020: check them before you rely on them.",
        ),
        form="network",
        municipalities=["nokia"],
        **FACTS,
    ),
]
