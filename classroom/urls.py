from django.urls import path

from classroom.views import pupils, sitting

app_name = "classroom"

urlpatterns = [
    path("classes/", pupils.classes, name="classes"),
    path("classes/<slug:code>/", pupils.school_class, name="school_class"),
    path("classes/<slug:code>/join/", pupils.join, name="join"),
    path("classes/<slug:code>/leave/", pupils.leave, name="leave"),
    path("assignments/<slug:code>/", sitting.assignment, name="assignment"),
    path(
        "assignments/<slug:code>/start/",
        sitting.start_assignment,
        name="start_assignment",
    ),
]
