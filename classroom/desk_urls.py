"""The teacher's desk: behind each of its doors, one list of addresses."""

from django.urls import path

from classroom.views import corrections, desk, freshness, objections

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
    path("content/corrections/", corrections.corrections, name="corrections"),
    path("content/corrections/new/", corrections.new_correction, name="new_correction"),
    path(
        "content/corrections/apply/",
        corrections.apply_correction,
        name="apply_correction",
    ),
    path("content/corrections/void/", corrections.void_question, name="void_question"),
    path("content/corrections/void/apply/", corrections.apply_void, name="apply_void"),
    path(
        "content/corrections/<uuid:correction_id>/",
        corrections.correction,
        name="correction",
    ),
    path(
        "content/corrections/<uuid:correction_id>/undo/",
        corrections.undo_correction,
        name="undo_correction",
    ),
    path("content/disputes/", objections.disputes, name="disputes"),
    path("content/disputes/<uuid:dispute_id>/", objections.dispute, name="dispute"),
    path(
        "content/disputes/<uuid:dispute_id>/answer/",
        objections.answer_dispute,
        name="answer_dispute",
    ),
    path("content/freshness/", freshness.freshness, name="freshness"),
    path("content/freshness/rows/<slug:slug>/", freshness.row, name="row"),
    path(
        "content/freshness/rows/<slug:slug>/name/", freshness.name_row, name="name_row"
    ),
    path(
        "content/freshness/rows/<slug:slug>/unname/",
        freshness.unname_row,
        name="unname_row",
    ),
]

urlpatterns = [
    path("", desk.doors, name="doors"),
    *quiz_urls,
    *class_urls,
    *result_urls,
    *content_urls,
]
