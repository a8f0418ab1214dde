from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = _("Search")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from perhekeskus import caching
        from search import finding, keeping
        from services import words

        caching.when_changed(keeping.note_change, of=keeping.is_indexed)
        words.answer_with(finding.find_services)
