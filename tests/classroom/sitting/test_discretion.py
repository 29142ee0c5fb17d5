"""What must not be told yet is told nowhere: neither by a word nor by its absence."""

import datetime as dt
import re
from uuid import uuid4

import pytest
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from classroom.models import Assignment, SchoolClass
from quiz import disputes, play
from quiz.corrections import applying, planning
from quiz.exceptions import NotToldYet
from quiz.models import Answer, Attempt, Learner, Memory
from tests.classroom.factories import enrol, make_assignment, sit
from tests.factories import make_attempt, make_question, make_user, right, wrong

pytestmark = pytest.mark.django_db
HOUR = dt.timedelta(hours=1)
TERMS = [{"tells": "end"}, {"tells": "closed"}]
TELLING = re.compile(
    r"\bright\b|not quite|wrong|✓|✕|partly|meet this again|data-mark|verdict"
)


def fields_of(terms):
    later = {"closes_at": timezone.now() + HOUR} if terms["tells"] == "closed" else {}
    return terms | later


def sat(learner, answers, length=3, questions=None, **terms):
    """An attempt on three fresh questions, unless others are given."""
    questions = questions or [make_question() for _ in range(length)]
    assignment = make_assignment(**fields_of(terms))
    now = timezone.now() - dt.timedelta(minutes=5)
    return sit(
        assignment, learner, answers=answers, questions=questions, now=now
    ).attempt


def main_of(response):
    """What the page says, without its frame and what differs from form to form."""
    text = response.content.decode()
    main = text[text.index('id="main"') : text.index("<footer")]
    tokens = r'value="[\w-]{36,}"|[\da-f-]{36}|datetime="[^"]+"|data-seconds="\d+"|assignments/\w{8}'
    return re.sub(tokens, "", main)


def to_be_reviewed(claim):
    """A question that the review would ask again, too."""
    return make_question(claim=claim, sides=[[claim, "when.year"], [claim, "when.day"]])


@pytest.mark.parametrize("terms", TERMS)
@pytest.mark.parametrize("by_htmx", [True, False])
@pytest.mark.parametrize("sign", "+-")
def test_after_an_answer_comes_the_next_question(client, learner, terms, by_htmx, sign):
    attempt = sat(learner, "", **terms)
    item = attempt.items.first()
    given = right(item) if sign == "+" else wrong(item)
    headers = {"HX-Request": "true"} if by_htmx else {}

    answered = client.post(
        f"/attempts/{attempt.pk}/1/answer/",
        {"choice": given, "sure": "yes"},
        headers=headers,
    )

    assert Answer.objects.count() == 1
    following = f"/attempts/{attempt.pk}/2/"
    if by_htmx:
        assert answered["HX-Push-Url"] == following
    else:
        assertRedirects(answered, following, fetch_redirect_response=False)
        answered = client.get(following)
    assertContains(answered, "Noted.")
    assertContains(answered, attempt.items.get(position=2).stem)
    assertNotContains(answered, item.explanation)
    text = answered.content.decode() if by_htmx else main_of(answered)
    assert not TELLING.search(text)


@pytest.mark.parametrize("terms", TERMS)
def test_every_page_is_the_same_whether_right_or_wrong(client, terms):
    """All a learner can reach while it is a secret, once for each outcome."""
    seen, questions = [], [to_be_reviewed(claim) for claim in "abc"]
    for answers in ("++", "--"):
        learner = _as_guest(client)
        attempt = sat(learner, answers, questions=questions, **terms)
        seen.append(
            {
                name: main_of(client.get(address))
                for name, address in {
                    "answered": f"/attempts/{attempt.pk}/1/",
                    "next": f"/attempts/{attempt.pk}/3/",
                    "scores": "/scores/",
                    "review": "/review/",
                    "ready": f"/ready/?date={timezone.localdate() + 5 * 24 * HOUR}",
                    "progress": "/progress/",
                    "calibration": "/progress/calibration/",
                    "objections": "/objections/",
                    "home": "/",
                    "passport": "/passport/",
                    "assignment": attempt.sitting.assignment.page,
                }.items()
            }
        )

    for name, page in seen[0].items():
        assert page == seen[1][name], name
        if name in {"answered", "next"}:
            assert not TELLING.search(page)


