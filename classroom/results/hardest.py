"""The facts that were hardest, and the wrong answer that most gave."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Any

from django.db.models import Count

from classroom.models import Assignment
from classroom.results import answers as answering
from classroom.results import marks
from classroom.results.answers import Answers
from classroom.results.marks import Sat
from quiz.formats import FORMATS
from quiz.models import Answer, Item, Question

SHOWN = 5
# Other answers are put together from so many parts that hardly two are alike.
OF_OPTIONS = ("choice", "pair", "several")
ALIKE = (*OF_OPTIONS, "timeline", "date", "name", "number")
PARTS = ("question_id", "format", "prompts", "options", "solution", "aspect", "stem")
GIVEN = ("given", "credit", "told")
ANSWER = tuple(f"answer__{part}" for part in GIVEN)


@dataclass(frozen=True)
class Wrong:
    """A wrong answer that many gave, and what it really is, where that is known."""

    text: str
    count: int
    truth: str


@dataclass(frozen=True)
class Hard:
    """A fact as it was asked, by one question or by several."""

    item: Item
    key: str  # of the question shown
    right: str
    asked: int
    mean: float
    wrong: Wrong | None

    @property
    def percent(self) -> int:
        return marks.percent(self.mean)


@dataclass(frozen=True)
class Group:
    """The questions on one fact, and what they earned."""

    questions: tuple[int, ...]
    earned: tuple[float, ...]

    @property
    def mean(self) -> float:
        return fmean(self.earned)


def of(
    assignment: Assignment, sats: Sequence[Sat], answers: Answers, *, shared: bool
) -> list[Hard]:
    """The hardest of those not everybody knew, of the attempts that count."""
    groups = _groups(sats, answers, by_fact=not shared)
    least = 1 if shared else 2  # one pupil is no sign that a fact is hard
    hard = [g for g in groups if g.mean < 1 and len(g.earned) >= least]
    hard.sort(key=lambda group: (group.mean, -len(group.earned), group.questions))
    chosen = hard[:SHOWN]
    questions = [question for group in chosen for question in group.questions]
    wrongs = _wrongs(assignment, sats, questions)
    as_asked = answering.as_asked(answers, questions)
    keys = dict(Question.objects.filter(pk__in=questions).values_list("pk", "key"))
    return [_hard(group, as_asked, keys, wrongs) for group in chosen]


def _groups(sats: Iterable[Sat], answers: Answers, *, by_fact: bool) -> Iterable[Group]:
    earned: dict[int, list[float]] = defaultdict(list)
    for sat in sats:
        for question, credit in answers.earned(sat.pk).items():
            earned[question].append(credit)
    if not by_fact:
        return [Group((one,), tuple(some)) for one, some in earned.items()]
    facts: dict[tuple[str, str], list[int]] = defaultdict(list)
    asked = Question.objects.filter(pk__in=earned).values_list("pk", "claim", "aspect")
    for question, claim, aspect in asked:
        facts[claim, aspect].append(question)
    return [
        Group(tuple(some), tuple(credit for one in some for credit in earned[one]))
        for some in facts.values()
    ]


def _hard(
    group: Group,
    as_asked: dict[int, Item],
    keys: dict[int, str],
    wrongs: dict[int, Counter[tuple[str, str]]],
) -> Hard:
    first = group.questions[0]
    item = as_asked[first]
    format = FORMATS[item.format]
    given = sum((wrongs[question] for question in group.questions), Counter())
    most = given.most_common(1)
    return Hard(
        item=item,
        key=keys[first],
        right=format.in_words(item, format.right(item)),
        asked=len(group.earned),
        mean=group.mean,
        wrong=Wrong(most[0][0][0], most[0][1], most[0][0][1]) if most else None,
    )


def _wrongs(
    assignment: Assignment, sats: Iterable[Sat], questions: Collection[int]
) -> dict[int, Counter[tuple[str, str]]]:
    """How many gave each wrong answer, with what it is; put together by the database."""
    items = Item.objects.filter(
        attempt__sitting__assignment=assignment,
        attempt__sitting__in=[sat.pk for sat in sats],
        question__in=questions,
        format__in=ALIKE,
        answer__credit__lt=1,
    )
    alike = items.order_by().values(*PARTS, *ANSWER).annotate(count=Count("pk"))
    found: dict[int, Counter[tuple[str, str]]] = defaultdict(Counter)
    for row in alike:
        told = _chosen if row["format"] in OF_OPTIONS else _given
        for wrong in told(row):
            found[row["question_id"]][wrong] += row["count"]
    return found


def _chosen(row: dict[str, Any]) -> list[tuple[str, str]]:
    """Each wrong option of an answer, with what it really is."""
    right = places(row["solution"])
    wrong = [place for place in places(row["answer__given"]) if place not in right]
    options = [row["options"][place] for place in wrong]
    return [(option["text"], option["truth"]) for option in options]


def places(answer: int | list[int]) -> list[int]:
    """Of the options that an answer to any format with options chooses."""
    return answer if isinstance(answer, list) else [answer]


def _given(row: dict[str, Any]) -> list[tuple[str, str]]:
    """A wrong answer in words, with what it really is."""
    item = Item(**{part: row[part] for part in PARTS})
    answer = Answer(item=item, **{part: row[f"answer__{part}"] for part in GIVEN})
    format = FORMATS[item.format]
    rows = format.rows(item, answer.given)
    truth = next((told.truth for told in rows if told.mark == "chosen"), "")
    return [(format.in_words(item, answer.given), answer.told.get("text") or truth)]
