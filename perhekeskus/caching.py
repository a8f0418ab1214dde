"""Content revision, page cache and ready page parts.

One row counts every change of public content. Whatever is kept in a process (pages, page
parts, the facet index) is kept under the revision it was made from, so that the next request
of every worker process shows a change, and nothing needs to be invalidated.

This is the only place in the house with signal receivers.
"""

from __future__ import annotations

import datetime as dt
import gzip
import hashlib
import re
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from urllib.parse import urlencode

from cachetools import LRUCache
from django.apps import apps
from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connection, connections, models, transaction
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils import timezone
from django.utils.http import http_date, parse_etags

from perhekeskus.dates import next_midnight
from perhekeskus.security import SECRET_ADDRESSES

# --- The revision ------------------------------------------------------------------------------
READ_REVISION = "SELECT number FROM perhekeskus_revision WHERE id = 1"
MOVE_REVISION = (
    "INSERT INTO perhekeskus_revision (id, number) VALUES (1, 1) "
    "ON CONFLICT (id) DO UPDATE SET number = perhekeskus_revision.number + 1"
)


def current_revision() -> int:
    """Return the number of the content's present state; by one raw statement, which is a third
    of the price of the ORM (shared/performance.md section 4)."""
    with connection.cursor() as cursor:
        cursor.execute(READ_REVISION)
        row = cursor.fetchone()
    return row[0] if row else 0


def move_revision(*, using: str = "default") -> None:
    """Count one more change, inside the transaction of the change itself."""
    with connections[using].cursor() as cursor:
        cursor.execute(MOVE_REVISION)


@contextmanager
def change(*, using: str | None = None) -> Iterator[None]:
    """Make a change of content and move the revision together, or neither.

    The revision is moved first: its row is then the one lock that all writers take in turn, so
    that two of them can neither choose the same slug nor wait for each other for ever.
    """
    alias = using or DEFAULT_DB_ALIAS
    with transaction.atomic(using=alias):
        move_revision(using=alias)
        yield


_watched: set[type[models.Model]] = set()


class When(StrEnum):
    """When somebody is told of a change: before rows change or go, after that, or of rows that are new."""

    BEFORE = "before"
    AFTER = "after"
    NEW = "new"


# Who is told of changes: what to call with a model, primary keys and the time, and of which models.
Tell = Callable[..., None]
_told: list[tuple[Tell, Callable[[type[models.Model]], bool]]] = []


def when_changed(tell: Tell, *, of: Callable[[type[models.Model]], bool]) -> None:
    """Have `tell(model, primary keys, When)` called at every change of rows whose model it wants.

    Inside the transaction of the change: before it of what was there, and after it of what is there now.
    of: says whether it wants to know of a model.
    """
    _told.append((tell, of))


def is_told_of(model: type[models.Model]) -> bool:
    """Say whether anybody wants to know of this model's changes."""
    return any(wants(model) for _tell, wants in _told)


def tell_of_change(model: type[models.Model], pks: Iterable[int], when: When) -> None:
    """Tell those who asked that rows of a model have changed, or are about to change or to go."""
    keys = list(pks)
    for tell, wants in _told if keys else ():
        if wants(model):
            tell(model, keys, when)


def is_watched(model: type[models.Model]) -> bool:
    """Say whether a change of this model is a change of public content."""
    return model in _watched


def watched_models() -> frozenset[type[models.Model]]:
    """Return the models whose changes move the revision, through tables included."""
    return frozenset(_watched)


def watch_content() -> None:
    """Connect the receivers for every content model; called once, when the apps are ready."""
    from perhekeskus.models import ContentModel

    for model in apps.get_models():
        if issubclass(model, ContentModel):
            _watched.add(model)
            # `actor.channels.add(channel)` writes through the base manager, and sends no signal.
            model._meta.base_manager_name = "objects"
            model._meta._expire_cache(reverse=False)
            models.signals.pre_save.connect(_content_changing, sender=model)
            models.signals.post_save.connect(_content_changed, sender=model)
            models.signals.pre_delete.connect(_content_going, sender=model)
            models.signals.post_delete.connect(_content_gone, sender=model)
            for many_to_many in model._meta.local_many_to_many:
                through = many_to_many.remote_field.through
                if through._meta.auto_created:
                    _watched.add(through)
                    models.signals.m2m_changed.connect(_links_changed, sender=through)


