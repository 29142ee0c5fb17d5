"""Everybody at every address: a new address without a line here fails the test.

To add one, write its name, what each of the six is answered, what stands in the address
(a name from GIVEN) and "post" if it only takes forms. What is somebody else's is
answered as what does not exist.
"""

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.auth import get_user_model
from django.db import transaction
from django.urls import reverse

from tests.classroom import walking

pytestmark = pytest.mark.django_db

# guest, pupil, other pupil, other teacher, teacher, administrator
ALL = "200 200 200 200 200 200"
GONE = "404 404 404 404 404 404"
DESK = "in 403 403 200 200 200"
OWN = "in 403 403 404 200 200"
OWN_SENT = "in 403 403 404 302 302"
OWN_GONE = "in 403 403 404 404 404"  # without what it wants in the form
GONE_AT_DESK = "in 403 403 404 404 404"  # without what it wants in the address
PLAYED = "404 200 404 404 404 404"  # by the pupil
SENT = "302 302 302 302 302 302"
STAFF = "in in in 200 200 200"

GIVEN = {
    "": lambda it: {},
    "app": lambda it: {"app_label": "quiz"},
    "set": lambda it: {"code": it.question_set.code},
    "draft": lambda it: {"code": it.draft.code},
    "class": lambda it: {"code": it.school_class.code},
    "assignment": lambda it: {"code": it.assignment.code},
    "attempt": lambda it: {"attempt_id": it.attempt.pk},
    "item": lambda it: {"attempt_id": it.attempt.pk, "position": 1},
    "dispute": lambda it: {"dispute_id": it.dispute.pk},
    "written": lambda it: {"pk": it.own_question.pk},
    "own": lambda it: {"uuid": it.own_question.uuid},
    "key": lambda it: {"key": it.own_question.key},
    "way": lambda it: {"way": "choice"},
    "kind": lambda it: {"kind": "questions"},
    "file": lambda it: {"kind": "questions", "form": "csv"},
    "user": lambda it: {"id": it.owner.pk},
    "country": lambda it: {"slug": "land-0"},
    "body": lambda it: {"slug": "body-0"},
    "person": lambda it: {"slug": "ana-0"},
    "treaty": lambda it: {"slug": it.treaty.slug},
    "theme": lambda it: {"slug": "theme-0"},
    "section": lambda it: {"slug": "section-0"},
    "dossier": lambda it: {"shelf": "countries", "slug": "land-0"},
    "row": lambda it: walking.row_of(it.draft),
    "given": lambda it: {"code": it.question_set.code, "given": it.assignment.code},
    "paper": lambda it: {"code": it.question_set.code, "letter": "A"},
    "enrolled": lambda it: {"code": it.school_class.code, "learner_id": it.pupil.pk},
    "learner": lambda it: {"learner": it.pupil.pk},
    "sat": lambda it: {"code": it.assignment.code, "attempt": it.attempt.pk},
    "asked": lambda it: {
        "code": it.assignment.code,
        "key": it.attempt.items.first().question.key,
    },
    "marks": lambda it: {"code": it.assignment.code, "format": "csv"},
    "grades": lambda it: {"code": it.school_class.code, "format": "xlsx"},
    "correction": lambda it: {"correction_id": it.correction.pk},
    "blank": lambda it: {"slug": walking.blank_row().slug},
}

