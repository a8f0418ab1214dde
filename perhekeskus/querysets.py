"""The QuerySet that every content model builds on."""

from __future__ import annotations

from django.db import models

from perhekeskus.translated import page_columns


class PortalQuerySet(models.QuerySet):
    """Writes many rows at once without losing sight of the content revision.

    Django sends no signal for these, so each moves the revision itself, inside its transaction.
    """

    def _write(self, operation, *args, **kwargs):
        from perhekeskus import caching

        with caching.change(using=self.db):
            return operation(*args, **kwargs)

    def _write_rows(self, operation, rows: list, *args, **kwargs):
        from perhekeskus import caching

        with caching.change(using=self.db):
            there = [row.pk for row in rows if not row._state.adding]
            caching.tell_of_change(self.model, there, caching.When.BEFORE)
            result = operation(rows, *args, **kwargs)
            written = [row.pk for row in rows if row.pk is not None]
            when = caching.When.AFTER if there else caching.When.NEW
            caching.tell_of_change(self.model, written, when)
        return result

    def _pks_to_tell(self) -> list[int]:
        """Return the keys of the rows of this query, if anybody is told of this model's changes."""
        from perhekeskus import caching

        if not caching.is_told_of(self.model):
            return []
        return list(self.order_by().values_list("pk", flat=True))

    def for_page(self, language: str, *related: str):
        """Load what a page in a site language shows of these, and of what `related` names lead to.

        A row holds its texts in ten languages: to read them all costs a page half as much again.
        """
        names = list(page_columns(self.model, language))
        for path in related:
            model = self.model
            for name in path.split("__"):
                model = model._meta.get_field(name).related_model
            names += [f"{path}__{name}" for name in page_columns(model, language)]
        chosen = self.select_related(*related) if related else self._chain()
        chosen.query.add_immediate_loading(names)  # modeltranslation's `only` adds every language
        return chosen

    def update(self, **kwargs):
        from perhekeskus import caching

        with caching.change(using=self.db):
            changing = self._pks_to_tell()  # afterwards they may not match any more
            caching.tell_of_change(self.model, changing, caching.When.BEFORE)
            count = super().update(**kwargs)
            caching.tell_of_change(self.model, changing, caching.When.AFTER)
        return count

    update.alters_data = True

    def bulk_create(self, objs, *args, **kwargs):
        objs = list(objs)
        for obj in objs:
            obj.normalise_texts()
        return self._write_rows(super().bulk_create, objs, *args, **kwargs)

    bulk_create.alters_data = True

    def bulk_update(self, objs, *args, **kwargs):
        return self._write_rows(super().bulk_update, list(objs), *args, **kwargs)

    bulk_update.alters_data = True

    def delete(self):
        return self._write(super().delete)

    delete.alters_data = True
    delete.queryset_only = True


class PublicQuerySet(PortalQuerySet):
    """Public items: things with a state, a visibility and usually a page."""

    def published(self):
        """Items whose state is published, whoever may read them."""
        return self.filter(state=self.model.State.PUBLISHED)

    def archived(self):
        """Items that were public once; their page answers 410."""
        return self.filter(state=self.model.State.ARCHIVED)

    def visible_to(self, member):
        """Items that a reader may see: the only door for pages, feeds, indexes and exports.

        member: the signed-in `members.Member`, or None for the public. A draft is visible to
        nobody through here, not even to its editor: drafts are read in the admin's preview.
        """
        visible = self.published()
        if member is None or not member.is_active:
            visible = visible.filter(visibility=self.model.Visibility.PUBLIC)
        return visible
