"""Breaks of the invented activities; the real ones' breaks are not told by any source."""

from perhekeskus.demo.records import Day
from perhekeskus.demo.records import Text as T

BREAKS = [
    dict(
        key="esimerkki-kerhotauko",
        name=T(
            fi="Esimerkki: kerhon tauko",
            selko="Esimerkki: kerhon tauko",
            sv="Exempel: paus i klubben",
            en="Example: club break",
        ),
        from_on=Day(1, 1),
        until_on=Day(1, 7),
        activities=["esimerkki-kaverikerho"],
    ),
    dict(
        key="esimerkki-pulkkaviikko",
        name=T(
            fi="Esimerkki: pulkkaviikko",
            selko="Esimerkki: pulkkaviikko",
            sv="Exempel: pulkveckan",
            en="Example: sledging week",
        ),
        from_on=Day(2, 1),
        until_on=Day(2, 7),
        activities=["esimerkki-taaperot", "esimerkki-vauvajumppa"],
    ),
]
