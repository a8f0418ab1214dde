"""Whose things one sees: a coordinator's desk has everything, an actor's editor's only its own.

Every model that an actor keeps up registers its admin with `ActorScopedMixin`, in later apps too;
tests/test_roles_matrix.py asks of each.
"""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest

from services.models import Actor


def is_bound(request: HttpRequest) -> bool:
    """Say whether the member sees only the things of its own actors."""
    return not request.user.is_coordinator


def own_actors(request: HttpRequest) -> list[Actor]:
    """Return the member's actors, read once for a request."""
    if not hasattr(request, "_own_actors"):
        request._own_actors = list(request.user.actors.all())
    return request._own_actors


class OwnChoicesMixin:
    """Offers an editor only its own actors, places, channels and services in choices."""

    owner_field = ""

    def formfield_for_foreignkey(self, db_field, request: HttpRequest, **kwargs):
        field = super().formfield_for_foreignkey(
            db_field, request, **self._own_only(db_field, request, kwargs)
        )
        if field is not None and is_bound(request):
            field.offers_own_only = _is_owned(db_field)
            field.required = field.required or db_field.name == self.owner_field
        return field

    def formfield_for_manytomany(self, db_field, request: HttpRequest, **kwargs):
        field = super().formfield_for_manytomany(
            db_field, request, **self._own_only(db_field, request, kwargs)
        )
        if field is not None and is_bound(request):
            field.offers_own_only = _is_owned(db_field)
        return field

    @staticmethod
    def _own_only(db_field, request: HttpRequest, kwargs: dict) -> dict:
        """Return what a choice is made with: for an editor among its own rows."""
        if not is_bound(request) or not _is_owned(db_field):
            return kwargs
        return kwargs | {"queryset": db_field.remote_field.model.objects.owned_by(own_actors(request))}


def _is_owned(db_field) -> bool:
    """Say whether what a field points at belongs to actors."""
    return hasattr(db_field.remote_field.model._default_manager, "owned_by")


class ActorScopedMixin(OwnChoicesMixin):
    """Desk page of things that belong to an actor.

    owner_path: from a model whose rows do not know their owner themselves (`owned_by`) to its actor.
    owner_field: the form's field that says whose a thing is.
    kept_by_coordinator: fields that an editor sees but does not change.
    """

    owner_path: str | None = None
    kept_by_coordinator: tuple[str, ...] = ()

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        queryset = super().get_queryset(request)
        if not is_bound(request):
            return queryset
        if self.owner_path is None:
            return queryset.owned_by(own_actors(request))
        return queryset.filter(**{f"{self.owner_path}__in": [actor.pk for actor in own_actors(request)]})

    def has_view_permission(self, request: HttpRequest, obj=None) -> bool:
        return super().has_view_permission(request, obj) and self._may_meet(request, obj)

    def has_change_permission(self, request: HttpRequest, obj=None) -> bool:
        return super().has_change_permission(request, obj) and self._may_meet(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj=None) -> bool:
        return super().has_delete_permission(request, obj) and self._may_meet(request, obj)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return super().has_add_permission(request) and (not is_bound(request) or bool(own_actors(request)))

    def _may_meet(self, request: HttpRequest, obj) -> bool:
        """Say whether the saved row is one of the member's own, whatever a form has put into `obj`."""
        if obj is None or obj.pk is None or not is_bound(request):
            return True
        if not hasattr(request, "_own_rows"):
            request._own_rows = {}
        key = (self.model, obj.pk)
        if key not in request._own_rows:
            request._own_rows[key] = self.get_queryset(request).filter(pk=obj.pk).exists()
        return request._own_rows[key]

    def get_readonly_fields(self, request: HttpRequest, obj=None) -> tuple[str, ...]:
        fields = super().get_readonly_fields(request, obj)
        return (*fields, *self.kept_by_coordinator) if is_bound(request) else tuple(fields)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict:
        initial = super().get_changeform_initial_data(request)
        if is_bound(request) and self.owner_field and len(own_actors(request)) == 1:
            initial.setdefault(self.owner_field, own_actors(request)[0].pk)
        return initial

    def save_related(self, request: HttpRequest, form, formsets, change: bool) -> None:
        """The last door: what an editor has saved is still its own, or nothing is saved."""
        super().save_related(request, form, formsets, change)
        if is_bound(request) and not self.get_queryset(request).filter(pk=form.instance.pk).exists():
            raise PermissionDenied
