import csv
import datetime as dt
import io

import pytest
from django.urls import reverse

from quiz import play
from quiz.admin.scores_csv import COLUMNS
from quiz.harmless import harmless
from quiz.models import Answer, Attempt, Learner
from tests.factories import (
    NOW,
    make_attempt,
    make_learner,
    make_question_set,
    make_user,
    right,
    wrong,
)

pytestmark = pytest.mark.django_db

LIST = "/admin/quiz/attempt/"


def play_slowly(attempt: Attempt, *, seconds: int) -> None:
    """Answers every open item rightly, one in every so many seconds."""
    for number, item in enumerate(attempt.items.all(), start=1):
        now = attempt.started_at + dt.timedelta(seconds=seconds * number)
        play.answer(item, right(item), now=now)


def found(client, **query: str) -> set[str]:
    response = client.get(LIST, query)
    return {attempt.title for attempt in response.context["cl"].result_list}


def test_the_list_shows_score_percent_and_duration(admin_client):
    attempt = make_attempt(length=3)
    play_slowly(attempt, seconds=70)

    text = admin_client.get(LIST).text

    assert "3 of 3" in text
    assert "100 %" in text
    assert "3 min 30 s" in text


def test_an_attempt_under_way_says_how_much_is_open(admin_client):
    make_attempt(length=3, answers="-")

    assert "0 of 3, 2 still open" in admin_client.get(LIST).text


def test_an_attempt_not_begun_has_no_duration(admin_client):
    make_attempt(length=2)

    (row,) = admin_client.get(LIST).context["cl"].result_list

    assert row.duration is None


@pytest.mark.parametrize("column", range(1, 8))
def test_every_column_sorts(admin_client, column):
    make_attempt(answers="++")
    make_attempt(answers="-")

    response = admin_client.get(LIST, {"o": f"-{column}"})

    assert len(response.context["cl"].result_list) == 2


def test_attempts_are_filtered(admin_client):
    made = make_question_set()
    student = make_learner(user=make_user(username="arta"))
    make_attempt(title="Set", question_set=made)
    make_attempt(title="Signed up", learner=student, answers="++")
    make_attempt(title="Old", now=NOW - dt.timedelta(days=900))

    assert found(admin_client, question_set__id__exact=str(made.pk)) == {"Set"}
    assert found(admin_client, who="accounts") == {"Signed up"}
    assert found(admin_client, who="guests") == {"Set", "Old"}
    assert found(admin_client, finished="yes") == {"Signed up"}
    assert found(admin_client, finished="no") == {"Set", "Old"}
    assert found(admin_client, learner__id__exact=str(student.pk)) == {"Signed up"}
    assert found(admin_client, started_at__gte="2025-01-01 00:00:00+00:00") == {
        "Set",
        "Signed up",
    }


def test_attempts_are_found_by_user_name_code_and_guests_signs(admin_client):
    made = make_question_set()
    guest = make_learner()
    make_attempt(title="Set", question_set=made)
    make_attempt(title="Arta's", learner=make_learner(user=make_user(username="arta")))
    make_attempt(title="Guest's", learner=guest)

    assert found(admin_client, q=made.code) == {"Set"}
    assert found(admin_client, q="arta") == {"Arta's"}
    assert "Guest's" in found(admin_client, q=str(guest))
    assert "Arta's" not in found(admin_client, q=str(guest))


def test_the_page_shows_each_question_as_asked_and_the_choice(admin_client):
    attempt = make_attempt(length=3, answers="+-")
    first, second, _ = attempt.items.all()

    text = admin_client.get(
        reverse("admin:quiz_attempt_change", args=[attempt.pk])
    ).text

    assert second.stem in text
    assert second.options[wrong(second)]["text"] in text
    assert first.options[first.solution]["text"] in text
    assert "not answered yet" in text
    assert f"?learner__id__exact={attempt.learner_id}" in text


@pytest.mark.parametrize("page", ["list", "page"])
def test_pages_read_the_same_however_much_was_played(admin_client, queries, page):
    def url() -> str:
        if page == "list":
            return LIST
        longest = max(Attempt.objects.with_score(), key=lambda a: a.length)
        return reverse("admin:quiz_attempt_change", args=[longest.pk])

    learner = make_learner(user=make_user())
    make_attempt(learner=learner, answers="+-", question_set=make_question_set())
    admin_client.get(url())

    few = queries(admin_client, url())
    for length in range(3, 9):
        learner = make_learner(user=make_user())
        made = make_question_set()
        make_attempt(learner=learner, length=length, answers="+-", question_set=made)

    assert queries(admin_client, url()) == few


