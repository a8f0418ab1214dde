"""Every public page in one list, and content that shows each of them in every state it can have.

A walk over all the pages (HTML, bad input, privacy, the browser) makes the content with
`make_content()` and goes through `PAGES`; a new public page is added here and nowhere else.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from search import rebuilding
from services.models import Helpline, OpeningSchedule, Service, Theme
from tests import factories as make
from tests.calendar_pages import THIS_WEEK, make_calendar
from tests.reading import in_language

MONDAY = dt.date(2026, 11, 23)
LONG_WORD = "Lastensuojelunavohuollontukitoimenpidesuunnitelmapalaveri"
ADDRESS_OF_REFUGE = "Salakatu 7"


@dataclass(frozen=True)
class Page:
    """One page to walk through.

    path: the Finnish address with its query.
    status: what it answers.
    is_public: made by a view marked `public_page`; may be cached.
    is_sensitive: leaves no trace.
    has_languages: there is one in each site language; else its address has no prefix.
    """

    name: str
    path: str
    status: int = 200
    is_public: bool = True
    is_sensitive: bool = False
    has_languages: bool = True

    def __str__(self):
        return self.name

    def address(self, language: str) -> str:
        return in_language(self.path, language) if self.has_languages else self.path


PAGES: tuple[Page, ...] = (
    Page("front", "/"),
    Page("front of a municipality", "/?kunta=kittila"),
    Page("help", "/apua/"),
    Page("age group", "/ika/vauvat/"),
    Page("age group of a municipality", "/ika/leikki-ikaiset/?kunta=kittila"),
    Page("no such age group", "/ika/ei-ole/", status=404, is_public=False),
    Page("situations", "/tilanteet/"),
    Page("situations of two ages", "/tilanteet/?ika=vauvat&ika=3v"),
    Page("situation", "/tilanteet/vauva-ei-nuku/"),
    Page("urgent situation", "/tilanteet/lapsi-soi-myrkkya/"),
    Page("sensitive situation", "/tilanteet/tukea-arkeen/", is_sensitive=True),
    Page("archived situation", "/tilanteet/vanha-tilanne/", status=410, is_public=False),
    Page("themes", "/teemat/"),
    Page("theme", "/teemat/vauva-arki/"),
    Page("theme of a municipality", "/teemat/vauva-arki/?kunta=kittila"),
    Page("sensitive theme", "/teemat/tukea-tilanteeseen/", is_sensitive=True),
    Page("young", "/nuorille/"),
    Page("services", "/palvelut/"),
    Page("services, second page", "/palvelut/?sivu=2"),
    Page("services, every facet", "/palvelut/?kunta=kittila&teema=vauva-arki&osio=vapaa-aika&maksuton=1"),
    Page("services, two children", "/palvelut/?ika=8kk&ika=3v&ika=odotus"),
    Page("services, none", "/palvelut/?ika=28v&maksuton=1"),
    Page("services, unknown choice", "/palvelut/?teema=%3Cb%3Eei&outo=1"),
    Page("services, sensitive theme", "/palvelut/?teema=tukea-tilanteeseen", is_sensitive=True),
    Page("service with everything", "/palvelut/perhekahvila/"),
    Page("service with nothing", "/palvelut/niukka/"),
    Page("service with long words", "/palvelut/pitkat-sanat/"),
    Page("sensitive service", "/palvelut/turvallinen-paikka/", is_sensitive=True),
    Page("archived service", "/palvelut/lopetettu/", status=410, is_public=False),
    Page("search", "/haku/"),
    Page("search, hits of many kinds", "/haku/?q=perhekerho+kittil%C3%A4+3v"),
    Page("search, nothing", "/haku/?q=xyzzyq"),
    Page("search, urgent words", "/haku/?q=mies+ly%C3%B6", is_sensitive=True),
    Page("actors", "/toimijat/"),
    Page("actors of a municipality", "/toimijat/?kunta=kittila"),
    Page("actor", "/toimijat/kittilan-seurakunta/"),
    Page("actor with long words", f"/toimijat/{LONG_WORD.lower()}/?kunta=kittila"),
    Page("family centres", "/perhekeskukset/"),
    Page("family centre", "/perhekeskukset/kittilan-perhekeskus/"),
    Page("family centre with long words", "/perhekeskukset/pitkat-sanat/"),
    Page("tasks", "/tehtavat/"),
    Page("task", "/tehtavat/vertaistuki/"),
    Page("task of a municipality", "/tehtavat/vertaistuki/?kunta=rovaniemi"),
    Page("stairs", "/portaat/"),
    Page("stairs of a municipality", "/portaat/?kunta=kittila"),
    Page("meeting places", "/kohtaamispaikat/"),
    Page("meeting places of a municipality", "/kohtaamispaikat/?kunta=kittila"),
    Page("meeting place", "/kohtaamispaikat/kappeli/"),
    Page("meeting place with long words", "/kohtaamispaikat/pitka-paikka/"),
    Page("archived meeting place", "/kohtaamispaikat/paikka-archived/", status=410, is_public=False),
    Page("week", f"/kohtaamispaikat/viikko/{THIS_WEEK}/"),
    Page("week of two children", f"/kohtaamispaikat/viikko/{THIS_WEEK}/?ika=8kk&ika=3v&kunta=kittila"),
    Page("week, none", f"/kohtaamispaikat/viikko/{THIS_WEEK}/?ika=28v&maksuton=1"),
    Page("week, unknown choice", f"/kohtaamispaikat/viikko/{THIS_WEEK}/?paikka=%3Cb%3Eei&outo=1"),
    Page(
        "week, sensitive theme",
        f"/kohtaamispaikat/viikko/{THIS_WEEK}/?teema=tukea-tilanteeseen",
        is_sensitive=True,
    ),
    Page("no such week", "/kohtaamispaikat/viikko/2026-W54/", status=404, is_public=False),
    Page("activity with everything", "/toiminta/perhekerho/"),
    Page("activity with nothing", "/toiminta/pelkka-nimi/"),
    Page("activity without times", "/toiminta/ilman-aikoja/"),
    Page("activity with long words", "/toiminta/pitkat-sanat/"),
    Page("sensitive activity", "/toiminta/voimaa-yhdessa/", is_sensitive=True),
    Page("archived activity", "/toiminta/lopetettu-kerho/", status=410, is_public=False),
    Page("no such service", "/palvelut/ei-ole/", status=404, is_public=False),
    Page("no such page", "/ei/ole/", status=404, is_public=False),
    Page("accessibility statement", "/saavutettavuus/"),
    Page("privacy", "/tietosuoja/"),
    Page("own municipality", "/oma-kunta/?next=/palvelut/", is_public=False),
    Page("signing in", "/kirjaudu/", is_public=False, has_languages=False),
)
OK_PAGES = tuple(page for page in PAGES if page.status == 200)
PUBLIC_PAGES = tuple(page for page in PAGES if page.is_public)

TEXTS = {
    "fi": "Tervetuloa aamukahville. Mukaan voi tulla koko perhe.",
    "fi_selko": "Tule kahville. Koko perhe voi tulla.",
    "sv": "Välkommen på morgonkaffe. Hela familjen kan komma med.",
    "en": "Welcome to morning coffee. The whole family may come.",
}


def texts(field: str, **values: str) -> dict[str, str]:
    """A translated field's columns: the same text in every language but those given."""
    return {f"{field}_{language}": text for language, text in (values or TEXTS).items()}


