"""The gallery of page pieces, for those who build the next page: each piece in each of its states.

Everything on it is a made-up example, said to be one; nothing is read from the database.
"""

from __future__ import annotations

import re
from functools import cache

from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse
from django.template.loader import get_template
from django.template.response import TemplateResponse

from perhekeskus.translated import LocalText
from services.help import ShownHelpline
from services.listing import ReadyCard
from services.models import Helpline, HelplineNumber
from services.querysets import ServiceCard
from services.shelf import Count, Shelf
from services.ways import SituationLink

LONG_NAME = "Esimerkki: lastensuojelunavohuollontukitoimenpidesuunnitelmapalaveri"


def gallery(request: HttpRequest) -> HttpResponse:
    """Answer the gallery; for those who may use the admin (urls.py)."""
    context = {
        "icons": names_in("icons/sprite.svg", "symbol"),
        "pictures": names_in("icons/pictures.svg", "g"),
        "helplines": [_helpline("112", is_emergency=True), _helpline("016 555 0100", "016 555 0101")],
        "situations": [
            SituationLink(0, "esimerkki", LocalText(name))
            for name in ("Esimerkki: vauva ei nuku", "Esimerkki: rahat eivät riitä", LONG_NAME)
        ],
        "shelf": Shelf([_card("Esimerkki: perhekahvila"), _card(LONG_NAME)], Count(12, "#pieces")),
        "noindex": True,
    }
    return TemplateResponse(request, "gallery.html", context)


@cache
def names_in(path: str, tag: str) -> list[str]:
    """Return the ids of the drawings in one of our SVG files, in its order."""
    with open(finders.find(path), encoding="utf-8") as file:
        return re.findall(rf'<{tag} id="([a-z-]+)"', file.read())


def _helpline(*numbers: str, is_emergency: bool = False) -> ShownHelpline:
    line = Helpline(
        name_fi="Esimerkkipuhelin",
        slug="esimerkki",
        when_to_ring_fi="Soita, kun haluat puhua.",
        for_whom_fi="Kaikille.",
        is_emergency=is_emergency,
    )
    shown = [
        HelplineNumber(language=language, number=number, hours_fi="Esimerkkiaikoina")
        for language, number in zip(("fi", "sv"), numbers, strict=False)
    ]
    return ShownHelpline(line, shown, only_in_finnish=False)


def _card(name: str) -> ReadyCard:
    card = ServiceCard(
        pk=0,
        slug="esimerkki",
        name=LocalText(name),
        summary=LocalText("Esimerkki siitä, mitä perhe saa. Kortissa on enintään 200 merkkiä."),
        actor_name=LocalText("Esimerkkijärjestäjä"),
        ages="0–6 v",
        is_free=True,
        needs_no_appointment=True,
        area_kind="municipalities",
        area="Esimerkkikunta",
    )
    html = get_template("services/service_list/_card.html").render({"card": card})
    return ReadyCard(0, html, has_fallback=False)
