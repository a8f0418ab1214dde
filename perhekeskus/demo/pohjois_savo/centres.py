"""Family centres of Pohjois-Savo: one is named as working in 2020.

The paper speaks of five areas without naming them, and of four municipalities of Ylä-Savon sote, likewise;
which four they are is common knowledge.
"""

from perhekeskus.demo.records import Text as T

AREAS = []
FAMILY_CENTRES = [
    dict(
        key="yla-savon-perhekeskus",
        name=T(
            fi="Ylä-Savon perhekeskus",
            selko="Ylä-Savon perhekeskus",
            sv="Ylä-Savo familjecenter",
            en="Ylä-Savo family centre",
        ),
        introduction=T(
            fi="Ylä-Savon perhekeskus oli vuonna 2020 jo toiminnassa neljässä kunnassa. Perhekeskus on verkosto: lasten, nuorten ja perheiden palvelut tekevät siinä töitä yhdessä ja lähellä perheen arkea.\n\nPohjois-Savossa perhekeskuksen oli tarkoitus tukea vanhemmuutta ja parisuhdetta, auttaa yksinäisyydessä ja erossa ja ehkäistä väkivaltaa perheessä.\n\nVuoden 2023 alusta sosiaali- ja terveyspalveluista on vastannut hyvinvointialue, joten moni asia on voinut muuttua. Tieto on vuosilta 2018–2020: tarkista se, ennen kuin luotat siihen.",
            selko="Ylä-Savon perhekeskus toimi vuonna 2020 neljässä kunnassa. Perhekeskuksessa monta palvelua auttaa yhdessä.\n\nVoit puhua vanhemmuudesta, parisuhteesta, erosta ja yksinäisyydestä.\n\nNyt hyvinvointialue vastaa monesta palvelusta. Siksi moni asia on voinut muuttua. Tieto on vanha. Se on vuosilta 2018–2020. Tarkista tieto.",
            sv="Ylä-Savo familjecenter var år 2020 redan i gång i fyra kommuner. Ett familjecenter är ett nätverk: tjänsterna för barn, unga och familjer arbetar tillsammans, nära familjens vardag.\n\nI Norra Savolax skulle familjecentret stödja föräldraskap och parförhållanden, hjälpa vid ensamhet och separation och förebygga våld i familjen.\n\nSedan början av 2023 ansvarar välfärdsområdet för social- och hälsovården, så mycket kan ha ändrats. Uppgifterna är från åren 2018–2020: kontrollera dem innan du litar på dem.",
            en="Ylä-Savo family centre was already working in four municipalities in 2020. A family centre is a network: services for children, young people and families work together, close to the family’s daily life.\n\nIn North Savo a family centre was meant to support parents and couples, to help with loneliness and separation and to prevent violence in the family.\n\nSince the start of 2023 the wellbeing services county has been responsible for health and social services, so much may have changed. These details are from 2018–2020: check them before you rely on them.",
        ),
        form="network",
        municipalities=["iisalmi", "kiuruvesi", "sonkajarvi", "vierema"],
        fact_source="Pohjois-Savon ja Keski-Suomen perhekeskustoimintamallit (diat 2020)",
        as_of="2020-12-31",
    ),
]
