from django.apps import AppConfig


class PerhekeskusConfig(AppConfig):
    name = "perhekeskus"
    verbose_name = "Portaali"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from perhekeskus import caching, checks  # noqa: F401 (the checks register themselves)

        caching.watch_content()
