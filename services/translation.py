"""Which texts are translated, and of what a history is kept."""

from perhekeskus.translating import register
from services import models

register(models.Area, "name", required=("name",))
register(models.AgeGroup, "name", "short_name", "introduction", required=("name",))
register(models.Audience, "name", required=("name",))
register(models.Section, "name", "introduction", required=("name",))
register(models.SpokenLanguage, "name", required=("name",))
register(models.Theme, "name", "neutral_name", "introduction", required=("name",))
register(models.Task, "name", "what_it_is", "how_we_do_it", required=("name",))
register(models.TaskVoice, "text", "told_at", required=("text",))
register(models.Actor, "name", "description", required=("name",))
register(models.Place, "name", "entrance", "floor", "pram_place", "parking", required=("name",))
register(models.Channel, "name", "note", "price_note", required=("name",))
register(models.OpeningSchedule, "note")
register(
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
register(models.ServicePlace, "note")
register(models.ServiceChannel, "note")
register(models.ServicePrice, "note")
register(models.FamilyCentre, "name", "introduction", "covered_part", required=("name",))
register(models.CentreOffice, "note")
register(models.CentreRole, "role", "how_to_reach", required=("role",))
register(models.Helpline, "name", "for_whom", "when_to_ring", required=("name",))
register(models.HelplineNumber, "hours", "price_note")
register(models.Situation, "name", "neutral_name", "phrases", "introduction", required=("name",))
register(models.RouteStep, "text")
for _model in (models.County, models.Municipality, models.ServiceActor):
    register(_model)
