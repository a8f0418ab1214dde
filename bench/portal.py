"""The portal as the benchmarks run it: its own middleware and pages, and an empty view beside them.

BENCH_WITHOUT_PAGE_CACHE=1 makes every page anew, for loads on an uncached page; the floor beside it
is on the same server then.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EMPTY = "/bench/empty/"

sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "perhekeskus.settings")

import django  # noqa: E402 (the settings must be named before)

django.setup()

from django.conf import settings  # noqa: E402
from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.http import HttpRequest, HttpResponse  # noqa: E402
from django.urls import path  # noqa: E402

from perhekeskus import caching, urls  # noqa: E402


def empty(request: HttpRequest) -> HttpResponse:
    """The floor: nothing but the house's own middleware, the revision read included."""
    return HttpResponse("ok")


urlpatterns = [path(EMPTY[1:], empty), *urls.urlpatterns]
handler400, handler403 = urls.handler400, urls.handler403
handler404, handler500 = urls.handler404, urls.handler500

settings.ROOT_URLCONF = __name__
if os.environ.get("BENCH_WITHOUT_PAGE_CACHE"):
    caching.pages = caching.BoundedStore(0)
application = get_wsgi_application()
