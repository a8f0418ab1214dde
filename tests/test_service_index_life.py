"""The facet index: its order, its ages, and when it is made anew."""

from __future__ import annotations

import pytest

from perhekeskus import caching
from perhekeskus.ages import parse_age
from services.facets import age_groups
from services.index import Selection, build, service_index
from services.models import FamilyCentre, Place, Service, ServicePlace, Theme
from tests import factories as make

pytestmark = pytest.mark.django_db


def names(index, *runs: int) -> list[str]:
    """Finnish names in the order of the list."""
    by_pk = dict(Service.objects.values_list("pk", "name_fi"))
    return [by_pk[pk] for pk in index.page(list(runs), 0, 1000)]


def chosen(**values: str) -> Selection:
    return Selection(values={name: [value] for name, value in values.items()})


# --- Ages --------------------------------------------------------------------------------------------
EDGES = [0, 11, 12, 35, 36, 47, 48, 347]


@pytest.fixture
def services_at_the_edges():
    ages = [
        (f"{first}–{end}", first, end, False)
        for first in (None, *EDGES)
        for end in (None, *EDGES, 348)
        if end is None or (first or 0) < end
    ]
    ages += [("odotus", None, 0, True), ("vanhemmille", 348, None, False)]
    Service.objects.bulk_create(
        Service(
            name_fi=name, slug=f"s{n}", state="published", min_months=first, max_months=end, for_pregnancy=p
        )
        for n, (name, first, end, p) in enumerate(ages)
    )


@pytest.mark.usefixtures("services_at_the_edges")
@pytest.mark.parametrize("value", [*(f"{month}kk" for month in EDGES), "0v", "2v", "3v", "28v"])
def test_for_age_is_the_databases_at_every_edge(value):
    index, span = build("fi", revision=1), parse_age(value)

    found = names(index, index.for_age(span))

    assert sorted(found) == sorted(Service.objects.for_age(span).values_list("name_fi", flat=True))
    assert "odotus" not in found
    assert "None–None" in found


@pytest.mark.usefixtures("services_at_the_edges")
def test_age_group_is_the_databases_too():
    make.make_age_group(slug="odotus", min_months=0, max_months=0, for_pregnancy=True)
    make.make_age_group(slug="nuoret-aikuiset", min_months=216, max_months=348)
    index = build("fi", revision=1)

    for group, _choice in age_groups("fi"):
        wanted = set(Service.objects.for_age(group.span).values_list("name_fi", flat=True))
        assert set(names(index, index.for_age(group.span))) == wanted
    assert names(index, index.for_age(index.ages["odotus"])) == ["odotus"]


# --- Order -------------------------------------------------------------------------------------------
def test_everything_stands_in_finnish_order_of_the_names_shown():
    for name, swedish in (
        ("Öljy", "Ananas"),
        ("Äiti", ""),
        ("zeniitti", "Öl"),
        ("Aamu", "Åbo"),
        ("aamu 2", ""),
    ):
        make.make_service(name=name, name_sv=swedish)

    finnish, swedish = build("fi", revision=1), build("sv", revision=1)

    assert names(finnish, finnish.everything) == ["Aamu", "aamu 2", "zeniitti", "Äiti", "Öljy"]
    assert names(swedish, swedish.everything) == ["aamu 2", "Öljy", "Aamu", "Äiti", "zeniitti"]


def test_services_of_one_name_stand_in_the_order_they_were_made():
    made = [make.make_service(name="Kerho").pk for _ in range(4)]
    index = build("fi", revision=1)

    assert index.page([index.everything], 0, 10) == made


def near_and_far() -> None:
    """Services by how near they are to Sirkka in Kittilä; names tell against the order."""
    kittila, kolari, rovaniemi = (
        make.make_municipality(slug=slug) for slug in ("kittila", "kolari", "rovaniemi")
    )
    make.make_family_centre(municipalities=[kittila, kolari])
    make.make_family_centre(municipalities=[kittila, rovaniemi], state="draft")
    for name, town, locality in (
        ("D Sirkassa", kittila, "Sirkka"),
        ("C kirkonkylällä", kittila, "kirkonkylä"),
        ("B Kolarissa", kolari, ""),
        ("A2 Rovaniemellä", rovaniemi, ""),
    ):
        make.make_service(name=name, places=[make.make_place(municipality=town, locality=locality)])
    make.make_service(name="A verkossa")
    make.make_service(
        name="A3 salassa", places=[make.make_place(municipality=kittila, locality="Sirkka", state="draft")]
    )


def test_near_home_comes_first():
    near_and_far()
    index = build("fi", revision=1)
    here = chosen(kunta="kittila", alue="sirkka")

    runs = index.ordered(index.matching(here), here)

    assert [names(index, run) for run in runs] == [
        ["D Sirkassa"],
        ["C kirkonkylällä"],
        ["B Kolarissa"],
        ["A verkossa", "A2 Rovaniemellä", "A3 salassa"],
    ]


def test_locality_alone_means_its_municipality_is_next():
    near_and_far()
    index = build("fi", revision=1)

    runs = index.ordered(index.everything, chosen(alue="sirkka"))

    assert [names(index, run)[0] for run in runs] == [
        "D Sirkassa",
        "C kirkonkylällä",
        "B Kolarissa",
        "A verkossa",
    ]


def test_what_is_made_for_just_these_ages_comes_before_what_suits_all():
    for name, first, end in (("D", 6, 12), ("C", 0, 36), ("B", 0, 84), ("A", None, None)):
        make.make_service(name=name, min_months=first, max_months=end)
    index, baby = build("fi", revision=1), Selection(ages=[parse_age("8kk")])

    assert [names(index, run) for run in index.ordered(index.matching(baby), baby)] == [
        ["D"],
        ["C"],
        ["B"],
        ["A"],
    ]


