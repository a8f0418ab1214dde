"""Signing in: password, second factor, its limits, and the door of the desk."""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
import struct
import time
from urllib.parse import parse_qs

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail

from members.models import Member
from tests import desk
from tests import factories as make
from tests.reading import headings, main, parse

pytestmark = pytest.mark.django_db

PASSWORD = "salasana-esimerkki"
EMAIL = "kaisa@example.org"


@pytest.fixture
def kaisa() -> Member:
    member = make.make_member(email=EMAIL, name="Kaisa")
    member.groups.set(desk.coordinator().groups.all())
    return member


def sign_in(client, password: str = PASSWORD, email: str = EMAIL, to: str = "/admin/", **extra):
    return client.post(f"/kirjaudu/?next={to}", {"login": email, "password": password, "next": to}, **extra)


def is_in(client) -> bool:
    return "_auth_user_id" in client.session


def code_of(secret: str) -> str:
    """The code that an authenticator app shows now (RFC 6238), written here a second time."""
    digest = hmac.new(
        base64.b32decode(secret), struct.pack(">Q", int(time.time()) // 30), hashlib.sha1
    ).digest()
    start = digest[-1] & 15
    number = struct.unpack(">I", digest[start : start + 4])[0] & 0x7FFFFFFF
    return f"{number % 10**6:06d}"


# --- The address ----------------------------------------------------------------------------------
def test_bare_address_is_the_sign_in_page(client):
    page = parse(client.get("/kirjaudu/"))

    names = [field.get("name") for field in main(page).iter("input") if field.get("type") != "hidden"]
    assert names == ["login", "password", "remember"]


def test_desk_leads_to_the_sign_in_page_and_back(client, kaisa):
    response = client.get("/admin/services/service/?q=x", follow=True)
    path, _, query = response.redirect_chain[-1][0].partition("?")
    assert (path, parse_qs(query)) == ("/kirjaudu/", {"next": ["/admin/services/service/?q=x"]})

    assert sign_in(client, to="/admin/services/service/?q=x").url == "/admin/services/service/?q=x"


@pytest.mark.parametrize(
    "address", ["https://esimerkki.example/", "//esimerkki.example/", "javascript:alert(1)"]
)
def test_sign_in_leads_to_no_other_host(client, kaisa, address):
    assert sign_in(client, to=address).url == "/admin/"


@pytest.mark.parametrize(
    "address", ["login/", "email/", "confirm-email/", "login/code/confirm/", "signup/passkey/", "3rdparty/"]
)
def test_ways_that_the_house_does_not_have_are_not_there(client, kaisa, address):
    client.force_login(kaisa)

    assert client.get(f"/kirjaudu/{address}").status_code == 404


def test_nobody_signs_up(client):
    form = {"email": "uusi@example.org", "password1": PASSWORD, "password2": PASSWORD}

    page = parse(client.get("/kirjaudu/signup/"))
    client.post("/kirjaudu/signup/", form)

    assert list(main(page).iter("form")) == []
    assert not Member.objects.filter(email="uusi@example.org").exists()


def test_signed_in_member_without_a_role_is_told_so_and_not_sent_round(client):
    client.force_login(make.make_member(is_staff=False))

    for address in ("/admin/", "/admin/login/?next=/admin/", "/kirjaudu/?next=/admin/"):
        response = client.get(address, follow=True)
        assert (response.status_code, len(response.redirect_chain) <= 2) == (403, True)


# --- The password ---------------------------------------------------------------------------------
def test_right_password_opens_in_any_case_of_the_e_mail(client, kaisa):
    assert sign_in(client, email="KAISA@Example.ORG").url == "/admin/"
    assert is_in(client)


@pytest.mark.parametrize(
    ("email", "password"), [(EMAIL, "väärä"), ("kukaan@example.org", PASSWORD), (EMAIL, "")]
)
def test_wrong_sign_in_opens_nothing_and_does_not_tell_which_was_wrong(client, kaisa, email, password):
    response = sign_in(client, password, email)

    assert (response.status_code, is_in(client)) == (200, False)
    if password:
        assert response.context["form"].errors.keys() == {"__all__"}


def test_closed_account_opens_nothing(client, kaisa):
    kaisa.is_active = False
    kaisa.save()

    sign_in(client)

    assert not is_in(client)


def test_member_without_a_password_cannot_sign_in_with_an_empty_one(client):
    Member.objects.create_user("kutsuttu@example.org", None, is_staff=True)

    for password in ("", "!"):
        sign_in(client, password, "kutsuttu@example.org")
    assert not is_in(client)


def test_many_wrong_passwords_close_the_account_for_a_while_also_to_the_right_one(client, kaisa):
    for _ in range(5):
        sign_in(client, "väärä")

    response = sign_in(client)

    assert not is_in(client)
    assert response.context["form"].errors.keys() == {"__all__"}


def test_limit_of_one_account_does_not_close_another(client, kaisa):
    make.make_member(email="toinen@example.org")
    for _ in range(5):
        sign_in(client, "väärä")

    sign_in(client, email="toinen@example.org")

    assert is_in(client)


def test_many_tries_from_one_machine_are_told_to_wait(client, kaisa):
    answers = [sign_in(client, "väärä", f"nimi{number}@example.org").status_code for number in range(12)]
    elsewhere = sign_in(client, REMOTE_ADDR="192.0.2.7")

    assert answers == [200] * 10 + [429] * 2
    assert elsewhere.url == "/admin/"


def test_page_of_too_many_tries_is_the_houses_own(client):
    for number in range(11):
        response = sign_in(client, "väärä", f"nimi{number}@example.org")

    page = parse(response)
    assert (response.status_code, page.get("lang"), len(headings(page))) == (429, "fi", 1)


# --- A password of one's own ----------------------------------------------------------------------
def test_invited_member_makes_a_password_through_the_mail(client):
    make.make_installation(name_fi="Lapin perhekeskus")
    Member.objects.create_user("kutsuttu@example.org", None, is_staff=True)

    client.post("/kirjaudu/password/reset/", {"email": "kutsuttu@example.org"})
    [letter] = mail.outbox
    link = re.search(r"http://testserver(/kirjaudu/password/reset/key/\S+)", letter.body)[1]
    form = client.get(link, follow=True)
    new = "karhunpentujen-kerho"
    client.post(form.request["PATH_INFO"], {"password1": new, "password2": new})

    assert letter.subject.startswith("Lapin perhekeskus: ")
    assert sign_in(client, new, "kutsuttu@example.org").url == "/admin/"


def test_link_of_a_mail_works_once(client, kaisa):
    client.post("/kirjaudu/password/reset/", {"email": EMAIL})
    link = re.search(r"http://testserver(/kirjaudu/password/reset/key/\S+)", mail.outbox[0].body)[1]
    for password in ("karhunpentujen-kerho", "varkaan-oma-salasana"):
        form = client.get(link, follow=True)
        client.post(form.request["PATH_INFO"], {"password1": password, "password2": password})

    kaisa.refresh_from_db()
    assert kaisa.check_password("karhunpentujen-kerho")


def test_stranger_is_told_the_same_as_a_member(client, kaisa):
    pages = [
        client.post("/kirjaudu/password/reset/", {"email": email}, follow=True)
        for email in (EMAIL, "kukaan@example.org")
    ]

    assert [page.redirect_chain for page in pages] == [[("/kirjaudu/password/reset/done/", 302)]] * 2
    known, unknown = mail.outbox
    assert ("/password/reset/key/" in known.body, "/password/reset/key/" in unknown.body) == (True, False)
    assert "signup" not in unknown.body


# --- The second factor ----------------------------------------------------------------------------
def activate(client) -> str:
    """Set up a second factor as a member does; return its secret."""
    client.post("/kirjaudu/reauthenticate/", {"password": PASSWORD})
    page = parse(client.get("/kirjaudu/2fa/totp/activate/"))
    secret = page.find(".//input[@id='authenticator_secret']").get("value")
    response = client.post("/kirjaudu/2fa/totp/activate/", {"code": code_of(secret)})
    assert response.url == "/kirjaudu/2fa/recovery-codes/"
    return secret


def later(monkeypatch) -> None:
    """A code is good once: let the next half minute begin."""
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 30)


