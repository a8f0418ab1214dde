"""What an activity is called where it is not on its own page."""

from __future__ import annotations

from meetingplaces.models import Activity
from perhekeskus.translated import LocalText, local_text


def public_name(activity: Activity, language: str, *, is_sensitive: bool) -> LocalText:
    """Return an activity's name for lists, feeds and texts that leave the site.

    Where its subject is sensitive, the neutral name and never the other; without one, its kind.
    """
    if not is_sensitive:
        return local_text(activity, "name", language)
    neutral = local_text(activity, "neutral_name", language)
    return neutral if neutral.text else LocalText(str(activity.get_kind_display()))
