from django.urls import path

from services.views import services

app_name = "services"

urlpatterns = [
    path("palvelut/", services.service_list, name="list"),
    path("palvelut/<slug:slug>/", services.service_detail, name="detail"),
]
