from django.urls import path

from classroom.views import pupils

app_name = "classroom"

urlpatterns = [
    path("classes/", pupils.classes, name="classes"),
    path("classes/<slug:code>/", pupils.school_class, name="school_class"),
    path("classes/<slug:code>/join/", pupils.join, name="join"),
    path("classes/<slug:code>/leave/", pupils.leave, name="leave"),
    path("assignments/<slug:code>/", pupils.assignment, name="assignment"),
]
