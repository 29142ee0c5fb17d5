"""The teacher's desk: behind each of its doors, one list of addresses."""

from django.urls import path

from classroom.views import desk

app_name = "desk"

quiz_urls = [
    path("quizzes/", desk.quizzes, name="quizzes"),
]

class_urls = [
    path("classes/", desk.classes, name="classes"),
]

result_urls = [
    path("results/", desk.results, name="results"),
]

content_urls = [
    path("content/", desk.content, name="content"),
]

urlpatterns = [
    path("", desk.doors, name="doors"),
    *quiz_urls,
    *class_urls,
    *result_urls,
    *content_urls,
]
