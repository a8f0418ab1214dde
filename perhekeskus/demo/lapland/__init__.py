"""The Lapland demo: Rovaniemi, Ranua, Posio and Kittilä."""

from perhekeskus.demo.records import Text

INSTALLATION = {
    "name": Text(fi="Perhekeskus", selko="Perhekeskus", sv="Familjecentret", en="Family Centre"),
    "region_name": Text(fi="Lappi", selko="Lappi", sv="Lappland", en="Lapland"),
    "municipalities": ["rovaniemi", "ranua", "posio", "kittila"],
}
