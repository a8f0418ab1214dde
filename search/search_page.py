"""One page of a search, ready for its template: how it was understood, what was found, where else to look."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils import translation

from perhekeskus import dates
from perhekeskus.languages import enabled
from perhekeskus.pages import current_member
from perhekeskus.translated import LocalText, local_text
from search.analysis import analysis_language
from search.days import CalendarLink, calendar_link
from search.filters import SearchFilter
from search.finding import Found, find_all, urgent_in
from search.found_index import KIND, SEARCH_FACETS, FoundIndex
from search.hits import HitReader, ShownHit
from search.kinds import KINDS, SITUATIONS
from search.named import Named, named_in, without
from search.ranking import Entry, Key
from search.sources import Sources
from search.words import urgent_groups
from services.filtering import Pairs
from services.help import ShownHelpline
from services.home import NO_HOME
from services.index import ServiceIndex, service_index
from services.models import Situation, Theme
from services.paging import FIRST_HITS, PAGE, PAGE_SIZE, PagedList
from services.routes import ShownStep, situation_page
from services.ways import Ways, ways_in

SITUATIONS_TRIED = 3  # whether the words tell of them
STEPS_SHOWN = 3
MOST_TOWNS = 3
MOST_COVERED = 8  # municipalities told by name
NEAREST_WORDS = 6
OF_CALENDAR = ("toiminta", "kohtaamispaikat")
SHARED_WITH_CALENDAR = ("ika", "kunta", "alue")  # parameters


@dataclass(frozen=True, slots=True)
class Understood:
    """An age or a place that the words name: its name, the search without it and of it alone, "" for none."""

    label: str
    without_url: str
    only_url: str


@dataclass(frozen=True, slots=True)
class OtherLanguage:
    """A search in another site language: the language's own name and code, and the address."""

    own_name: str
    html_lang: str
    url: str


@dataclass(frozen=True)
class KindCount:
    """A kind among the hits, as a link that narrows to it."""

    label: str
    count: int
    url: str
    is_chosen: bool


@dataclass(frozen=True)
class FirstSituation:
    """The everyday situation that the words tell of, with the beginning of its route.

    first: its numbers to ring before reading on, but for those that stand above already; steps: in words.
    """

    hit: ShownHit
    first: list[ShownHelpline]
    steps: list[LocalText]


