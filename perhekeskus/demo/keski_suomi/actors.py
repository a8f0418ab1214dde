"""The organisers that the slides of Keski-Suomi name; descriptions written anew."""

from perhekeskus.demo.records import Text as T

ACTORS = [
    dict(
        key="jyvaskyla",
        name=T(
            fi="Jyväskylän kaupunki",
            selko="Jyväskylän kaupunki",
            sv="Jyväskylä stad",
            en="City of Jyväskylä",
        ),
        sector="municipality",
        description=T(
            fi="Jyväskylän perhekeskuksen nimi oli vuonna 2020 Perhekompassi.",
            selko="Jyväskylässä oli perhekeskus vuonna 2020. Sen nimi oli Perhekompassi.",
            sv="Familjecentret i Jyväskylä hette år 2020 Perhekompassi.",
            en="In 2020 the family centre of Jyväskylä was called Perhekompassi.",
        ),
        municipalities=["jyvaskyla"],
        fact_source="Pohjois-Savon ja Keski-Suomen perhekeskustoimintamallit (diat 2020)",
        as_of="2020-12-31",
    ),
    dict(
        key="muurame",
        name=T(
            fi="Muuramen kunta",
            selko="Muuramen kunta",
            sv="Muurame kommun",
            en="Municipality of Muurame",
        ),
        sector="municipality",
        description=T(
            fi="Muuramessa oli vuonna 2020 oma perhekeskus.",
            selko="Muuramessa oli perhekeskus vuonna 2020.",
            sv="Muurame hade år 2020 ett eget familjecenter.",
            en="In 2020 Muurame had a family centre of its own.",
        ),
        municipalities=["muurame"],
        fact_source="Pohjois-Savon ja Keski-Suomen perhekeskustoimintamallit (diat 2020)",
        as_of="2020-12-31",
    ),
    dict(
        key="laukaa",
        name=T(
            fi="Laukaan kunta",
            selko="Laukaan kunta",
            sv="Laukas kommun",
            en="Municipality of Laukaa",
        ),
        sector="municipality",
        description=T(
            fi="Laukaan perhekeskuksen nimi oli vuonna 2020 HyPe.",
            selko="Laukaassa oli perhekeskus vuonna 2020. Sen nimi oli HyPe.",
            sv="Familjecentret i Laukas hette år 2020 HyPe.",
            en="In 2020 the family centre of Laukaa was called HyPe.",
        ),
        municipalities=["laukaa"],
        fact_source="Pohjois-Savon ja Keski-Suomen perhekeskustoimintamallit (diat 2020)",
        as_of="2020-12-31",
    ),
    dict(
        key="aanekoski",
        name=T(
            fi="Äänekosken kaupunki",
            selko="Äänekosken kaupunki",
            sv="Äänekoski stad",
            en="City of Äänekoski",
        ),
        sector="municipality",
        description=T(
            fi="Äänekosken perhekeskuksen nimi oli vuonna 2020 Kerkkä.",
            selko="Äänekoskella oli perhekeskus vuonna 2020. Sen nimi oli Kerkkä.",
            sv="Familjecentret i Äänekoski hette år 2020 Kerkkä.",
            en="In 2020 the family centre of Äänekoski was called Kerkkä.",
        ),
        municipalities=["aanekoski"],
        fact_source="Pohjois-Savon ja Keski-Suomen perhekeskustoimintamallit (diat 2020)",
        as_of="2020-12-31",
    ),
    dict(
        key="keuruu",
        name=T(
            fi="Keuruun kaupunki",
            selko="Keuruun kaupunki",
            sv="Keuru stad",
            en="City of Keuruu",
        ),
        sector="municipality",
        description=T(
            fi="Keuruun perhekeskuksen nimi oli vuonna 2020 Valo.",
            selko="Keuruulla oli perhekeskus vuonna 2020. Sen nimi oli Valo.",
            sv="Familjecentret i Keuru hette år 2020 Valo.",
            en="In 2020 the family centre of Keuruu was called Valo.",
        ),
        municipalities=["keuruu"],
        fact_source="Pohjois-Savon ja Keski-Suomen perhekeskustoimintamallit (diat 2020)",
        as_of="2020-12-31",
    ),
    dict(
        key="petajavesi",
        name=T(
            fi="Petäjäveden kunta",
            selko="Petäjäveden kunta",
            sv="Petäjävesi kommun",
            en="Municipality of Petäjävesi",
        ),
        sector="municipality",
        description=T(
            fi="Petäjävedellä oli vuonna 2020 oma perhekeskus.",
            selko="Petäjävedellä oli perhekeskus vuonna 2020.",
            sv="Petäjävesi hade år 2020 ett eget familjecenter.",
            en="In 2020 Petäjävesi had a family centre of its own.",
        ),
        municipalities=["petajavesi"],
        fact_source="Pohjois-Savon ja Keski-Suomen perhekeskustoimintamallit (diat 2020)",
        as_of="2020-12-31",
    ),
]