WALK: dict[str, tuple[str, ...]] = {
    "admin:view_on_site": ("in in in 404 302 302", "row"),
    "admin:index": (STAFF,),
    "admin:login": ("in 403 403 302 302 302",),
    "admin:logout": (SENT, "", "post"),
    "admin:auth_user_password_change": ("in in in 403 403 200", "user"),
    "admin:password_change": (STAFF,),
    "admin:password_change_done": (STAFF,),
    "admin:autocomplete": ("in in in 403 403 403",),
    "admin:jsi18n": (STAFF,),
    "admin:quiz_scores_csv": (STAFF,),
    "admin:quiz_question_preview": ("in in in 404 200 200", "written"),
    "admin:app_list": (STAFF, "app"),
    "account_login": ("200 302 302 302 302 302",),
    "account_logout": (SENT, "", "post"),
    "account_signup": ("200 302 302 302 302 302",),
    "account_inactive": (ALL,),
    "account_change_password": ("in 200 200 200 200 200",),
    "desk:doors": (DESK,),
    "desk:quizzes": (DESK,),
    "desk:classes": (DESK,),
    "desk:results": (DESK,),
    "desk:content": (DESK,),
    "choose_password": ("in 302 302 302 302 302",),
    "desk:new_quiz": (DESK,),
    "desk:make_quiz": (DESK, "", "post"),
    "desk:quiz": (OWN, "set"),
    "desk:edit_quiz": (OWN, "set"),
    "desk:change_quiz": (OWN, "set", "post"),
    "desk:assign_quiz": (OWN, "set", "post"),
    "desk:look": (OWN, "set"),
    "desk:tailor": (OWN_GONE, "set", "post"),
    "desk:paper": (OWN, "paper"),
    "desk:key": (OWN, "paper"),
    "desk:edit_terms": (OWN, "given"),
    "desk:change_terms": (OWN, "given", "post"),
    "desk:qr": (OWN, "given"),
    "desk:card": (OWN, "given"),
    "desk:new_class": (DESK,),
    "desk:class_page": (OWN, "class"),
    "desk:class_qr": (OWN, "class"),
    "desk:rename_class": (OWN, "class", "post"),
    "desk:turn_board": (OWN_SENT, "class", "post"),
    "desk:archive_class": (OWN_SENT, "class", "post"),
    "desk:restore_class": (OWN_SENT, "class", "post"),
    "desk:add_teacher": (OWN, "class", "post"),
    "desk:remove_teacher": (OWN_SENT, "class", "post"),
    "desk:class_roster": (OWN, "class", "post"),
    "desk:new_slips": (OWN, "class", "post"),
    "desk:pupil": (OWN, "enrolled"),
    "desk:allow_time": (OWN_SENT, "enrolled", "post"),
    "desk:rename_pupil": (OWN, "enrolled", "post"),
    "desk:move_pupil": (OWN, "enrolled", "post"),
    "desk:take_out": (OWN_SENT, "enrolled", "post"),
    "desk:new_slip": (OWN_GONE, "enrolled", "post"),
    "desk:assignment_results": (OWN, "assignment"),
    "desk:attempt_answers": (OWN, "sat"),
    "desk:item_analysis": (OWN, "assignment"),
    "desk:item_details": (OWN, "asked"),
    "desk:export_marks": (OWN, "marks"),
    "desk:export_answers": (OWN, "marks"),
    "desk:pupil_results": (OWN, "learner"),
    "desk:class_results": (OWN, "class"),
    "desk:class_coverage": (OWN, "class"),
    "desk:assign_gaps": (OWN, "class", "post"),
    "desk:export_gradebook": (OWN, "grades"),
    "desk:corrections": (DESK,),
    "desk:correction": (OWN, "correction"),
    "desk:new_correction": (GONE_AT_DESK,),
    "desk:apply_correction": (GONE_AT_DESK, "", "post"),
    "desk:void_question": (GONE_AT_DESK,),
    "desk:apply_void": (GONE_AT_DESK, "", "post"),
    "desk:undo_correction": (OWN_SENT, "correction", "post"),
    "desk:disputes": (DESK,),
    "desk:dispute": (OWN, "dispute"),
    "desk:answer_dispute": (OWN, "dispute", "post"),
    "desk:freshness": (DESK,),
    "desk:row": (DESK, "blank"),
    "desk:name_row": (DESK, "blank", "post"),
    "desk:unname_row": ("in 403 403 302 302 302", "blank", "post"),
    "desk:share_quiz": (OWN, "set"),
    "desk:add_colleague": (OWN, "set", "post"),
    "desk:remove_colleague": (OWN_SENT, "set", "post"),
    "desk:shared_quiz": (OWN, "set"),
    "desk:copy_quiz": (OWN_SENT, "set", "post"),
    "desk:quiz_history": (OWN, "set"),
    "desk:class_history": (OWN, "class"),
    "desk:terms_history": (OWN, "given"),
    "desk:restore_quiz": (OWN_GONE, "set", "post"),
    "desk:own_pins": (OWN, "set"),
    "desk:own_questions": (DESK,),
    "desk:new_question": (DESK,),
    "desk:blank_question": (DESK, "way"),
    "desk:write_question": (DESK, "way", "post"),
    "desk:own_question": (OWN, "own"),
    "desk:try_own_question": (OWN, "own", "post"),
    "desk:edit_question": (OWN, "own"),
    "desk:change_question": (OWN, "own", "post"),
    "desk:retire_question": (OWN_SENT, "own", "post"),
    "desk:bring_back_question": (OWN_SENT, "own", "post"),
    "desk:pin_question": (OWN_GONE, "own", "post"),
    "desk:unpin_question": (OWN_GONE, "own", "post"),
    "desk:question_history": (OWN, "key"),
    "desk:restore_question": (OWN_GONE, "key", "post"),
    "desk:transfer": (DESK,),
    "desk:check_file": (DESK, "kind", "post"),
    "desk:bring_file": ("in 403 403 302 302 302", "kind", "post"),
    "desk:export_file": (DESK, "file"),
    "desk:blank_file": (DESK, "file"),
    "classroom:classes": (ALL,),
    "classroom:school_class": (ALL, "class"),
    "classroom:join": (ALL, "class", "post"),
    "classroom:leave": (SENT, "class", "post"),
    "classroom:assignment": (ALL, "assignment"),
    "classroom:start_assignment": (ALL, "assignment", "post"),
    "relations:facts": (ALL,),
    "relations:atlas": (ALL,),
    "relations:country": (ALL, "country"),
    "relations:organization": (ALL, "body"),
    "relations:person": (ALL, "person"),
    "relations:treaty": (ALL, "treaty"),
    "relations:theme": (ALL, "theme"),
    "relations:section": (ALL, "section"),
    "relations:search": (ALL,),
    "relations:timeline": (ALL,),
    "quiz:home": (ALL,),
    "quiz:manifest": (ALL,),
    "quiz:service_worker": (ALL,),
    "quiz:offline": (ALL,),
    "quiz:robots": (ALL,),
    "quiz:try_question": (SENT, "", "post"),
    "quiz:topics": (ALL,),
    "quiz:start_quiz": (ALL, "", "post"),
    "quiz:start_dossier": (SENT, "dossier", "post"),
    "quiz:flashcards": (ALL,),
    "quiz:question_set": (ALL, "set"),
    "quiz:start_set": (SENT, "set", "post"),
    "quiz:attempt": ("404 302 404 404 404 404", "attempt"),
    "quiz:item": (PLAYED, "item"),
    "quiz:answer_item": ("404 302 404 404 404 404", "item", "post"),
    "quiz:enter": (GONE, "item", "post"),
    "quiz:dispute_item": (PLAYED, "item", "post"),
    "quiz:result": (PLAYED, "attempt"),
    "quiz:practise": ("404 302 404 404 404 404", "attempt", "post"),
    "quiz:scores": (ALL,),
    "quiz:progress": (ALL,),
    "quiz:history_csv": (ALL,),
    "quiz:history_json": (ALL,),
    "quiz:forget": (ALL,),
    "quiz:passport": (ALL,),
    "quiz:review": (ALL,),
    "quiz:start_review": (ALL, "", "post"),
    "quiz:ready": (ALL,),
    "quiz:start_ready": (ALL, "", "post"),
    "quiz:calibration": (ALL,),
    "quiz:fairness": (ALL,),
    "quiz:fairness_figures": (ALL,),
    "quiz:objections": (ALL,),
    "quiz:corrected": (ALL,),
    "quiz:read_corrections": (SENT, "", "post"),
    "quiz:read_answer": ("404 302 404 404 404 404", "dispute", "post"),
}
DRAFT = "404 404 404 404 200 200"  # at "quiz:question_set"

