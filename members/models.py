"""People with a key: coordinators and actors' editors. A member has no public page."""

from __future__ import annotations

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _


class MemberManager(BaseUserManager):
    """Makes members; the e-mail is the sign-in name, the same in capitals and in small letters."""

    def get_by_natural_key(self, email: str) -> Member:
        return self.get(email__iexact=email)

    def create_user(self, email: str, password: str | None = None, **fields) -> Member:
        """Make a member. ValueError when there is no e-mail."""
        if not email:
            raise ValueError("A member needs an e-mail address.")
        member = self.model(email=email.strip().lower(), **fields)
        member.set_password(password)
        member.save(using=self._db)
        return member

    def create_superuser(self, email: str, password: str | None = None, **fields) -> Member:
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)


class Member(AbstractBaseUser, PermissionsMixin):
    """A person who may sign in (jäsen). What a member may do comes from the groups (roles).

    actors: the actors whose things an actor's editor may change.
    """

    email = models.EmailField(_("e-mail"), unique=True, help_text=_("Also the sign-in name."))
    name = models.CharField(_("name"), max_length=120, blank=True)
    language = models.CharField(_("language"), max_length=10, default="fi")
    actors = models.ManyToManyField(
        "services.Actor",
        blank=True,
        related_name="editors",
        verbose_name=_("actors"),
        help_text=_("What an actor's editor may change. A coordinator needs none."),
    )
    family_centre = models.ForeignKey(
        "services.FamilyCentre",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="members",
        verbose_name=_("family centre"),
    )
    is_active = models.BooleanField(
        _("active"), default=True, help_text=_("Untick instead of deleting: the history keeps its names.")
    )
    is_staff = models.BooleanField(_("may use the admin"), default=False)
    date_joined = models.DateTimeField(_("joined"), auto_now_add=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    objects = MemberManager()

    class Meta:
        verbose_name = _("member")
        verbose_name_plural = _("members")
        ordering = ["email"]
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="members_member_email_unique",
                violation_error_message=_("A member with this e-mail exists already."),
            ),
        ]

    def __str__(self):
        return self.name or self.email

    @property
    def username(self) -> str:
        return self.email

    @cached_property
    def is_coordinator(self) -> bool:
        """A coordinator (or a superuser) is not bound to any actor."""
        return self.is_superuser or self.groups.filter(name="coordinator").exists()
