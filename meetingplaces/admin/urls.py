"""Addresses of the desk's own pages of the calendar, below /admin/."""

from django.contrib import admin
from django.urls import path

from meetingplaces.admin import coverage, week

guard = admin.site.admin_view

urlpatterns = [
    path("viikko/", guard(week.this_week), name="desk_this_week"),
    path("viikko/linkki/<int:pk>/", guard(week.link), name="desk_cancel_link"),
    path("viikko/<str:week>/", guard(week.week), name="desk_week"),
    path("viikko/<str:week>/peru/", guard(week.cancel_session), name="desk_cancel"),
    path("viikko/<str:week>/palauta/", guard(week.restore_session), name="desk_restore"),
    path("kattavuus/", guard(coverage.coverage), name="desk_coverage"),
]
