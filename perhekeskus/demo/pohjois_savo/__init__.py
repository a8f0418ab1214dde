"""The Pohjois-Savo demo: the eighteen municipalities and Joroinen; facts from 2018–2020."""

from perhekeskus.demo.records import Text as T

INSTALLATION = {
    "name": T(
        fi="Perhekeskus",
        selko="Perhekeskus",
        sv="Familjecentret",
        en="Family Centre",
    ),
    "region_name": T(
        fi="Pohjois-Savo",
        selko="Pohjois-Savo",
        sv="Norra Savolax",
        en="North Savo",
    ),
    "municipalities": [
        "kuopio",
        "iisalmi",
        "joroinen",
        "kaavi",
        "keitele",
        "kiuruvesi",
        "lapinlahti",
        "leppavirta",
        "pielavesi",
        "rautalampi",
        "rautavaara",
        "siilinjarvi",
        "sonkajarvi",
        "suonenjoki",
        "tervo",
        "tuusniemi",
        "varkaus",
        "vesanto",
        "vierema",
    ],
}
