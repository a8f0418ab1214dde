"""Nothing invented stands at a real place, and no private person anywhere: in every region's records."""

from __future__ import annotations

import re

import pytest

from perhekeskus.management.commands.load_demo import REGIONS, loader_of
from tests.demo import written
from tests.demo_content.test_content import KNOWN_NUMBERS

TEXTS = list(written())
CLOCK = re.compile(r"\b(klo|kl\.?|kello) ?\d|\b\d{1,2}[.:][0-5]\d\b|\d ?[ap]\.?m\b", re.IGNORECASE)
PRICE = re.compile(r"€|\d ?(euro|eur|snt|sent)|\beuro", re.IGNORECASE)
STREET = re.compile(
    r"\b\w+(katu|tie|kuja|polku|väylä|raitti|gatan|vägen|gränden) \d|\b\d+ \w+ (Street|Road)\b"
)
NUMBER = re.compile(r"\+?\d[\d\u00a0 -]{4,}\d|\b112\b")
YEARS = re.compile(r"\d{4}[–-]\d{4}")
# A title and then a capital letter is somebody's name; offices that may follow are named.
PERSON = re.compile(
    r"\b(\w*(?:hoitaja|koordinaattori|psykologi|kuraattori|lääkäri|työntekijä|johtaja|ohjaaja|pastori|diakoni)"
    r"|\w*(?:skötare|koordinator|kurator|läkare|arbetare|ledare)|coordinator|nurse|doctor)"
    r" (?!MIELI|Kela|THL)[A-ZÅÄÖ][a-zåäö]+"
)
ROLES = {
    "Perhekeskuskoordinaattori",
    "Pyydä apua -palvelun vastaajat",
}


def told(pattern: re.Pattern, *, in_examples: bool = False) -> list[str]:
    """Where a pattern stands; not in examples, unless asked."""
    return [
        f"{found} {language}: {match[0]}"
        for found in TEXTS
        if in_examples or not found.is_of_an_example
        for language, text in found.in_each_language()
        for match in pattern.finditer(text)
    ]


@pytest.mark.parametrize("invented", [CLOCK, PRICE, STREET], ids=["clock", "price", "street"])
def test_only_what_is_named_an_example_has_invented_facts(invented):
    assert told(invented) == []


def test_examples_are_named_so_in_every_language():
    for found in TEXTS:
        names = dict(found.in_each_language())
        if found.path[-1] == "name" and found.is_of_an_example:
            marked = ("Esimerkki", "Esimerkki", "Exempel", "Example")
            assert all(not n or n.startswith(m) for n, m in zip(names.values(), marked, strict=True)), found


@pytest.mark.parametrize("region", REGIONS)
def test_records_of_real_services_and_places_carry_no_invented_fact(region):
    loader = loader_of(region)
    invented = {"street", "postal_code", "latitude", "prices", "hours"}

    for prefix, name in (("services", "SERVICES"), ("places", "PLACES"), ("channels", "CHANNELS")):
        for record in loader.records(prefix, name):
            if not record["name"].fi.startswith("Esimerkki"):
                assert not any(record.get(field) for field in invented), record["key"]


def test_every_number_is_one_that_somebody_has_read_at_its_source():
    numbers = {match.rsplit(": ", 1)[1] for match in told(NUMBER, in_examples=True)}

    assert {number for number in numbers if not YEARS.fullmatch(number)} <= KNOWN_NUMBERS


def test_no_mailbox_but_the_example_domain():
    boxes = told(re.compile(r"\S*@\S*"), in_examples=True)

    assert [box for box in boxes if not re.search(r"@(example\.(org|com)|esimerkki\.example)", box)] == []
    for region in REGIONS:
        for record in loader_of(region).records("channels", "CHANNELS"):
            value = record["value"]
            assert "@" not in value or value.endswith("@example.org"), record["key"]


def test_no_text_names_a_person():
    assert told(PERSON, in_examples=True) == []


def test_centres_name_roles_and_never_people():
    roles = {
        role["role"].fi
        for region in REGIONS
        for centre in loader_of(region).records("centres", "FAMILY_CENTRES")
        for role in centre.get("roles", ())
    }

    assert roles == ROLES
