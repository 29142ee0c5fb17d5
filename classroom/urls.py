from django.urls import path

from classroom import views

app_name = "classroom"

urlpatterns = [
    path("", views.classes, name="classes"),
    path("<slug:code>/", views.school_class, name="school_class"),
    path("<slug:code>/join/", views.join, name="join"),
    path("<slug:code>/leave/", views.leave, name="leave"),
]
