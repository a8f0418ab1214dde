"""The coordinator's desk as a browser uses it: who signs in, and what a form would send."""

from __future__ import annotations

from html.parser import HTMLParser
from itertools import count

from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from members.models import Member
from members.roles import sync_roles


def sign_in(who: Member | None) -> Client:
    """A browser in which a member has signed in; nobody when None."""
    client = Client()
    if who is not None:
        client.force_login(who)
    return client


_numbers = count(1)


def member(*, role: str = "", actors=(), **fields) -> Member:
    """A member of the desk without a password, which takes long to make: `sign_in` needs none."""
    email = fields.pop("email", f"tekija{next(_numbers)}@example.org")
    made = Member.objects.create_user(email, None, is_staff=True, **fields)
    if role:
        sync_roles()
        made.groups.add(Group.objects.get(name=role))
    made.actors.set(actors)
    return made


def coordinator(**fields) -> Member:
    return member(role="coordinator", **fields)


def editor(*actors, **fields) -> Member:
    return member(role="actor_editor", actors=actors, **fields)


def superuser(**fields) -> Member:
    return member(is_superuser=True, **fields)


def address(way: str, row_or_model, **query) -> str:
    """The desk's address of a row ("change", "history"…) or of a model ("changelist", "add")."""
    meta = row_or_model._meta
    name = f"admin:{meta.app_label}_{meta.model_name}_{way}"
    return reverse(name, args=[] if isinstance(row_or_model, type) else [row_or_model.pk], query=query)


def form_of(response) -> dict[str, list[str]]:
    """What the browser would send if one pressed Save at once, by name of field."""
    reader = _FormReader()
    reader.feed(response.content.decode())
    return {name: values for name, values in reader.data.items() if values}


class _FormReader(HTMLParser):
    """Gathers the controls of the desk's form; html5lib takes ten times as long."""

    def __init__(self):
        super().__init__()
        self.data: dict[str, list[str]] = {}
        self._inside = False
        self._select: dict | None = None
        self._text: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list) -> None:
        found = dict(attrs)
        if tag == "form":
            self._inside = (found.get("id") or "").endswith("_form")
        elif not self._inside or "disabled" in found:
            return
        elif tag == "select":
            self._select = {"name": found["name"], "many": "multiple" in found, "all": [], "chosen": []}
        elif tag == "option":
            self._select["chosen" if "selected" in found else "all"].append(found.get("value", ""))
        elif tag == "textarea":
            self._name, self._text = found["name"], []
        elif tag == "input":
            self._input(found)

    def _input(self, found: dict) -> None:
        kind, name = found.get("type"), found.get("name")
        is_box = kind in ("checkbox", "radio")
        pressed = kind not in ("submit", "button") or name == "_save"
        if name and pressed and (not is_box or "checked" in found):
            self.data.setdefault(name, []).append(found.get("value", "on" if is_box else ""))

    def handle_data(self, data: str) -> None:
        if self._text is not None:
            self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._inside = False
        elif tag == "select" and self._select:
            select, self._select = self._select, None
            values = select["chosen"] or ([] if select["many"] else select["all"][:1])
            self.data.setdefault(select["name"], []).extend(values)
        elif tag == "textarea" and self._text is not None:
            self.data.setdefault(self._name, []).append("".join(self._text).removeprefix("\n"))
            self._text = None


def without_children(data: dict) -> dict:
    """A form without its rows of children."""
    prefixes = [name.removesuffix("-TOTAL_FORMS") for name in data if name.endswith("-TOTAL_FORMS")]
    kept = {
        name: value for name, value in data.items() if not name.startswith(tuple(f"{p}-" for p in prefixes))
    }
    return kept | {
        f"{prefix}-{count}": "0" for prefix in prefixes for count in ("TOTAL_FORMS", "INITIAL_FORMS")
    }


def new_child(data: dict, prefix: str, **values) -> dict:
    """A form with one more row of a child."""
    number = int(data[f"{prefix}-TOTAL_FORMS"][0])
    row = {f"{prefix}-{number}-{name}": value for name, value in values.items()}
    return data | {f"{prefix}-TOTAL_FORMS": str(number + 1)} | row


def errors_of(response) -> dict[str, list[str]]:
    """The errors of the form that came back, by field; "" for the form as a whole."""
    form = response.context["adminform"].form
    return {name if name != "__all__" else "": list(errors) for name, errors in form.errors.items()}
