"""Papers: questions chosen once for a set, so that many are asked the same or alike.

The only code that writes them. Once somebody has played a set's papers they stay as
they are, so that what was played can be printed and compared.
"""

import datetime as dt
from collections.abc import Collection

from django.db import transaction
from django.db.models import Count, Q

from quiz import selection
from quiz.choosing import expecting, parallel, sequencing
from quiz.choosing.lots import lot_of
from quiz.exceptions import AlreadyPlayed
from quiz.models import Attempt, Learner, Paper, PaperPlace, Question, QuestionSet

LETTERS = "ABCDEFGH"
DRAWS_TRIED = 3
EVEN = 0.01  # between the expected scores of two papers; no draw is tried after it

Chosen = list[list[selection.Candidate]]


def choose(
    question_set: QuestionSet, *, now: dt.datetime, learner: Learner | None = None
) -> Paper | None:
    """The paper the next attempt at a set gets; None where each draws its own.

    Of parallel ones, one the learner has not had, then the one least used.
    """
    if question_set.papers == QuestionSet.Papers.DRAWN:
        return None
    made = ensure(question_set, seed=first_seed(question_set), now=now)
    used = _uses(question_set, learner)
    return min(made, key=lambda paper: (*used[paper.pk], paper.letter))


def _uses(
    question_set: QuestionSet, learner: Learner | None
) -> dict[int, tuple[int, int]]:
    """How often each paper was given: to this learner, and at all."""
    own = Count("attempts", filter=Q(attempts__learner=learner))
    counted = question_set.made_papers.annotate(own=own, used=Count("attempts"))
    return {
        pk: (own, used) for pk, own, used in counted.values_list("pk", "own", "used")
    }


def is_played(question_set: QuestionSet) -> bool:
    return Attempt.objects.filter(paper__question_set=question_set).exists()


@transaction.atomic
def ensure(question_set: QuestionSet, *, seed: int, now: dt.datetime) -> list[Paper]:
    """The set's papers, made where there are none yet; one lot for any who come at once."""
    QuestionSet.objects.select_for_update().get(pk=question_set.pk)
    made = list(question_set.made_papers.all())
    return made or _made(question_set, seed=seed, now=now)


@transaction.atomic
def unmake(question_set: QuestionSet) -> None:
    """Take them away, as each attempt is to draw its own; refused once played."""
    if is_played(question_set):
        raise AlreadyPlayed(question_set.title)
    question_set.made_papers.all().delete()


@transaction.atomic
def make(question_set: QuestionSet, *, seed: int, now: dt.datetime) -> list[Paper]:
    """Make the set's papers anew; refused once they have been played."""
    QuestionSet.objects.select_for_update().get(pk=question_set.pk)
    if is_played(question_set):
        raise AlreadyPlayed(question_set.title)
    question_set.made_papers.all().delete()
    return _made(question_set, seed=seed, now=now)


def _made(question_set: QuestionSet, *, seed: int, now: dt.datetime) -> list[Paper]:
    blueprint = selection.blueprint_of(question_set)
    return [
        _stored(question_set, letter, chosen, seed=seed, now=now)
        for letter, chosen in zip(
            LETTERS, chosen_for(blueprint, how_many(question_set), seed), strict=False
        )
    ]


def first_seed(question_set: QuestionSet) -> int:
    """By which a set is drawn where nobody has asked for another draw."""
    return lot_of(question_set.code)


def how_many(question_set: QuestionSet) -> int:
    is_parallel = question_set.papers == QuestionSet.Papers.PARALLEL
    return question_set.paper_count if is_parallel else 1


def chosen_for(blueprint: selection.Blueprint, count: int, seed: int) -> Chosen:
    """What to ask on so many papers: of a few draws the one that makes them most alike."""
    best: Chosen = []
    fewest = None
    for turn in range(DRAWS_TRIED):
        drawn = _alike(blueprint, count, seed + turn)
        spread = expecting.spread(drawn)
        if fewest is None or spread < fewest:
            best, fewest = drawn, spread
        if fewest < EVEN:
            break
    return best


def _alike(blueprint: selection.Blueprint, count: int, seed: int) -> Chosen:
    first = read(selection.draw(blueprint, seed))
    if count == 1:
        return [first]
    pool = pool_of(blueprint)
    papers = [first]
    for number in range(1, count):
        found = pool.like(first, papers, f"{seed}/{number}")
        if len(found) < blueprint.length:  # too few like these: as like as luck has it
            found = read(selection.draw(blueprint, seed + number * DRAWS_TRIED))
        papers.append(found)
    return [sequencing.kept(paper) for paper in pool.balanced(papers)]


def pool_of(blueprint: selection.Blueprint) -> parallel.Pool:
    everything = selection.candidates(blueprint, with_sides=True)
    return parallel.Pool(
        tuple(everything),
        expecting.successes(everything),
        frozenset(blueprint.pinned),
    )


def _stored(
    question_set: QuestionSet,
    letter: str,
    chosen: list[selection.Candidate],
    *,
    seed: int,
    now: dt.datetime,
) -> Paper:
    paper = Paper.objects.create(
        question_set=question_set, letter=letter, seed=seed, made_at=now
    )
    PaperPlace.objects.bulk_create(
        PaperPlace(paper=paper, position=position, question_id=candidate.pk)
        for position, candidate in enumerate(chosen, start=1)
    )
    return paper


def questions(paper: Paper) -> list[Question]:
    """What stands on it, in its order."""
    places = paper.places.select_related("question").order_by("position")
    return [place.question for place in places]


def asked(paper: Paper, seed: int) -> list[Question]:
    """What an attempt at it is asked: nothing retired since, and in an order of its own
    where the set wants that."""
    in_use = [q for q in questions(paper) if q.status == Question.Status.ACTIVE]
    if not paper.question_set.shuffles_questions:
        return in_use
    return selection.stored(sequencing.smoothest(read(in_use), seed))


def read(asked: Collection[Question]) -> list[selection.Candidate]:
    """As they come, with their sides."""
    stored = Question.objects.filter(pk__in=[question.pk for question in asked])
    found = {c.pk: c for c in selection.read(stored, with_sides=True)}
    return [found[question.pk] for question in asked]
