"""Decks of flashcards: which cards there are on a selection, and in which order.

Every side of every fact that can be asked gets one card, made of the question that can
best stand without its options. Entries of lists are learnt list by list where the whole
list is chosen. Nothing here writes, and nothing is proved by turning a card.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, groupby
from random import Random
from typing import Any, NamedTuple

from django.db.models import Model, Prefetch

from quiz.choosing import neighbours
from quiz.flashcards import cards
from quiz.flashcards.cards import Card
from quiz.models import Format, Question, QuestionQuerySet
from relations.models import Roll, RollEntry
from relations.models.base import Fact
from relations.sentences import Sentence

# Ways of asking that need nothing to choose from, the best for a card first.
ALONE = [Format.DATE, Format.NAME, Format.NUMBER, Format.CHOICE]
NEEDS_OPTIONS = "of these"
QUIZ = "Take a quiz on it"


@dataclass(frozen=True)
class Selection:
    """What to learn; without claims and topic, everything."""

    title: str
    claims: frozenset[str] | None = None
    topic: str = ""
    page: str = ""  # where it can be read, and a test started
    onward: str = "Read it, or take the test"  # what the way there is called


def claims_of(facts: Iterable[Sentence]) -> frozenset[str]:
    """The claims read from these facts; from a list, one of each entry."""
    slugs = {fact.slug for fact in facts}
    entries = RollEntry.objects.standing().filter(roll__slug__in=slugs)
    return frozenset(slugs.union(entries.values_list("slug", flat=True)))


class Face(NamedTuple):
    """A card before it is written out: what it is made of."""

    kind: type[Model]
    pk: int


Made = Iterator[tuple[Face, Card]]
Answered = Iterator[tuple[Face, str]]  # what turning it tells, as far as order needs it


class Asking(NamedTuple):
    """What choosing needs to know of a question."""

    pk: int
    claim: str
    aspect: str
    format: str
    options: Any
    solution: Any
    edited_stem: str
    generated_stem: str

    @property
    def side(self) -> tuple[str, str]:
        return self.aspect, self.claim

    @property
    def answer(self) -> str:
        is_chosen = self.format == Format.CHOICE
        return self.options[self.solution]["text"] if is_chosen else str(self.solution)

    @property
    def stands_alone(self) -> bool:
        return NEEDS_OPTIONS not in (self.edited_stem or self.generated_stem)

    @property
    def rank(self) -> tuple[int, int]:
        """The best way to ask comes first, and of one way the fullest answer."""
        return ALONE.index(Format(self.format)), -len(str(self.solution))


def faces(selection: Selection, seed: str = "") -> list[Face]:
    """The cards of a deck; shuffled where there is a seed, the same each time.

    The same answer twice running would be given without thinking.
    """
    found = [*_questions(selection), *_lists(selection)]
    if seed:
        Random(seed).shuffle(found)
    return [face for face, _ in neighbours.parted(found, key=lambda one: one[1])]


def _questions(selection: Selection) -> Answered:
    """One for each side of a claim. Those on one fact lie apart, as one tells another."""
    questions = _chosen(Question.objects.active().filter(format__in=ALONE), selection)
    rows = questions.order_by("aspect", "claim", "key").values_list(*Asking._fields)
    asking = (Asking(*row) for row in rows)
    sides = groupby(asking, key=lambda one: one.side)
    alone = ([one for one in side if one.stands_alone] for _, side in sides)
    for side in filter(None, alone):
        best = min(side, key=lambda one: one.rank)
        yield Face(Question, best.pk), best.answer


def _chosen(questions: QuestionQuerySet, selection: Selection) -> QuestionQuerySet:
    if selection.claims is not None:
        questions = questions.filter(claim__in=selection.claims)
    return questions.on([selection.topic] if selection.topic else [])


def _lists(selection: Selection) -> Answered:
    """A list as one card where all of it is chosen, or else an entry as one."""
    entries = RollEntry.objects.standing().filter(
        roll__is_complete=True,
        roll__unasked_because="",
        roll__in=Roll.objects.standing().order_by(),
    )
    if selection.topic:
        entries = entries.filter(roll__topic=selection.topic)
    if selection.claims is not None:
        named = RollEntry.objects.filter(slug__in=selection.claims).order_by()
        entries = entries.filter(roll__in=named.values("roll"))
    rows = entries.order_by("roll__slug", "position").values_list(
        "roll", "pk", "slug", "standing", "unasked_because"
    )
    for roll, listed in groupby(rows, key=lambda row: row[0]):
        for face in _list(roll, list(listed), selection.claims):
            yield face, f"list {roll}"


def _list(
    roll: int, rows: Sequence[Any], claims: Collection[str] | None
) -> Iterable[Face]:
    if claims is None or all(slug in claims for _, _, slug, *_ in rows):
        return [Face(Roll, roll)]
    return [
        Face(RollEntry, pk)
        for _, pk, slug, standing, unasked in rows
        if slug in claims and standing == Fact.Standing.STATED and not unasked
    ]


def written(faces: Sequence[Face]) -> list[Card]:
    """The cards themselves, in a fixed number of queries."""
    made = dict(chain(_of_questions(faces), _of_rolls(faces), _of_entries(faces)))
    return [made[face] for face in faces]


def _of_questions(faces: Sequence[Face]) -> Made:
    for question in Question.objects.filter(pk__in=_pks(faces, Question)):
        yield Face(Question, question.pk), cards.of_question(question)


def _of_rolls(faces: Sequence[Face]) -> Made:
    entries = RollEntry.objects.standing().select_related("country")
    for roll in (
        Roll.objects.filter(pk__in=_pks(faces, Roll))
        .with_passages()
        .prefetch_related(Prefetch("entries", entries.order_by("position")))
    ):
        yield Face(Roll, roll.pk), cards.of_roll(roll, roll.entries.all())


def _of_entries(faces: Sequence[Face]) -> Made:
    entries = RollEntry.objects.filter(pk__in=_pks(faces, RollEntry))
    for entry in entries.select_related("country", "roll").with_passages():
        yield Face(RollEntry, entry.pk), cards.of_entry(entry)


def _pks(faces: Sequence[Face], kind: type[Model]) -> list[int]:
    return [face.pk for face in faces if face.kind is kind]