def test_near_home_weighs_more_than_ages():
    kittila = make.make_municipality(slug="kittila")
    make.make_service(name="lähellä kaikille", places=[make.make_place(municipality=kittila)])
    make.make_service(name="kaukana vauvoille", max_months=12)
    index = build("fi", revision=1)
    both = Selection(values={"kunta": ["kittila"]}, ages=[parse_age("8kk")])

    assert names(index, *index.ordered(index.matching(both), both)) == [
        "lähellä kaikille",
        "kaukana vauvoille",
    ]


def test_page_goes_on_over_the_runs():
    made = [make.make_service(name=f"{number:02}").pk for number in range(10)]
    index = build("fi", revision=1)
    runs = [0b1010101010, 0b0101010101]

    order = made[1::2] + made[0::2]
    assert [index.page(runs, start, 4) for start in (0, 4, 8, 12)] == [order[:4], order[4:8], order[8:], []]


# --- Anew ----------------------------------------------------------------------------------------------
def fresh():
    return service_index("fi", caching.current_revision())


def draft() -> Service:
    return make.make_service(name="Uusi", slug="uusi", state="draft")


WRITES = {
    "save": lambda s: [setattr(s, "state", "published"), s.save()],
    "update": lambda s: Service.objects.filter(pk=s.pk).update(state="published"),
    "bulk_update": lambda s: [setattr(s, "state", "published"), Service.objects.bulk_update([s], ["state"])],
    "bulk_create": lambda s: Service.objects.bulk_create(
        [Service(name_fi="Toinen", slug="toinen", state="published")]
    ),
    "get_or_create": lambda s: Service.objects.get_or_create(
        slug="t", defaults={"name_fi": "T", "state": "published"}
    ),
    "update_or_create": lambda s: Service.objects.update_or_create(
        slug="uusi", defaults={"state": "published"}
    ),
    "delete": lambda s: Service.objects.get(slug="vanha").delete(),
    "queryset delete": lambda s: Service.objects.filter(slug="vanha").delete(),
}


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
def test_index_is_made_anew_after_every_kind_of_write(write):
    make.make_service(name="Vanha", slug="vanha")
    service = draft()
    before = fresh()
    assert [slug for slug, _name in before.names] == ["vanha"]

    write(service)

    public = Service.objects.visible_to(None).values_list("slug", flat=True)
    assert {slug for slug, _name in fresh().names} == set(public) != {"vanha"}


LINKS = {
    "add": lambda s, t: s.themes.add(t),
    "set": lambda s, t: s.themes.set([t]),
    "from the other side": lambda s, t: t.services.add(s),
}


@pytest.mark.parametrize("link", LINKS.values(), ids=LINKS)
def test_index_is_made_anew_when_links_change(link):
    service, theme = make.make_service(), make.make_theme(slug="arki")
    assert fresh().values["teema"] == {"arki": 0}

    link(service, theme)
    assert fresh().values["teema"] == {"arki": 1}
    service.themes.clear()
    assert fresh().values["teema"] == {"arki": 0}


def test_index_is_made_anew_when_what_it_is_made_of_changes():
    kittila = make.make_municipality(slug="kittila")
    place = make.make_place(municipality=kittila, locality="Sirkka")
    service = make.make_service(places=[place])
    assert (fresh().values["alue"], fresh().placed["kittila"]) == ({"sirkka": 1}, 1)

    Place.objects.update(state="draft")
    assert (fresh().values["alue"], fresh().placed["kittila"]) == ({}, 0)
    ServicePlace.objects.all().delete()
    service.prices.create(min_amount=5)
    Service.objects.update(price_kind="rows")
    assert fresh().values["maksuton"] == {"1": 0}
    service.prices.update(is_voluntary=True)
    assert fresh().values["maksuton"] == {"1": 1}
    Theme.objects.create(name_fi="Arki", slug="arki", state="published")
    assert list(fresh().values["teema"]) == ["arki"]
    FamilyCentre.objects.create(name_fi="Lappi", slug="lappi", state="published")
    assert list(fresh().values["perhekeskus"]) == ["lappi"]


def test_index_is_kept_while_nothing_changes(django_assert_num_queries):
    make.make_service()
    revision = caching.current_revision()
    index = service_index("fi", revision)

    with django_assert_num_queries(0):
        assert service_index("fi", revision) is index
        assert service_index("fi", revision - 1) is index  # a request that began before the change
    assert service_index("sv", revision) is not index


def test_change_between_reading_the_revision_and_the_rows_is_seen_at_the_next_request(monkeypatch):
    make.make_service(name="Ennen")
    read = caching.current_revision

    def somebody_writes_first() -> int:
        make.make_service(name="Samalla")
        return read()

    monkeypatch.setattr(caching, "current_revision", somebody_writes_first)
    index = service_index("fi", read())
    monkeypatch.undo()

    # Had the rows been read first, the index would claim a revision whose rows it lacks.
    assert index.revision == caching.current_revision()
    assert names(index, index.everything) == ["Ennen", "Samalla"]


def test_change_after_the_index_was_made_is_seen_at_the_next_request():
    make.make_service(name="Ennen")
    before = caching.current_revision()
    index = service_index("fi", before)
    make.make_service(name="Jälkeen")

    assert index.revision == before
    assert names(fresh(), fresh().everything) == ["Ennen", "Jälkeen"]
