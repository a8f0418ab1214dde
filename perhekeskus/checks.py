"""System checks of the house."""

from django.conf import settings
from django.core.checks import Warning as CheckWarning
from django.core.checks import register


@register()
def enabled_languages_are_complete(app_configs, **kwargs):
    """Warn of an enabled language whose catalogue lacks texts: its pages would be partly Finnish."""
    from perhekeskus.catalogues import untranslated

    return [
        CheckWarning(
            f"The site language {code} is enabled, but {len(missing)} texts of its catalogue are missing.",
            hint="Translate them in locale/, or take the language off SITE_LANGUAGES.",
            id="perhekeskus.W001",
        )
        for code in settings.SITE_LANGUAGES
        if (missing := untranslated(code))
    ]
