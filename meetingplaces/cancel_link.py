"""The sick volunteer at 7.40: an address that cancels a session of today or tomorrow, without an account.

The address carries the activity's identity and the version of its links, signed; nothing is kept in
the database. Raising the version revokes every link made before. A link works for a year: it lies in
message threads of people who have long since left.
"""

from __future__ import annotations

import datetime as dt
import logging
import uuid
from enum import StrEnum

from django.core.mail import EmailMessage, get_connection
from django.core.signing import BadSignature, SignatureExpired, TimestampSigner
from django.db.models import F
from django.utils import translation
from django.utils.translation import gettext as _t

from meetingplaces.models import Activity
from members.models import Member
from members.roles import COORDINATOR

LIFETIME = dt.timedelta(days=366)
DAYS_AHEAD = 1  # today and tomorrow
MAIL_SECONDS = 15
_signer = TimestampSigner(salt="meetingplaces.cancel_link", sep=".")
_log = logging.getLogger(__name__)


class Refusal(StrEnum):
    """Why a link does not work."""

    UNKNOWN = "unknown"  # nobody signed it: broken on the way, or tampered with
    EXPIRED = "expired"
    REVOKED = "revoked"
    GONE = "gone"  # the activity is archived, or not published


class LinkRefused(Exception):
    """The link does not work."""

    def __init__(self, refusal: Refusal):
        super().__init__(refusal)
        self.refusal = refusal


def token_for(activity: Activity) -> str:
    """Return the end of an activity's cancel link: /peru/<token>/."""
    return _signer.sign(f"{activity.uuid.hex}-{activity.cancel_link_version}")


def activity_of(token: str) -> Activity:
    """Return the activity that a link belongs to, whole. LinkRefused when the link does not work."""
    try:
        identity, _dash, version = _signer.unsign(token, max_age=LIFETIME).partition("-")
    except SignatureExpired:
        raise LinkRefused(Refusal.EXPIRED) from None
    except BadSignature:
        raise LinkRefused(Refusal.UNKNOWN) from None
    activity = Activity.objects.published().filter(uuid=uuid.UUID(identity)).first()
    if activity is None:
        raise LinkRefused(Refusal.GONE)
    if str(activity.cancel_link_version) != version:
        raise LinkRefused(Refusal.REVOKED)
    return activity


def revoke(activity: Activity) -> None:
    """Make every link given of an activity so far stop working."""
    Activity.objects.filter(pk=activity.pk).update(cancel_link_version=F("cancel_link_version") + 1)


# --- The coordinators' mail ------------------------------------------------------------------------
def mail_coordinators(text: str, desk_address: str) -> None:
    """Tell every coordinator what was cancelled; when mail does not go, the cancellation stands all the same.

    text: what families are told. desk_address: the link's page on the desk.
    """
    coordinators = Member.objects.filter(is_active=True, groups__name=COORDINATOR).distinct()
    mails = [_mail(member, text, desk_address) for member in coordinators]
    try:
        get_connection(timeout=MAIL_SECONDS).send_messages(mails)
    except OSError as error:  # what smtplib raises is an OSError too
        _log.warning("A cancellation by link was not mailed to the coordinators: %s", error)


def _mail(member: Member, text: str, desk_address: str) -> EmailMessage:
    with translation.override(member.language):
        subject = _t("A session was cancelled by its cancel link")
        ending = _t("If the link is in wrong hands, make a new one; the old ones stop working: %(address)s")
        body = f"{text}\n\n{ending % {'address': desk_address}}\n"
        return EmailMessage(subject, body, to=[member.email])
