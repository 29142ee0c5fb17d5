"""The teacher's desk: behind each of its doors, one list of addresses."""

from django.urls import path

from classroom.views import desk, making, printing, questions, sharing

app_name = "desk"

quiz_urls = [
    path("quizzes/", sharing.quizzes, name="quizzes"),
    path("quizzes/new/", making.new_quiz, name="new_quiz"),
    path("quizzes/make/", making.make_quiz, name="make_quiz"),
    path("quizzes/<slug:code>/", sharing.quiz, name="quiz"),
    path("quizzes/<slug:code>/edit/", making.edit_quiz, name="edit_quiz"),
    path("quizzes/<slug:code>/change/", making.change_quiz, name="change_quiz"),
    path("quizzes/<slug:code>/assign/", sharing.assign_quiz, name="assign_quiz"),
    path("quizzes/<slug:code>/questions/", questions.look, name="look"),
    path("quizzes/<slug:code>/questions/tailor/", questions.tailor, name="tailor"),
    path("quizzes/<slug:code>/paper/<slug:letter>/", printing.paper, name="paper"),
    path("quizzes/<slug:code>/paper/<slug:letter>/key/", printing.key, name="key"),
    path("quizzes/<slug:code>/to/<slug:given>/", sharing.edit_terms, name="edit_terms"),
    path(
        "quizzes/<slug:code>/to/<slug:given>/change/",
        sharing.change_terms,
        name="change_terms",
    ),
    path("quizzes/<slug:code>/to/<slug:given>/qr.svg", sharing.qr, name="qr"),
    path("quizzes/<slug:code>/to/<slug:given>/card/", sharing.card, name="card"),
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
