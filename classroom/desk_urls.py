"""The teacher's desk: behind each of its doors, one list of addresses."""

from django.urls import include, path

from classroom.views import changes, colleagues, desk, pins, transfer, writing

app_name = "desk"

quiz_urls = [
    path("quizzes/", desk.quizzes, name="quizzes"),
]

class_urls = [
    path("classes/", desk.classes, name="classes"),
]

sharing_urls = [
    path("quizzes/<slug:code>/share/", colleagues.share_quiz, name="share_quiz"),
    path(
        "quizzes/<slug:code>/share/add/", colleagues.add_colleague, name="add_colleague"
    ),
    path(
        "quizzes/<slug:code>/share/remove/",
        colleagues.remove_colleague,
        name="remove_colleague",
    ),
    path("quizzes/<slug:code>/shared/", colleagues.shared_quiz, name="shared_quiz"),
    path("quizzes/<slug:code>/copy/", colleagues.copy_quiz, name="copy_quiz"),
    path("quizzes/<slug:code>/history/", changes.quiz_history, name="quiz_history"),
    path(
        "quizzes/<slug:code>/history/restore/",
        changes.restore_quiz,
        name="restore_quiz",
    ),
    path("quizzes/<slug:code>/own/", pins.own_pins, name="own_pins"),
]

one_question = [
    path("", writing.own_question, name="own_question"),
    path("try/", writing.try_own_question, name="try_own_question"),
    path("edit/", writing.edit_question, name="edit_question"),
    path("change/", writing.change_question, name="change_question"),
    path("retire/", writing.retire_question, name="retire_question"),
    path("use/", writing.bring_back_question, name="bring_back_question"),
    path("pin/", pins.pin_question, name="pin_question"),
    path("unpin/", pins.unpin_question, name="unpin_question"),
]

question_urls = [
    path("questions/", writing.own_questions, name="own_questions"),
    path("questions/new/", writing.new_question, name="new_question"),
    path("questions/new/<slug:way>/", writing.blank_question, name="blank_question"),
    path(
        "questions/new/<slug:way>/write/",
        writing.write_question,
        name="write_question",
    ),
    path("questions/own/<uuid:uuid>/", include(one_question)),
    path(
        "questions/<path:key>/history/",
        changes.question_history,
        name="question_history",
    ),
    path(
        "questions/<path:key>/history/restore/",
        changes.restore_question,
        name="restore_question",
    ),
]

transfer_urls = [
    path("transfer/", transfer.transfer, name="transfer"),
    path("transfer/<slug:kind>/check/", transfer.check_file, name="check_file"),
    path("transfer/<slug:kind>/bring/", transfer.bring_file, name="bring_file"),
    path("transfer/<slug:kind>.<slug:form>", transfer.export_file, name="export_file"),
    path(
        "transfer/<slug:kind>/blank.<slug:form>", transfer.blank_file, name="blank_file"
    ),
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
    *sharing_urls,
    *question_urls,
    *transfer_urls,
    *result_urls,
    *content_urls,
]
