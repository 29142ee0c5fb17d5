import pytest

from quiz import pool
from quiz.choosing import decades
from quiz.choosing.decades import Decades
from quiz.models import Question
from quiz.questions import KINDS, Draft
from tests.factories import make_question

pytestmark = pytest.mark.django_db


def test_a_question_is_of_every_decade_its_facts_are_dated_in(published_knowledge):
    known = Decades(published_knowledge)
    dated = {
        claim.key: claim.value.year // 10 * 10
        for claim in published_knowledge.claims
        if hasattr(claim.value, "year")
    }
    early = next(key for key, decade in dated.items() if decade == 1910)
    late = next(key for key, decade in dated.items() if decade == 1990)

    assert known.of([late, early]) == "1910 1990"
    assert known.of(["never-heard-of"]) == ""


def test_only_decades_chosen_may_be_asked_about():
    for kept in ("1990", "1910 1990", "2000", ""):
        make_question(decades=kept)

    assert decades.there_are() == [1910, 1990, 2000]
    assert decades.within([1990, 2000]) == ["1990", "2000"]


def test_stored_questions_are_given_their_decades(published_knowledge):
    drafts = [
        draft
        for draft in KINDS["when"].drafts(published_knowledge, seed=0)
        if isinstance(draft, Draft) and not draft.claim.countries
    ]

    pool.store(drafts, published_knowledge)

    kept = Question.objects.filter(family="when").values_list("decades", flat=True)
    assert len(kept) > 3
    assert all(kept)
