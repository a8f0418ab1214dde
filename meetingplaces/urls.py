from django.urls import path

from meetingplaces.views import pages

app_name = "meetingplaces"

urlpatterns = [
    path("kohtaamispaikat/", pages.place_list, name="places"),
    path("kohtaamispaikat/viikko/", pages.this_week, name="this_week"),
    path("kohtaamispaikat/viikko/<str:week>/", pages.week, name="week"),
    path("kohtaamispaikat/<slug:slug>/", pages.place_detail, name="place"),
    path("toiminta/<slug:slug>/", pages.activity_detail, name="activity"),
]
