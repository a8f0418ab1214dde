"""Reading translated columns without loading whole rows: a text and the language it is in."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString

from perhekeskus.languages import LANGUAGES


class LocalText(NamedTuple):
    """A text as it is to be shown.

    html_lang: the BCP 47 tag to mark it with when it is a fallback, else "".
    """

    text: str
    html_lang: str = ""

    @property
    def is_fallback(self) -> bool:
        return bool(self.html_lang)

    def __str__(self) -> SafeString:
        """The text for a page, escaped; a fallback is marked with its own language."""
        if not self.html_lang:
            return conditional_escape(self.text)
        return format_html('<span lang="{}">{}</span>', self.html_lang, self.text)

    __html__ = __str__


@cache
def columns(field: str, language: str) -> tuple[str, ...]:
    """Return the columns to read for a translated field: the language's own, then its fallbacks'.

    >>> columns("name", "fi-selko")
    ('name_fi_selko', 'name_fi')
    """
    chain = (language, *LANGUAGES[language].fallback)
    return tuple(f"{field}_{LANGUAGES[code].column_suffix}" for code in chain)


@cache
def page_columns(model, language: str) -> tuple[str, ...]:
    """Return the columns a page in a site language reads of a model: its texts in that language and
    its fallbacks, and everything that is no translated text."""
    from modeltranslation.fields import TranslationField

    fields = model._meta.concrete_fields
    texts = [field for field in fields if isinstance(field, TranslationField)]
    left_out = {field.name for field in texts} | {field.translated_field.name for field in texts}
    for field in texts:
        left_out.difference_update(columns(field.translated_field.name, language))
    return tuple(field.name for field in fields if field.name not in left_out)


def choose(values, language: str) -> LocalText:
    """Choose the first text that is there, of `values` in the order of `columns`."""
    own, *rest = values
    if own:
        return LocalText(own)
    for code, value in zip(LANGUAGES[language].fallback, rest, strict=True):
        if value:
            return LocalText(value, LANGUAGES[code].html_lang)
    return LocalText("")


def any_fallback(language: str, *texts: tuple[object, str]) -> bool:
    """Say whether some text of (item, field) is shown in another language than the page's."""
    return any(local_text(item, field, language).is_fallback for item, field in texts)


def local_text(item, field: str, language: str) -> LocalText:
    """Return a model's translated text in a site language; see `choose`."""
    return choose([getattr(item, column) or "" for column in columns(field, language)], language)