@pytest.mark.parametrize("sign", "+-")
def test_until_it_has_closed_the_end_tells_nothing_either(client, sign):
    learner = _as_guest(client)
    attempt = sat(learner, sign * 3, tells="closed")

    page = client.get(f"/attempts/{attempt.pk}/", follow=True)

    assertContains(page, "Your answers are in")
    assertContains(page, "is told here from")
    assert not TELLING.search(main_of(page).replace("What was right, and why", ""))
    assertContains(client.get("/scores/"), "told later")
    assertNotContains(client.get("/scores/"), "100%")
    assert client.get(f"/flashcards/?missed={attempt.pk}").status_code == 404
    client.post(f"/attempts/{attempt.pk}/practise/", {"token": uuid4()})
    assert Attempt.objects.count() == 1


@pytest.mark.parametrize("terms", TERMS)
def test_what_is_taken_home_says_what_was_given_and_not_what_was_right(client, terms):
    learner = _as_guest(client)
    attempt = sat(learner, "+-", **terms)

    table = client.get("/progress/history.csv").getvalue().decode()
    for item in attempt.items.all()[:2]:
        row = next(line for line in table.splitlines() if item.stem in line)
        assert row.split('","')[8:10] == ["", ""]
    everything = b"".join(client.get("/progress/history.json")).decode()
    assert '"credit": ""' in everything
    assert attempt.items.first().claim not in everything.split('"memories"')[1]


@pytest.mark.parametrize("terms", TERMS)
def test_no_objection_is_taken_before(client, learner, terms):
    attempt = sat(learner, "+-", **terms)
    item = attempt.items.first()

    refused = client.post(f"/attempts/{attempt.pk}/1/dispute/", {"reason": "No."})

    assertRedirects(refused, attempt.get_absolute_url(), target_status_code=302)
    with pytest.raises(NotToldYet):
        disputes.file(item, "No.", now=timezone.now())


def test_at_the_end_all_is_told(client, learner):
    attempt = sat(learner, "++-", tells="end")

    assertContains(client.get(f"/attempts/{attempt.pk}/result/"), "2 of 3 right")
    page = client.get(f"/attempts/{attempt.pk}/1/")
    assertContains(page, attempt.items.first().explanation)
    assertContains(client.get("/scores/"), "2 of 3")


def test_once_it_has_closed_all_is_told(client, learner):
    attempt = sat(learner, "++-", tells="closed")
    assignment = attempt.sitting.assignment
    assignment.closes_at = timezone.now()
    assignment.save()

    assertContains(client.get(f"/attempts/{attempt.pk}/result/"), "2 of 3 right")


def test_who_is_still_at_it_is_not_told_when_it_closes(client, learner):
    """Somebody with more time goes on after the others' closing."""
    attempt = sat(learner, "+", tells="closed", minutes=20)
    learner.accommodation = None
    assignment = attempt.sitting.assignment
    assignment.closes_at = timezone.now()
    assignment.save()
    _allow_more_time(learner)

    assertNotContains(
        client.get(f"/attempts/{attempt.pk}/1/"), attempt.items.first().explanation
    )


def test_memory_learns_all_the_same(learner):
    sat(learner, "+-", tells="closed")

    assert Memory.objects.filter(learner=learner).exists()


def test_names_of_a_list_are_noted_and_not_judged(client, learner):
    options = [
        {"text": "Greece", "accepts": ["greece", "hellas"], "claim": "a", "truth": ""},
        {"text": "Italy", "accepts": ["italy"], "claim": "b", "truth": ""},
    ]
    roll = make_question(format="roll", options=options, solution=[])
    assignment = make_assignment(tells="end")
    attempt = sit(assignment, learner, questions=[roll], now=timezone.now()).attempt

    for name in ("Hellas", "Atlantis", "Greece"):
        url = f"/attempts/{attempt.pk}/1/enter/"
        page = client.post(url, {"name": name}, follow=True)
        assertContains(page, f"“{name}” is noted.")
        text = main_of(page).replace("full mark", "").replace("wrong names", "")
        text = text.replace("right one away", "")
        assert not TELLING.search(text)
        assertNotContains(page, "found")
    play.answer(attempt.items.get(), [0], now=timezone.now())
    assertContains(client.get(f"/attempts/{attempt.pk}/1/"), "Greece")


