"""The teacher's desk: behind each of its doors, one list of addresses."""

from django.urls import include, path

from classroom.views import (
    changes,
    colleagues,
    corrections,
    desk,
    desk_classes,
    desk_pupils,
    exports,
    freshness,
    gradebook,
    items,
    making,
    objections,
    pins,
    printing,
    questions,
    results,
    sharing,
    transfer,
    writing,
)

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
    path(
        "quizzes/<slug:code>/to/<slug:given>/history/",
        changes.terms_history,
        name="terms_history",
    ),
    path("quizzes/<slug:code>/to/<slug:given>/qr.svg", sharing.qr, name="qr"),
    path("quizzes/<slug:code>/to/<slug:given>/card/", sharing.card, name="card"),
]

one_class_urls = [
    path("", desk_classes.class_page, name="class_page"),
    path("qr.svg", desk_classes.class_qr, name="class_qr"),
    path("rename/", desk_classes.rename_class, name="rename_class"),
    path("board/", desk_classes.turn_board, name="turn_board"),
    path("archive/", desk_classes.archive_class, name="archive_class"),
    path("restore/", desk_classes.restore_class, name="restore_class"),
    path("teachers/add/", desk_classes.add_teacher, name="add_teacher"),
    path("teachers/remove/", desk_classes.remove_teacher, name="remove_teacher"),
    path("history/", changes.class_history, name="class_history"),
    path("roster/", desk_pupils.class_roster, name="class_roster"),
    path("slips/", desk_pupils.new_slips, name="new_slips"),
]

pupil_urls = [
    path("", desk_pupils.pupil, name="pupil"),
    path("time/", desk_pupils.allow_time, name="allow_time"),
    path("rename/", desk_pupils.rename_pupil, name="rename_pupil"),
    path("move/", desk_pupils.move_pupil, name="move_pupil"),
    path("take-out/", desk_pupils.take_out, name="take_out"),
    path("slip/", desk_pupils.new_slip, name="new_slip"),
]

class_urls = [
    path("classes/", desk_classes.classes, name="classes"),
    path("classes/new/", desk_classes.new_class, name="new_class"),
    path("classes/<slug:code>/", include(one_class_urls)),
    path("classes/<slug:code>/pupils/<uuid:learner_id>/", include(pupil_urls)),
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
    *sharing_urls,
    *question_urls,
    *transfer_urls,
    *result_urls,
    *content_urls,
]
