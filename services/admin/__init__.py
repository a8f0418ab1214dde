"""The coordinator's desk for the directory; an actor's editor sees its own part of it."""

from services.admin import actors, centres, geography, helplines, places, service, situations, taxonomy

__all__ = ["actors", "centres", "geography", "helplines", "places", "service", "situations", "taxonomy"]
