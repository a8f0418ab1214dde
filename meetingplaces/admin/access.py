"""Who may do what on the desk's pages of the calendar: those that belong to no one model."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse

from meetingplaces.models import Activity
from services.admin.scope import is_bound, own_actors


def needs(permission: str) -> Callable:
    """Let only those in who have a permission: "add_slotchange"; the role gives it (members/roles.yaml)."""

    def decorate(view: Callable) -> Callable:
        @wraps(view)
        def guarded(request: HttpRequest, *args, **kwargs) -> HttpResponse:
            if not request.user.has_perm(f"meetingplaces.{permission}"):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return guarded

    return decorate


def own_activities(request: HttpRequest) -> QuerySet[Activity]:
    """Return the activities that the member may change, drafts too; an editor's own alone."""
    activities = Activity.objects.exclude(state=Activity.State.ARCHIVED)
    return activities.owned_by(own_actors(request)) if is_bound(request) else activities
