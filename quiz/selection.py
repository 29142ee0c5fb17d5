"""Draws a quiz: what may be asked, and a seeded choice from it."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from random import Random

from django.db.models import Q

from quiz.choosing import composition, decades, expecting, lots
from quiz.choosing.candidates import Candidate
from quiz.choosing.quotas import Quotas
from quiz.exceptions import NotEnoughQuestions
from quiz.models import Format, Question, QuestionQuerySet, QuestionSet

LONGEST_TEST = 20  # questions on one dossier
# What of some questions a learner should be asked sooner, by weight; what has none is
# asked only where the others do not suffice.
Leaning = Callable[[Sequence[Candidate]], Mapping[int, float]]

FIELDS = ("pk", "claim", "topic", "family", "reveals", "claims", "format")


@dataclass(frozen=True)
class Blueprint:
    """What a quiz is to be drawn from; an empty tuple restricts nothing."""

    length: int
    topics: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()  # slugs
    pinned: tuple[int, ...] = ()  # question pks
    excluded: tuple[int, ...] = ()  # question pks
    claims: tuple[str, ...] = ()
    within: tuple[str, ...] = ()  # claims beside which nothing is asked
    formats: tuple[str, ...] = ()
    decades: tuple[int, ...] = ()  # by their first years
    difficulty: str = (
        ""  # by how well a group is expected to do; `quiz/choosing/expecting.py`
    )
    shares: tuple[tuple[str, int], ...] = ()  # topics, and how many questions of each

    @property
    def quotas(self) -> Quotas:
        return Quotas(dict(self.shares))


def blueprint_of(question_set: QuestionSet) -> Blueprint:
    """What a teacher's set asks for."""
    return Blueprint(
        length=question_set.length,
        topics=tuple(question_set.topics),
        families=tuple(question_set.families),
        formats=tuple(question_set.formats),
        decades=tuple(question_set.decades),
        difficulty=question_set.difficulty,
        shares=tuple(question_set.shares.items()),
        countries=tuple(question_set.countries.values_list("slug", flat=True)),
        pinned=tuple(question_set.pinned.values_list("pk", flat=True)),
        excluded=tuple(question_set.excluded.values_list("pk", flat=True)),
    )


def available(blueprint: Blueprint) -> QuestionQuerySet:
    """Questions in use that the blueprint allows; pinned ones whatever it allows.

    What a teacher has written is asked only where it is pinned.
    """
    allowed = Q(is_written=False) & ~Q(pk__in=blueprint.excluded)
    if blueprint.topics:
        allowed &= Q(topic__in=blueprint.topics)
    if blueprint.families:
        allowed &= Q(family__in=blueprint.families)
    if blueprint.formats:
        allowed &= Q(format__in=blueprint.formats)
    if blueprint.decades:
        allowed &= Q(decades__in=decades.within(blueprint.decades))
    if blueprint.claims:
        allowed &= Q(claim__in=blueprint.claims)
    if blueprint.within:
        allowed &= Q(pk__in=_asking_only(blueprint.within))
    if blueprint.countries:
        links = Question.countries.through.objects
        about = links.filter(country__slug__in=blueprint.countries)
        allowed &= Q(pk__in=about.values("question"))
    if blueprint.difficulty:
        found = read(Question.objects.in_use().filter(allowed), with_sides=True)
        allowed = Q(pk__in=expecting.of_level(found, blueprint.difficulty))
    return Question.objects.in_use().filter(allowed | Q(pk__in=blueprint.pinned))


def _asking_only(claims: tuple[str, ...]) -> list[int]:
    """Questions that ask these claims and no other; many ask several at once."""
    asking = Question.objects.active().filter(claim__in=claims).order_by()
    return [
        pk
        for pk, asked in asking.values_list("pk", "claims")
        if set(asked) <= set(claims)
    ]


def capacity(blueprint: Blueprint) -> int:
    """How many questions one quiz after this blueprint can hold, whatever its length."""
    return composition.capacity(candidates(blueprint), blueprint.quotas)


def most_within(claims: tuple[str, ...]) -> int:
    """How many questions a quiz on these claims alone can hold, the longest at most."""
    if not claims:
        return 0
    return min(capacity(Blueprint(length=LONGEST_TEST, within=claims)), LONGEST_TEST)


def draw(
    blueprint: Blueprint, seed: int, leaning: Leaning | None = None
) -> list[Question]:
    """The questions to ask, in order; the same seed, pool and leaning give the same."""
    questions = draw_up_to(blueprint, seed, leaning)
    if len(questions) < blueprint.length:
        raise NotEnoughQuestions(blueprint.length, len(questions))
    return questions


def draw_up_to(
    blueprint: Blueprint, seed: int, leaning: Leaning | None = None
) -> list[Question]:
    """The same, content with fewer where fewer fit together."""
    allowed = available(blueprint)
    chosen: list[Candidate] = []
    found = lots.some(
        allowed, length=blueprint.length, seed=seed, pinned=blueprint.pinned
    )
    if found is not None:
        chosen = _composed(found, blueprint, seed, leaning)
    if len(chosen) < blueprint.length:
        chosen = _composed(allowed, blueprint, seed, leaning)
    return stored(chosen)


def stored(chosen: Sequence[Candidate]) -> list[Question]:
    """The questions behind the candidates, in their order."""
    questions = Question.objects.in_bulk([candidate.pk for candidate in chosen])
    return [questions[candidate.pk] for candidate in chosen]


def _composed(
    questions: QuestionQuerySet,
    blueprint: Blueprint,
    seed: int,
    leaning: Leaning | None,
) -> list[Candidate]:
    candidates = read(questions, with_sides=leaning is not None)
    compose = partial(
        composition.compose,
        length=blueprint.length,
        seed=seed,
        pinned=frozenset(blueprint.pinned),
        quotas=blueprint.quotas,
    )
    if leaning is None:
        return compose(candidates)
    weights = leaning(candidates)
    liked = [c for c in candidates if c.pk in weights or c.pk in blueprint.pinned]
    chosen = compose(liked, leaning=weights)
    if len(chosen) < blueprint.length:
        chosen = compose(candidates, leaning=weights)
    return chosen


def question_of_the_day(day: dt.date) -> Question | None:
    """One question for everybody who comes that day, None while there are none."""
    questions = Question.objects.active().filter(format=Format.CHOICE).order_by("key")
    count = questions.count()
    return questions[Random(day.isoformat()).randrange(count)] if count else None


def candidates(blueprint: Blueprint, *, with_sides: bool = False) -> list[Candidate]:
    """All that may be asked, as choosing needs to know it."""
    return read(available(blueprint), with_sides=with_sides)


def read(questions: QuestionQuerySet, *, with_sides: bool = False) -> list[Candidate]:
    """In a fixed order, since the seed decides only what comes after it."""
    fields = (*FIELDS, "sides") if with_sides else FIELDS
    return [
        Candidate(
            pk,
            claim,
            topic,
            family,
            frozenset(reveals),
            frozenset(claims),
            format,
            tuple((asked, side) for sides in more for asked, side in sides),
        )
        for pk, claim, topic, family, reveals, claims, format, *more in (
            questions.order_by("key").values_list(*fields)
        )
    ]
