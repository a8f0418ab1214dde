"""What the search's tests share: how to ask it, and a small judged set of invented services and queries."""

from __future__ import annotations

from perhekeskus import caching
from search import finding, indexing, rebuilding, thesaurus
from search.kinds import KINDS
from search.models import SearchEntry, SearchStale, SearchTerm, SearchVocabulary
from search.ranking import Entry
from services.models import Service
from tests import factories as make


# --- Asking --------------------------------------------------------------------------------------
def hits(text: str, language: str = "fi") -> list[Entry]:
    return finding.find_all(text, language, caching.current_revision()).hits


def titles(text: str, language: str = "fi") -> list[str]:
    """Return the Finnish names of what is found, best first."""
    return [KINDS[hit.key[0]].model.objects.get(pk=hit.key[1]).name_fi for hit in hits(text, language)]


def entries_of(item, language: str = "fi") -> SearchEntry:
    return SearchEntry.objects.get(
        generation=indexing.current_index().generation, kind=kind_of(item), item=item.pk, language=language
    )


def kind_of(item) -> str:
    return next(kind.key for kind in KINDS.values() if kind.model is type(item))


def terms_of_item(item, language: str = "fi") -> set[str]:
    """Return the terms of an item's entry in the searched generation, without their language."""
    terms = SearchTerm.objects.filter(entry=entries_of(item, language)).values_list("term", flat=True)
    return {term.partition(":")[2] for term in terms}


def is_indexed(item) -> bool:
    generation = indexing.current_index().generation
    return SearchEntry.objects.filter(generation=generation, kind=kind_of(item), item=item.pk).exists()


def stale_items() -> set[tuple[str, int]]:
    return set(SearchStale.objects.values_list("kind", "item"))


def vocabulary() -> dict[tuple[str, str, bool], int]:
    rows = SearchVocabulary.objects.values_list("language", "word", "is_surface", "count")
    return {tuple(key): count for *key, count in rows}


# --- A judged set --------------------------------------------------------------------------------
PARENTS = "Tukea vanhemmille."
# Finnish name, summary and keywords; then what else there is.
SERVICES: list[tuple[str, str, str, dict]] = [
    (
        "Sirpukan perhekahvila",
        "Seuraa pienten lasten kanssa.",
        "kahvila",
        {"name_sv": "Familjecafé Sirpukka"},
    ),
    (
        "Puheterapia",
        "Kun puhe viivästyy.",
        "puheterapeutti, änkytys, äännevirhe",
        {"name_sv": "Talterapi", "name_en": "Speech therapy", "keywords_en": "speech therapist, stammering"},
    ),
    (
        "Lastenneuvola",
        "Lapsen terveyttä seurataan.",
        "terveydenhoitaja, rokotukset",
        {
            "min_months": 0,
            "max_months": 84,
            "name_sv": "Barnrådgivning",
            "name_en": "Child health clinic",
            "keywords_en": "vaccination",
        },
    ),
    (
        "Äitiysneuvola",
        "Raskauden ajan seuranta.",
        "raskaus, seulonta",
        {"for_pregnancy": True, "max_months": 0, "name_sv": "Mödrarådgivning", "name_en": "Maternity clinic"},
    ),
    ("Hammashoitola", "Hampaiden hoito.", "hammaslääkäri", {"name_sv": "Tandvård", "name_en": "Dental care"}),
    (
        "Imetystuki",
        "Apua imetykseen.",
        "imetys, imetysohjaus",
        {"min_months": 0, "max_months": 24, "name_en": "Breastfeeding support"},
    ),
    ("Uniohjaus", "Lepoa öihin.", "uni, yöheräily, nukkuminen", {"min_months": 0, "max_months": 24}),
    ("Leikkipuisto Kuusenkäpy", "Pihaleikkejä.", "ulkoilu", {"towns": ["rovaniemi"]}),
    ("Leikkipuisto Tunturi", "Pihaleikkejä.", "ulkoilu", {"towns": ["kittila"]}),
    (
        "Nuorisotila Nokka",
        "Oleskelua iltaisin.",
        "hengailu",
        {"min_months": 144, "max_months": 216, "name_sv": "Ungdomsgård Nokka", "name_en": "Youth club Nokka"},
    ),
    (
        "Kouluterveydenhuolto",
        "Terveystarkastukset koulussa.",
        "kouluterveydenhoitaja",
        {"name_en": "School nurse"},
    ),
    (
        "Eroneuvo",
        PARENTS,
        "avioero, eroauttaminen",
        {"name_sv": "Skilsmässorådgivning", "name_en": "Divorce counselling"},
    ),
    ("Pariterapia", "Keskustelua kahdelle.", "parisuhde, perheneuvonta", {}),
    ("Lastenvalvoja", "Sopimukset vahvistetaan.", "elatusapu, huoltajuus, isyyden tunnustaminen", {}),
    ("Suvannon turvakoti", "Turvaa ympäri vuorokauden.", "lähisuhdeväkivalta, nollalinja", {}),
    ("Velkaneuvonta", "Kun laskut kasautuvat.", "velka, maksuhäiriö", {"name_en": "Debt advice"}),
    ("Tulkkipalvelu", "Kieliapua asiointiin.", "tulkki", {"name_en": "Interpreter service"}),
    ("Saunailta miehille", "Löylyt ja juttua.", "isyys, miehet", {}),
    ("Lapsiperheiden kotipalvelu", "Apua arkeen.", "jaksaminen, perhetyö, lepo", {}),
    ("Taaperojumppa", "Temppurata pienille.", "jumppa, liikunta", {"min_months": 12, "max_months": 36}),
    ("Koululaisjumppa", "Temppurata isoille.", "jumppa, liikunta", {"min_months": 84, "max_months": 156}),
    ("Avoin päiväkoti Poukama", "Leikkiä yhdessä.", "", {"name_sv": "Öppet daghem Poukama"}),
    ("Perhepäivähoito", "Hoitoa pienessä ryhmässä.", "perhepäivähoitaja", {"name_sv": "Familjedagvård"}),
    ("Musiikkileikkikoulu", "Laulua ja soittoa.", "muskari, musiikki", {}),
    ("Vertaisryhmä kaksosperheille", "Muiden monikkoperheiden seuraa.", "kaksoset, monikko", {}),
    ("Läksyapu", "Apua kotitehtäviin.", "läksyt, koulutehtävät", {}),
]