# Of each kind of row in the admin, on its list, form to add, history, deletion and page:
# what another teacher, the teacher and an administrator are answered. Others sign in.
CHIEFS = "403 403 200 | 403 403 200 | 403 403 200 | 403 403 200 | 403 403 200"
FACTS = "200 200 200 | 403 403 200 | 200 200 200 | 403 403 200 | 200 200 200"
MADE = "200 200 200 | 200 200 200 | 302 200 200 | 302 200 200 | 302 200 200"
SHOWN = "200 200 200 | 403 403 403 | 302 200 200 | 403 403 403 | 302 200 200"
ROWS = {
    "accounts.user": CHIEFS,
    "auth.group": CHIEFS,
    "quiz.attempt": SHOWN,
    "quiz.correction": SHOWN,
    "quiz.dispute": SHOWN,
    "quiz.learner": "403 403 200 | 403 403 403 | 302 403 200 | 403 403 403 | 403 403 200",
    "quiz.question": SHOWN,
    "quiz.questionset": MADE,
    "classroom.accommodation": MADE,
    "classroom.assignment": MADE,
    "classroom.enrolment": "200 200 200 | 403 403 403 | 302 200 200 | 302 200 200"
    " | 302 200 200",
    "classroom.schoolclass": MADE,
    "classroom.sitting": SHOWN,
    **{
        model._meta.label_lower: FACTS
        for model in admin.site._registry
        if model._meta.app_label == "relations"
    },
    "relations.mention": CHIEFS,
}
PAGES = ("changelist", "add", "history", "delete", "change")

