import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.sessions.models import Session
from django.urls import reverse

from quiz.models import Answer, Attempt, Item, Learner, Question
from tests.factories import make_attempt, make_option, make_question, make_question_set

pytestmark = pytest.mark.django_db

LIST = "/admin/quiz/question/"


def change(question: Question) -> str:
    return reverse("admin:quiz_question_change", args=[question.pk])


def form(**fields) -> dict[str, object]:
    return {
        "edited_stem": "",
        "edited_explanation": "",
        "status": "active",
        "retired_because": "",
    } | fields


def found(client, **query: str) -> set[str]:
    response = client.get(LIST, query)
    return {question.stem for question in response.context["cl"].result_list}


def test_a_wording_is_stamped_with_the_version_it_was_written_for(teacher):
    question = make_question(version=3)

    teacher.post(change(question), form(edited_stem="Since when?"))

    question.refresh_from_db()
    assert (question.stem, question.edited_version) == ("Since when?", 3)
    assert not question.edit_is_stale


def test_an_emptied_wording_loses_its_stamp(teacher):
    question = make_question(edited_stem="Since when?", edited_version=1)

    teacher.post(change(question), form())

    question.refresh_from_db()
    assert question.stem == question.generated_stem
    assert question.edited_version is None


def test_a_stale_wording_stays_stale_until_somebody_looks(teacher):
    question = make_question(version=2, edited_stem="Since when?", edited_version=1)
    kept = form(edited_stem="Since when?")

    teacher.post(
        change(question), kept | {"status": "retired", "retired_because": "Dull"}
    )
    question.refresh_from_db()
    assert question.edit_is_stale

    assert "The wording still fits" in teacher.get(change(question)).text
    teacher.post(change(question), kept | {"still_fits": "on"})
    question.refresh_from_db()
    assert not question.edit_is_stale


def test_changes_are_kept_in_the_history(teacher):
    question = make_question()

    teacher.post(change(question), form(edited_stem="Since when?"))

    entry = LogEntry.objects.get()
    assert entry.object_id == str(question.pk)
    assert "Wording of the question" in entry.get_change_message()


def test_retiring_wants_a_reason(teacher):
    question = make_question()

    response = teacher.post(change(question), form(status="retired"))

    assert response.context["adminform"].form.errors == {
        "retired_because": ["Say in a few words why the question is retired."]
    }
    question.refresh_from_db()
    assert question.status == "active"


def test_a_question_is_retired_and_brought_back(teacher):
    question = make_question()

    teacher.post(change(question), form(status="retired", retired_because="Too easy"))
    question.refresh_from_db()
    assert (question.status, question.retired_because) == ("retired", "Too easy")

    teacher.post(change(question), form(retired_because="Too easy"))
    question.refresh_from_db()
    assert (question.status, question.retired_because) == ("active", "")


def test_withdrawing_is_left_to_the_machine(teacher):
    question = make_question()

    teacher.post(change(question), form(status="withdrawn"))

    question.refresh_from_db()
    assert question.status == "active"


def test_a_withdrawn_question_cannot_be_put_back(teacher):
    question = make_question(status="withdrawn")

    teacher.post(change(question), form(edited_stem="Since when?"))

    question.refresh_from_db()
    assert (question.status, question.stem) == ("withdrawn", "Since when?")


def test_what_was_generated_cannot_be_sent(teacher):
    question = make_question()
    before = Question.objects.values().get()

    teacher.post(
        change(question),
        form(generated_stem="Mine", key="mine", solution="0", version="9"),
    )

    assert Question.objects.values().get() == before


def test_the_page_shows_options_with_their_proofs(teacher):
    question = make_question(remark="A reference says 1994.")

    text = teacher.get(change(question)).text

    assert "functional slot" in text
    assert question.options[0]["truth"].replace("'", "&#x27;") in text
    assert question.sources[0]["locator"] in text
    assert "A reference says 1994." in text


def test_questions_are_found_by_wording_key_and_options(teacher):
    tirana = make_option(1, 1991) | {"text": "Tiranë"}
    first = make_question(
        generated_stem="Where?", key="where/a/who", options=[tirana, tirana, tirana]
    )
    make_question(generated_stem="When?", edited_stem="Since which day?")

    assert found(teacher, q="tiranë") == {"Where?"}
    assert found(teacher, q=first.key) == {"Where?"}
    assert found(teacher, q="since day") == {"Since which day?"}
    assert found(teacher, q="where 1993") == set()


