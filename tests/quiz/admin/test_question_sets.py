import pytest
from django.urls import reverse

from quiz.models import Question, QuestionSet, Topic
from relations.models import Country
from tests.factories import make_attempt, make_question, make_question_set

pytestmark = pytest.mark.django_db

ADD = "/admin/quiz/questionset/add/"
LIST = "/admin/quiz/questionset/"


def make_questions(number: int, **fields) -> list[Question]:
    return [make_question(**fields) for _ in range(number)]


def form(**fields) -> dict[str, object]:
    return {"title": "Neighbours", "length": 2, "status": "draft"} | fields


def errors(response) -> dict[str, list[str]]:
    return {**response.context["adminform"].form.errors}


def test_a_teacher_makes_a_set_and_stays_with_its_link(teacher, teacher_user):
    make_questions(3)

    sent = form(topics=["relations"], status="published")
    response = teacher.post(ADD, sent, follow=True)

    made = QuestionSet.objects.get()
    assert made.owner == teacher_user
    assert made.topics == ["relations"]
    assert f"http://testserver/sets/{made.code}/" in response.text
    assert response.context["fitting"] == 3


def test_a_draft_shows_no_link_that_pupils_could_not_open(admin_client):
    made = make_question_set(status="draft")

    page = admin_client.get(f"{LIST}{made.pk}/change/").text

    assert f"http://testserver/sets/{made.code}/" not in page
    assert "Choose the status “Published”" in page


def test_a_set_stays_with_whoever_made_it(admin_client, teacher_user):
    made = make_question_set(owner=teacher_user)
    make_questions(2)

    url = reverse("admin:quiz_questionset_change", args=[made.pk])
    admin_client.post(url, form(title="Treaties"))

    made.refresh_from_db()
    assert (made.title, made.owner) == ("Treaties", teacher_user)


def test_more_questions_than_fit_are_refused_with_their_number(teacher):
    make_questions(3, topic=Topic.TREATIES)
    make_questions(4, topic=Topic.PEOPLE)

    response = teacher.post(ADD, form(length=10, topics=["treaties"]))

    assert errors(response) == {
        "length": ["Only 3 questions fit these filters; this set asks for 10."]
    }
    assert not QuestionSet.objects.exists()


def test_filters_narrow_what_fits(teacher):
    about_greece, other = make_questions(2, family="when")
    make_question(family="who")
    greece = Country.objects.create(slug="greece", name="Greece", region="europe")
    about_greece.countries.add(greece)

    for narrowing in ({"countries": [greece.pk]}, {"families": ["who"]}):
        response = teacher.post(ADD, form(**narrowing))
        assert errors(response)["length"] == [
            "Only 1 question fits these filters; this set asks for 2."
        ]

    response = teacher.post(ADD, form(excluded=[about_greece.pk, other.pk]))
    assert errors(response)["length"] == [
        "Only 1 question fits these filters; this set asks for 2."
    ]


def test_questions_that_give_each_other_away_count_once(teacher):
    make_questions(3, claim="kosovo-1998")

    response = teacher.post(ADD, form())

    assert errors(response)["length"] == [
        "3 questions fit these filters, but only 1 of them can be asked in one quiz "
        "without giving another away; this set asks for 2."
    ]


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("retired", "retired by a teacher"),
        ("withdrawn", "withdrawn: its fact no longer carries it"),
    ],
)
def test_a_pinned_question_out_of_use_is_refused_by_name(teacher, status, words):
    make_questions(2)
    gone = make_question(
        generated_stem="When was it?", status=status, retired_because="Too hard"
    )

    response = teacher.post(ADD, form(pinned=[gone.pk]))

    assert errors(response) == {
        "pinned": [
            f"“When was it?” is {words} and cannot be pinned; 2 questions in use fit."
        ]
    }


def test_a_question_is_not_both_pinned_and_excluded(teacher):
    question, *_ = make_questions(3)

    response = teacher.post(ADD, form(pinned=[question.pk], excluded=[question.pk]))

    assert errors(response) == {
        "excluded": [f"“{question.stem}” is pinned and excluded; choose one."]
    }


def test_no_more_questions_are_pinned_than_asked(teacher):
    pks = [question.pk for question in make_questions(3)]

    response = teacher.post(ADD, form(pinned=pks))

    assert errors(response) == {
        "pinned": ["3 questions are pinned; this set asks for 2."]
    }


def test_pinned_questions_that_give_each_other_away_are_refused(teacher):
    first, second = make_questions(2, claim="kosovo-1998")
    make_questions(3)

    response = teacher.post(ADD, form(pinned=[first.pk, second.pk]))

    (sentence,) = errors(response)["pinned"]
    assert sentence.endswith(
        "and another pinned question give each other away; keep one of them."
    )


def test_pinned_questions_may_lie_outside_the_filters(teacher):
    outside = make_question(topic=Topic.PEOPLE)
    make_question(topic=Topic.TREATIES)

    teacher.post(ADD, form(topics=["treaties"], pinned=[outside.pk]))

    assert QuestionSet.objects.get().pinned.get() == outside


