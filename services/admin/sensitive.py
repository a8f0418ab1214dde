"""Things that must leave no trace: a sensitive theme demands a name that does not tell."""

from __future__ import annotations

from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from perhekeskus.admin import PortalForm


class NeutralNameForm(PortalForm):
    """A form of something with themes.

    Also a draft is refused without the neutral name, because its address is made at once; an
    address made of the telling name before is made anew.
    """

    def clean(self):
        cleaned = super().clean()
        if not any(theme.is_sensitive for theme in cleaned.get("themes") or ()):
            return cleaned
        if not cleaned.get("neutral_name_fi"):
            self.refuse(
                "neutral_name_fi",
                _(
                    "A theme of this is sensitive, so it needs a neutral name: "
                    "the address and title are made of it."
                ),
            )
        else:
            forget_telling_address(self, cleaned)
        return cleaned


def forget_telling_address(form: PortalForm, cleaned: dict) -> None:
    """Have an address that is made of the telling name made anew, of the neutral one."""
    telling = slugify(cleaned.get("name_fi", ""))
    if telling and "slug" not in form.changed_data and form.instance.slug.startswith(telling):
        form.instance.slug = ""
        if "slug" in cleaned:
            cleaned["slug"] = ""
