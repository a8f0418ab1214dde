"""Signing in, under /kirjaudu/; the bare address is the sign-in page."""

from allauth.account import urls as account_urls
from allauth.account.views import login
from allauth.mfa import urls as mfa_urls
from django.urls import include, path

from members.views import in_house

# Nobody signs up by themselves (the address says so), and a coordinator keeps up the e-mails:
# an address that a member added would be another sign-in name.
_LEFT_OUT = {
    "account_login",
    "account_email",
    "account_email_verification_sent",
    "account_confirm_email",
    "account_confirm_login_code",
    "account_signup_by_passkey",
}

signin_patterns = in_house(
    [
        path("", login, name="account_login"),
        *[pattern for pattern in account_urls.urlpatterns if pattern.name not in _LEFT_OUT],
        path("2fa/", include(mfa_urls.urlpatterns)),
    ]
)
