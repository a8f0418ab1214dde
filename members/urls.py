"""Signing in, under /kirjaudu/; the bare address is the sign-in page."""

from allauth.account import urls as account_urls
from allauth.account.views import login
from django.urls import include, path

# The sign-in page has the bare address; nobody signs up by themselves.
_LEFT_OUT = {"account_login", "account_signup", "account_signup_by_passkey"}

signin_patterns = [
    path("", login, name="account_login"),
    *[pattern for pattern in account_urls.urlpatterns if getattr(pattern, "name", None) not in _LEFT_OUT],
    path("2fa/", include("allauth.mfa.urls")),
]
