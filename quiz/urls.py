from django.urls import include, path

from quiz import views

app_name = "quiz"

attempt_urls = [
    path("", views.attempt, name="attempt"),
    path("<int:position>/", views.item, name="item"),
    path("<int:position>/answer/", views.answer_item, name="answer_item"),
    path("<int:position>/enter/", views.enter, name="enter"),
    path("<int:position>/dispute/", views.dispute_item, name="dispute_item"),
    path("result/", views.result, name="result"),
    path("practise/", views.practise, name="practise"),
]

urlpatterns = [
    path("", views.home, name="home"),
    path("manifest.webmanifest", views.manifest, name="manifest"),
    path("sw.js", views.service_worker, name="service_worker"),
    path("offline/", views.offline, name="offline"),
    path("robots.txt", views.robots, name="robots"),
    path("try/", views.try_question, name="try_question"),
    path("quizzes/", views.topics, name="topics"),
    path("quizzes/start/", views.start_quiz, name="start_quiz"),
    path(
        "quizzes/on/<slug:shelf>/<slug:slug>/",
        views.start_dossier,
        name="start_dossier",
    ),
    path("flashcards/", views.flashcards, name="flashcards"),
    path("sets/<slug:code>/", views.question_set, name="question_set"),
    path("sets/<slug:code>/start/", views.start_set, name="start_set"),
    path("attempts/<uuid:attempt_id>/", include(attempt_urls)),
    path("scores/", views.scores, name="scores"),
    path("progress/", views.progress, name="progress"),
    path("progress/history.csv", views.history_csv, name="history_csv"),
    path("progress/history.json", views.history_json, name="history_json"),
    path("progress/forget/", views.forget, name="forget"),
    path("passport/", views.passport, name="passport"),
    path("review/", views.review, name="review"),
    path("review/start/", views.start_review, name="start_review"),
    path("ready/", views.ready, name="ready"),
    path("ready/start/", views.start_ready, name="start_ready"),
    path("progress/calibration/", views.calibration, name="calibration"),
    path("fairness/", views.fairness_page, name="fairness"),
    path("fairness.json", views.fairness_figures, name="fairness_figures"),
    path("corrections/", views.corrected, name="corrected"),
    path("corrections/read/", views.read_corrections, name="read_corrections"),
    path("objections/", views.objections, name="objections"),
    path("objections/<uuid:dispute_id>/read/", views.read_answer, name="read_answer"),
]
