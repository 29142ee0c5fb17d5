"""What a question gives away about its neighbours in the text."""

import pytest

from quiz.questions.hints import Hints
from tests.quiz.drafting import drafted

pytestmark = pytest.mark.django_db  # the shipped facts are read through one


def given_away(knowledge, key: str) -> set[str]:
    (draft,) = [draft for draft in drafted(knowledge) if draft.key == key]
    return Hints(knowledge).of(draft)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("amount:omonia-members:amount", "omonia-sentence"),  # a date in the stem
        ("typed-who:same-line-milosevic:who", "milosevic-greater-serbia"),  # a person
        ("listed:accord-1992-contents-base:what", "military-accord-1992"),  # a treaty
    ],
)
def test_a_stem_gives_away_what_it_presupposes(published_knowledge, question, told):
    assert told in given_away(published_knowledge, question)


def test_every_wrong_answer_is_told_as_what_it_is(published_knowledge):
    hints = Hints(published_knowledge)

    for draft in drafted(published_knowledge, "year"):
        wrong = {option.candidate.claim for option in draft.wrong}
        assert wrong - {draft.claim.key} <= hints.of(draft)


def test_a_question_does_not_give_itself_away(published_knowledge):
    key = "when:kosovo-established:when"

    assert "kosovo-established" not in given_away(published_knowledge, key)


def test_two_names_of_one_step_give_each_other_away(published_knowledge):
    russia = given_away(published_knowledge, "typed-date:russia-established:when")
    union = given_away(published_knowledge, "typed-date:soviet-union-established:when")

    assert "soviet-union-established" in russia
    assert "russia-established" in union
