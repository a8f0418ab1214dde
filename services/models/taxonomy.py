"""By what a family comes in: ages, audiences, sections, themes, tasks; and languages spoken."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from perhekeskus.ages import AgeSpan
from perhekeskus.models import ContentModel, PublicItem


class AgeGroup(ContentModel):
    """A stage of a child's life (ikäryhmä); who belongs to it is computed by overlap of ages.

    min_months, max_months: half-open; both 0 for the time of pregnancy.
    """

    slug = models.SlugField(_("address"), max_length=40, unique=True)
    name = models.CharField(_("name"), max_length=60)
    short_name = models.CharField(_("short name"), max_length=40, blank=True)
    introduction = models.TextField(_("introduction"), blank=True)
    icon = models.CharField(_("icon"), max_length=30, blank=True)
    min_months = models.PositiveSmallIntegerField(_("from age, months"))
    max_months = models.PositiveSmallIntegerField(_("until age, months"))
    for_pregnancy = models.BooleanField(_("the time of pregnancy"), default=False)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("age group")
        verbose_name_plural = _("age groups")
        ordering = ["order", "slug"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(min_months__lt=models.F("max_months"))
                | models.Q(for_pregnancy=True, min_months=0, max_months=0),
                name="services_agegroup_ages_in_order",
            )
        ]

    def __str__(self):
        return self.name_fi

    @property
    def span(self) -> AgeSpan:
        """The ages that `ika=<slug>` means."""
        return AgeSpan(self.slug, self.min_months, self.max_months, self.for_pregnancy)


class NamedChoice(ContentModel):
    """A choice that families filter by, with a name and a place in the order."""

    slug = models.SlugField(_("address"), max_length=60, unique=True)
    name = models.CharField(_("name"), max_length=80)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        abstract = True
        ordering = ["order", "slug"]

    def __str__(self):
        return self.name_fi


class Audience(NamedChoice):
    """For whom in particular (kenelle). Never hides a thing from others unless it says so."""

    class Meta(NamedChoice.Meta):
        verbose_name = _("audience")
        verbose_name_plural = _("audiences")


class Section(NamedChoice):
    """A shelf of an age group's page (osio): from leisure to strong support."""

    introduction = models.TextField(_("introduction"), blank=True)

    class Meta(NamedChoice.Meta):
        verbose_name = _("section")
        verbose_name_plural = _("sections")


class SpokenLanguage(ContentModel):
    """A language in which a service is given; `fse` is Finnish Sign Language.

    code: ISO 639-1, or ISO 639-3 where there is no shorter one.
    """

    code = models.CharField(_("ISO 639 code"), max_length=3, unique=True)
    name = models.CharField(_("name"), max_length=60)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("language of service")
        verbose_name_plural = _("languages of service")
        ordering = ["order", "code"]

    def __str__(self):
        return self.name_fi


class Theme(PublicItem):
    """A subject that parents come with (teema).

    A sensitive theme leaves no trace: its address and title are made from the neutral name.
    """

    name = models.CharField(_("name"), max_length=80)
    neutral_name = models.CharField(
        _("neutral name"),
        max_length=80,
        blank=True,
        help_text=_(
            "Shown in the address and in the browser's title and history. "
            "It must not tell what the page is about."
        ),
    )
    is_sensitive = models.BooleanField(
        _("sensitive"),
        default=False,
        help_text=_("Pages of this theme leave no trace and have the quick exit. Demands a neutral name."),
    )
    introduction = models.TextField(_("introduction"), blank=True)
    icon = models.CharField(_("icon"), max_length=30, blank=True)
    helplines = models.ManyToManyField(
        "services.Helpline",
        blank=True,
        related_name="themes",
        verbose_name=_("numbers to ring first"),
        help_text=_("Shown before anything else on the theme's page and on the pages of its services."),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta(PublicItem.Meta):
        verbose_name = _("theme")
        verbose_name_plural = _("themes")
        ordering = ["order", "slug"]
        constraints = [
            *PublicItem.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(is_sensitive=False)
                | models.Q(neutral_name_fi__isnull=False) & ~models.Q(neutral_name_fi=""),
                name="services_theme_sensitive_has_neutral_name",
            ),
        ]

    @property
    def public_name(self) -> str:
        return self.neutral_name_fi if self.is_sensitive else self.name_fi

    @property
    def leaves_no_trace(self) -> bool:
        return self.is_sensitive

    @property
    def page_name(self) -> str:
        return "services:theme"


class Task(PublicItem):
    """One of the family centre's seven tasks (tehtävä), as THL's model defines them."""

    name = models.CharField(_("name"), max_length=120)
    what_it_is = models.TextField(_("what it is"))
    how_we_do_it = models.TextField(_("how professionals do it"), blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta(PublicItem.Meta):
        verbose_name = _("task")
        verbose_name_plural = _("tasks")
        ordering = ["order", "slug"]

    @property
    def page_name(self) -> str:
        return "services:task"


class TaskVoice(ContentModel):
    """What families of one family centre said of a task: a summary, never a quotation."""

    task = models.ForeignKey(Task, models.CASCADE, related_name="voices", verbose_name=_("task"))
    family_centre = models.ForeignKey(
        "services.FamilyCentre", models.CASCADE, related_name="task_voices", verbose_name=_("family centre")
    )
    text = models.TextField(
        _("what families said"), help_text=_("A summary in your own words, not a quotation.")
    )
    told_at = models.CharField(_("where it was said"), max_length=120)
    year = models.PositiveSmallIntegerField(_("year"))

    class Meta:
        verbose_name = _("families' voice")
        verbose_name_plural = _("families' voices")
        ordering = ["-year", "pk"]

    def __str__(self):
        return f"{self.family_centre} {self.year}"
