"""The seven tasks of a family centre, one task, and the stairs of support."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from perhekeskus import caching
from perhekeskus.pages import current_member, edit_url, get_item, public_page
from perhekeskus.translated import any_fallback
from services.home import Home, near_home
from services.index import ServiceIndex
from services.models import Task
from services.task_pages import stairs, task_cards, task_page


@public_page(reads_query=True)
def task_list(request: HttpRequest) -> HttpResponse:
    """The seven tasks in their order."""
    index, home = near_home(request)
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
    index, home = near_home(request)
    task = get_item(Task.objects.for_page(index.language), slug, current_member(request))
    return task_response(request, task, index, home)


def task_response(
    request: HttpRequest, task: Task, index: ServiceIndex, home: Home, *, is_preview: bool = False
) -> HttpResponse:
    """Answer a task's page; also the admin's preview of a draft."""
    page = task_page(task=task, index=index, home=home)
    is_sensitive = index.has_only_sensitive("tehtava", task.slug)
    if is_sensitive:
        caching.mark_sensitive(request)
    context = {
        "page": page,
        "task": task,
        "home": home,
        "is_preview": is_preview,
        "edit_url": edit_url(request, task),
        "has_quick_exit": page.has_quick_exit,
        "is_sensitive": is_sensitive,
        "noindex": home.has_unknown,
        "section": "tasks",
    }
    return TemplateResponse(request, "services/task_detail.html", context)


@public_page(reads_query=True)
def support_stairs(request: HttpRequest) -> HttpResponse:
    """The stairs of support: from things to do up to strong support."""
    index, home = near_home(request)
    steps = stairs(index, home)
    context = {
        "steps": steps,
        "has_fallback_text": any_fallback(
            index.language, *((step.section, field) for step in steps for field in ("name", "introduction"))
        ),
        "home": home,
        "noindex": home.has_unknown,
        "section": "stairs",
    }
    return TemplateResponse(request, "services/stairs.html", context)
