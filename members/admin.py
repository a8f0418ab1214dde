"""The members: invited, given roles and let go by a coordinator."""

from __future__ import annotations

from allauth.account import admin as account_admin
from allauth.account.models import EmailAddress
from allauth.mfa import admin as mfa_admin
from allauth.mfa.models import Authenticator
from django import forms
from django.contrib import admin, messages
from django.contrib.auth import admin as auth_admin
from django.contrib.auth import password_validation
from django.contrib.auth.models import Group
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from members.models import Member
from members.roles import ADMIN_ROLES, COORDINATOR, TITLES
from perhekeskus import languages
from perhekeskus.admin import PlainAdmin

# Rights are data (roles.yaml), and secrets are nobody's to read: these desks are closed.
for _module, _model in ((auth_admin, Group), (account_admin, EmailAddress), (mfa_admin, Authenticator)):
    if admin.site.is_registered(_model):
        admin.site.unregister(_model)


class RolesField(forms.ModelMultipleChoiceField):
    """Roles by what they mean."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, group: Group) -> str:
        return TITLES.get(group.name, group.name)


class MemberForm(forms.ModelForm):
    """A member.

    is_oneself: the member who fills the form in is the one whom it changes; set by the admin.
    """

    is_oneself = False

    groups = RolesField(Group.objects.order_by("pk"), required=False, label=capfirst(_("role")))
    language = forms.ChoiceField(label=capfirst(_("language")))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "language" in self.fields:
            self.fields["language"].choices = [(lang.code, lang.own_name) for lang in languages.enabled()]

    def clean_email(self) -> str:
        """Sign-in looks for small letters."""
        return self.cleaned_data["email"].lower()

    def clean(self):
        cleaned = super().clean()
        roles = {group.name for group in cleaned.get("groups") or ()}
        if "actor_editor" in roles and COORDINATOR not in roles and not cleaned.get("actors"):
            self.add_error("actors", _("Choose the actors whose things this member keeps up."))
        if self.is_oneself and not cleaned.get("is_active", True):
            self.add_error("is_active", _("You cannot close your own account. Ask another coordinator."))
        if self.is_oneself and not self.instance.is_superuser and COORDINATOR not in roles:
            self.add_error("groups", _("You cannot take your own role away. Ask another coordinator."))
        return cleaned


class NewMemberForm(MemberForm):
    """A member to be invited."""

    password = forms.CharField(
        label=capfirst(_("password")),
        required=False,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}, render_value=True),
        help_text=_(
            "Best left empty: the member then makes a password through “Forgot your password?” "
            "on the sign-in page."
        ),
    )

    def clean_password(self) -> str:
        password = self.cleaned_data["password"]
        if password:
            password_validation.validate_password(password, self.instance)
        return password

    def save(self, commit=True):
        self.instance.set_password(self.cleaned_data["password"] or None)
        return super().save(commit)


@admin.register(Member)
class MemberAdmin(PlainAdmin):
    """Members. No history is kept of them; what they did stands in the history of things."""

    form = MemberForm
    desk_order = 10
    list_display = ["email", "name", "roles", "family_centre", "is_active", "last_login"]
    list_filter = ["is_active", "groups", ("family_centre", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["family_centre"]
    search_fields = ["email", "name"]
    autocomplete_fields = ["actors", "family_centre"]
    actions = ["forget_second_factor"]
    fieldsets = [
        (_("Who is it?"), {"fields": ["email", "name", "language", "family_centre"]}),
        (_("What may this member do?"), {"fields": ["groups", "actors", "is_active"]}),
    ]
    add_fieldsets = [
        (_("Who is it?"), {"fields": ["email", "name", "language", "family_centre", "password"]}),
        (_("What may this member do?"), {"fields": ["groups", "actors", "is_active"]}),
    ]

    def get_fieldsets(self, request: HttpRequest, obj=None):
        return self.fieldsets if obj else self.add_fieldsets

    def get_form(self, request: HttpRequest, obj=None, change=False, **kwargs):
        kwargs["form"] = MemberForm if obj else NewMemberForm
        form = super().get_form(request, obj, change=change, **kwargs)
        form.is_oneself = obj is not None and obj.pk == request.user.pk
        return form

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).prefetch_related("groups")

    @admin.display(description=_("role"))
    def roles(self, member: Member) -> str:
        names = [str(TITLES.get(group.name, group.name)).partition(":")[0] for group in member.groups.all()]
        return ", ".join([*([_t("technical administrator")] if member.is_superuser else []), *names])

    # --- Who may touch whom ----------------------------------------------------------------------
    def has_change_permission(self, request: HttpRequest, obj=None) -> bool:
        return super().has_change_permission(request, obj) and self._may_touch(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj=None) -> bool:
        """Members are closed, not deleted, where they have written something; never oneself."""
        allowed = super().has_delete_permission(request, obj) and self._may_touch(request, obj)
        return allowed and (obj is None or obj.pk != request.user.pk)

    def get_actions(self, request: HttpRequest) -> dict:
        """Many at once would pass by who may touch whom."""
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions

    @staticmethod
    def _may_touch(request: HttpRequest, member: Member | None) -> bool:
        return member is None or request.user.is_superuser or not member.is_superuser

    # --- Saving ----------------------------------------------------------------------------------
    def save_model(self, request: HttpRequest, obj: Member, form, change: bool) -> None:
        super().save_model(request, obj, form, change)
        # allauth keeps addresses of its own: a former one must not open the door.
        EmailAddress.objects.filter(user=obj).exclude(email__iexact=obj.email).delete()

    def save_related(self, request: HttpRequest, form, formsets, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        member = form.instance
        works_here = member.is_superuser or member.groups.filter(name__in=ADMIN_ROLES).exists()
        if member.is_staff != works_here:
            member.is_staff = works_here
            member.save(update_fields=["is_staff"])

    @admin.action(permissions=["change"], description=_("Forget the second factor: the phone has been lost"))
    def forget_second_factor(self, request: HttpRequest, queryset: QuerySet) -> None:
        """Let members set up a second factor anew; make sure first that it is really they who ask."""
        allowed = [member for member in queryset if self._may_touch(request, member)]
        for member in allowed:
            Authenticator.objects.filter(user=member).delete()
            self.log_change(request, member, _t("Second factor forgotten."))
        text = ngettext(
            "%(count)d member sets up a second factor at the next sign-in.",
            "%(count)d members set up a second factor at the next sign-in.",
            len(allowed),
        )
        self.message_user(request, text % {"count": len(allowed)}, messages.SUCCESS)