def same(field: str, text: str) -> dict[str, str]:
    """A translated field's columns, with one text in all four languages."""
    return {f"{field}_{language}": text for language in TEXTS}


def make_content(*, more_services: int = 21) -> None:
    """Make what `PAGES` shows; enough services for two pages of the list, drafts and secrets too."""
    make.make_installation(
        **same("name", "Perhekeskus"), **same("region_name", "Lappi"), contact_email="posti@example.org"
    )
    kittila = make.make_municipality(slug="kittila")
    rovaniemi = make.make_municipality(slug="rovaniemi")
    centre = make.make_family_centre(
        name="Kittilän perhekeskus", municipalities=[kittila], **texts("introduction")
    )
    _make_age_groups()
    theme = make.make_theme(**same("name", "Vauva-arki"), slug="vauva-arki")
    kinds = {
        "themes": [theme],
        "tasks": [make.make_task(name="Vertaistuki", slug="vertaistuki")],
        "audiences": [make.make_audience(slug="isat", name="Isät")],
        "sections": [make.make_section(slug="vapaa-aika", name="Vapaa-aika", introduction_fi="Kerhoja.")],
        "languages": [
            make.make_spoken_language(code="fi", name="suomi"),
            make.make_spoken_language(code="fse", name="suomalainen viittomakieli"),
        ],
    }
    actor = make.make_actor(name="Kittilän seurakunta", slug="kittilan-seurakunta", sector="parish")
    _make_full_service(actor, kittila, kinds)
    _make_network(centre, actor, kinds["tasks"][0])
    make.make_service(name="Niukka", price_kind="not_known", reviewed_on=None, summary_fi="")
    make.make_service(
        name=f"{LONG_WORD} ja {LONG_WORD.lower()}",
        slug="pitkat-sanat",
        summary_fi=LONG_WORD * 2,
        description_fi=f"{LONG_WORD * 3}\n\n{LONG_WORD}",
        how_to_get_fi=LONG_WORD * 2,
        actor=make.make_actor(name=LONG_WORD),
        channels=[make.make_channel(kind="web", value=f"https://example.org/{LONG_WORD * 2}")],
        places=[
            make.make_place(municipality=rovaniemi, name=LONG_WORD, street=LONG_WORD, locality=LONG_WORD)
        ],
    )
    make_sensitive_service(rovaniemi)
    for state, name in (("archived", "Lopetettu"), ("draft", "Luonnos")):
        make.make_service(name=name, state=state, municipalities=[kittila], **kinds)
    make.make_service(name="Jäsenten palvelu", visibility="members", municipalities=[kittila], **kinds)
    make.make_clubs(more_services)
    _make_help(actor)
    _make_situations(theme)
    make_calendar(texts, same, LONG_WORD)
    rebuilding.rebuild()