@pytest.mark.parametrize("length", [0, 101, ""])
def test_a_length_out_of_range_is_refused(teacher, length):
    make_questions(2)

    response = teacher.post(ADD, form(length=length))

    assert [*errors(response)] == ["length"]
    assert "fit these filters" not in response.text
    assert not QuestionSet.objects.exists()


def test_a_family_no_longer_made_stays_chosen(admin_client):
    made = make_question_set(families=["bygone"])
    url = reverse("admin:quiz_questionset_change", args=[made.pk])

    shown = admin_client.get(url).context["adminform"].form["families"]

    assert ("bygone", "bygone") in shown.field.choices
    assert shown.value() == ["bygone"]


def publish(client, *sets: QuestionSet, action: str = "publish"):
    chosen = [question_set.pk for question_set in sets]
    return client.post(
        LIST, {"action": action, "_selected_action": chosen}, follow=True
    )


def test_sets_are_published_and_taken_back(admin_client):
    make_questions(2)
    made = make_question_set(status="draft")

    assert "Now published: “Neighbours”." in publish(admin_client, made).text
    made.refresh_from_db()
    assert made.status == "published"

    publish(admin_client, made, action="unpublish")
    made.refresh_from_db()
    assert made.status == "draft"


def test_a_set_that_cannot_be_filled_is_not_published(admin_client):
    made = make_question_set(status="draft", length=5)
    make_questions(2)

    response = publish(admin_client, made)

    assert (
        "“Neighbours” was not published. Only 2 questions fit these filters; "
        "this set asks for 5." in response.text
    )
    made.refresh_from_db()
    assert made.status == "draft"


def test_attempts_and_average_count_each_attempt_once(admin_client):
    made = make_question_set()
    make_attempt(question_set=made, answers="++")
    make_attempt(question_set=made, answers="+-")
    make_attempt(question_set=made, answers="-")  # still under way
    make_question_set(title="Untouched")

    rows = admin_client.get(LIST).context["cl"].result_list

    shown = {row.title: (row.made, row.finished, row.right, row.asked) for row in rows}
    assert shown["Neighbours"] == (3, 2, 3, 4)
    assert shown["Untouched"][0] == 0
    assert "75 %" in admin_client.get(LIST).text


def test_the_page_of_a_set_leads_to_the_site_and_its_results(admin_client):
    made = make_question_set(status="draft")
    make_attempt(question_set=made, answers="++")

    text = admin_client.get(
        reverse("admin:quiz_questionset_change", args=[made.pk])
    ).text

    assert f'href="/sets/{made.code}/"' in text
    assert f"/admin/quiz/attempt/?question_set__id__exact={made.pk}" in text
    assert "A draft: publish it to share it" in text


def test_the_list_reads_the_same_however_many_sets(teacher, teacher_user, queries):
    make_attempt(question_set=make_question_set(owner=teacher_user), answers="+-")
    teacher.get(LIST)

    few = queries(teacher, LIST)
    for _ in range(6):
        make_attempt(question_set=make_question_set(owner=teacher_user), answers="+-")

    assert queries(teacher, LIST) == few


def test_the_page_reads_the_same_however_many_pins(admin_client, queries):
    made = make_question_set(length=10)
    made.pinned.add(make_question())
    url = reverse("admin:quiz_questionset_change", args=[made.pk])
    admin_client.get(url)

    few = queries(admin_client, url)
    made.pinned.add(*make_questions(6))

    assert queries(admin_client, url) == few


def test_only_questions_in_use_are_offered_for_pinning(teacher):
    kept = make_question(generated_stem="When was the treaty?")
    make_question(
        generated_stem="When was the other treaty?",
        status="retired",
        retired_because="Doubled",
    )

    offered = {}
    for field in ("pinned", "excluded"):
        response = teacher.get(
            reverse("admin:autocomplete"),
            {
                "app_label": "quiz",
                "model_name": "questionset",
                "field_name": field,
                "term": "treaty",
            },
        )
        offered[field] = [row["id"] for row in response.json()["results"]]

    assert offered["pinned"] == [str(kept.pk)]
    assert len(offered["excluded"]) == 2


def test_more_of_a_topic_than_asked_or_than_there_are_is_refused(teacher):
    make_questions(3, topic=Topic.PEOPLE)
    make_questions(3, topic=Topic.RELATIONS)

    assert errors(teacher.post(ADD, form(length=5) | {"shares_people": 5}))[
        "shares"
    ] == ["You ask for 5 on People and events; 3 of these fit into one quiz."]
    assert errors(teacher.post(ADD, form(length=2) | {"shares_people": 3}))[
        "shares"
    ] == ["The topics come to 3 questions; this set asks for 2."]


def test_the_narrower_filters_of_the_desk_are_the_admins_too(teacher):
    make_questions(3, format="name", decades="1990")
    make_questions(2, format="choice", decades="1920")

    for narrowing in ({"formats": ["choice"]}, {"decades": [1920]}):
        response = teacher.post(ADD, form(length=3, **narrowing))
        assert errors(response)["length"] == [
            "Only 2 questions fit these filters; this set asks for 3."
        ]
