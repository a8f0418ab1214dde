from django.urls import path

from meetingplaces.views import pages

app_name = "meetingplaces"

urlpatterns = [
    path("kohtaamispaikat/", pages.place_list, name="places"),
    path("kohtaamispaikat/viikko/", pages.this_week, name="this_week"),
    path("kohtaamispaikat/viikko/<str:week>/", pages.week, name="week"),
    path("kohtaamispaikat/kalenteri.ics", pages.place_list, name="feed"),
    path("kohtaamispaikat/<slug:slug>/kalenteri.ics", pages.place_list, name="place_feed"),
    path("kohtaamispaikat/<slug:slug>/", pages.place_detail, name="place"),
    path("toiminta/<slug:slug>.ics", pages.place_list, name="activity_feed"),
    path("toiminta/<slug:slug>/<str:when>.ics", pages.place_list, name="session_feed"),
    path("toiminta/<slug:slug>/", pages.activity_detail, name="activity"),
]
