"""Settings of the portal: one file, read from top to bottom.

Environment variables change them; the defaults are for a developer's own machine.
`ENVIRONMENT=production` refuses to start with an unsafe setting (the end of this file).
What belongs to one installation (name, colours, municipalities, urgent numbers) is data.
"""

from __future__ import annotations

import os
from pathlib import Path

import dj_database_url
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key

from perhekeskus.languages import LANGUAGES as ALL_LANGUAGES
from perhekeskus.languages import fill_lang_info

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"  # the database and the key of a development machine; not in git


def env_list(name: str, default: str = "") -> list[str]:
    return [part.strip() for part in os.environ.get(name, default).split(",") if part.strip()]


def env_flag(name: str, *, default: bool) -> bool:
    return os.environ.get(name, "1" if default else "0").lower() in {"1", "true", "yes", "on"}


def development_secret_key() -> str:
    """Return this machine's own key, made once, so that sessions outlive a restart."""
    VAR_DIR.mkdir(exist_ok=True)
    path = VAR_DIR / "secret_key"
    if not path.exists():
        path.write_text(get_random_secret_key())
        path.chmod(0o600)
    return path.read_text()


ENVIRONMENT = os.environ.get("ENVIRONMENT", "development")
IN_PRODUCTION = ENVIRONMENT == "production"
DEBUG = env_flag("DEBUG", default=False)
SECRET_KEY = os.environ.get("SECRET_KEY") or ("" if IN_PRODUCTION else development_secret_key())
ALLOWED_HOSTS = env_list("ALLOWED_HOSTS", "" if IN_PRODUCTION else "127.0.0.1,localhost,[::1]")
CSRF_TRUSTED_ORIGINS = env_list("CSRF_TRUSTED_ORIGINS")

# --- Apps: base, then in the order of imports (docs/architecture.md) -----------------------
INSTALLED_APPS = [
    "modeltranslation",  # before the admin: it patches the models that the admin shows
    "perhekeskus",
    "members",
    "services",
    "meetingplaces",
    "search",
    "perhekeskus.admin_site.PortalAdminConfig",  # Django's admin as the coordinator's desk
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",  # its template
    "simple_history",
    "django_filters",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.mfa",
]

# The order is the design: a page from the page cache passes only what stands above it.
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "perhekeskus.municipality.MunicipalityMiddleware",
    "perhekeskus.caching.PageCacheMiddleware",
    "csp.middleware.CSPMiddleware",
    "perhekeskus.languages.SiteLanguageMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "perhekeskus.redirects.RedirectMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "members.middleware.SecondFactorMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
]

ROOT_URLCONF = "perhekeskus.urls"
WSGI_APPLICATION = "perhekeskus.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "perhekeskus.site.site",
            ],
            "builtins": ["perhekeskus.templatetags.portal"],
        },
    },
]

# --- Data -----------------------------------------------------------------------------------
if "DATABASE_URL" not in os.environ:
    VAR_DIR.mkdir(exist_ok=True)
DATABASES = {
    "default": dj_database_url.config(
        default=f"sqlite:///{VAR_DIR / 'db.sqlite3'}",
        conn_max_age=None,  # a new connection for each request costs a page three times its price
        conn_health_checks=True,
    )
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {
        # A checkpoint waits for the disk, in somebody's save: every 4,000 pages (16 MB), not every 1,000.
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA wal_autocheckpoint=4000;"
        ),
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
    }
elif DATABASES["default"]["ENGINE"] == "django.db.backends.postgresql":
    # A page's statements take some milliseconds: to compile one, or to start workers for it, takes longer.
    # And with the default price of a random page, a turning disk's, a search reads all terms (230 ms for 9).
    DATABASES["default"].setdefault("OPTIONS", {}).setdefault(
        "options", "-c jit=off -c max_parallel_workers_per_gather=0 -c random_page_cost=1.1"
    )
    DATABASES["default"]["OPTIONS"]["server_side_binding"] = False  # perhekeskus/sql.py needs it so
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "members.Member"

CACHES = {
    # Sign-in's rate limits must count over all worker processes, so not locmem.
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "shared_cache"},
}
PAGE_CACHE_MEGABYTES = 24  # a worker process's store of ready pages and page parts
SHARED_CACHE_SECONDS = int(os.environ.get("SHARED_CACHE_SECONDS", "0"))  # docs/decisions/0004

# --- Search (search/analysis.py): the dictionaries' files, made by `reindex` and read by every process
DICTIONARY_DIR = os.environ.get("DICTIONARY_DIR", str(VAR_DIR / "dictionaries"))

# --- Languages (perhekeskus/languages.py) ----------------------------------------------------
fill_lang_info()
LANGUAGE_CODE = "fi"
SITE_LANGUAGES = env_list("SITE_LANGUAGES", "fi,fi-selko,sv,en")
if unknown := [code for code in SITE_LANGUAGES if code not in ALL_LANGUAGES]:
    raise ImproperlyConfigured(f"SITE_LANGUAGES names unknown languages: {', '.join(unknown)}")
