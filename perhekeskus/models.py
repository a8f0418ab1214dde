"""What every content model shares, and the three tables of the house itself."""

from __future__ import annotations

import re
import uuid

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models.functions import Now
from django.urls import NoReverseMatch
from django.utils import translation
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from perhekeskus import caching
from perhekeskus.querysets import PortalQuerySet, PublicQuerySet

HEX_COLOUR = r"^#[0-9a-fA-F]{6}$"
# Last parts of fixed addresses: a name that would give one of these gets "-2".
RESERVED_SLUGS = frozenset({"viikko", "kalenteri", "syote", "ehdotukset"})


class ContentModel(models.Model):
    """Anything whose change is a change of public content; its writes move the revision."""

    objects = PortalQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        with caching.change(using=kwargs.get("using")):
            self._write_row(*args, **kwargs)

    def delete(self, *args, **kwargs):
        with caching.change(using=kwargs.get("using")):
            return super().delete(*args, **kwargs)

    def _write_row(self, *args, **kwargs):
        """Write the row, with `save`'s arguments; in subclasses also what belongs to the same change."""
        self.normalise_texts()
        super().save(*args, **kwargs)

    def normalise_texts(self) -> None:
        """Make an empty text one value, "", and cut spaces at the ends, in every language."""
        for field in self._meta.concrete_fields:
            if isinstance(field, models.CharField | models.TextField) and not field.choices:
                if field.attname not in self.__dict__:
                    continue  # not loaded: writing it would wipe it
                value = self.__dict__[field.attname]
                if value is None and not field.unique:
                    self.__dict__[field.attname] = ""
                elif isinstance(value, str):
                    self.__dict__[field.attname] = value.replace("\x00", "").replace("\r\n", "\n").strip()


class State(models.TextChoices):
    DRAFT = "draft", _("Draft")
    PUBLISHED = "published", _("Published")
    ARCHIVED = "archived", _("Archived")


class Visibility(models.TextChoices):
    PUBLIC = "public", _("Everyone")
    MEMBERS = "members", _("Members of the network")


class PublicItem(ContentModel):
    """A thing the public may meet: it has an identity, a state and a check date.

    uuid: identity in feeds, the API, exports and proposals.
    source, source_id: where it was brought from; together unique where filled.
    slug: the end of its address, made once from the Finnish name; a change leaves a Redirect.
    fact_source, as_of: the document its facts were taken from, and the document's date.
    """

    State = State
    Visibility = Visibility

    uuid = models.UUIDField(_("identity"), default=uuid.uuid4, unique=True, editable=False)
    source = models.CharField(_("source"), max_length=40, blank=True, editable=False)
    source_id = models.CharField(_("identity in the source"), max_length=200, blank=True, editable=False)
    slug = models.SlugField(
        _("address"),
        max_length=120,
        unique=True,
        blank=True,
        help_text=_("Made from the Finnish name. If you change it, the old address leads to the new one."),
    )
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.DRAFT)
    visibility = models.CharField(
        _("shown to"), max_length=10, choices=Visibility.choices, default=Visibility.PUBLIC
    )
    published_on = models.DateField(_("published on"), null=True, blank=True)
    reviewed_on = models.DateField(
        _("last checked on"),
        null=True,
        blank=True,
        help_text=_("The day on which somebody last made sure that everything here is right."),
    )
    fact_source = models.CharField(_("facts taken from"), max_length=200, blank=True)
    as_of = models.DateField(_("facts as of"), null=True, blank=True)

    objects = PublicQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.UniqueConstraint(
                fields=["source", "source_id"],
                condition=~models.Q(source_id=""),
                name="%(app_label)s_%(class)s_source_unique",
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=State.values), name="%(app_label)s_%(class)s_state_known"
            ),
            models.CheckConstraint(
                condition=models.Q(visibility__in=Visibility.values),
                name="%(app_label)s_%(class)s_visibility_known",
            ),
        ]

    def __str__(self):
        return self.name_fi

    def get_absolute_url(self) -> str:
        from django.urls import reverse

        if self.page_name is None:
            raise NoReverseMatch(f"{type(self).__name__} has no page")
        return reverse(self.page_name, kwargs={"slug": self.slug})

    @property
    def is_published(self) -> bool:
        return self.state == State.PUBLISHED

    @property
    def is_public(self) -> bool:
        """Anybody may see it; the same question for many is `PublicQuerySet.visible_to(None)`."""
        return self.is_published and self.visibility == Visibility.PUBLIC

    @property
    def leaves_no_trace(self) -> bool:
        """Its subject is sensitive: `Theme`, and what has a sensitive theme."""
        return False

    @property
    def is_demo(self) -> bool:
        """Written by load_demo: shown with a line that says so."""
        return self.source == "demo"

    @property
    def public_name(self) -> str:
        """The name for titles and addresses; the neutral one where the subject is sensitive."""
        return self.name_fi

    @property
    def page_name(self) -> str | None:
        """The URL name of this kind's pages, or None when it has none."""
        return None

    def _write_row(self, *args, **kwargs):
        if not self.slug:
            self.slug = self._free_slug()
        former = self._former_slug(kwargs.get("update_fields"))
        super()._write_row(*args, **kwargs)
        if former and former != self.slug:
            Redirect.leave(self._path_with(former), self._path_with(self.slug))

    def _free_slug(self) -> str:
        wanted = slugify(self.public_name)[:100] or type(self).__name__.lower()
        taken = set(
            type(self)
            .objects.filter(slug__startswith=wanted)
            .exclude(pk=self.pk)
            .values_list("slug", flat=True)
        )
        taken |= RESERVED_SLUGS
        number, slug = 1, wanted
        while slug in taken:
            number += 1
            slug = f"{wanted}-{number}"
        return slug

    def _former_slug(self, update_fields) -> str | None:
        """Return the slug that the world may know: None for what never was public."""
        writes_slug = update_fields is None or "slug" in update_fields
        if self.pk is None or self.page_name is None or self.published_on is None or not writes_slug:
            return None
        return type(self).objects.filter(pk=self.pk).values_list("slug", flat=True).first()

    def _path_with(self, slug: str) -> str:
        """Return the page's address without a language prefix."""
        from django.urls import reverse

        with translation.override("fi"):
            return reverse(self.page_name, kwargs={"slug": slug})