def test_second_factor_is_asked_for_after_the_password(client, kaisa, monkeypatch):
    sign_in(client)
    secret = activate(client)
    client.post("/kirjaudu/logout/")

    assert sign_in(client).url == "/kirjaudu/2fa/authenticate/"
    assert not is_in(client)
    client.post("/kirjaudu/2fa/authenticate/", {"code": "000000"})
    assert not is_in(client)
    later(monkeypatch)
    response = client.post("/kirjaudu/2fa/authenticate/", {"code": code_of(secret)})

    assert (response.url, is_in(client)) == ("/admin/", True)


def test_recovery_code_opens_once(client, kaisa):
    sign_in(client)
    activate(client)
    codes = parse(client.get("/kirjaudu/2fa/recovery-codes/")).find(".//textarea").text.split()
    opened = []
    for _ in range(2):
        client.post("/kirjaudu/logout/")
        sign_in(client)
        client.post("/kirjaudu/2fa/authenticate/", {"code": codes[0]})
        opened.append(is_in(client))

    assert (len(codes), opened) == (10, [True, False])


def test_second_factor_is_set_up_only_with_the_password_at_hand(client, kaisa):
    """A desk left open is not enough."""
    sign_in(client)

    assert client.get("/kirjaudu/2fa/totp/activate/").url.startswith("/kirjaudu/reauthenticate/?next=")
    client.post("/kirjaudu/reauthenticate/", {"password": "väärä"})
    assert client.get("/kirjaudu/2fa/totp/activate/").status_code == 302


