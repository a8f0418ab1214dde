from django.urls import path

from services.views import actors, centres, services, situations, tasks, themes, young

app_name = "services"

urlpatterns = [
    path("palvelut/", services.service_list, name="list"),
    path("palvelut/<slug:slug>/", services.service_detail, name="detail"),
    path("tilanteet/", situations.situation_list, name="situations"),
    path("tilanteet/<slug:slug>/", situations.situation_detail, name="situation"),
    path("teemat/", themes.theme_list, name="themes"),
    path("teemat/<slug:slug>/", themes.theme_detail, name="theme"),
    path("nuorille/", young.young_page, name="young"),
    path("tehtavat/", tasks.task_list, name="tasks"),
    path("tehtavat/<slug:slug>/", tasks.task_detail, name="task"),
    path("portaat/", tasks.support_stairs, name="stairs"),
    path("toimijat/", actors.actor_list, name="actors"),
    path("toimijat/<slug:slug>/", actors.actor_detail, name="actor"),
    path("perhekeskukset/", centres.centre_list, name="centres"),
    path("perhekeskukset/<slug:slug>/", centres.centre_detail, name="centre"),
]
