"""The house's own template tags; built in, so that no template needs to load them."""

from __future__ import annotations

import json
from functools import cache

from django import template
from django.template.loader import get_template
from django.templatetags.static import static
from django.utils import translation
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from perhekeskus import caching, dates
from perhekeskus.languages import DEFAULT
from perhekeskus.translated import LocalText, local_text

register = template.Library()


@register.simple_tag
def text(item, field: str) -> LocalText:
    """A model's translated text in the page's language; a fallback is marked with its own."""
    return local_text(item, field, translation.get_language() or DEFAULT)


@register.simple_tag(takes_context=True)
def ready(context, name: str, **variant: str) -> SafeString:
    """A part that is the same on all pages of a language: rendered once for each revision.

    variant: what else it depends on, of few values: {% ready "components/main_nav.html" section=section %}.
    """
    page = getattr(context.get("request"), "page", None)
    key = ("page-part", page.revision if page else 0, translation.get_language(), name, *variant.items())
    part = caching.parts.get(key)
    if part is None:
        part = get_template(name).render({"site": context["site"], **variant})
        caching.parts.put(key, part)
    return part


@register.filter
def paragraphs(value: LocalText | str) -> SafeString:
    """A text as paragraphs; an empty line stands between them."""
    chosen = value if isinstance(value, LocalText) else LocalText(str(value))
    pieces = [" ".join(piece.split()) for piece in chosen.text.split("\n\n") if piece.strip()]
    return format_html_join("\n", "<p>{}</p>", ((LocalText(piece, chosen.html_lang),) for piece in pieces))


@register.filter
def steps(value: LocalText | str) -> list[LocalText]:
    """The lines of a text, each in its language."""
    chosen = value if isinstance(value, LocalText) else LocalText(str(value))
    return [LocalText(line.strip(), chosen.html_lang) for line in chosen.text.splitlines() if line.strip()]


@register.simple_tag
@cache
def icon(name: str, extra: str = "") -> SafeString:
    """A small picture beside words; it says nothing the words do not."""
    return format_html(
        '<svg class="icon{}" aria-hidden="true"><use href="{}#{}"></use></svg>',
        f" {extra}" if extra else "",
        static("icons/sprite.svg"),
        name,
    )


# As json_script does: no character that could end the script element.
_SCRIPT_ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


@register.filter
def json_ld(data: dict) -> SafeString:
    """Structured data as a script element; a data block, which the content policy lets be."""
    body = json.dumps(data, ensure_ascii=False).translate(_SCRIPT_ESCAPES)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(body))  # noqa: S308


@register.filter
def day(value) -> str:
    """A date as 22.11.2026."""
    return dates.short_date(value) if value else ""


@register.filter
def euros(value) -> str:
    """An amount as "5 €" or "5,50 €", with a space that does not break."""
    amount = f"{value:.2f}".replace(".", ",").removesuffix(",00")
    return f"{amount}\u00a0€"
