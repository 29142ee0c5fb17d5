"""Solvers without knowledge play drawn items, to see whether a cue gives answers away.

Each follows one cue (`quiz/quality/cues.py`) and is measured against what answering
blindly earns, on the items on which its cue says anything. The last follows them all,
with weights learned on the other half of the bank.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from random import Random
from uuid import UUID

from quiz import play as rules_of_play
from quiz import selection
from quiz.formats import FORMATS, Given
from quiz.models import Attempt, Item, Question, Topic
from quiz.quality.cues import CUES, Bank, Heights, View, half_of, says_something, tell
from quiz.quality.statistics import Logistic, auc, chi_square, learn, p_value
from quiz.selection import Blueprint

QUIZ = 10  # questions
ONE_OF = {"choice", "pair", "timeline"}  # whose solution is the place of an option
LEARNED = "all cues together"


@dataclass(frozen=True)
class Result:
    """What a bot earned, out of 1, beside what chance would have."""

    bot: str
    items: int
    questions: int
    score: float
    chance: float
    auc: float | None = None

    @property
    def excess(self) -> float:
        """In points of a hundred."""
        return 100 * (self.score - self.chance)


@dataclass(frozen=True)
class Evenness:
    """How evenly right answers lie over their places."""

    what: str
    counts: tuple[int, ...]
    chi_square: float
    p: float


def drawn(count: int, *, seed: int) -> list[Item]:
    """At least so many items as quizzes would ask them, from all topics and from each."""
    items: list[Item] = []
    topics = [(), *((topic,) for topic in Topic.values)]
    turn = 0
    while len(items) < count and (turn < len(topics) or items):
        blueprint = Blueprint(length=QUIZ, topics=topics[turn % len(topics)])
        quiz = seed + turn
        questions = selection.draw_up_to(blueprint, quiz)
        items += _asked(questions, Attempt(pk=UUID(int=quiz), seed=quiz))
        turn += 1
    return items


def _asked(questions: Iterable[Question], attempt: Attempt) -> Iterator[Item]:
    """The items of an attempt that is never stored."""
    for position, question in enumerate(questions, start=1):
        shown = rules_of_play.as_shown(question, attempt.seed)
        yield Item(
            attempt=attempt,
            position=position,
            question=question,
            family=question.family,
            format=question.format,
            claim=question.claim,
            stem=question.stem,
            explanation=question.explanation,
            prompts=shown.prompts,
            options=shown.options,
            solution=shown.solution,
        )


def play(items: Sequence[Item], *, seed: int) -> list[Result]:
    """Every bot on the items as shown; ties between options are drawn by the seed."""
    views = list(_views(items))
    results = [_follow(name, cue, views, seed) for name, cue in CUES.items()]
    results += [_arrange(name, views) for name in ARRANGERS]
    results.append(_learned(views))
    return [result for result in results if result.items]


def _views(items: Sequence[Item]) -> Iterator[View]:
    """Each item with what its quiz has told before it."""
    bank = Bank(list(Question.objects.active()))
    earlier: dict[UUID, str] = defaultdict(str)
    for item in items:
        yield View(item, bank, earlier[item.attempt_id])
        earlier[item.attempt_id] += "\n" + tell(item)


def _follow(
    name: str, cue: Callable[[View], Heights], views: Sequence[View], seed: int
) -> Result:
    dice = Random(f"{seed}/{name}")
    earned = []
    for view in views:
        if view.item.format in ONE_OF or view.item.format == "several":
            heights = cue(view)
            if says_something(heights):
                earned.append((view.item, _credit(view.item, heights, dice)))
    return _result(name, earned)


def _credit(item: Item, heights: Heights, dice: Random) -> float:
    """What the highest options earn: on average where one of several is to be taken."""
    if item.format in ONE_OF:
        best = [place for place, height in enumerate(heights) if height == max(heights)]
        return (item.solution in best) / len(best)
    places = dice.sample(range(len(heights)), len(heights))
    places.sort(key=lambda place: -heights[place])
    return _graded(item, sorted(places[: len(item.solution)]))


def _graded(item: Item, given: Given) -> float:
    return FORMATS[item.format].grade(item, given).credit


def _result(
    name: str, earned: Sequence[tuple[Item, float]], area: float | None = None
) -> Result:
    count = len(earned) or 1
    return Result(
        bot=name,
        items=len(earned),
        questions=len({item.question_id for item, _ in earned}),
        score=sum(credit for _, credit in earned) / count,
        chance=sum(FORMATS[item.format].chance(item) for item, _ in earned) / count,
        auc=area,
    )


def _as_shown(texts: list[str]) -> list[int]:
    return list(range(len(texts)))


def _by_alphabet(texts: list[str]) -> list[int]:
    return sorted(range(len(texts)), key=lambda place: texts[place].casefold())


def _by_length(texts: list[str]) -> list[int]:
    return sorted(range(len(texts)), key=lambda place: len(texts[place]))


ARRANGERS: dict[str, Callable[[list[str]], list[int]]] = {
    "as shown": _as_shown,
    "by the alphabet": _by_alphabet,
    "by length": _by_length,
}


def _arrange(name: str, views: Sequence[View]) -> Result:
    """Puts in order, or pairs off, by how things look."""
    earned = []
    for view in views:
        if view.item.format in {"order", "match"}:
            given = _arranged(view, ARRANGERS[name])
            earned.append((view.item, _graded(view.item, given)))
    return _result(f"arranged {name}", earned)


def _arranged(view: View, arranger: Callable[[list[str]], list[int]]) -> list[int]:
    places = arranger(view.texts)
    if view.item.format == "order":
        return places
    prompts = arranger([prompt["text"] for prompt in view.item.prompts])
    given = dict(zip(prompts, places, strict=False))
    return [given[row] for row in range(len(prompts))]


def _learned(views: Sequence[View]) -> Result:
    """All cues, weighed on one half of the bank and tried on the other, both ways."""
    views = [view for view in views if view.item.format in ONE_OF]
    rows = [_rows(view) for view in views]
    halves = [half_of(view.item.claim) for view in views]
    taught = {half: _taught(views, rows, halves, half) for half in set(halves)}
    earned, scores, rights = [], [], []
    for view, options, half in zip(views, rows, halves, strict=True):
        teacher = taught.get(1 - half)
        if teacher is None:
            continue
        heights = [teacher.score(option) for option in options]
        earned.append((view.item, _credit(view.item, heights, Random(0))))
        scores += heights
        rights += [place == view.item.solution for place in range(len(options))]
    return _result(LEARNED, earned, auc(scores, rights))


def _taught(
    views: Sequence[View],
    rows: Sequence[list[list[float]]],
    halves: list[int],
    half: int,
) -> Logistic:
    """Learned from one showing of each question in a half of the bank."""
    first = {
        view.item.question_id: (options, view.item.solution)
        for view, options, here in zip(views, rows, halves, strict=True)
        if here == half
    }
    groups, rights = zip(*first.values(), strict=True)
    return learn(groups, rights)


def _rows(view: View) -> list[list[float]]:
    """The cues of every option, each from -1 to 1 about the item's mean."""
    columns = [_levelled(cue(view)) for cue in CUES.values()]
    return [list(row) for row in zip(*columns, strict=True)]


def _levelled(heights: Heights) -> list[float]:
    spread = max(heights) - min(heights)
    mean = sum(heights) / len(heights)
    return [(height - mean) / spread if spread else 0.0 for height in heights]


def positions(items: Sequence[Item]) -> list[Evenness]:
    """Places of right answers as shown, and their ranks where options keep an order.

    A question whose options keep their order has one rank however often it is drawn.
    """
    shown: dict[int, list[int]] = defaultdict(list)
    ranks: dict[int, dict[int, int]] = defaultdict(dict)
    for item in items:
        if item.format not in ONE_OF:
            continue
        if item.question.is_ordered:
            ranks[len(item.options)][item.question_id] = item.solution
        else:
            shown[len(item.options)].append(item.solution)
    return [
        _evenness(f"place of {size}", size, shown[size]) for size in sorted(shown)
    ] + [
        _evenness(f"rank of {size}", size, list(ranks[size].values()))
        for size in sorted(ranks)
    ]


def _evenness(what: str, size: int, places: Sequence[int]) -> Evenness:
    counts = tuple(places.count(place) for place in range(size))
    distance = chi_square(counts, [len(places) / size] * size)
    return Evenness(what, counts, distance, p_value(distance, size - 1))
