"""Which texts are translated, and of what a history is kept."""

from meetingplaces import models
from perhekeskus.translating import register

register(models.MeetingPlace, "name", "introduction", "notice", "rules", required=("name",))
register(
    models.Activity,
    "name",
    "neutral_name",
    "summary",
    "what_happens",
    "food_note",
    required=("name",),
)
register(models.ActivityPrice, "note")
register(models.WeeklySlot, "time_note", "ending_note")
register(models.SlotChange, "reason", "price_note", "title")
register(models.Break, "name", required=("name",))
register(models.Visit, "role", "topic", required=("role",))
for _model in (models.ActivityOrganiser, models.SlotDate, models.VisitDate):
    register(_model)
