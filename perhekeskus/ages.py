"""Ages in months, half-open: `min_months` is in, `max_months` is not; empty is open.

A thing for the time of pregnancy alone has `for_pregnancy` and `max_months` 0: no child's age.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

OLDEST_MONTH = 29 * 12  # young people's services end at 29 (Youth Act 1285/2016, section 3)
AGE_PATTERN = re.compile(r"(\d{1,3})(kk|v)?")
# An age as people write it in the site's languages: "8 kk", "8 kuukautta", "3-vuotias", "8 mån", "3 år".
WRITTEN_AGE = re.compile(
    r"\s*([0-9]{1,3})[\s-]*(?:(kk|kuukau\w*|mån\w*|mo\w*)|(v|vuo\w*|år\w*|y\w*))?\.?\s*", re.IGNORECASE
)
BETWEEN_AGES = re.compile(r"\s*(?:,|;|&|\+|\bja\b|\boch\b|\band\b|(?<=[^\W\d])\s+(?=\d))\s*", re.IGNORECASE)


@dataclass(frozen=True)
class AgeSpan:
    """The ages that one value of `ika` means: months [first, end), or the time of pregnancy."""

    value: str
    first: int = 0
    end: int = 0
    pregnancy: bool = False


def parse_age(value: str) -> AgeSpan | None:
    """Return the months of `8kk` (one month), `3v` or `3` (a year of months), or None.

    >>> parse_age("3v")
    AgeSpan(value='3v', first=36, end=48, pregnancy=False)
    """
    match = AGE_PATTERN.fullmatch(value) if value.isascii() else None
    if not match:
        return None
    number = int(match[1])
    span = (
        AgeSpan(value, number, number + 1)
        if match[2] == "kk"
        else AgeSpan(value, number * 12, number * 12 + 12)
    )
    return span if span.end <= OLDEST_MONTH else None


def written_age(text: str) -> str:
    """Return an age as addresses say it, or the text as it was.

    >>> written_age("8 kk"), written_age("3 V"), written_age("outo")
    ('8kk', '3v', 'outo')
    """
    match = WRITTEN_AGE.fullmatch(text)
    if not match:
        return text
    return match[1] + ("kk" if match[2] else "v" if match[3] else "")


def written_ages(text: str) -> list[str]:
    """Return the ages of several children written together, or the text as it was.

    >>> written_ages("3v 8kk"), written_ages("3 vuotta ja 8 kuukautta"), written_ages("outo")
    (['3v', '8kk'], ['3v', '8kk'], ['outo'])
    """
    ages = [written_age(part) for part in BETWEEN_AGES.split(text) if part]
    return ages if ages and all(parse_age(age) for age in ages) else [text]


def age_label(span: AgeSpan) -> str:
    """Return the words for a chosen age: "8 kk", "3-vuotias"."""
    if span.end - span.first == 1:
        return ngettext("%(count)d month old", "%(count)d months old", span.first) % {"count": span.first}
    years = span.first // 12
    return ngettext("%(count)d year old", "%(count)d years old", years) % {"count": years}


def range_label(min_months: int | None, max_months: int | None, *, for_pregnancy: bool) -> str:
    """Return a thing's ages in words: "0–11 kk", "3–6 v", "odotusaika ja 0–6 v", "kaikenikäiset"."""
    if for_pregnancy and max_months == 0:
        return _t("pregnancy")
    words = _months_label(min_months, max_months)
    return _t("pregnancy and %(ages)s") % {"ages": words} if for_pregnancy else words


def _months_label(first: int | None, end: int | None) -> str:
    if not first and end is None:
        return _t("all ages")
    first = first or 0
    if end is None:
        return _t("from %(age)s") % {"age": _one_age(first)}
    last = end - 1
    whole_years = first % 12 == 0 and end % 12 == 0
    if end <= 12 or (end <= 24 and not whole_years):
        return _t("%(ages)s mo") % {"ages": _span(first, last)}
    if whole_years:
        return _t("%(ages)s y") % {"ages": _span(first // 12, last // 12)}
    return f"{_one_age(first)} – {_one_age(last)}"


def _span(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"


def _one_age(months: int) -> str:
    if months < 24 and months % 12:
        return _t("%(ages)s mo") % {"ages": months}
    return _t("%(ages)s y") % {"ages": months // 12}


def suits(aged, span: AgeSpan) -> bool:
    """Say whether something with `min_months`, `max_months` and `for_pregnancy` suits some age of a span."""
    if span.pregnancy:
        return aged.for_pregnancy
    starts = aged.min_months is None or aged.min_months < span.end
    return starts and (aged.max_months is None or aged.max_months > span.first)


class AgedModel(models.Model):
    """A thing meant for children of certain ages."""

    min_months = models.PositiveSmallIntegerField(
        _("from age, months"),
        null=True,
        blank=True,
        help_text=_("Youngest age in months: 3 years is 36. Empty: from birth."),
    )
    max_months = models.PositiveSmallIntegerField(
        _("until age, months"),
        null=True,
        blank=True,
        help_text=_(
            "Ends when this age is reached: for 0–6-year-olds write 84 (seven years). Empty: no upper limit. "
            "For the time of pregnancy alone write 0 and tick the box."
        ),
    )
    for_pregnancy = models.BooleanField(_("also for the time of pregnancy"), default=False)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(min_months__isnull=True)
                | Q(max_months__isnull=True)
                | Q(min_months__lt=models.F("max_months"))
                | Q(max_months=0, for_pregnancy=True),
                name="%(app_label)s_%(class)s_ages_in_order",
            ),
            models.CheckConstraint(
                condition=Q(max_months__isnull=True) | Q(max_months__gt=0) | Q(for_pregnancy=True),
                name="%(app_label)s_%(class)s_ages_not_empty",
            ),
        ]

    @property
    def age_range_label(self) -> str:
        return range_label(self.min_months, self.max_months, for_pregnancy=self.for_pregnancy)

    def suits(self, span: AgeSpan) -> bool:
        """Say whether some age of the span is among this thing's ages; see `AgedQuerySet.for_age`."""
        return suits(self, span)


class AgedQuerySet(models.QuerySet):
    """Questions about ages, for models built on `AgedModel`."""

    def for_age(self, span: AgeSpan):
        """Things that suit some age of the span; see also `AgedModel.suits`."""
        if span.pregnancy:
            return self.filter(for_pregnancy=True)
        return self.filter(
            Q(min_months__isnull=True) | Q(min_months__lt=span.end),
            Q(max_months__isnull=True) | Q(max_months__gt=span.first),
        )

    def for_some_age(self, spans: list[AgeSpan]):
        """Things that suit some of several children; nothing when there are none."""
        hits = self.none()
        for span in spans:
            hits |= self.for_age(span)
        return hits
