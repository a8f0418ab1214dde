"""The Lapland demo: Rovaniemi, Ranua, Posio and Kittilä."""

from perhekeskus.demo.records import Text

INSTALLATION = {
    "name": Text(fi="Perhekeskus", selko="Perhekeskus", sv="Familjecentret", en="Family Centre"),
    "region_name": Text(fi="Lappi", selko="Lappi", sv="Lappland", en="Lapland"),
    "municipalities": ["rovaniemi", "ranua", "posio", "kittila"],
}
# What the situations say of help is what the handbook and the national helplines say of it.
SITUATION_FACTS = {
    "fact_source": "Rovaniemen perhekeskuksen käsikirja 2025; yleisesti tunnettu koko maassa",
    "as_of": "2025-06-30",
}
