from django.urls import path

from meetingplaces.views import feeds, pages

app_name = "meetingplaces"

urlpatterns = [
    path("kohtaamispaikat/", pages.place_list, name="places"),
    path("kohtaamispaikat/viikko/", pages.this_week, name="this_week"),
    path("kohtaamispaikat/viikko/<str:week>/", pages.week, name="week"),
    path("kohtaamispaikat/kalenteri.ics", feeds.everything, name="feed"),
    path("kohtaamispaikat/<slug:slug>/kalenteri.ics", feeds.of_place, name="place_feed"),
    path("kohtaamispaikat/<slug:slug>/", pages.place_detail, name="place"),
    path("toiminta/<slug:slug>.ics", feeds.of_activity, name="activity_feed"),
    path("toiminta/<slug:slug>/<str:when>.ics", feeds.of_session, name="session_feed"),
    path("toiminta/<slug:slug>/", pages.activity_detail, name="activity"),
]
