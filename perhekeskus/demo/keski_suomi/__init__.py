"""The Keski-Suomi demo: the six municipalities whose family centres the slides name; facts from 2020."""

from perhekeskus.demo.records import Text as T

INSTALLATION = {
    "name": T(
        fi="Perhekeskus",
        selko="Perhekeskus",
        sv="Familjecentret",
        en="Family Centre",
    ),
    "region_name": T(
        fi="Keski-Suomi",
        selko="Keski-Suomi",
        sv="Mellersta Finland",
        en="Central Finland",
    ),
    "municipalities": ["jyvaskyla", "keuruu", "laukaa", "muurame", "petajavesi", "aanekoski"],
}
