"""Services to which a young person may come alone, with what is told to parents."""

from __future__ import annotations

from dataclasses import dataclass

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
    """Return the services that a young person may use alone where they live, the nearest first.

    Sensitive ones are among them, by their own names, as on the list of services.
    """
    chosen = Selection.of(home.where)
    hits = index.matching(chosen) & index.young_alone
    pks = index.page(index.ordered(hits, chosen), 0, hits.bit_count())
    fields = ("name", "summary", "told_to_parents")
    width = len(columns("name", index.language))
    texts = [column for field in fields for column in columns(field, index.language)]
    rows = Service.objects.visible_to(None).filter(pk__in=pks).order_by().values_list("pk", "slug", *texts)
    found = {
        pk: AloneService(slug, *(choose(chunk, index.language) for chunk in batched(values, width)))
        for pk, slug, *values in rows
    }
    return [found[pk] for pk in pks if pk in found]


def batched(values: list, width: int) -> list[list]:
    """Cut a list into pieces of one width."""
    return [values[start : start + width] for start in range(0, len(values), width)]
