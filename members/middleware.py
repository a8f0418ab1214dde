"""The second factor at the door of the admin."""

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

# Recovery codes alone are none: they are for the day when the phone is lost.
SECOND_FACTORS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]


class SecondFactorMiddleware:
    """Leads a member without a second factor to set one up before anything of the admin.

    allauth asks for the factor of those who have one, but lets others straight in
    (shared/libraries.md section 5).
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if (
            settings.REQUIRE_SECOND_FACTOR
            and request.path_info.startswith("/admin/")
            and request.user.is_authenticated
            and not is_mfa_enabled(request.user, SECOND_FACTORS)
        ):
            return redirect("mfa_index")
        return self.get_response(request)