class Revision(models.Model):
    """One row: the number of the content's present state (perhekeskus/caching.py)."""

    number = models.BigIntegerField(default=0)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="perhekeskus_revision_one_row")]

    def __str__(self):
        return str(self.number)


class Redirect(ContentModel):
    """An address that has moved; both without a language prefix."""

    old_path = models.CharField(_("old address"), max_length=300, unique=True)
    new_path = models.CharField(_("new address"), max_length=300)
    created_at = models.DateTimeField(_("made at"), db_default=Now(), editable=False)

    class Meta:
        verbose_name = _("moved address")
        verbose_name_plural = _("moved addresses")
        ordering = ["old_path"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(old_path=models.F("new_path")), name="perhekeskus_redirect_not_to_itself"
            )
        ]

    def __str__(self):
        return f"{self.old_path} → {self.new_path}"

    @classmethod
    def leave(cls, old_path: str, new_path: str) -> None:
        """Make `old_path` lead to `new_path`, and what led to `old_path` too; never in a circle."""
        cls.objects.filter(old_path=new_path).delete()
        cls.objects.filter(new_path=old_path).update(new_path=new_path)
        cls.objects.update_or_create(old_path=old_path, defaults={"new_path": new_path})


def luminance(colour: str) -> float:
    """Return the relative luminance, 0 to 1, of a colour as #rrggbb (WCAG 2.2, definition)."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio, 1 to 21, of two colours as #rrggbb (WCAG 2.2, definition)."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


class Installation(ContentModel):
    """One row: what makes this installation the family centre of its own region."""

    name = models.CharField(_("name of the portal"), max_length=80)
    region_name = models.CharField(_("name of the region"), max_length=80)
    brand_colour = models.CharField(
        _("main colour"),
        max_length=7,
        blank=True,
        validators=[RegexValidator(HEX_COLOUR, _("Write the colour as #0b5d5b."))],
        help_text=_(
            "As #0b5d5b. It must be dark enough for white text on it. Empty: the portal's own green."
        ),
    )
    brand_colour_dark = models.CharField(
        _("main colour on dark"),
        max_length=7,
        blank=True,
        validators=[RegexValidator(HEX_COLOUR, _("Write the colour as #0b5d5b."))],
        help_text=_("For readers whose device is dark: a light shade of the same colour."),
    )
    supervisor_name = models.CharField(_("supervisor of accessibility"), max_length=120, blank=True)
    supervisor_url = models.URLField(_("supervisor's address"), blank=True)
    quick_exit_url = models.URLField(
        _("quick exit leads to"),
        default="https://www.ilmatieteenlaitos.fi/",
        help_text=_("An everyday page that tells nothing of why the reader was here."),
    )
    contact_email = models.EmailField(_("contact"), blank=True)

    class Meta:
        verbose_name = _("installation")
        verbose_name_plural = _("installation")
        constraints = [
            models.CheckConstraint(condition=models.Q(id=1), name="perhekeskus_installation_one_row")
        ]

    def __str__(self):
        return self.name_fi

    def save(self, *args, **kwargs):
        self.pk = 1
        super().save(*args, **kwargs)

    def clean(self):
        """A colour that is too faint for its text is refused (WCAG 2.2, 1.4.3: at least 4.5 to 1)."""
        super().clean()
        for field, against in (("brand_colour", "#ffffff"), ("brand_colour_dark", "#15232d")):
            colour = getattr(self, field)
            if re.match(HEX_COLOUR, colour) and contrast(colour, against) < 4.5:
                raise ValidationError(
                    {field: _("Text would not be read well on this colour: choose another.")}
                )