def _content_changing(sender, instance, **kwargs):
    """What a row belonged to before is changed too: a time that moves to another activity."""
    if not instance._state.adding:
        tell_of_change(sender, [instance.pk], When.BEFORE)


def _content_changed(sender, instance, using, *, created=False, raw=False, **kwargs):
    if raw:  # from a fixture, past `save`; any other row's save has moved it already
        move_revision(using=using)
    tell_of_change(sender, [instance.pk], When.NEW if created else When.AFTER)


def _content_going(sender, instance, **kwargs):
    tell_of_change(sender, [instance.pk], When.AFTER)  # its own entries go too


def _content_gone(sender, using, **kwargs):
    move_revision(using=using)


def _links_changed(sender, instance, action, model, pk_set, using, **kwargs):
    if action != "pre_add":
        move_revision(using=using)  # first: writers take turns by its row
        tell_of_change(type(instance), [instance.pk], When.AFTER)
        tell_of_change(model, pk_set or (), When.AFTER)


# --- What a process keeps ----------------------------------------------------------------------
class BoundedStore:
    """A thread-safe store that forgets what was used longest ago when its bytes are full."""

    def __init__(self, megabytes: float):
        self._items: LRUCache = LRUCache(megabytes * 1_000_000, getsizeof=_size_of)
        self._lock = threading.Lock()

    def get(self, key):
        with self._lock:
            return self._items.get(key)

    def put(self, key, value) -> None:
        with self._lock:
            # A thing larger than the whole store is simply not kept.
            if _size_of(value) <= self._items.maxsize:
                self._items[key] = value

    def clear(self) -> None:
        with self._lock:
            self._items.clear()

    def __len__(self) -> int:
        return len(self._items)


def _size_of(value) -> int:
    return value.size if isinstance(value, StoredPage) else sys.getsizeof(value)


pages = BoundedStore(settings.PAGE_CACHE_MEGABYTES * 2 / 3)
# Ready page parts (cards, later calendar cells); a key holds the revision and the language.
parts = BoundedStore(settings.PAGE_CACHE_MEGABYTES / 3)


# --- Pages -------------------------------------------------------------------------------------
# Marks that other sites add to links to us; they mean nothing here.
TRACKING_PARAMETERS = ("fbclid", "gclid")
TRACKING_PREFIX = "utm_"


TAKES_GZIP = re.compile(r"\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))", re.IGNORECASE)


def is_tracking(parameter: str) -> bool:
    return parameter in TRACKING_PARAMETERS or parameter.startswith(TRACKING_PREFIX)


@dataclass
class PageState:
    """What is known of the page that is being made; views add to it.

    valid_until: aware moment until which the page says the truth, at latest local midnight.
    storable: False keeps the page out of the page cache (unknown parameters, sensitive pages).
    sensitive: leaves no trace: no-store, no referrer.
    """

    revision: int
    valid_until: dt.datetime = field(default_factory=next_midnight)
    storable: bool = True
    sensitive: bool = False


def valid_until(request: HttpRequest, moment: dt.datetime) -> None:
    """Say that the page being made is true only until `moment` (aware)."""
    request.page.valid_until = min(request.page.valid_until, moment)


def do_not_store(request: HttpRequest) -> None:
    """Keep the page being made out of the page cache."""
    request.page.storable = False


def mark_sensitive(request: HttpRequest) -> None:
    """Make the page being made leave no trace in the browser, in caches or at other sites."""
    request.page.sensitive = True


