"""Services to which a young person may come alone, with what is told to parents."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from operator import or_

from perhekeskus.translated import LocalText, choose, columns
from services.home import Home
from services.index import Selection, ServiceIndex
from services.models import Service


@dataclass(frozen=True, slots=True)
class AloneService:
    """A service as a young person reads of it, in one site language."""

    slug: str
    name: LocalText
    summary: LocalText
    told: LocalText


def alone_services(index: ServiceIndex, home: Home) -> list[AloneService]:
    """Return the services that a young person may use alone where they live, in the index's order.

    Sensitive ones are among them, by their own names, as on the list of services.
    """
    chosen = Selection()
    for parameter, value in home.pairs:
        chosen.values.setdefault(parameter, []).append(value)
    near = index.matching(chosen)
    width = len(columns("name", index.language))
    texts = [column for f in ("name", "summary", "told_to_parents") for column in columns(f, index.language)]
    rows = {
        index.positions[pk]: (slug, *values)
        for pk, slug, *values in Service.objects.visible_to(None)
        .for_young_alone()
        .order_by()
        .values_list("pk", "slug", *texts)
        if pk in index.positions
    }
    hits = near & reduce(or_, (1 << position for position in rows), 0)
    order = [
        position for run in index.ordered(hits, chosen) for position in sorted(rows) if run >> position & 1
    ]
    return [
        AloneService(
            rows[position][0],
            *(
                choose(rows[position][1 + start : 1 + start + width], index.language)
                for start in range(0, 3 * width, width)
            ),
        )
        for position in order
    ]
