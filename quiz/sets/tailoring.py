"""Single questions of a set: swapped, pinned, left out, let in again. The only writers.

What has been played stays as it was: a paper somebody has played is not touched.
"""

from dataclasses import replace

from django.db import transaction

from quiz import selection
from quiz.exceptions import AlreadyPlayed, NotEnoughQuestions
from quiz.models import Paper, Question, QuestionSet
from quiz.sets import papers, sheets


@transaction.atomic
def swap(
    question_set: QuestionSet, question: Question, *, paper: Paper | None = None
) -> Question | None:
    """Leave a question out for one like it, which on a paper takes its place.

    A draw finds another by itself, so there it is enough that there are some.
    """
    if paper is None:
        _leave_out(question_set, question)
        return None
    if papers.is_played(question_set):
        raise AlreadyPlayed(question_set.title)
    blueprint = selection.blueprint_of(question_set)
    left = replace(blueprint, excluded=(*blueprint.excluded, question.pk))
    asked = [papers.read(papers.questions(one)) for one in _all_but(paper)]
    here = papers.read(papers.questions(paper))
    place = [candidate.pk for candidate in here].index(question.pk)
    found = papers.pool_of(left).instead_of(here, place, asked)
    if found is None:
        raise NotEnoughQuestions(1, 0)
    paper.places.filter(question=question).update(question=found.pk)
    question_set.pinned.remove(question)
    question_set.excluded.add(question)
    return Question.objects.get(pk=found.pk)


@transaction.atomic
def put_back(
    question_set: QuestionSet,
    question: Question,
    *,
    paper: Paper | None = None,
    instead: Question | None = None,
) -> None:
    """Let in again what was left out; on a paper, where what came instead stands."""
    if paper is not None and instead is not None:
        if papers.is_played(question_set):
            raise AlreadyPlayed(question_set.title)
        if not paper.places.filter(question=question).exists():
            paper.places.filter(question=instead).update(question=question)
    question_set.excluded.remove(question)


def pin(question_set: QuestionSet, question: Question) -> None:
    """Always ask it, as far as the set is long enough."""
    if question_set.pinned.contains(question):
        return
    if question_set.pinned.count() >= question_set.length:
        raise NotEnoughQuestions(question_set.length + 1, question_set.length)
    question_set.excluded.remove(question)
    question_set.pinned.add(question)


def unpin(question_set: QuestionSet, question: Question) -> None:
    question_set.pinned.remove(question)


def _leave_out(question_set: QuestionSet, question: Question) -> None:
    blueprint = selection.blueprint_of(question_set)
    left = replace(
        blueprint,
        excluded=(*blueprint.excluded, question.pk),
        pinned=tuple(pk for pk in blueprint.pinned if pk != question.pk),
    )
    sheets.sample(left, papers.first_seed(question_set))  # raises if too few are left
    question_set.pinned.remove(question)
    question_set.excluded.add(question)


def _all_but(paper: Paper) -> list[Paper]:
    return list(
        Paper.objects.filter(question_set=paper.question_set_id).exclude(pk=paper.pk)
    )
