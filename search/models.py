"""The search's tables: an index that the portal itself fills, and the thesaurus that people edit.

Ordinary tables, the same on SQLite and PostgreSQL (docs/decisions/0013). Entries, terms, vocabulary and
suggestions are made from content and can be made again at any time by `reindex`.
"""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from perhekeskus.languages import LANGUAGES
from perhekeskus.models import ContentModel


class SearchIndex(models.Model):
    """One row: which generation of entries is searched, and by which analyser it was made.

    generation: the entries that are searched; building: those that a running `reindex` makes, or None.
    signature: of the analyser (`analysis.signature`); "" before the first `reindex`.
    languages: the site languages that were enabled, with spaces between.
    """

    generation = models.PositiveIntegerField(default=0)
    building = models.PositiveIntegerField(null=True)
    signature = models.CharField(max_length=40, blank=True)
    languages = models.CharField(max_length=80, blank=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(id=1), name="search_index_one_row")]

    def __str__(self):
        return f"{self.generation} ({self.signature})"


def current_index() -> SearchIndex:
    """Return the index's row, unsaved when there is none yet."""
    return SearchIndex.objects.first() or SearchIndex(id=1)


class SearchEntry(models.Model):
    """One item's text in one language: a translation, or the Finnish one for the languages that lack it.

    kind, item: a key of `kinds.KINDS` and the item's primary key.
    language: the site language of the text; serves: the site languages that it answers in, as " fi sv ".
    title_folded: for comparing with the query; min_months … for_pregnancy: as of `AgedModel`.
    towns: slugs of municipalities and localities, as " kittila sirkka "; region_wide: it serves everywhere.
    words: the words of its text as they stand there, for counting the vocabulary.
    """

    generation = models.PositiveIntegerField()
    kind = models.CharField(max_length=20)
    item = models.BigIntegerField()
    language = models.CharField(max_length=10)
    serves = models.CharField(max_length=80)
    title_folded = models.CharField(max_length=300)
    min_months = models.PositiveSmallIntegerField(null=True)
    max_months = models.PositiveSmallIntegerField(null=True)
    for_pregnancy = models.BooleanField(default=False)
    towns = models.TextField(blank=True)
    region_wide = models.BooleanField(default=False)
    members_only = models.BooleanField(default=False)
    words = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["generation", "kind", "item", "language"], name="search_entry_once"
            )
        ]

    def __str__(self):
        return f"{self.kind} {self.item} {self.language}"


class SearchTerm(models.Model):
    """A term of an entry; `indexing` alone writes entries, so that no database need check millions of them.

    term: as of `analysis.terms_of`; weight: how much of the entry it is, in millionths.
    """

    term = models.CharField(max_length=64)
    entry = models.ForeignKey(
        SearchEntry, models.DO_NOTHING, db_index=False, db_constraint=False, related_name="terms"
    )
    weight = models.IntegerField()

    class Meta:
        constraints = [
            # The weight stands in it so that a search reads this alone; a term is in an entry once.
            models.UniqueConstraint(fields=["term", "entry", "weight"], name="search_term_once")
        ]
        indexes = [models.Index(fields=["entry"], name="search_term_entry")]

    def __str__(self):
        return self.term


class SearchVocabulary(models.Model):
    """A word of the index and in how many entries it stands; what a mistyped word may be mended to.

    language: of analysis. is_surface: as it is written; else a term without its language.
    count: entries of the searched generation; a row without any is taken away.
    """

    language = models.CharField(max_length=10)
    word = models.CharField(max_length=64)
    is_surface = models.BooleanField()
    count = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["language", "word", "is_surface"], name="search_vocabulary_once")
        ]

    def __str__(self):
        return self.word


class SearchSuggestion(models.Model):
    """One beginning under which a label is suggested while somebody writes.

    serves: as of the entry. key: folded text from a word's start on, as the bytes of UTF-8: every database
    orders bytes alike, so that a range of keys is a beginning. html_lang: of the label.
    weight: in tenths; path: where it leads without a language prefix, "" for a search by the label.
    """

    entry = models.ForeignKey(SearchEntry, models.DO_NOTHING, db_constraint=False, related_name="suggestions")
    generation = models.PositiveIntegerField()
    serves = models.CharField(max_length=80)
    key = models.BinaryField(max_length=240)
    label = models.CharField(max_length=120)
    html_lang = models.CharField(max_length=10)
    kind = models.CharField(max_length=20, blank=True)
    weight = models.SmallIntegerField()
    path = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = [models.Index(fields=["generation", "weight", "key"], name="search_suggestion_key")]

    def __str__(self):
        return self.label


class SearchStale(models.Model):
    """An item whose entries are not true any more; written with the change, gone when they are made anew."""

    kind = models.CharField(max_length=20)
    item = models.BigIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "item"], name="search_stale_once")]

    def __str__(self):
        return f"{self.kind} {self.item}"


def language_choices() -> list[tuple[str, str]]:
    return [(language.html_lang, language.own_name) for language in LANGUAGES.values() if language.hreflang]


class SearchSynonym(ContentModel):
    """A line of the thesaurus: what families say, and the words that stand in the directory."""

    language = models.CharField(_("language"), max_length=10, choices=language_choices, default="fi")
    triggers = models.CharField(
        _("what people write"),
        max_length=400,
        help_text=_(
            "Everyday words with commas between them, in any form: väsynyt, uupunut. "
            "Of several words, as in “en jaksa”, all must be there."
        ),
    )
    targets = models.CharField(
        _("what it is called here"),
        max_length=400,
        help_text=_("Words that stand in the texts of the portal, with commas between them."),
    )
    is_active = models.BooleanField(_("in use"), default=True)
    note = models.CharField(_("note"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("line of the thesaurus")
        verbose_name_plural = _("thesaurus of the search")
        ordering = ["language", "triggers", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(triggers="") & ~Q(targets=""), name="search_synonym_not_empty"
            )
        ]

    def __str__(self):
        return f"{self.triggers} → {self.targets}"


class SearchMiss(models.Model):
    """A word that searches found nothing or little with: how often, and nothing of who wrote it.

    A word is written down only when it has been seen three times; digits and addresses never.
    """

    class Kind(models.TextChoices):
        ZERO = "zero", _("Nothing was found")
        WEAK = "weak", _("The word is in no text")

    language = models.CharField(_("language"), max_length=10)
    word = models.CharField(_("word"), max_length=40)
    kind = models.CharField(_("what happened"), max_length=4, choices=Kind.choices)
    count = models.PositiveIntegerField(_("times"), default=0)
    last_on = models.DateField(_("last on"))

    class Meta:
        verbose_name = _("word that is not found")
        verbose_name_plural = _("words that are not found")
        ordering = ["-count", "word"]
        constraints = [
            models.UniqueConstraint(fields=["language", "word", "kind"], name="search_miss_once"),
            models.CheckConstraint(condition=Q(count__gte=3), name="search_miss_seen_three_times"),
        ]

    def __str__(self):
        return self.word