# Who can do it to what the teacher has; to facts, which are everybody's, nothing.
OWNERS = {"teacher", "administrator"}
ACTIONS = {
    "quiz.attempt": {"download_scores": OWNERS},
    "quiz.question": {"retire": {"colleague", "teacher", "administrator"}},
    "quiz.questionset": {
        "publish": OWNERS,
        "unpublish": OWNERS,
        "delete_selected": OWNERS,
    },
    "classroom.accommodation": {"delete_selected": OWNERS},
    "classroom.assignment": {"delete_selected": OWNERS},
    "classroom.enrolment": {"delete_selected": OWNERS},
    "classroom.schoolclass": {"delete_selected": OWNERS},
}


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    """Made once; what a request writes is taken back after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield walking.make_world()
        transaction.set_rollback(True)


def named(label: str, page: str) -> str:
    return f"admin:{label.replace('.', '_')}_{page}"


def test_every_address_has_its_line():
    generated = {named(label, page) for label in ROWS for page in PAGES}

    assert {name for name, _ in walking.addresses()} == {*WALK} | generated


@pytest.mark.parametrize("name", WALK)
def test_everybody_is_answered_as_they_should_be(world, name):
    expected, given, method = (*WALK[name], *("", "get")[len(WALK[name]) - 1 :])
    url = reverse(name, kwargs=GIVEN[given](world.things))

    assert walking.statuses(world, method, url) == expected


def test_a_draft_is_seen_by_few(world):
    url = reverse("quiz:question_set", kwargs=GIVEN["draft"](world.things))

    assert walking.statuses(world, "get", url) == DRAFT


@pytest.mark.parametrize("label", ROWS)
def test_the_admin_shows_and_changes_what_is_ones_own(world, label):
    row = walking.sample(world, apps.get_model(label))

    seen = []
    for page in PAGES:
        args = [] if page in {"changelist", "add"} else [row.pk]
        url = reverse(named(label, page), args=args)
        seen.append(walking.statuses(world, "get", url))

    assert " | ".join(one.removeprefix("in in in ") for one in seen) == ROWS[label]


def test_every_action_has_its_line(world, rf):
    request = rf.get("/admin/")
    request.user = get_user_model().objects.get(is_superuser=True)

    assert {
        model._meta.label_lower: {
            action: ACTIONS.get(model._meta.label_lower, {}).get(action)
            for action in actions
        }
        for model, model_admin in admin.site._registry.items()
        if (actions := model_admin.get_actions(request))
        and model._meta.app_label in {"quiz", "classroom"}
    } == ACTIONS


@pytest.mark.parametrize(
    ("label", "action"),
    [(label, action) for label, actions in ACTIONS.items() for action in actions],
)
def test_actions_reach_ones_own_alone(world, label, action):
    row = (
        world.things.questions[0]
        if action == "retire"
        else world.things.question_set
        if action == "unpublish"
        else walking.sample(world, apps.get_model(label))
    )
    sent = {"action": action, ACTION_CHECKBOX_NAME: row.pk} | {
        "post": "yes",
        "because": "It is done with.",
    }

    done = walking.who_changes(world, reverse(named(label, "changelist")), sent, row)

    assert done == ACTIONS[label][action]
