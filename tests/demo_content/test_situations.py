"""Everyday situations of the demo: whole, in order, safe for the frightened and kind to the young."""

from __future__ import annotations

import re

import pytest

from services.models import RouteStep, Situation, Theme
from tests.demo import LANGUAGES, in_all_languages, load

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded")]

MEDIATION = re.compile(r"sovittel|medlin|medla|\bmediat", re.IGNORECASE)
# Services whose work is to bring two parents to an agreement.
MEDIATING = {
    "eron-ensiapu",
    "perheoikeudelliset-palvelut",
    "kasvatus-ja-perheneuvonta",
    "diakonia-ja-perheneuvonta",
}
TELLING = re.compile(
    r"väkival|lyö|pelkä|päiht|juo|huume|våld|slag|rädd|missbruk|rusmed|drog|"
    r"violen|abuse|hit|afraid|drug|drink|addict",
    re.IGNORECASE,
)


def situations(**of) -> list[Situation]:
    return list(Situation.objects.filter(source="demo", **of).prefetch_related("steps"))


def about(theme: str) -> list[Situation]:
    found = situations(themes__source_id=theme)
    assert found, theme
    return found


def words_of(situation: Situation) -> str:
    """All that a reader sees of a situation, in every language."""
    rows = [(situation, ("name", "introduction", "phrases"))]
    rows += [(step, ("text",)) for step in situation.steps.all()]
    return "\n".join(text for row, fields in rows for f in fields for text in in_all_languages(row, f))


def test_situations_are_many_published_and_the_everyday_ones_first():
    found = situations()

    assert len(found) == 54
    assert {situation.state for situation in found} == {"published"}
    assert [situation.order for situation in found] == list(range(1, 55))
    assert [s.source_id for s in found[:3]] == ["en-tieda-kenelta-kysya", "vauva-ei-nuku", "lapsi-uhmaa"]
    assert {s.source_id for s in found[47:]} == {s.source_id for s in situations(urgency="urgent")}
    assert all(s.fact_source and s.as_of and s.reviewed_on == s.as_of for s in found)


def test_loading_again_keeps_what_was_corrected():
    situation = Situation.objects.get(source_id="hammas")
    situation.name_fi, situation.order = "Korjattu nimi", 90
    situation.save()
    situation.steps.get(position=2).delete()

    assert load().startswith("Made 0 rows;")

    situation.refresh_from_db()
    assert (situation.name_fi, situation.order) == ("Korjattu nimi", 90)
    assert [step.position for step in situation.steps.all()] == [1, 3]


def test_every_route_has_steps_numbered_from_one():
    for situation in situations():
        positions = [step.position for step in situation.steps.all()]
        assert positions == list(range(1, len(positions) + 1)), situation.source_id
        assert len(positions) >= 3, situation.source_id
        assert situation.themes.exists(), situation.source_id


@pytest.mark.parametrize("language", LANGUAGES)
def test_situations_are_whole_in_every_language(language):
    for situation in situations():
        for field in ("name", "introduction", "phrases"):
            assert getattr(situation, f"{field}_{language}"), (situation.source_id, field)
        assert all(getattr(step, f"text_{language}") for step in situation.steps.all()), situation.source_id
        phrases = getattr(situation, f"phrases_{language}").splitlines()
        assert len(set(phrases)) == len(phrases) >= 3, situation.source_id


def test_steps_lead_to_what_is_there():
    for step in RouteStep.objects.select_related("service", "theme", "helpline"):
        target = step.service or step.theme or step.helpline
        assert target is None or target.state == "published", step


def test_urgent_routes_begin_with_a_number_to_ring():
    urgent = situations(urgency="urgent")

    assert len(urgent) == 7
    for situation in urgent:
        first = situation.steps.all()[0]
        assert first.kind == RouteStep.Kind.HELPLINE, situation.source_id
        assert first.helpline.numbers.exists(), situation.source_id


def test_separation_routes_carry_the_exception_for_violence():
    for situation in about("ero"):
        steps = list(situation.steps.all())
        exceptions = [
            step.position
            for step in steps
            if step.helpline
            and step.helpline.source_id == "nollalinja"
            and all(MEDIATION.search(text) for text in in_all_languages(step, "text"))
        ]
        mediating = [s.position for s in steps if s.service and s.service.source_id in MEDIATING]
        assert exceptions, situation.source_id
        assert all(exceptions[0] < position for position in mediating), situation.source_id


def test_violence_routes_never_lead_to_mediation_or_speak_of_it():
    for situation in about("lahisuhdevakivalta"):
        services = {step.service.source_id for step in situation.steps.all() if step.service}
        assert services.isdisjoint(MEDIATING), situation.source_id
        assert not MEDIATION.search(words_of(situation)), situation.source_id
        assert situation.urgency == "urgent", situation.source_id


def test_sensitive_situations_have_a_neutral_name_that_does_not_tell():
    sensitive = situations(themes__in=Theme.objects.filter(is_sensitive=True))

    assert len(sensitive) == 8
    for situation in sensitive:
        names = in_all_languages(situation, "neutral_name")
        assert all(names), situation.source_id
        assert not any(TELLING.search(name) for name in [*names, situation.slug.replace("-", " ")]), names


def test_young_people_have_situations_of_their_own():
    young = situations(for_young=True)

    assert len(young) >= 8
    for situation in young:
        kinds = {step.kind for step in situation.steps.all()}
        assert kinds & {"helpline", "service"}, situation.source_id
        assert situation.max_months is None or situation.max_months > 12 * 12, situation.source_id
    alone = next(s for s in young if s.source_id == "voinko-menna-ilman-vanhempia")
    assert "kieltää kertomasta" in words_of(alone)
