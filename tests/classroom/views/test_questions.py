"""Looking at the questions of a quiz, changing single ones, and printing them."""

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from quiz.sets import papers
from tests.factories import (
    NOW,
    make_attempt,
    make_question,
    make_question_set,
    make_teacher,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def teacher(client):
    teacher = make_teacher()
    client.force_login(teacher)
    return teacher


def make_set(owner, *, questions=8, **fields):
    for _ in range(questions):
        make_question()
    return make_question_set(owner=owner, **{"length": 3} | fields)


def look(client, question_set, **query):
    return client.get(reverse("desk:look", args=[question_set.code]), query)


def tailor(client, question_set, do, question, **more):
    address = reverse("desk:tailor", args=[question_set.code])
    return client.post(
        address, {"do": do, "question": question.key} | more, follow=True
    )


def shown(response):
    [(_, lines)] = response.context["sheets"]
    return [line.question for line in lines]


def test_each_question_stands_with_its_answer_and_what_is_wrong(client, teacher):
    question_set = make_set(teacher, questions=1, length=1)

    page = look(client, question_set)

    [question] = shown(page)
    assertContains(page, question.stem)
    assertContains(page, question.options[2]["text"])
    assertContains(page, question.options[0]["truth"].replace("'", "&#x27;"))
    assertContains(page, question.sources[0]["locator"])
    assertContains(page, "Easier: about 64")


def test_a_seed_in_the_address_shows_the_same_sample(client, teacher):
    question_set = make_set(teacher, questions=20)

    once, again, other = (shown(look(client, question_set, seed=s)) for s in (5, 5, 6))

    assert once == again != other


def test_one_click_swaps_a_question_and_one_undoes_it(client, teacher):
    question_set = make_set(teacher)
    before = shown(look(client, question_set, seed=5))

    swapped = tailor(client, question_set, "swap", before[0], seed="5", place="q1")
    assert before[0] not in shown(swapped)
    assert {*before[1:]} < {*shown(swapped)}
    assertContains(swapped, "Left out from now on")

    undone = tailor(client, question_set, "back", before[0], seed="5")
    assert shown(undone) == before


def test_on_a_paper_a_swap_takes_the_place_and_undoing_gives_it_back(client, teacher):
    question_set = make_set(teacher, papers="same")
    [paper] = papers.make(question_set, seed=1, now=NOW)
    before = papers.questions(paper)

    page = tailor(client, question_set, "swap", before[1], paper="A")
    after = papers.questions(paper)
    assert (after[0], after[2]) == (before[0], before[2])
    assert page.context["swapped"]["instead"] == after[1].key

    instead = {"paper": "A", "instead": after[1].key}
    tailor(client, question_set, "back", before[1], **instead)
    assert papers.questions(paper) == before


def test_pinning_and_unpinning(client, teacher):
    question_set = make_set(teacher)
    question = shown(look(client, question_set))[0]

    assertContains(tailor(client, question_set, "pin", question), "Unpin")
    assert list(question_set.pinned.all()) == [question]

    tailor(client, question_set, "unpin", question)
    assert not question_set.pinned.exists()


def test_where_nothing_else_fits_a_swap_is_refused_in_words(client, teacher):
    question_set = make_set(teacher, questions=3)
    question = shown(look(client, question_set))[0]

    page = tailor(client, question_set, "swap", question)

    assertContains(page, "No other question fits there.")
    assert not question_set.excluded.exists()


def test_a_played_paper_can_be_looked_at_but_not_changed(client, teacher):
    question_set = make_set(teacher, papers="same")
    [paper] = papers.make(question_set, seed=1, now=NOW)
    make_attempt(question_set=question_set, paper=paper)
    question = papers.questions(paper)[0]

    assertNotContains(look(client, question_set), "Swap for another")
    page = tailor(client, question_set, "swap", question, paper="A")
    assertContains(page, "Pupils have been asked this paper already")


def test_a_question_not_on_the_paper_cannot_be_swapped_there(client, teacher):
    question_set = make_set(teacher, papers="same")
    papers.make(question_set, seed=1, now=NOW)

    page = tailor(client, question_set, "swap", make_question(), paper="A")

    assert page.status_code == 404


def test_a_colleague_looks_but_changes_nothing(client, teacher):
    question_set = make_set(make_teacher())
    question_set.shared_with.add(teacher)

    page = look(client, question_set)

    assertNotContains(page, "Swap for another")
    assert tailor(client, question_set, "swap", shown(page)[0]).status_code == 404


def test_a_set_that_can_no_longer_be_filled_says_so(client, teacher):
    question_set = make_set(teacher, questions=1)

    assertContains(look(client, question_set), "there is only 1 at present")
    address = reverse("desk:paper", args=[question_set.code, "A"])
    assertContains(client.get(address), "there is only 1 at present")


def test_the_pages_ask_as_much_of_the_database_however_many_questions(
    client, teacher, django_assert_max_num_queries
):
    question_set = make_set(teacher, questions=40, length=30, papers="parallel")
    papers.make(question_set, seed=1, now=NOW)

    with django_assert_max_num_queries(30):
        look(client, question_set)


def paper(client, question_set, letter="A", page="paper", **query):
    return client.get(reverse(f"desk:{page}", args=[question_set.code, letter]), query)


def test_the_same_address_prints_the_same_paper_and_keeps_nothing(client, teacher):
    question_set = make_set(teacher, questions=20)

    once, again = (paper(client, question_set, seed=3).text for _ in range(2))

    assert once.split("<article")[1] == again.split("<article")[1]
    assertContains(paper(client, question_set, "D", seed=3), "Paper D")
    assert not question_set.made_papers.exists()


def test_a_stored_paper_is_printed_as_it_stands(client, teacher):
    question_set = make_set(teacher, papers="same")
    [made] = papers.make(question_set, seed=1, now=NOW)

    page = paper(client, question_set)

    for question in papers.questions(made):
        assertContains(page, question.stem)
    assert paper(client, question_set, "B").status_code == 404


def test_the_key_names_the_letter_printed_on_the_paper(client, teacher):
    question_set = make_set(teacher, questions=1, length=1)

    [line] = paper(client, question_set, seed=3).context["lines"]
    key = paper(client, question_set, page="key", seed=3)

    right = next(one for one in line.lettered if one.letter == line.letters)
    assert right.text == line.answer
    assertContains(key, f"<b>{line.letters}</b> {line.answer}")
    assertContains(key, line.question.explanation)
    assertContains(key, line.question.sources[0]["locator"])


@pytest.mark.parametrize(
    ("fields", "words", "letters"),
    [
        (
            {"format": "several", "solution": [1, 2]},
            "Tick two. Each right one earns half of the point, each wrong one takes",
            None,
        ),
        ({"format": "order", "solution": [0, 1, 2, 3]}, "in their order", None),
        (
            {
                "format": "match",
                "prompts": [{"text": "Kosovo"}, {"text": "Greece"}],
                "solution": [3, 0],
            },
            "Kosovo",
            {"1 D, 2 A", "1 A, 2 D"},
        ),
        ({"format": "name", "solution": "NATO"}, 'class="blanks"', {""}),
        ({"format": "roll", "solution": [0, 1, 2, 3]}, "blanks--many", {""}),
    ],
    ids=lambda value: value.get("format") if isinstance(value, dict) else None,
)
def test_every_way_of_answering_has_its_place_on_paper(
    client, teacher, fields, words, letters
):
    make_question(**fields)
    question_set = make_question_set(owner=teacher, length=1)

    page = paper(client, question_set)

    assertContains(page, words)
    assertContains(page, "<cite>Foreign relations of Albania</cite>")
    [line] = page.context["lines"]
    assert letters is None or line.letters in letters


def test_a_paper_of_ones_own_questions_does_not_cite_the_article(client, teacher):
    own = make_question(is_written=True, author=teacher)
    question_set = make_question_set(owner=teacher, length=1)
    question_set.pinned.add(own)

    page = paper(client, question_set)

    assert [line.question for line in page.context["lines"]] == [own]
    assertNotContains(page, "“The article”")


def test_a_timeline_is_printed_with_its_marks(client, teacher):
    gap = {"proof": "", "truth": "", "page": "", "after": ""}
    make_question(
        format="timeline",
        is_ordered=True,
        prompts=[{"text": "Independence"}],
        options=[
            gap | {"text": "before 1912", "before": "1912"},
            gap | {"text": "after 1912", "before": "", "proof": "disjoint"},
        ],
        solution=0,
    )

    page = paper(client, make_question_set(owner=teacher, length=1))

    assertContains(page, "<strong>1912</strong> Independence")
    assert page.context["lines"][0].letters == "A"
