"""Hits as a page shows them: read through `visible_to()`, with what in them met the query."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.safestring import SafeString

from perhekeskus.ages import range_label
from perhekeskus.languages import join_path
from perhekeskus.models import State, Visibility
from perhekeskus.translated import LocalText, choose, columns
from search.analysis import analysis_language
from search.kinds import KINDS, Kind, Zone
from search.query import Query
from search.ranking import Key
from search.snippets import MARK, Marker
from search.sources import Sources
from search.suggestions import SEPARATOR
from services.models import Actor

MOST_MET = 4  # keywords shown of one hit


@dataclass(frozen=True, slots=True)
class ShownHit:
    """A hit on a page.

    heading, snippet: escaped, with the words that met the query marked; heading_lang, snippet_lang: of a
    fallback, else "". met: keywords that met it, when no sentence did, each with its language.
    place, provider: where and whose.
    """

    kind: Kind
    item: int
    url: str
    heading: SafeString
    heading_lang: str
    snippet: SafeString
    snippet_lang: str
    met: list[tuple[SafeString, str]]
    ages: str = ""
    place: str = ""
    provider: LocalText = LocalText("")

    @property
    def is_fallback(self) -> bool:
        return bool(self.heading_lang or self.snippet_lang)


class HitReader:
    """Reads hits for one page: a query for each kind that is on it."""

    def __init__(self, query: Query, revision: int, reader, places: dict[Key, str]):
        """places: where each hit is, in words."""
        self.language = query.language
        self.reader = reader
        self.places = places
        self.marker = Marker.of(query, Sources(query.language, revision))

    def read(self, keys: Iterable[Key]) -> list[ShownHit]:
        """Return hits in the order of their keys; what the reader may not see is left out."""
        keys = list(keys)
        by_kind: dict[str, list[int]] = defaultdict(list)
        for kind, pk in keys:
            by_kind[kind].append(pk)
        shown = {
            (kind, hit.item): hit for kind, pks in by_kind.items() for hit in self._of_kind(KINDS[kind], pks)
        }
        return [shown[key] for key in keys if key in shown]

    def _of_kind(self, kind: Kind, pks: list[int]) -> Iterable[ShownHit]:
        zones = [(zone, name) for zone, names in kind.texts.items() for name in names]
        width = len(columns("name", self.language))
        texts = [column for _zone, name in zones for column in columns(name, self.language)]
        ages = ("min_months", "max_months", "for_pregnancy") if kind.has_ages else ()
        actor = ("actor__state", "actor__visibility", *columns("actor__name", self.language))
        actor = actor if _has_actor(kind) else ()
        rows = kind.among(kind.model.objects.visible_to(self.reader)).filter(pk__in=pks).order_by()
        for pk, slug, *values in rows.values_list("pk", "slug", *ages, *actor, *texts):
            span, values = values[: len(ages)], values[len(ages) :]
            owner, values = values[: len(actor)], values[len(actor) :]
            chosen = [
                (zone, choose(values[number * width : (number + 1) * width], self.language))
                for number, (zone, _name) in enumerate(zones)
            ]
            yield self._shown(kind, pk, slug, chosen, span, owner, self.places.get((kind.key, pk), ""))

    def _shown(self, kind: Kind, pk: int, slug: str, texts, span, owner, place: str) -> ShownHit:
        name = next(text for zone, text in texts if zone == Zone.TITLE)
        told = [text for zone, text in texts if zone in (Zone.SUMMARY, Zone.DESCRIPTION) and text.text]
        # One language for the sentence: that of the first text that is there.
        html_lang = told[0].html_lang if told else ""
        language = self._language(html_lang)
        sentence = self.marker.best_sentence([t.text for t in told if t.html_lang == html_lang], language)
        keywords = [
            (phrase.strip(), text.html_lang)
            for zone, text in texts
            if zone == Zone.KEYWORDS
            for phrase in SEPARATOR.split(text.text)
        ]
        shown = self.marker.marked(sentence, language)
        met = [
            (self.marker.marked(phrase, self._language(lang)), lang)
            for phrase, lang in keywords
            if MARK not in shown and self.marker.meets(phrase, self._language(lang))
        ]
        return ShownHit(
            kind,
            pk,
            join_path(self.language, kind.path_of(slug)),
            self.marker.marked(name.text, self._language(name.html_lang)),
            name.html_lang,
            shown,
            html_lang,
            met[:MOST_MET],
            range_label(span[0], span[1], for_pregnancy=span[2]) if span and any(span) else "",
            place,
            _provider(owner, self.language),
        )

    def _language(self, html_lang: str) -> str:
        return html_lang or analysis_language(self.language)


def _has_actor(kind: Kind) -> bool:
    return any(field.name == "actor" and field.related_model is Actor for field in kind.model._meta.fields)


def _provider(owner: list, language: str) -> LocalText:
    if not owner or owner[:2] != [State.PUBLISHED, Visibility.PUBLIC]:
        return LocalText("")
    return choose(owner[2:], language)
