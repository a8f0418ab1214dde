"""The search's addresses (design.md section 4)."""

from django.urls import path

from search import views

app_name = "search"

urlpatterns = [
    path("haku/", views.search, name="page"),
    path("haku/ehdotukset/", views.suggestions, name="suggestions"),
]
