"""Family centres of Keski-Suomi, as the slides of 2020 name them.

The slides do not say which are networks and which share a building; `form` has no value for not known,
so "network" stands, and the texts say that it is not known.
"""

from perhekeskus.demo.records import Text as T

AREAS = []
FAMILY_CENTRES = [
    dict(
        key="perhekompassi",
        name=T(
            fi="Perhekompassi",
            selko="Perhekompassi",
            sv="Perhekompassi",
            en="Perhekompassi",
        ),
        introduction=T(
            fi="Perhekompassi oli vuonna 2020 Jyväskylän perhekeskus. Perhekeskuksen tehtävä on auttaa perhettä löytämään oikea suunta, kun apua tarvitaan.\n\nKeski-Suomessa perhekeskus voi olla palvelujen verkosto, yhteinen tila tai molempia. Lähteestämme ei selviä, mikä niistä tämä on.\n\nVuoden 2023 alusta sosiaali- ja terveyspalveluista on vastannut hyvinvointialue, joten moni asia on voinut muuttua. Tieto on vuosilta 2018–2020: tarkista se, ennen kuin luotat siihen.",
            selko="Perhekompassi oli perhekeskus Jyväskylässä vuonna 2020. Perhekeskus auttaa perheitä.\n\nPerhekeskus voi olla yksi talo. Perhekeskus voi olla myös monta palvelua yhdessä. Emme tiedä, kumpi tämä on.\n\nNyt hyvinvointialue vastaa monesta palvelusta. Siksi moni asia on voinut muuttua. Tieto on vanha. Se on vuosilta 2018–2020. Tarkista tieto.",
            sv="Perhekompassi var år 2020 familjecentret i Jyväskylä. Ett familjecenters uppgift är att hjälpa familjen att hitta rätt när det behövs hjälp.\n\nI Mellersta Finland kan ett familjecenter vara ett nätverk av tjänster, en gemensam lokal eller bådadera. Vår källa berättar inte vilket av dem det här är.\n\nSedan början av 2023 ansvarar välfärdsområdet för social- och hälsovården, så mycket kan ha ändrats. Uppgifterna är från åren 2018–2020: kontrollera dem innan du litar på dem.",
            en="In 2020 Perhekompassi was the family centre of Jyväskylä. A family centre helps a family find the right way when help is needed.\n\nIn Central Finland a family centre may be a network of services, a shared building or both. Our source does not say which this one is.\n\nSince the start of 2023 the wellbeing services county has been responsible for health and social services, so much may have changed. These details are from 2018–2020: check them before you rely on them.",
        ),
        form="network",
        municipalities=["jyvaskyla"],
        fact_source="Pohjois-Savon ja Keski-Suomen perhekeskustoimintamallit (diat 2020)",
        as_of="2020-12-31",
    ),
    dict(
        key="muuramen-perhekeskus",
        name=T(
            fi="Muuramen perhekeskus",
            selko="Muuramen perhekeskus",
            sv="Muurame familjecenter",
            en="Muurame family centre",
        ),
        introduction=T(
            fi="Muuramessa oli vuonna 2020 oma perhekeskus. Perhekeskuksessa lasten, nuorten ja perheiden palvelut tekevät töitä yhdessä.\n\nKeski-Suomessa perhekeskus voi olla palvelujen verkosto, yhteinen tila tai molempia. Lähteestämme ei selviä, mikä niistä tämä on.\n\nVuoden 2023 alusta sosiaali- ja terveyspalveluista on vastannut hyvinvointialue, joten moni asia on voinut muuttua. Tieto on vuosilta 2018–2020: tarkista se, ennen kuin luotat siihen.",
            selko="Muuramessa oli perhekeskus vuonna 2020. Perhekeskuksessa monta palvelua auttaa yhdessä.\n\nPerhekeskus voi olla yksi talo. Perhekeskus voi olla myös monta palvelua yhdessä. Emme tiedä, kumpi tämä on.\n\nNyt hyvinvointialue vastaa monesta palvelusta. Siksi moni asia on voinut muuttua. Tieto on vanha. Se on vuosilta 2018–2020. Tarkista tieto.",
            sv="Muurame hade år 2020 ett eget familjecenter. På ett familjecenter arbetar tjänsterna för barn, unga och familjer tillsammans.\n\nI Mellersta Finland kan ett familjecenter vara ett nätverk av tjänster, en gemensam lokal eller bådadera. Vår källa berättar inte vilket av dem det här är.\n\nSedan början av 2023 ansvarar välfärdsområdet för social- och hälsovården, så mycket kan ha ändrats. Uppgifterna är från åren 2018–2020: kontrollera dem innan du litar på dem.",
            en="In 2020 Muurame had its own family centre. In a family centre services for children, young people and families work together.\n\nIn Central Finland a family centre may be a network of services, a shared building or both. Our source does not say which this one is.\n\nSince the start of 2023 the wellbeing services county has been responsible for health and social services, so much may have changed. These details are from 2018–2020: check them before you rely on them.",
        ),
        form="network",
        municipalities=["muurame"],
        fact_source="Pohjois-Savon ja Keski-Suomen perhekeskustoimintamallit (diat 2020)",
        as_of="2020-12-31",
    ),
    dict(
        key="laukaan-hype",
        name=T(
            fi="Laukaan HyPe",
            selko="Laukaan HyPe",
            sv="Laukaan HyPe",
            en="Laukaan HyPe",
        ),
        introduction=T(
            fi="HyPe oli vuonna 2020 Laukaan perhekeskus. Perhekeskuksessa etsitään yhdessä apua lapsen, nuoren ja koko perheen arkeen.\n\nKeski-Suomessa perhekeskus voi olla palvelujen verkosto, yhteinen tila tai molempia. Lähteestämme ei selviä, mikä niistä tämä on.\n\nVuoden 2023 alusta sosiaali- ja terveyspalveluista on vastannut hyvinvointialue, joten moni asia on voinut muuttua. Tieto on vuosilta 2018–2020: tarkista se, ennen kuin luotat siihen.",
            selko="HyPe oli perhekeskus Laukaassa vuonna 2020. Perhekeskus auttaa lapsia, nuoria ja vanhempia.\n\nPerhekeskus voi olla yksi talo. Perhekeskus voi olla myös monta palvelua yhdessä. Emme tiedä, kumpi tämä on.\n\nNyt hyvinvointialue vastaa monesta palvelusta. Siksi moni asia on voinut muuttua. Tieto on vanha. Se on vuosilta 2018–2020. Tarkista tieto.",
            sv="HyPe var år 2020 familjecentret i Laukas. På ett familjecenter söker man tillsammans hjälp i barnets, den ungas och hela familjens vardag.\n\nI Mellersta Finland kan ett familjecenter vara ett nätverk av tjänster, en gemensam lokal eller bådadera. Vår källa berättar inte vilket av dem det här är.\n\nSedan början av 2023 ansvarar välfärdsområdet för social- och hälsovården, så mycket kan ha ändrats. Uppgifterna är från åren 2018–2020: kontrollera dem innan du litar på dem.",
            en="In 2020 HyPe was the family centre of Laukaa. In a family centre help is sought together for the daily life of a child, a young person and the whole family.\n\nIn Central Finland a family centre may be a network of services, a shared building or both. Our source does not say which this one is.\n\nSince the start of 2023 the wellbeing services county has been responsible for health and social services, so much may have changed. These details are from 2018–2020: check them before you rely on them.",
        ),
        form="network",
        municipalities=["laukaa"],
        fact_source="Pohjois-Savon ja Keski-Suomen perhekeskustoimintamallit (diat 2020)",
        as_of="2020-12-31",
    ),
    dict(
        key="perhekeskus-kerkka",
        name=T(
            fi="Äänekosken perhekeskus Kerkkä",
            selko="Äänekosken perhekeskus Kerkkä",
            sv="Äänekoski familjecenter Kerkkä",
            en="Äänekoski family centre Kerkkä",
        ),
        introduction=T(
            fi="Kerkkä oli vuonna 2020 Äänekosken perhekeskus. Perhekeskus on perheen tukena, kun arki, vanhemmuus tai lapsen kasvu mietityttää.\n\nKeski-Suomessa perhekeskus voi olla palvelujen verkosto, yhteinen tila tai molempia. Lähteestämme ei selviä, mikä niistä tämä on.\n\nVuoden 2023 alusta sosiaali- ja terveyspalveluista on vastannut hyvinvointialue, joten moni asia on voinut muuttua. Tieto on vuosilta 2018–2020: tarkista se, ennen kuin luotat siihen.",
            selko="Kerkkä oli perhekeskus Äänekoskella vuonna 2020. Perhekeskus auttaa perheitä arjessa.\n\nPerhekeskus voi olla yksi talo. Perhekeskus voi olla myös monta palvelua yhdessä. Emme tiedä, kumpi tämä on.\n\nNyt hyvinvointialue vastaa monesta palvelusta. Siksi moni asia on voinut muuttua. Tieto on vanha. Se on vuosilta 2018–2020. Tarkista tieto.",
            sv="Kerkkä var år 2020 familjecentret i Äänekoski. Ett familjecenter ger stöd när vardagen, föräldraskapet eller barnets uppväxt väcker frågor.\n\nI Mellersta Finland kan ett familjecenter vara ett nätverk av tjänster, en gemensam lokal eller bådadera. Vår källa berättar inte vilket av dem det här är.\n\nSedan början av 2023 ansvarar välfärdsområdet för social- och hälsovården, så mycket kan ha ändrats. Uppgifterna är från åren 2018–2020: kontrollera dem innan du litar på dem.",
            en="In 2020 Kerkkä was the family centre of Äänekoski. A family centre supports a family when daily life, being a parent or a child’s growth raises questions.\n\nIn Central Finland a family centre may be a network of services, a shared building or both. Our source does not say which this one is.\n\nSince the start of 2023 the wellbeing services county has been responsible for health and social services, so much may have changed. These details are from 2018–2020: check them before you rely on them.",
        ),
        form="network",
        municipalities=["aanekoski"],
        fact_source="Pohjois-Savon ja Keski-Suomen perhekeskustoimintamallit (diat 2020)",
        as_of="2020-12-31",
    ),
    dict(
        key="perhekeskus-valo",
        name=T(
            fi="Keuruun perhekeskus Valo",
            selko="Keuruun perhekeskus Valo",
            sv="Keuru familjecenter Valo",
            en="Keuruu family centre Valo",
        ),
        introduction=T(
            fi="Valo oli vuonna 2020 Keuruun perhekeskus. Perhekeskukseen voi tuoda perheen kysymykset, pienetkin.\n\nKeski-Suomessa perhekeskus voi olla palvelujen verkosto, yhteinen tila tai molempia. Lähteestämme ei selviä, mikä niistä tämä on.\n\nVuoden 2023 alusta sosiaali- ja terveyspalveluista on vastannut hyvinvointialue, joten moni asia on voinut muuttua. Tieto on vuosilta 2018–2020: tarkista se, ennen kuin luotat siihen.",
            selko="Valo oli perhekeskus Keuruulla vuonna 2020. Voit kysyä perhekeskuksesta neuvoa.\n\nPerhekeskus voi olla yksi talo. Perhekeskus voi olla myös monta palvelua yhdessä. Emme tiedä, kumpi tämä on.\n\nNyt hyvinvointialue vastaa monesta palvelusta. Siksi moni asia on voinut muuttua. Tieto on vanha. Se on vuosilta 2018–2020. Tarkista tieto.",
            sv="Valo var år 2020 familjecentret i Keuru. Till ett familjecenter kan man komma med familjens frågor, också de små.\n\nI Mellersta Finland kan ett familjecenter vara ett nätverk av tjänster, en gemensam lokal eller bådadera. Vår källa berättar inte vilket av dem det här är.\n\nSedan början av 2023 ansvarar välfärdsområdet för social- och hälsovården, så mycket kan ha ändrats. Uppgifterna är från åren 2018–2020: kontrollera dem innan du litar på dem.",
            en="In 2020 Valo was the family centre of Keuruu. You can bring your family’s questions to a family centre, even small ones.\n\nIn Central Finland a family centre may be a network of services, a shared building or both. Our source does not say which this one is.\n\nSince the start of 2023 the wellbeing services county has been responsible for health and social services, so much may have changed. These details are from 2018–2020: check them before you rely on them.",
        ),
        form="network",
        municipalities=["keuruu"],
        fact_source="Pohjois-Savon ja Keski-Suomen perhekeskustoimintamallit (diat 2020)",
        as_of="2020-12-31",
    ),
    dict(
        key="petajaveden-perhekeskus",
        name=T(
            fi="Petäjäveden perhekeskus",
            selko="Petäjäveden perhekeskus",
            sv="Petäjävesi familjecenter",
            en="Petäjävesi family centre",
        ),
        introduction=T(
            fi="Petäjävedellä oli vuonna 2020 oma perhekeskus. Perhekeskuksesta lapsiperheet saavat apua ja neuvoja läheltä.\n\nKeski-Suomessa perhekeskus voi olla palvelujen verkosto, yhteinen tila tai molempia. Lähteestämme ei selviä, mikä niistä tämä on.\n\nVuoden 2023 alusta sosiaali- ja terveyspalveluista on vastannut hyvinvointialue, joten moni asia on voinut muuttua. Tieto on vuosilta 2018–2020: tarkista se, ennen kuin luotat siihen.",
            selko="Petäjävedellä oli perhekeskus vuonna 2020. Perhekeskus auttaa ja neuvoo perheitä.\n\nPerhekeskus voi olla yksi talo. Perhekeskus voi olla myös monta palvelua yhdessä. Emme tiedä, kumpi tämä on.\n\nNyt hyvinvointialue vastaa monesta palvelusta. Siksi moni asia on voinut muuttua. Tieto on vanha. Se on vuosilta 2018–2020. Tarkista tieto.",
            sv="Petäjävesi hade år 2020 ett eget familjecenter. På ett familjecenter får barnfamiljer hjälp och råd nära hemmet.\n\nI Mellersta Finland kan ett familjecenter vara ett nätverk av tjänster, en gemensam lokal eller bådadera. Vår källa berättar inte vilket av dem det här är.\n\nSedan början av 2023 ansvarar välfärdsområdet för social- och hälsovården, så mycket kan ha ändrats. Uppgifterna är från åren 2018–2020: kontrollera dem innan du litar på dem.",
            en="In 2020 Petäjävesi had its own family centre. A family centre gives families help and advice close to home.\n\nIn Central Finland a family centre may be a network of services, a shared building or both. Our source does not say which this one is.\n\nSince the start of 2023 the wellbeing services county has been responsible for health and social services, so much may have changed. These details are from 2018–2020: check them before you rely on them.",
        ),
        form="network",
        municipalities=["petajavesi"],
        fact_source="Pohjois-Savon ja Keski-Suomen perhekeskustoimintamallit (diat 2020)",
        as_of="2020-12-31",
    ),
]
