from django.urls import path

from services import views

app_name = "services"

urlpatterns = [
    path("palvelut/", views.service_list, name="list"),
    path("palvelut/<slug:slug>/", views.service_detail, name="detail"),
]