def _make_age_groups() -> None:
    make.make_age_group(slug="odotus", min_months=0, max_months=0, for_pregnancy=True, order=1)
    make.make_age_group(slug="vauvat", min_months=0, max_months=12, order=2)
    make.make_age_group(slug="leikki-ikaiset", min_months=36, max_months=84, order=3)


def _make_network(centre, actor, task) -> None:
    """A family centre with everything, one with long words, and what families said."""
    [town] = centre.municipalities.all()
    actor.municipalities.set([town])
    actor.former_names = "Kittilän rovastikunta"
    actor.save()
    phone = make.make_channel(actor=actor, value="016 555 0144")
    centre.roles.create(role_fi="Koordinaattori", how_to_reach_fi="Soita aamulla.", channel=phone)
    centre.roles.create(
        role_fi="Ohjaaja", channel=make.make_channel(actor=actor, kind="email", value="o@example.org")
    )
    office = make.make_place(municipality=town, name="Perhetalo", street="Valtatie 2", has_lift=True)
    centre.offices.create(place=office, note_fi="Toinen kerros")
    _open(place=office, weekday=1)
    make.make_task_voice(task=task, centre=centre)
    make.make_task(name=LONG_WORD, what_it_is_fi=LONG_WORD * 2, how_we_do_it_fi="Kuuntelemme.", order=9)
    long = make.make_family_centre(
        name=LONG_WORD,
        slug="pitkat-sanat",
        form="hybrid",
        introduction_fi=LONG_WORD * 2,
        municipalities=[town],
    )
    long.roles.create(role_fi=LONG_WORD, how_to_reach_fi=LONG_WORD * 2)
    make.make_task_voice(task=task, centre=long, text=LONG_WORD * 2)


