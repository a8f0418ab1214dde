"""The directory: what there is for families, who gives it, where, and how to reach it."""

from services.models.actors import Actor, Sector
from services.models.centres import CentreOffice, CentreRole, FamilyCentre
from services.models.geography import Area, County, Municipality
from services.models.helplines import Helpline, HelplineNumber
from services.models.places import ACCESS_FACTS, Channel, OpeningSchedule, Place
from services.models.service import (
    DELIVERY_MODES,
    Service,
    ServiceActor,
    ServiceChannel,
    ServicePlace,
    ServicePrice,
)
from services.models.situations import RouteStep, Situation
from services.models.taxonomy import AgeGroup, Audience, Section, SpokenLanguage, Task, TaskVoice, Theme

__all__ = [
    "ACCESS_FACTS",
    "DELIVERY_MODES",
    "Actor",
    "AgeGroup",
    "Area",
    "Audience",
    "CentreOffice",
    "CentreRole",
    "Channel",
    "County",
    "FamilyCentre",
    "Helpline",
    "HelplineNumber",
    "Municipality",
    "OpeningSchedule",
    "Place",
    "RouteStep",
    "Section",
    "Sector",
    "Service",
    "ServiceActor",
    "ServiceChannel",
    "ServicePlace",
    "ServicePrice",
    "Situation",
    "SpokenLanguage",
    "Task",
    "TaskVoice",
    "Theme",
]