def test_what_is_known_is_counted_as_before_until_all_is_told(client):
    """A second recall would make a fact known, a miss would make it less so."""
    question = make_question(claim="a", aspect="who", sides=[["a", "who"]])
    seen, others = [], [make_question(), make_question()]
    for sign in "+-":
        learner = _as_guest(client)
        school_class = SchoolClass.objects.create(name="9b", shows_board=True)
        enrol(school_class, "Ana", learner)
        for days in (9, 5):
            then = timezone.now() - dt.timedelta(days=days)
            free = make_attempt(learner=learner, questions=[question], now=then)
            _after_a_minute(free, "+", then)
        attempt = sat(learner, "", questions=[question, *others], tells="closed")
        _after_a_minute(attempt, sign, attempt.started_at)
        addresses = ["/", "/progress/", "/passport/", school_class.page]
        seen.append([_without_codes(client.get(one)) for one in addresses])

    assert seen[0] == seen[1]


def test_a_correction_of_what_is_not_told_yet_is_no_news(client, learner):
    attempt = sat(learner, "-", length=1, tells="closed")
    plan = planning.after_flaw(attempt.items.first().question)
    kinds, now = plan.proposed, timezone.now()
    applying.apply(
        plan, kinds, reason="Two fit.", takes_points=False, by=make_user(), now=now
    )

    for address in ("/", "/scores/", "/corrections/"):
        assertNotContains(client.get(address), "wrong about")
    assertNotContains(client.get("/corrections/"), "Two fit.")
    client.post("/corrections/read/")
    Assignment.objects.update(closes_at=now)
    assertContains(client.get("/"), "We were wrong about a question")
    assertContains(client.get("/corrections/"), "Two fit.")


def _after_a_minute(attempt, sign, now):
    """At once it would count as not read. Ends with the claim that is looked at."""
    for item in attempt.items.all():
        given = right(item) if sign == "+" else wrong(item)
        play.answer(item, given, now=now + dt.timedelta(minutes=item.position))
        if item.claim == "a":
            break


def _without_codes(response):
    return re.sub(r"classes/\w{8}|\b[A-Z2-9]{8}\b", "", main_of(response))


def _as_guest(client) -> Learner:
    learner = Learner.objects.create()
    session = client.session
    session["learner"] = str(learner.pk)
    session.save()
    return learner


def _allow_more_time(learner):
    from classroom.models import Accommodation

    Accommodation.objects.create(learner=learner, extra=200)


@pytest.mark.parametrize(
    "terms",
    [
        {"tells": "end"},
        {"tells": "closed", "closes_at": timezone.now() + dt.timedelta(days=1)},
        {"attempts_allowed": 1},
        {"minutes": 5},
        {"marks_certainty": True},
        {"opens_at": timezone.now() + dt.timedelta(days=1)},
    ],
)
def test_a_set_given_out_on_terms_is_not_played_without_them(client, terms):
    """Its own link would tell each answer at once, of the very same paper."""
    make_question()
    question_set = make_assignment(**terms).question_set

    page = client.get(f"/sets/{question_set.code}/")
    client.post(f"/sets/{question_set.code}/start/", {"token": uuid4()})

    assert "given this quiz out" in page.content.decode()
    assert not Attempt.objects.exists()


@pytest.mark.parametrize(
    "terms",
    [{}, {"tells": "closed", "closes_at": timezone.now() - dt.timedelta(days=1)}],
)
def test_a_set_is_played_freely_once_nothing_is_held_back(client, terms):
    make_question()
    make_question()
    question_set = make_assignment(**terms).question_set

    client.post(f"/sets/{question_set.code}/start/", {"token": uuid4()})

    assert Attempt.objects.get().question_set == question_set