class SearchPage(PagedList):
    """What `/haku/` shows for one address. Http404 when `sivu` is not a page that exists."""

    facets_offered = SEARCH_FACETS
    open_facets = (KIND, "kunta")
    count_template = "search/_count.html"

    def __init__(self, filters: SearchFilter, request: HttpRequest):
        self.filters = filters
        self.selection = filters.selection
        self.words = filters.words
        self.language = filters.index.language
        self.revision = request.page.revision
        everything: FoundIndex = filters.index
        reader = current_member(request)
        public, is_member = everything.positions, reader is not None
        self.found: Found = find_all(
            self.words,
            self.language,
            self.revision,
            shows=lambda hit: hit.key in public or (is_member and hit.members_only),
        )
        self.query = self.found.query
        self.urgent = urgent_in(self.query)
        self.index = everything.narrowed_to(hit.key for hit in self.found.hits)
        self._shown = self._chosen_of(self.found.hits)
        self.total = len(self._shown)
        self.number = self.read_number(filters.data.get(PAGE))
        self._reader = HitReader(self.query, self.revision, reader, self._places())
        request.canonical_query = urlencode(self.pairs())

    def _chosen_of(self, hits: Iterable[Entry]) -> list[Key]:
        """Return the hits that the selection means; a member sees those for members too, uncounted."""
        bits, positions = self.index.matching(self.selection), self.index.positions
        return [
            hit.key
            for hit in hits
            if ((position := positions.get(hit.key)) is not None and bits >> position & 1)
            or (hit.members_only and not self.is_narrowed)
        ]

    def _places(self) -> dict[Key, str]:
        """Return the municipalities of the page's hits in words; of one that is in most of them, nothing."""
        labels = {choice.value: choice.label for choice in self.index.choices["kunta"]}
        on_page = set(self._shown[self.start : self.start + PAGE_SIZE])
        places = {}
        for hit in self.found.hits:
            if hit.key in on_page:
                towns = [labels[slug] for slug in hit.towns.split() if slug in labels]
                places[hit.key] = ", ".join(towns) if len(towns) <= MOST_TOWNS else ""
        return places

    # --- What it is ------------------------------------------------------------------------------
    @property
    def has_words(self) -> bool:
        return bool(self.words)

    @cached_property
    def is_sensitive(self) -> bool:
        """Urgent words, a sensitive theme, or something sensitive among the first: it must leave no trace.

        The first of all that the words found, so that narrowing does not change it; or all that is shown.
        """
        first = [hit.key for hit in self.found.hits[:FIRST_HITS]]
        if self.situation:
            first.append((SITUATIONS, self.situation.hit.item))
        if self.urgent or self.sensitive_themes or any(map(self._is_sensitive_item, first)):
            return True
        shown = self._shown[self.start : self.start + PAGE_SIZE]
        return bool(shown) and all(map(self._is_sensitive_item, shown))

    def _is_sensitive_item(self, key: Key) -> bool:
        if key in self.index.positions:
            return bool(self.index.sensitive >> self.index.positions[key] & 1)
        kind, pk = KINDS[key[0]], key[1]  # for members only
        sensitive = {f"{kind.themes}__is_sensitive": True} if kind.themes else {"is_sensitive": True}
        has_themes = kind.themes or kind.model is Theme
        return bool(has_themes) and kind.model.objects.filter(pk=pk, **sensitive).exists()

    @property
    def is_narrowed(self) -> bool:
        return bool(self.selection.values or self.selection.has_ages)

    @property
    def has_fallback_text(self) -> bool:
        return any(hit.is_fallback for hit in self.hits)

    @property
    def clear_url(self) -> str:
        return f"?{urlencode([('q', self.words)])}"

    @cached_property
    def chosen(self) -> list:
        """The choices beside the words: those stand in their own field."""
        return [choice for choice in super().chosen if choice.parameter != "q"]

    @staticmethod
    def _url(pairs: Pairs) -> str:
        return f"?{urlencode(pairs)}"

    @cached_property
    def _address_to_add_to(self) -> tuple[str, str]:
        chosen = urlencode(self._chosen_pairs)
        return f"?{chosen}&" if chosen else "?", ""

    @property
    def is_cut(self) -> bool:
        """Only the beginning of what was written was searched."""
        return self.filters.words_are_cut or self.query.is_cut

    @property
    def first_number(self) -> int:
        """The number of the page's first hit, from 1."""
        return self.start + 1

    @property
    def carried(self) -> Pairs:
        """What was chosen, for the form of the words to carry along."""
        return [pair for pair in self._chosen_pairs if pair[0] != "q"]

    # --- How it was understood -------------------------------------------------------------------
    @property
    def repairs(self) -> list[tuple[str, LocalText]]:
        """Words that were taken to be others: as written, and what was searched."""
        return list(self.query.repairs.items())

    @property
    def only_by_parts(self) -> list[str]:
        return [] if self.found.is_exact else self.query.only_by_parts

    @property
    def elsewhere(self) -> str:
        """Municipalities that were named, and that are not covered here."""
        return ", ".join(self.query.elsewhere)

    @property
    def covered(self) -> str:
        """The municipalities that are covered here; "" when they are too many to tell."""
        towns = [str(choice.label) for choice in self.index.choices["kunta"]]
        return ", ".join(towns) if len(towns) <= MOST_COVERED else ""

    @property
    def in_other_language(self) -> OtherLanguage | None:
        """The same search in the language that the words seem to be written in."""
        for language in enabled():
            if language.html_lang == self.query.foreign:
                with translation.override(language.code):
                    url = f"{reverse('search:page')}{self._url([('q', self.words), *self.carried])}"
                return OtherLanguage(language.own_name, language.html_lang, url)
        return None

    @cached_property
    def understood(self) -> list[Understood]:
        """The ages and places that the words name; what fits them comes first."""
        return [
            Understood(named.label, self._without(named.words), only)
            for named in self._named
            if (only := self._only(named.parameter, named.value))
        ]

    @cached_property
    def _named(self) -> list[Named]:
        return named_in(self.query, self.index.ages)

    @cached_property
    def calendar_link(self) -> CalendarLink | None:
        """The way to the day that the words name, where they ask for something to go to."""
        first = {kind for kind, _pk in self._shown[:PAGE_SIZE]}
        asks_for_it = not self._shown or not first.isdisjoint(OF_CALENDAR)
        if self.is_sensitive or self.number > 1 or not asks_for_it:
            return None
        chosen = [(each.parameter, each.value) for each in self._named if each.value]
        chosen += [pair for pair in self._chosen_pairs if pair[0] in SHARED_WITH_CALENDAR]
        # "vauvan" is 0–11 kk there
        labels = [self.index.short_ages.get(each.value, each.label) for each in self._named if each.value]
        return calendar_link(self.query.text, labels, list(dict.fromkeys(chosen)), dates.today())

    def _only(self, parameter: str, value: str) -> str:
        """Return the search narrowed to a value; "" when there is none, or it is narrowed to it already."""
        is_chosen = (parameter, value) in self._chosen_pairs
        return "" if is_chosen or not value else self._toggled(parameter, value)

    def _without(self, words: Iterable[str]) -> str:
        """Return the search without some of its words, "" when they cannot be taken away."""
        rest = without(self.words, words)
        if not rest or rest == self.words:
            return ""
        return self._url([("q", rest), *self.carried])

    # --- What was found --------------------------------------------------------------------------
    @cached_property
    def kinds(self) -> list[KindCount]:
        """The kinds that there are among the hits, as links."""
        chosen = self.selection.values.get(KIND, [])
        counts = self._counts[KIND]
        return [
            KindCount(str(kind.plural), counts[key], self._toggled(KIND, key), key in chosen)
            for key, kind in KINDS.items()
            if counts[key] or key in chosen
        ]

    @property
    def urgent_numbers(self) -> list[ShownHelpline]:
        """The numbers to ring before reading on."""
        if self.urgent:
            return self._ways.urgent_numbers(self.urgent)
        return self.first_numbers

    @property
    def _ways(self) -> Ways:
        return ways_in(self.language, self.revision)

    @cached_property
    def situation(self) -> FirstSituation | None:
        """The everyday situation of which a phrase says what was written; its route comes before the hits."""
        if self.number > 1 or KIND in self.selection.values:
            return None
        best = [key for key in self._shown if key[0] == SITUATIONS]
        for _kind, pk in best[:SITUATIONS_TRIED]:
            situation = Situation.objects.visible_to(None).for_page(self.language).filter(pk=pk).first()
            if situation is not None and self._is_told_by(situation):
                return self._first_situation(situation)
        return None

    def _is_told_by(self, situation: Situation) -> bool:
        phrases = [local_text(situation, "name", self.language)]
        told = local_text(situation, "phrases", self.language)
        phrases += [LocalText(phrase, told.html_lang) for phrase in told.text.splitlines()]
        return any(
            self._reader.marker.says_the_same(
                phrase.text, phrase.html_lang or analysis_language(self.language)
            )
            for phrase in phrases
        )

    def _first_situation(self, situation: Situation) -> FirstSituation:
        index = service_index(self.language, self.revision)
        page = situation_page(situation=situation, ways=self._ways, index=index, home=NO_HOME)
        [hit] = self._reader.read([(SITUATIONS, situation.pk)])
        above = {line.helpline.pk for line in self.urgent_numbers}
        first = [line for line in page.first if line.helpline.pk not in above]
        steps = [self._in_words(step, index) for step in page.rest[:STEPS_SHOWN]]
        return FirstSituation(hit, first, steps)

    def _in_words(self, step: ShownStep, index: ServiceIndex) -> LocalText:
        """Return what a step says, or else the name of what it leads to."""
        if step.text.text:
            return step.text
        if step.helpline:
            return local_text(step.helpline.helpline, "name", self.language)
        if step.card:
            return index.names[index.positions[step.card.pk]][1]
        return step.theme.name if step.theme else LocalText(step.host)

    @cached_property
    def hits(self) -> list[ShownHit]:
        """The page's hits; the situation that stands first is not told twice."""
        first = self.situation.hit.item if self.situation else None
        on_page = self._shown[self.start : self.start + PAGE_SIZE]
        return self._reader.read(key for key in on_page if key != (SITUATIONS, first))

    # --- When little was found -------------------------------------------------------------------
    @cached_property
    def nearest_words(self) -> list[tuple[LocalText, str]]:
        """Words of the index that begin as what was written: the word, and the search for it."""
        if self.found.is_exact:
            return []  # what has been hidden since would still stand in another analyser's index
        sources = Sources(self.language, self.revision)
        own = analysis_language(self.language)
        found: dict[str, str] = {}
        for word in self.query.words:
            for code, vocabulary in sources.vocabularies.items():
                for near in vocabulary.near(word.text):
                    if not urgent_groups(near, settings.SITE_LANGUAGES):
                        found.setdefault(near, code if code != own else "")
        first = list(found.items())[:NEAREST_WORDS]
        return [(LocalText(word, code), self._url([("q", word)])) for word, code in first]

    @property
    def themes(self) -> list:
        return [theme for theme in self._ways.themes.values() if not theme.is_sensitive]

    @property
    def situations(self) -> list:
        return self._ways.suggested()[:6]
