from django.urls import path

from relations import views

app_name = "relations"

urlpatterns = [
    path("", views.facts, name="facts"),
    path("atlas/", views.atlas, name="atlas"),
    path("countries/<slug:slug>/", views.country, name="country"),
    path("organisations/<slug:slug>/", views.organization, name="organization"),
    path("people/<slug:slug>/", views.person, name="person"),
    path("treaties/<slug:slug>/", views.treaty, name="treaty"),
    path("themes/<slug:slug>/", views.theme, name="theme"),
    path("sections/<slug:slug>/", views.section, name="section"),
    path("search/", views.search, name="search"),
    path("timeline/", views.timeline, name="timeline"),
]