def test_questions_are_filtered(teacher):
    make_question(generated_stem="Plain", topic="treaties")
    make_question(generated_stem="Who?", family="who")
    make_question(generated_stem="x", edited_stem="Edited", edited_version=1)
    make_question(generated_stem="y", edited_stem="Stale", edited_version=1, version=2)
    make_question(generated_stem="Gone", status="retired", retired_because="Dull")

    assert found(teacher, topic__exact="treaties") == {"Plain"}
    assert found(teacher, family="who") == {"Who?"}
    assert found(teacher, status__exact="retired") == {"Gone"}
    assert found(teacher, wording="edited") == {"Edited", "Stale"}
    assert found(teacher, wording="stale") == {"Stale"}
    assert found(teacher, wording="generated") == {"Plain", "Who?", "Gone"}


def test_the_list_reads_the_same_however_many_questions(teacher, queries):
    make_question()
    teacher.get(LIST)

    few = queries(teacher, LIST)
    make_attempt(length=8)

    assert queries(teacher, LIST) == few


def test_times_asked_are_counted(admin_client):
    question = make_question()
    make_attempt(questions=[question])
    make_attempt(questions=[question])

    (row,) = admin_client.get(LIST).context["cl"].result_list

    assert row.asked == 2


def preview(question: Question) -> str:
    return reverse("admin:quiz_question_preview", args=[question.pk])


def test_a_preview_shows_the_question_before_and_after(teacher):
    question = make_question(is_ordered=True)

    text = teacher.get(preview(question)).text

    assert text.count(question.stem) == 3  # title, before, after
    assert text.count("data-option") == 4
    assert question.explanation in text
    assert "Right" in text


def test_a_preview_answers_to_a_wrong_choice(teacher):
    question = make_question(is_ordered=True)

    response = teacher.post(preview(question), {"choice": 0})

    feedback = response.context["feedback"]
    assert (feedback.is_right, feedback.verdict) == (False, "Not right")
    assert [row.label for row in feedback.rows] == ["your answer", "", "the answer", ""]


@pytest.mark.parametrize("choice", ["9", "-1", "x", "1e3"])
def test_a_choice_nobody_offered_shows_the_right_answer(teacher, choice):
    question = make_question()

    response = teacher.post(preview(question), {"choice": choice})

    assert response.context["feedback"].is_right


def test_a_preview_writes_nothing(teacher):
    question = make_question()
    sessions = list(Session.objects.values())

    teacher.get(preview(question))
    for choice in (0, 2):
        teacher.post(preview(question), {"choice": choice})

    for model in (Learner, Attempt, Item, Answer, LogEntry):
        assert not model.objects.exists()
    assert list(Session.objects.values()) == sessions


def test_a_preview_is_only_for_teachers(teacher, client):
    question = make_question()

    assert teacher.get("/admin/quiz/question/999/preview/").status_code == 404
    client.logout()
    assert client.get(preview(question)).url.startswith("/admin/login/")


def retire(client, *questions: Question, **fields: str):
    chosen = [question.pk for question in questions]
    return client.post(
        LIST, {"action": "retire", "_selected_action": chosen} | fields, follow=True
    )


def test_retiring_several_asks_for_the_reason_first(teacher, teacher_user):
    first, second = make_question(), make_question()
    own = make_question_set(title="Neighbours", owner=teacher_user)
    own.pinned.add(first)
    make_question_set(title="Theirs").pinned.add(first)

    response = retire(teacher, first, second)

    assert first.stem in response.text
    assert "Pinned in “Neighbours”" in response.text
    assert "Theirs" not in response.text
    assert Question.objects.active().count() == 2


def test_several_are_retired_with_one_reason(teacher):
    questions = [make_question(), make_question()]
    other = make_question()

    response = retire(teacher, *questions, because="Too easy")

    assert "Retired 2 questions: Too easy" in response.text
    assert list(Question.objects.active()) == [other]
    assert set(
        Question.objects.exclude(pk=other.pk).values_list("retired_because", flat=True)
    ) == {"Too easy"}
    assert LogEntry.objects.count() == 2


@pytest.mark.parametrize("because", ["", "   "])
def test_without_a_reason_nothing_is_retired(teacher, because):
    question = make_question()

    response = retire(teacher, question, because=because)

    assert "Say in a few words why the question is retired." in response.text
    assert Question.objects.active().count() == 1


def test_questions_out_of_use_are_left_alone(teacher):
    withdrawn = make_question(status="withdrawn")
    retired = make_question(status="retired", retired_because="Before")

    assert "2 of your choice are not in use" in retire(teacher, withdrawn, retired).text
    retire(teacher, withdrawn, retired, because="Now")

    withdrawn.refresh_from_db()
    retired.refresh_from_db()
    assert (withdrawn.status, retired.retired_because) == ("withdrawn", "Before")


def test_a_wording_that_tells_the_answer_is_refused(teacher):
    question = make_question()
    right = question.options[question.solution]["text"]

    response = teacher.post(
        change(question), form(edited_stem=f"Was it {right.upper()}?")
    )

    assert "gives the right answer away" in response.text
    question.refresh_from_db()
    assert not question.is_edited