def test_the_learners_list_reads_the_same_however_many(admin_client, queries):
    url = "/admin/quiz/learner/"
    make_attempt(learner=make_learner(user=make_user()))
    admin_client.get(url)

    few = queries(admin_client, url)
    for _ in range(6):
        make_attempt(learner=make_learner(user=make_user()))

    assert queries(admin_client, url) == few


def download(client, *attempts: Attempt, **query: str) -> list[dict[str, str]]:
    chosen = [str(attempt.pk) for attempt in attempts]
    response = client.post(
        f"{LIST}?{'&'.join(f'{k}={v}' for k, v in query.items())}",
        {"action": "download_scores", "_selected_action": chosen},
    )
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response.content.startswith(b"\xef\xbb\xbf")
    text = response.content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_scores_are_downloaded_with_every_column(admin_client):
    made = make_question_set(title="Tiranë")
    learner = make_learner(user=make_user(username="arta"))
    attempt = make_attempt(
        title="Tiranë", question_set=made, learner=learner, topic="treaties"
    )
    play_slowly(attempt, seconds=45)

    (row,) = download(admin_client, attempt)

    assert row == {
        "attempt": str(attempt.pk),
        "set": made.code,
        "title": "Tiranë",
        "topic": "Treaties",
        "learner": "arta",
        "account": "yes",
        "started": "2025-06-01 14:00:00",  # summer in Tirana
        "finished": "2025-06-01 14:01:30",
        "answered": "2",
        "right": "2",
        "questions": "2",
        "percent": "100",
        "seconds": "90",
    }
    assert [*row] == [*COLUMNS]


def test_a_guest_under_way_is_told_apart(admin_client):
    attempt = make_attempt(length=3)

    (row,) = download(admin_client, attempt)

    assert row["learner"] == str(attempt.learner)
    assert (row["account"], row["set"], row["topic"]) == ("no", "", "")
    assert (row["finished"], row["seconds"], row["percent"]) == ("", "", "0")


def test_only_what_is_chosen_and_not_filtered_out_is_downloaded(admin_client):
    chosen, filtered_out = make_attempt(answers="++"), make_attempt(answers="+")
    make_attempt(answers="++")

    rows = download(admin_client, chosen, filtered_out, finished="yes")

    assert [row["attempt"] for row in rows] == [str(chosen.pk)]


def test_formulas_in_titles_and_names_are_made_harmless(admin_client):
    learner = make_learner(user=make_user(username="@arta"))
    attempt = make_attempt(title="=1+1", learner=learner)

    (row,) = download(admin_client, attempt)

    assert (row["title"], row["learner"]) == ("'=1+1", "'@arta")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_every_start_of_a_formula_is_known(start):
    assert harmless(f"{start}1") == f"'{start}1"


def test_numbers_and_plain_words_stay_as_they_are():
    assert [harmless(cell) for cell in (-1, "Arta = 1", "")] == [-1, "Arta = 1", ""]


def test_a_download_writes_nothing(admin_client):
    attempt = make_attempt(answers="+")
    before = (Attempt.objects.count(), Answer.objects.count(), Learner.objects.count())

    download(admin_client, attempt)

    after = (Attempt.objects.count(), Answer.objects.count(), Learner.objects.count())
    assert after == before


def test_the_columns_are_explained_where_the_file_is_made(admin_client):
    text = admin_client.get(LIST).text

    for meaning in COLUMNS.values():
        assert meaning in text.replace("&#x27;", "'")


def test_all_that_the_list_shows_comes_as_csv_by_one_link(admin_client):
    played = make_question_set(title="Neighbours")
    make_attempt(length=2, question_set=played, title="Neighbours", answers="++")
    make_attempt(length=2, title="Another")
    wanted = f"?question_set__id__exact={played.pk}"

    assert f'href="{LIST}scores.csv{wanted}"' in admin_client.get(LIST + wanted).text
    rows = list(
        csv.DictReader(io.StringIO(admin_client.get(f"{LIST}scores.csv{wanted}").text))
    )

    assert [(row["title"], row["right"]) for row in rows] == [("Neighbours", "2")]


def test_scores_are_not_for_students(client):
    client.force_login(make_user())

    assert client.get(f"{LIST}scores.csv").status_code == 302