# Language, query, and the service that must come first.
QUERIES: list[tuple[str, str, str]] = [
    ("fi", "perhekahvilaan", "Sirpukan perhekahvila"),  # inflection
    ("fi", "lapsen hampaiden", "Hammashoitola"),
    ("fi", "lastenvalvojalle", "Lastenvalvoja"),
    ("fi", "isyyden tunnustamisesta", "Lastenvalvoja"),
    ("fi", "neuvolassa rokotus", "Lastenneuvola"),  # the last part of a compound
    ("fi", "terapiaa kahdelle", "Pariterapia"),
    ("fi", "puhetrapia", "Puheterapia"),  # typos
    ("fi", "hammaslaakari", "Hammashoitola"),
    ("fi", "velkaneuvnota", "Velkaneuvonta"),
    ("fi", "avoinpäiväkoti", "Avoin päiväkoti Poukama"),  # two words written together
    ("fi", "jumppaa 2-vuotiaalle", "Taaperojumppa"),  # ages
    ("fi", "jumppa 9 v", "Koululaisjumppa"),
    ("fi", "leikkipuistoon Rovaniemellä", "Leikkipuisto Kuusenkäpy"),  # places
    ("fi", "leikkipuistot Kittilässä", "Leikkipuisto Tunturi"),
    ("fi", "elarit", "Lastenvalvoja"),  # the thesaurus
    ("fi", "olen niin väsynyt", "Lapsiperheiden kotipalvelu"),
    ("fi", "nuokku", "Nuorisotila Nokka"),
    ("fi", "vauva ei nuku", "Uniohjaus"),
    ("fi", "tuplat tulossa", "Vertaisryhmä kaksosperheille"),
    ("fi", "puolisoni lyö minua", "Suvannon turvakoti"),
    ("fi-selko", "perhekahvilassa", "Sirpukan perhekahvila"),
    ("sv", "barnrådgivningen", "Lastenneuvola"),
    ("sv", "skilsmässa", "Eroneuvo"),
    ("sv", "ungdomsgården", "Nuorisotila Nokka"),
    ("sv", "taltreapi", "Puheterapia"),
    ("sv", "läksyapu", "Läksyapu"),  # told in Finnish alone
    ("en", "speech therapists", "Puheterapia"),
    ("en", "breastfeeding", "Imetystuki"),
    ("en", "interpreters", "Tulkkipalvelu"),
    ("en", "divorse", "Eroneuvo"),
]


def write_judged_set() -> None:
    """Write the services and the thesaurus that the portal comes with, and index them."""
    thesaurus.add_seed()
    actor = make.make_actor(name="Kuvitteellinen järjestäjä")
    for name, summary, keywords, more in SERVICES:
        towns = [make.make_municipality(slug=slug) for slug in more.get("towns", ())]
        fields = {key: value for key, value in more.items() if key != "towns"}
        make.make_service(
            name=name, summary_fi=summary, keywords_fi=keywords, actor=actor, municipalities=towns, **fields
        )
    rebuilding.rebuild()


def names_of(found: list[Entry]) -> list[str]:
    """Return the Finnish names of the services among hits, in their order."""
    names = dict(Service.objects.values_list("pk", "name_fi"))
    return [names[hit.key[1]] for hit in found if hit.key[0] == "palvelut"]
