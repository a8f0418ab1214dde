"""Which texts are translated, and of what a history is kept.

History is registered here, after translation, and without the original fields: registered in
the model's body it crashes on the language columns (shared/libraries.md section 1).
"""

import simple_history
from modeltranslation.translator import TranslationOptions, register
from simple_history.models import HistoricalRecords

from services import models


class LinkHistory(HistoricalRecords):
    """History of a model and its links, also of those made from the other side.

    At `theme.services.add(service)` the library would write a record of the theme where one of
    the service belongs, and crash.
    """

    def m2m_changed(self, instance, action, attr, pk_set, reverse, model, **kwargs):
        changed = model.objects.filter(pk__in=pk_set or ()) if reverse else [instance]
        for row in changed if action.startswith("post_") else ():
            super().m2m_changed(row, action, attr, pk_set, reverse, **kwargs)


def _register(model, *fields, required=()):
    """Translate these fields of a model and keep its history."""
    options = type(f"{model.__name__}Options", (TranslationOptions,), {"fields": fields})
    options.required_languages = {"fi": required} if required else ()
    register(model)(options)
    simple_history.register(
        model,
        app="services",
        records_class=LinkHistory,
        excluded_fields=list(fields),
        m2m_fields=[
            field.name
            for field in model._meta.local_many_to_many
            if field.remote_field.through._meta.auto_created
        ],
    )


_register(models.Area, "name", required=("name",))
_register(models.AgeGroup, "name", "short_name", "introduction", required=("name",))
_register(models.Audience, "name", required=("name",))
_register(models.Section, "name", "introduction", required=("name",))
_register(models.SpokenLanguage, "name", required=("name",))
_register(models.Theme, "name", "neutral_name", "introduction", required=("name",))
_register(models.Task, "name", "what_it_is", "how_we_do_it", required=("name",))
_register(models.TaskVoice, "text", "told_at", required=("text",))
_register(models.Actor, "name", "description", required=("name",))
_register(models.Place, "name", "entrance", "floor", "pram_place", "parking", required=("name",))
_register(models.Channel, "name", "note", "price_note", required=("name",))
_register(models.OpeningSchedule, "note")
_register(
    models.Service,
    "name",
    "neutral_name",
    "summary",
    "description",
    "how_to_get",
    "who_for",
    "told_to_parents",
    "keywords",
    required=("name",),
)
_register(models.ServicePlace, "note")
_register(models.ServiceChannel, "note")
_register(models.ServicePrice, "note")
_register(models.FamilyCentre, "name", "introduction", "covered_part", required=("name",))
_register(models.CentreOffice, "note")
_register(models.CentreRole, "role", "how_to_reach", required=("role",))
_register(models.Helpline, "name", "for_whom", "when_to_ring", required=("name",))
_register(models.HelplineNumber, "hours", "price_note")
_register(models.Situation, "name", "neutral_name", "phrases", "introduction", required=("name",))
_register(models.RouteStep, "text")
for _model in (models.County, models.Municipality, models.ServiceActor):
    simple_history.register(_model, app="services")
