"""The teacher's desk: behind each of its doors, one list of addresses."""

from django.urls import include, path

from classroom.views import desk, desk_classes, desk_pupils

app_name = "desk"

quiz_urls = [
    path("quizzes/", desk.quizzes, name="quizzes"),
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
