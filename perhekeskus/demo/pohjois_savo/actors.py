"""The organisers that the papers of Pohjois-Savo name; descriptions written anew."""

from perhekeskus.demo.records import Text as T

ACTORS = [
    dict(
        key="kuopio",
        name=T(
            fi="Kuopion kaupunki",
            selko="Kuopion kaupunki",
            sv="Kuopio stad",
            en="City of Kuopio",
        ),
        sector="municipality",
        description=T(
            fi="Kaupunki varasi vuosina 2019–2020 työaikaa perhekeskuksen kehittämiseen.",
            selko="Kaupunki kehitti perhekeskusta vuosina 2019 ja 2020.",
            sv="Staden avsatte åren 2019–2020 arbetstid för att utveckla familjecentret.",
            en="In 2019–2020 the city set aside working time to develop its family centre.",
        ),
        municipalities=["kuopio"],
        fact_source="Pohjois-Savon ja Keski-Suomen perhekeskustoimintamallit (diat 2020)",
        as_of="2020-12-31",
    ),
    dict(
        key="siilinjarvi",
        name=T(
            fi="Siilinjärven kunta",
            selko="Siilinjärven kunta",
            sv="Siilinjärvi kommun",
            en="Municipality of Siilinjärvi",
        ),
        sector="municipality",
        description=T(
            fi="Kunta varasi vuosina 2019–2020 työaikaa perhekeskuksen kehittämiseen.",
            selko="Kunta kehitti perhekeskusta vuosina 2019 ja 2020.",
            sv="Kommunen avsatte åren 2019–2020 arbetstid för att utveckla familjecentret.",
            en="In 2019–2020 the municipality set aside working time to develop its family centre.",
        ),
        municipalities=["siilinjarvi"],
        fact_source="Pohjois-Savon ja Keski-Suomen perhekeskustoimintamallit (diat 2020)",
        as_of="2020-12-31",
    ),
    dict(
        key="varkaus",
        name=T(
            fi="Varkauden kaupunki",
            selko="Varkauden kaupunki",
            sv="Varkaus stad",
            en="City of Varkaus",
        ),
        sector="municipality",
        description=T(
            fi="Kaupunki varasi vuosina 2019–2020 työaikaa perhekeskuksen kehittämiseen.",
            selko="Kaupunki kehitti perhekeskusta vuosina 2019 ja 2020.",
            sv="Staden avsatte åren 2019–2020 arbetstid för att utveckla familjecentret.",
            en="In 2019–2020 the city set aside working time to develop its family centre.",
        ),
        municipalities=["varkaus"],
        fact_source="Pohjois-Savon ja Keski-Suomen perhekeskustoimintamallit (diat 2020)",
        as_of="2020-12-31",
    ),
    dict(
        key="joroinen",
        name=T(
            fi="Joroisten kunta",
            selko="Joroisten kunta",
            sv="Jorois kommun",
            en="Municipality of Joroinen",
        ),
        sector="municipality",
        description=T(
            fi="Kunta oli vuonna 2020 mukana, kun Pohjois-Savon perhekeskuksia kehitettiin.",
            selko="Kunta oli mukana kehittämässä Pohjois-Savon perhekeskuksia vuonna 2020.",
            sv="Kommunen var år 2020 med när familjecentren i Norra Savolax utvecklades.",
            en="In 2020 the municipality took part in developing the family centres of North Savo.",
        ),
        municipalities=["joroinen"],
        fact_source="Pohjois-Savon ja Keski-Suomen perhekeskustoimintamallit (diat 2020)",
        as_of="2020-12-31",
    ),
    dict(
        key="yla-savon-sote",
        name=T(
            fi="Ylä-Savon sote",
            selko="Ylä-Savon sote",
            sv="Ylä-Savon sote",
            en="Ylä-Savon sote",
        ),
        sector="municipality",
        description=T(
            fi="Ylä-Savon sote järjesti vuonna 2020 neljän kunnan sosiaali- ja terveyspalvelut, ja sen perhekeskus oli jo toiminnassa.",
            selko="Ylä-Savon sotella oli perhekeskus vuonna 2020. Se toimi neljässä kunnassa.",
            sv="Ylä-Savon sote ordnade år 2020 social- och hälsovården i fyra kommuner, och dess familjecenter var redan i gång.",
            en="In 2020 Ylä-Savon sote ran health and social services in four municipalities, and its family centre was already working.",
        ),
        municipalities=["iisalmi", "kiuruvesi", "sonkajarvi", "vierema"],
        fact_source="Pohjois-Savon ja Keski-Suomen perhekeskustoimintamallit (diat 2020)",
        as_of="2020-12-31",
    ),
    dict(
        key="pohjois-savon-liitto",
        name=T(
            fi="Pohjois-Savon liitto",
            selko="Pohjois-Savon liitto",
            sv="Norra Savolax förbund",
            en="Regional Council of North Savo",
        ),
        sector="municipality",
        description=T(
            fi="Maakunnan liitto hallinnoi YHDESSÄ!-ohjelmaa, jossa kunnat uudistivat lasten, nuorten ja perheiden palveluja.",
            selko="Liitto johti ohjelmaa. Ohjelmassa kunnat uudistivat perheiden palveluja.",
            sv="Landskapsförbundet administrerade programmet YHDESSÄ!, där kommunerna förnyade tjänsterna för barn, unga och familjer.",
            en="The regional council administered the YHDESSÄ! programme, in which municipalities renewed services for children, young people and families.",
        ),
        municipalities=[],
        fact_source="Perhekeskustoimintamalli, Pohjois-Savo (LAPE-hanke)",
        as_of="2018-12-31",
    ),
]