@pytest.mark.parametrize(
    "address", ["/admin/", "/admin/services/service/", "/admin/autocomplete/", "/admin/password_change/"]
)
def test_desk_is_closed_without_a_second_factor_where_one_is_required(client, kaisa, settings, address):
    settings.REQUIRE_SECOND_FACTOR = True
    sign_in(client)

    assert client.get(address).url == "/kirjaudu/2fa/"
    assert client.post(address).url == "/kirjaudu/2fa/"


def test_page_of_the_second_factor_says_why_one_is_there(client, kaisa, settings):
    settings.REQUIRE_SECOND_FACTOR = True
    sign_in(client)
    before = client.get("/kirjaudu/2fa/")
    activate(client)
    after = client.get("/kirjaudu/2fa/")

    assert ["notice--warning" in response.content.decode() for response in (before, after)] == [True, False]


def test_desk_opens_when_the_second_factor_is_there(client, kaisa, settings):
    settings.REQUIRE_SECOND_FACTOR = True
    sign_in(client)
    activate(client)

    response = client.get("/admin/")

    assert (response.status_code, "desk-banner" in response.content.decode()) == (200, False)


def test_desk_opens_without_one_in_development_and_says_so(client, kaisa):
    sign_in(client)

    assert "desk-banner" in client.get("/admin/").content.decode()


def test_recovery_codes_alone_are_not_a_second_factor(client, kaisa, settings):
    settings.REQUIRE_SECOND_FACTOR = True
    Authenticator.objects.create(user=kaisa, type=Authenticator.Type.RECOVERY_CODES, data={"seed": "x"})
    client.force_login(kaisa)

    assert client.get("/admin/").url == "/kirjaudu/2fa/"


# --- The pages ------------------------------------------------------------------------------------
PAGES = {
    "": False,
    "signup/": False,
    "inactive/": False,
    "password/reset/": False,
    "password/reset/done/": False,
    "password/reset/key/1-ei/": False,
    "password/reset/key/done/": False,
    "logout/": True,
    "password/change/": True,
    "reauthenticate/": True,
    "2fa/": True,
    "2fa/totp/activate/": True,
}


@pytest.mark.parametrize(("address", "is_signed_in"), PAGES.items())
def test_pages_are_sound_ours_and_kept_nowhere(client, kaisa, address, is_signed_in):
    make.make_installation(name_fi="Lapin perhekeskus")
    if is_signed_in:
        sign_in(client)
    if "totp" in address:
        client.post("/kirjaudu/reauthenticate/", {"password": PASSWORD})
    response = client.get(f"/kirjaudu/{address}")

    page = parse(response)
    controls = [c for c in main(page).iter() if c.tag in ("input", "textarea") and c.get("type") != "hidden"]
    labelled = {label.get("for") for label in main(page).iter("label")}
    assert (response.status_code, len(list(page.iter("h1")))) == (200, 1)
    assert page.find(".//title").text.endswith("· Lapin perhekeskus")
    assert [control.get("id") for control in controls if control.get("id") not in labelled] == []
    assert page.find(".//meta[@name='robots']").get("content") == "noindex"
    assert page.findall(".//link[@rel='alternate']") == []
    assert "is_public_page" not in vars(response)


def test_fault_is_beside_its_field_and_led_to_from_the_summary(client):
    page = parse(client.post("/kirjaudu/", {"login": "", "password": "x"}))

    field = page.find(".//input[@name='login']")
    [link] = page.findall(".//div[@class='error-summary']//a")
    assert link.get("href") == f"#{field.get('id')}"
    assert field.get("aria-invalid") == "true"
    assert page.find(f".//p[@id='{field.get('aria-describedby')}']").text
