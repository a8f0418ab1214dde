"""The WSGI application that the server runs."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "perhekeskus.settings")

application = get_wsgi_application()

from search import misses  # noqa: E402 (its models need Django set up)

misses.serve()
