"""The portal's addresses (design.md section 4): a contract with other people's links."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path, re_path
from django.views.generic import RedirectView

from meetingplaces.views.cancel import cancel_session
from members.urls import signin_patterns
from perhekeskus import addresses, views
from perhekeskus.gallery import gallery
from perhekeskus.languages import LANGUAGES
from perhekeskus.sitemaps import sitemap
from perhekeskus.statements import accessibility, privacy

urlpatterns = [
    path("healthz", addresses.healthz, name="healthz"),
    path("readyz", addresses.readyz, name="readyz"),
    path("robots.txt", addresses.robots, name="robots"),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("installation.css", addresses.installation_css, name="installation_css"),
    path(".well-known/security.txt", addresses.security_txt, name="security_txt"),
    path("admin/login/", RedirectView.as_view(pattern_name="account_login", query_string=True)),
    path("admin/osat/", admin.site.admin_view(gallery), name="gallery"),
    path("admin/", include("meetingplaces.admin.urls")),
    path("admin/", admin.site.urls),
    path("peru/<str:token>/", cancel_session, name="cancel"),
    path("kirjaudu/", include(signin_patterns)),
    re_path(r"^selko(?:/(?P<rest>.*))?$", addresses.easy_finnish),
    re_path(r"^fi(?:/(?P<rest>.*))?$", addresses.without_prefix),
    re_path(rf"^(?P<language>{'|'.join(LANGUAGES)})$", addresses.language_front),
]

urlpatterns += i18n_patterns(
    path("", views.front, name="front"),
    path("ika/<slug:slug>/", views.age_group, name="age"),
    path("apua/", views.help_page, name="help"),
    path("pyyda-apua/", views.ask_for_help),
    path("oma-kunta/", views.home_municipality, name="home_municipality"),
    path("saavutettavuus/", accessibility, name="accessibility"),
    path("tietosuoja/", privacy, name="privacy"),
    path("", include("search.urls")),
    path("", include("services.urls")),
    path("", include("meetingplaces.urls")),
    prefix_default_language=False,
)

handler400 = "perhekeskus.errors.bad_request"
handler403 = "perhekeskus.errors.permission_denied"
handler404 = "perhekeskus.errors.not_found"
handler500 = "perhekeskus.errors.server_error"