@dataclass(frozen=True, slots=True)
class StoredPage:
    """A ready response: its headers, and its body plain and compressed."""

    headers: tuple[tuple[str, str], ...]
    body: bytes
    compressed: bytes
    etag: str
    valid_until: dt.datetime

    @property
    def size(self) -> int:
        return len(self.body) + len(self.compressed) + 600

    @classmethod
    def from_response(cls, response: HttpResponse, moment: dt.datetime) -> StoredPage:
        body = response.content
        digest = hashlib.blake2b(body, digest_size=12, person=b"page").hexdigest()
        return cls(
            headers=tuple(response.items()),
            body=body,
            compressed=gzip.compress(body, 4, mtime=0),  # 6 takes half as long again, for 5 %
            etag=f'W/"{digest}"',
            valid_until=moment,
        )

    def answer(self, request: HttpRequest) -> HttpResponse:
        """Return 304 when the browser has this page already, else the page."""
        known = request.META.get("HTTP_IF_NONE_MATCH")
        if known and (known == self.etag or self.etag in parse_etags(known) or known == "*"):
            response = HttpResponse(status=304)
            kept = {"Cache-Control", "Vary", "Expires"}
            for name, value in self.headers:
                if name in kept:
                    response.headers[name] = value
            response.headers["ETag"] = self.etag
            del response.headers["Content-Type"]
            return response
        compress = TAKES_GZIP.search(request.META.get("HTTP_ACCEPT_ENCODING", "")) is not None
        body = self.compressed if compress else self.body
        response = HttpResponse(b"" if request.method == "HEAD" else body)
        for name, value in self.headers:
            response.headers[name] = value
        response.headers["ETag"] = self.etag
        response.headers["Content-Length"] = str(len(body))
        if compress:
            response.headers["Content-Encoding"] = "gzip"
        return response


PROBES = frozenset({"/healthz", "/readyz"})


class PageCacheMiddleware:
    """Answers a public page again without making it again.

    A page depends on its address alone. With a session cookie nothing is cached, because the
    member's bar may be on the page.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info in PROBES:  # they must answer without a database too
            return self.get_response(request)
        request.page = PageState(revision=current_revision())
        # Whatever answers at such an address, an error or a way elsewhere, leaves no trace.
        request.page.sensitive = request.path_info.startswith(SECRET_ADDRESSES)
        request.may_have_member = settings.SESSION_COOKIE_NAME in request.COOKIES
        anonymous_read = request.method in ("GET", "HEAD") and not request.may_have_member
        if not anonymous_read:
            return self._private(request, self.get_response(request))
        key = self._key(request)
        stored = pages.get(key)
        if stored is not None and stored.valid_until > timezone.now():
            return stored.answer(request)
        response = self.get_response(request)
        if not getattr(response, "is_public_page", False) or response.status_code != 200:
            return self._private(request, response)
        if request.page.sensitive:
            return self._traceless(response)
        self._set_lifetime(response)
        made = StoredPage.from_response(response, request.page.valid_until)
        if request.page.storable and made.valid_until > timezone.now():
            pages.put(key, made)
        return made.answer(request)

    @staticmethod
    def _key(request: HttpRequest) -> tuple:
        """The revision, host and address, without other sites' tracking marks."""
        query = request.META.get("QUERY_STRING", "")
        if TRACKING_PREFIX in query or "clid" in query:
            kept = QueryDict(query).lists()
            query = urlencode([(n, v) for n, v in kept if not is_tracking(n)], doseq=True)
        enhanced = request.META.get("HTTP_X_REQUESTED_WITH") == "fetch"  # as the views ask it
        host = request.META.get("HTTP_HOST", "")
        return (request.page.revision, request.is_secure(), host, request.path_info, query, enhanced)

    @staticmethod
    def _set_lifetime(response: HttpResponse) -> None:
        shared = settings.SHARED_CACHE_SECONDS
        lifetime = "max-age=0, must-revalidate"
        response.headers["Cache-Control"] = f"public, s-maxage={shared}, {lifetime}" if shared else lifetime
        response.headers["Vary"] = "Accept-Encoding, X-Requested-With"

    @staticmethod
    def _traceless(response: HttpResponse) -> HttpResponse:
        response.headers["Cache-Control"] = "no-store"
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["Expires"] = http_date(0)
        return response

    @classmethod
    def _private(cls, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        if request.page.sensitive:
            return cls._traceless(response)
        if request.may_have_member and "Cache-Control" not in response.headers:
            response.headers["Cache-Control"] = "private, no-store"
        elif (until := getattr(response, "is_known_until", None)) is not None:
            seconds = int((until - timezone.now()).total_seconds())
            response.headers["Cache-Control"] = f"public, max-age={max(0, seconds)}"
        elif response.status_code >= 300 and request.META.get("QUERY_STRING"):
            # An error or a way elsewhere may come before the page could say that it is sensitive.
            response.headers["Cache-Control"] = "no-store"
            response.headers["Referrer-Policy"] = "no-referrer"
        return response
