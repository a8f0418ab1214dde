"""Numbers to ring when it cannot wait."""

from __future__ import annotations

from django.contrib import admin, messages
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from perhekeskus.admin import PortalForm, StackedInline
from perhekeskus.models import State, Visibility
from services.admin.base import PUBLISHING, PublicItemAdmin
from services.models import Helpline, HelplineNumber, Situation


class NumberInline(StackedInline):
    """The number in each language, with its hours and price."""

    model = HelplineNumber
    verbose_name_plural = _("Which numbers?")
    fieldsets = [(None, {"fields": [("language", "number"), "hours", "price_note"]})]


class HelplineForm(PortalForm):
    """A help line; one that an urgent route begins with cannot be taken from the public."""

    def clean(self):
        cleaned = super().clean()
        shown = (cleaned.get("state"), cleaned.get("visibility")) == (State.PUBLISHED, Visibility.PUBLIC)
        if not shown and (names := urgent_situations(self.instance)):
            self.refuse("state", _t("These urgent situations begin with it: %(names)s.") % {"names": names})
        return cleaned


def urgent_situations(line: Helpline) -> str:
    """Return the names of the published urgent situations on whose route a line is, with commas."""
    if line.pk is None:
        return ""
    situations = Situation.objects.published().filter(urgency=Situation.Urgency.URGENT, steps__helpline=line)
    return ", ".join(str(situation) for situation in situations.distinct())


@admin.register(Helpline)
class HelplineAdmin(PublicItemAdmin):
    """Help lines in the order of the help page; one without a number says so there."""

    form = HelplineForm
    desk_order = 52
    inlines = [NumberInline]
    list_display = ["titled", "order", "numbers_shown", "checked_on", "state", "languages_done"]
    list_filter = [*PublicItemAdmin.list_filter, "is_emergency"]
    ordering = ["order", "name_fi"]
    fieldsets = [
        (_("What is it?"), {"fields": ["name", "is_emergency", "order"]}),
        (_("For whom, and when?"), {"fields": ["for_whom", "when_to_ring"]}),
        (
            _("In which searches does it stand above all hits?"),
            {
                "fields": [("for_violence", "for_self_harm", "for_danger")],
                "description": _(
                    "When somebody searches for such words, these numbers come first. "
                    "Without any, the emergency number stands there."
                ),
            },
        ),
        (_("Is the number right?"), {"fields": ["checked_on"]}),
        PUBLISHING,
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).annotate(number_count=Count("numbers"))

    @admin.display(description=_("numbers"), ordering="number_count")
    def numbers_shown(self, item) -> str:
        return str(item.number_count) if item.number_count else _t("No number")

    @admin.action(permissions=["change"], description=_("Archive: the page says that it has gone"))
    def archive(self, request: HttpRequest, queryset: QuerySet) -> None:
        """Archive those that no urgent route begins with, and name the routes of the others."""
        free = []
        for line in queryset:
            if names := urgent_situations(line):
                text = _t("%(name)s was not archived. These urgent situations begin with it: %(names)s.")
                self.message_user(request, text % {"name": line, "names": names}, messages.ERROR)
            else:
                free.append(line.pk)
        super().archive(request, queryset.filter(pk__in=free))

    def cautions(self, item: Helpline) -> list[str]:
        if item.numbers.exists():
            return []
        return [_t("This line has no number: the help page tells families to ring 112 instead.")]

    def needing_attention(self, request: HttpRequest) -> list[dict]:
        """Published lines that nobody can ring: on the desk's first page until they have a number."""
        return [
            {
                "text": _t("%(name)s has no number: give it this region's own.") % {"name": line},
                "url": reverse("admin:services_helpline_change", args=[line.pk]),
            }
            for line in self.get_queryset(request).published().filter(number_count=0)
        ]
