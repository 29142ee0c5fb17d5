"""The teacher's desk: behind each of its doors, one list of addresses."""

from django.urls import path

from classroom.views import desk, exports, gradebook, items, results

app_name = "desk"

quiz_urls = [
    path("quizzes/", desk.quizzes, name="quizzes"),
]

class_urls = [
    path("classes/", desk.classes, name="classes"),
]

result_urls = [
    path("results/", results.results, name="results"),
    path(
        "results/pupils/<uuid:learner>/",
        gradebook.pupil_results,
        name="pupil_results",
    ),
    path("results/classes/<slug:code>/", gradebook.class_results, name="class_results"),
    path(
        "results/classes/<slug:code>/coverage/",
        gradebook.class_coverage,
        name="class_coverage",
    ),
    path(
        "results/classes/<slug:code>/gaps/", gradebook.assign_gaps, name="assign_gaps"
    ),
    path(
        "results/classes/<slug:code>/gradebook.<slug:format>",
        exports.export_gradebook,
        name="export_gradebook",
    ),
    path(
        "results/<slug:code>/",
        results.assignment_results,
        name="assignment_results",
    ),
    path(
        "results/<slug:code>/attempts/<uuid:attempt>/",
        results.attempt_answers,
        name="attempt_answers",
    ),
    path("results/<slug:code>/items/", items.item_analysis, name="item_analysis"),
    path(
        "results/<slug:code>/items/<path:key>/", items.item_details, name="item_details"
    ),
    path(
        "results/<slug:code>/marks.<slug:format>",
        exports.export_marks,
        name="export_marks",
    ),
    path(
        "results/<slug:code>/answers.<slug:format>",
        exports.export_answers,
        name="export_answers",
    ),
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