if SITE_LANGUAGES[:1] != ["fi"]:
    raise ImproperlyConfigured("SITE_LANGUAGES must begin with fi: it is the language of record.")
LANGUAGES = [(code, ALL_LANGUAGES[code].own_name) for code in SITE_LANGUAGES]
MODELTRANSLATION_LANGUAGES = tuple(ALL_LANGUAGES)  # columns never follow the enabled ones
MODELTRANSLATION_DEFAULT_LANGUAGE = "fi"
MODELTRANSLATION_FALLBACK_LANGUAGES = ("fi",)
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = ["perhekeskus.formats"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Helsinki"

# --- Static files ----------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
if not IN_PRODUCTION:
    STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # whitenoise warns of a missing one
WHITENOISE_USE_FINDERS = not IN_PRODUCTION
WHITENOISE_AUTOREFRESH = DEBUG
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if IN_PRODUCTION
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
JQUERY_UI_URL = "vendor/jquery-ui-tabs.js"  # modeltranslation's default is another host

# --- Sign-in ---------------------------------------------------------------------------------
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
ACCOUNT_ADAPTER = "members.adapter.MemberAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # members are invited by the coordinator, never self-made
ACCOUNT_RATE_LIMITS = {"login": "10/m/ip", "login_failed": "5/5m/key"}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Perhekeskus"
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/admin/"
LOGOUT_REDIRECT_URL = "/"
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
REQUIRE_SECOND_FACTOR = env_flag("REQUIRE_SECOND_FACTOR", default=IN_PRODUCTION)
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
EMAIL_HOST = os.environ.get("EMAIL_HOST", "")
EMAIL_PORT = int(os.environ.get("EMAIL_PORT", "587"))
EMAIL_HOST_USER = os.environ.get("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = env_flag("EMAIL_USE_TLS", default=True)
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'console'}.EmailBackend"
DEFAULT_FROM_EMAIL = os.environ.get("DEFAULT_FROM_EMAIL", "perhekeskus@localhost")

# --- Map (docs/decisions/0011): without tiles the places stand on plain ground, from our own origin alone
MAP_TILES_URL = os.environ.get("MAP_TILES_URL", "")  # https://tiles.example.org/{z}/{x}/{y}.png
MAP_ATTRIBUTION = os.environ.get("MAP_ATTRIBUTION", "")

# --- Security --------------------------------------------------------------------------------
_map_origin = "/".join(MAP_TILES_URL.replace("{s}.", "*.").split("/")[:3])
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:", *([_map_origin] if _map_origin else [])],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "perhekeskus.errors.csrf_failure"
SECURE_SSL_REDIRECT = env_flag("SECURE_SSL_REDIRECT", default=IN_PRODUCTION)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT
SECURE_HSTS_SECONDS = 31_536_000 if SECURE_SSL_REDIRECT else 0
# The other names of the domain are its owner's to promise for.
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = env_flag("HSTS_WHOLE_DOMAIN", default=False)
if not SECURE_HSTS_INCLUDE_SUBDOMAINS:
    SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
if env_flag("BEHIND_PROXY", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    ALLAUTH_TRUSTED_PROXY_COUNT = 1  # else all the world shares one limit of sign-ins

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"no_tokens": {"()": "perhekeskus.security.WithoutTokens"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "filters": ["no_tokens"]}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}

# --- The portal's own rules --------------------------------------------------------------------
SIMPLE_HISTORY_HISTORY_CHANGE_REASON_USE_TEXT_FIELD = True

# --- Production starts safely or not at all ----------------------------------------------------
if IN_PRODUCTION:
    faults = []
    if len(SECRET_KEY) < 50 or len(set(SECRET_KEY)) < 5:
        faults.append("SECRET_KEY must be a random text of at least 50 characters")
    if not ALLOWED_HOSTS or "*" in ALLOWED_HOSTS:
        faults.append("ALLOWED_HOSTS must name the portal's own host names")
    if DEBUG:
        faults.append("DEBUG must be off")
    if not SECURE_SSL_REDIRECT:
        faults.append("SECURE_SSL_REDIRECT must be on: the portal is served over HTTPS only")
    if not REQUIRE_SECOND_FACTOR:
        faults.append("REQUIRE_SECOND_FACTOR must be on")
    if not EMAIL_HOST:
        faults.append("EMAIL_HOST must name the mail server: members get their passwords by mail")
    if "DATABASE_URL" not in os.environ:
        faults.append("DATABASE_URL must name the database")
    if faults:
        raise ImproperlyConfigured("Production does not start: " + "; ".join(faults) + ".")
elif ENVIRONMENT != "development":
    raise ImproperlyConfigured(f"ENVIRONMENT is development or production, not {ENVIRONMENT!r}.")
