"""Questions about many activities, times and their changes."""

from __future__ import annotations

from collections.abc import Iterable

from perhekeskus.ages import AgedQuerySet
from perhekeskus.querysets import PortalQuerySet
from services.querysets import OwnedQuerySet


class MeetingPlaceQuerySet(OwnedQuerySet):
    """Meeting places."""

    def in_building_visible_to(self, member):
        """Meeting places whose building a reader may see too; in a secret one nobody meets."""
        from services.models import Place

        buildings = Place.objects.visible_to(member).filter(address_is_masked=False)
        return self.filter(place__in=buildings.order_by())


class ActivityQuerySet(OwnedQuerySet, AgedQuerySet):
    """Activities; what is asked of many of them in one place."""

    def owned_by(self, actors: Iterable):
        """Activities of which one of these actors is an organiser, each once."""
        links = self.model.organisers.through.objects.filter(actor__in=[actor.pk for actor in actors])
        return self.filter(pk__in=links.values("activity"))


class SlotQuerySet(PortalQuerySet):
    """Times, changes and visits: what belongs to an activity; `owner_path` leads to its organisers."""

    def owned_by(self, actors: Iterable):
        """Rows of an activity of which one of these actors is an organiser, each once."""
        from meetingplaces.models import Activity

        path = self.model.owner_path.removesuffix("__organisers")
        return self.filter(**{f"{path}__in": Activity.objects.owned_by(actors).values("pk")})
