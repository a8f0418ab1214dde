"""JSON-LD (schema.org) for search engines: the same facts as the page, for machines."""

from __future__ import annotations

from perhekeskus.languages import LANGUAGES
from perhekeskus.translated import local_text
from services.actor_pages import ActorPage
from services.models import Channel, Sector
from services.service_page import ServicePage

PUBLIC_SECTORS = (Sector.MUNICIPALITY, Sector.COUNTY, Sector.STATE)


def service_json_ld(page: ServicePage, url: str) -> dict:
    """Return schema.org/Service (GovernmentService for a public actor) of a service's page.

    A masked place gives no address; a price is given only when it is known to be free.
    """
    service, language = page.service, page.language
    public = page.actor is not None and page.actor.sector in PUBLIC_SECTORS
    data = {
        "@context": "https://schema.org",
        "@type": "GovernmentService" if public else "Service",
        "@id": url,
        "name": local_text(service, "name", language).text,
        "description": local_text(service, "summary", language).text,
        "inLanguage": LANGUAGES[language].html_lang,
        "areaServed": _areas(page),
        "availableChannel": [_channel(contact.channel, language) for contact in page.contacts]
        + [_place(point.place, language) for point in page.points],
    }
    if page.actor is not None:
        data["provider"] = {
            "@type": "GovernmentOrganization" if public else "Organization",
            "name": local_text(page.actor, "name", language).text,
        }
    if service.price_kind == service.PriceKind.FREE:
        data["offers"] = {"@type": "Offer", "price": "0", "priceCurrency": "EUR"}
    return {key: value for key, value in data.items() if value}


def actor_json_ld(page: ActorPage, url: str) -> dict:
    """Return schema.org/Organization (GovernmentOrganization for a public one) of an organiser's page.

    It has no address: an organiser is reached through its channels, and some places are secret.
    """
    actor = page.actor
    data = {
        "@context": "https://schema.org",
        "@type": "GovernmentOrganization" if actor.sector in PUBLIC_SECTORS else "Organization",
        "@id": url,
        "name": local_text(actor, "name", page.language).text,
        "alternateName": actor.former_name_list,
        "description": local_text(actor, "description", page.language).text,
        "areaServed": page.towns,
        "contactPoint": [_contact_point(contact.channel, page.language) for contact in page.contacts],
    }
    return {key: value for key, value in data.items() if value}


def _contact_point(channel: Channel, language: str) -> dict:
    field = {Channel.Kind.PHONE: "telephone", Channel.Kind.EMAIL: "email"}.get(channel.kind, "url")
    name = local_text(channel, "name", language).text
    return {"@type": "ContactPoint", "contactType": name, field: channel.value}


def _areas(page: ServicePage) -> list[str]:
    service = page.service
    if service.area_kind == service.AreaKind.COUNTRY:
        return ["FI"]
    if service.area_kind == service.AreaKind.COUNTY:
        return [page.county]
    return [choice.label for choice in page.choices["kunta"]]


def _channel(channel: Channel, language: str) -> dict:
    data = {"@type": "ServiceChannel", "name": local_text(channel, "name", language).text}
    if channel.kind == Channel.Kind.PHONE:
        data["servicePhone"] = {"@type": "ContactPoint", "telephone": channel.value}
    elif channel.kind != Channel.Kind.EMAIL:
        data["serviceUrl"] = channel.value
    return data


def _place(place, language: str) -> dict:
    location = {"@type": "Place", "name": local_text(place, "name", language).text}
    if place.address_line:
        location["address"] = {
            "@type": "PostalAddress",
            "streetAddress": place.street,
            "postalCode": place.postal_code,
            "addressLocality": place.post_office or place.municipality.name_fi,
            "addressCountry": "FI",
        }
    return {"@type": "ServiceChannel", "serviceLocation": location}
