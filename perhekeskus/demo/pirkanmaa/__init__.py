"""The Pirkanmaa demo: the twenty-one municipalities that its family centre programme names; facts from 2018."""

from perhekeskus.demo.records import Text as T

INSTALLATION = {
    "name": T(
        fi="Perhekeskus",
        selko="Perhekeskus",
        sv="Familjecentret",
        en="Family Centre",
    ),
    "region_name": T(
        fi="Pirkanmaa",
        selko="Pirkanmaa",
        sv="Birkaland",
        en="Pirkanmaa",
    ),
    "municipalities": [
        "tampere",
        "akaa",
        "hameenkyro",
        "juupajoki",
        "kangasala",
        "kihnio",
        "lempaala",
        "mantta-vilppula",
        "nokia",
        "orivesi",
        "parkano",
        "pirkkala",
        "punkalaidun",
        "palkane",
        "ruovesi",
        "sastamala",
        "urjala",
        "valkeakoski",
        "vesilahti",
        "virrat",
        "ylojarvi",
    ],
}
FACTS = {"fact_source": "Perhekeskustoimintamalli, Pirkanmaa (LAPE-hanke 2018)", "as_of": "2018-12-31"}
