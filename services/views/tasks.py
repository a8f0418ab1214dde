"""The seven tasks of a family centre, one task, and the stairs of support."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from perhekeskus import languages
from perhekeskus.pages import current_member, edit_url, get_item, name_unknown_parameters, public_page
from perhekeskus.translated import local_text
from services.facets import WHERE
from services.home import home_of
from services.index import ServiceIndex, service_index
from services.models import Task
from services.tasks import stairs, task_cards, task_page


@public_page(reads_query=True)
def task_list(request: HttpRequest) -> HttpResponse:
    """The seven tasks in their order."""
    index = service_index(languages.current().code, request.page.revision)
    name_unknown_parameters(request, known=WHERE)
    home = home_of(index, request)
    context = {
        "cards": task_cards(index, home),
        "home": home,
        "noindex": home.has_unknown,
        "section": "tasks",
    }
    return TemplateResponse(request, "services/task_list.html", context)


@public_page(reads_query=True)
def task_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """One task: what it is, how it is done, what families say."""
    language = languages.current().code
    name_unknown_parameters(request, known=WHERE)
    task = get_item(Task.objects.for_page(language), slug, current_member(request))
    return task_response(request, task, service_index(language, request.page.revision))


def task_response(
    request: HttpRequest, task: Task, index: ServiceIndex, *, is_preview: bool = False
) -> HttpResponse:
    """Answer a task's page; also the admin's preview of a draft."""
    home = home_of(index, request)
    page = task_page(task=task, index=index, home=home)
    context = {
        "page": page,
        "task": task,
        "home": home,
        "is_preview": is_preview,
        "edit_url": edit_url(request, task),
        "has_quick_exit": page.has_quick_exit,
        "noindex": home.has_unknown,
        "section": "tasks",
    }
    return TemplateResponse(request, "services/task_detail.html", context)


@public_page(reads_query=True)
def support_stairs(request: HttpRequest) -> HttpResponse:
    """The stairs of support: from things to do up to strong support."""
    index = service_index(languages.current().code, request.page.revision)
    name_unknown_parameters(request, known=WHERE)
    home = home_of(index, request)
    steps = stairs(index, home)
    fields = [
        local_text(step.section, field, index.language)
        for step in steps
        for field in ("name", "introduction")
    ]
    context = {
        "steps": steps,
        "has_fallback_text": any(text.is_fallback for text in fields),
        "home": home,
        "noindex": home.has_unknown,
        "section": "stairs",
    }
    return TemplateResponse(request, "services/stairs.html", context)