def _make_full_service(actor, town, kinds: dict) -> None:
    place = make.make_place(
        municipality=town,
        name="Kappelin talo",
        street="Kirkkotie 1",
        postal_code="99100",
        locality="Sirkka",
        entrance_fi="Pihan puolelta",
        has_lift=False,
        has_stroller_access=True,
    )
    phone = make.make_channel(actor=actor, note_fi="Arkisin", price_note_fi="Puhelun hinta 0 e")
    web = make.make_channel(actor=actor, kind="web", value="https://example.org/kahvila")
    service = make.make_service(
        slug="perhekahvila",
        actor=actor,
        municipalities=[town],
        places=[place],
        channels=[phone, web],
        min_months=0,
        max_months=12,
        for_pregnancy=True,
        appointment="none",
        referral_needed=True,
        interpreter=True,
        young_person_alone=True,
        is_given_at_place=True,
        is_given_in_group=True,
        price_kind="rows",
        as_of=dt.date(2020, 5, 1),
        fact_source="Käsikirja",
        **texts(
            "name",
            fi="Perhekahvila",
            fi_selko="Kahvila perheille",
            sv="Familjekafé",
            en="Family café",
        ),
        **texts("summary"),
        **texts("description"),
        **same("how_to_get", "Tule paikalle.\nIstu pöytään."),
        **texts("who_for"),
        **texts("told_to_parents"),
        **kinds,
    )
    service.prices.create(min_amount="2.00", max_amount="5.50", payer="members", note_fi="Käteisellä")
    service.prices.create(min_amount="1.00", is_food=True, is_voluntary=True)
    service.actor_links.create(actor=make.make_actor(name="Martat"), role="partner")
    for weekday in range(1, 6):
        _open(place=place, weekday=weekday)
    _open(channel=phone, weekday=1)
    _open(place=place, kind="exception", valid_from_on=MONDAY, is_closed=True, note_fi="Siivous")
    make.make_service(name="Vauvahieronta", **{**kinds, "languages": []}, min_months=0, max_months=12)


def _open(**fields) -> None:
    times = {"opens_time": dt.time(9), "closes_time": dt.time(15)}
    OpeningSchedule.objects.create(**(times if not fields.get("is_closed") else {}) | fields)


def make_sensitive_service(town):
    """A refuge: its theme is sensitive and its address is not in the database."""
    theme = make.make_theme(
        name="Lähisuhdeväkivalta", is_sensitive=True, **same("neutral_name", "Tukea tilanteeseen")
    )
    refuge = make.make_place(
        municipality=town, name="Turvakoti", address_is_masked=True, street=ADDRESS_OF_REFUGE
    )
    actor = make.make_actor(name="Turva ry")
    return make.make_service(
        **same("name", "Turvakoti väkivaltaa kokeneille"),
        **same("neutral_name", "Turvallinen paikka"),
        actor=actor,
        themes=[theme],
        places=[refuge],
        channels=[make.make_channel(actor=actor, value="016 555 0123")],
    )


def _make_help(actor) -> None:
    make.make_helpline(name="Hätänumero 112", numbers=[("fi", "112")], is_emergency=True, order=1)
    line = make.make_helpline(
        name="Kriisipuhelin", numbers=[("fi", "016 555 0111"), ("sv", "016 555 0112")], order=2
    )
    line.numbers.filter(language="sv").update(hours_fi="ma–pe 9–15", price_note_fi="0 e")
    make.make_helpline(name="Luonnosnumero", numbers=[("fi", "016 555 0999")], state="draft", order=3)
    cards = (
        ("phone", "016 555 0133"),
        ("email", "apua@example.org"),
        ("chat", "https://example.org/chat"),
        ("form", "https://example.org/lomake"),
        ("eservice", "https://example.org/asiointi"),
        ("web", "https://example.org/apua"),
    )
    for position, (kind, value) in enumerate(cards, 1):
        make.make_channel(actor=actor, kind=kind, value=value, help_position=position)


def _make_situations(theme) -> None:
    emergency, line, *_ = Helpline.objects.order_by("order")
    everything = [
        "Kerro neuvolassa.",
        line,
        Service.objects.get(slug="perhekahvila"),
        theme,
        "https://example.org/neuvo",
    ]
    situation = make.make_situation(
        slug="vauva-ei-nuku",
        themes=[theme],
        max_months=36,
        steps=everything,
        **same("name", "Vauva ei nuku"),
        **same("introduction", "Valvominen uuvuttaa."),
    )
    situation.steps.filter(kind="service").update(text_fi="Käy kahvilassa.")
    make.make_situation(
        name="Lapsi söi myrkkyä", urgency="urgent", steps=[emergency, "Älä oksenna.", LONG_WORD * 2]
    )
    sensitive = Theme.objects.get(is_sensitive=True)
    sensitive.helplines.set([line])
    make.make_situation(
        name="Pelkään kotona",
        themes=[sensitive],
        urgency="soon",
        steps=[line, "Puhu jollekin."],
        **same("neutral_name", "Tukea arkeen"),
    )
    make.make_situation(name="Minulla on paha olo", for_young=True, steps=[line, "Puhu aikuiselle."])
    make.make_situation(name="Vanha tilanne", state="archived")
    make.make_situation(name="Luonnostilanne", state="draft", themes=[theme])
