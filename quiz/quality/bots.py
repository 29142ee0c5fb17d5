"""Solvers without knowledge play drawn items, to see whether a cue gives answers away.

Each follows one cue (`quiz/quality/cues.py`) and is measured against what answering
blindly earns; where its cue says nothing, it answers blindly too. The last follows them
all, with weights learned on the other half of the bank.

A question counts once, by the mean of its showings. The few questions of a small topic
are drawn over and over, and what one of them looks like is no cue.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random
from statistics import fmean
from uuid import UUID

from quiz import selection
from quiz.asking import items_of
from quiz.formats import FORMATS, Given
from quiz.models import Attempt, Item, Question, Topic
from quiz.quality.cues import (
    CUES,
    Bank,
    Cue,
    Heights,
    View,
    half_of,
    says_something,
    tell,
)
from quiz.quality.places import ONE_OF, Evenness, positions
from quiz.quality.statistics import Logistic, auc, learn
from quiz.selection import Blueprint

QUIZ = 10  # questions
CHOSEN = ONE_OF | {"several"}
ARRANGED = {"order", "match"}
GUESSED = CHOSEN | ARRANGED  # nobody guesses what has to be typed
LEARNED = "all cues together"

__all__ = ["Evenness", "Result", "drawn", "play", "positions"]


@dataclass(frozen=True)
class Result:
    """What a bot earned, out of 1, beside what chance would have.

    `heard` is the share of the questions on which its cue says anything; `as_drawn` the
    points beyond chance if questions counted as often as they were drawn.
    """

    bot: str
    items: int
    questions: int
    score: float
    chance: float
    heard: float
    as_drawn: float
    auc: float | None = None

    @property
    def excess(self) -> float:
        """In points of a hundred, over all questions."""
        return 100 * (self.score - self.chance)

    @property
    def excess_where_heard(self) -> float:
        return self.excess / self.heard if self.heard else 0.0


def drawn(count: int, *, seed: int) -> list[Item]:
    """Quizzes as they would be asked, from all topics and from each in turn, until they
    hold so many items that can be guessed. None where the pool is empty."""
    items: list[Item] = []
    topics = [(), *((topic,) for topic in Topic.values)]
    turn = 0
    while count > 0 and (turn < len(topics) or items):
        blueprint = Blueprint(length=QUIZ, topics=topics[turn % len(topics)])
        questions = selection.draw_up_to(blueprint, seed + turn)
        attempt = Attempt(pk=UUID(int=turn), seed=seed + turn)  # never stored
        asked = items_of(attempt, questions, attempt.seed)
        count -= sum(item.format in GUESSED for item in asked)
        items += asked
        turn += 1
    return items


def play(items: Sequence[Item], *, seed: int) -> list[Result]:
    """Every bot on the items as shown; ties between options are drawn by the seed."""
    views = [view for view in _views(items) if view.item.format in GUESSED]
    if not views:
        return []
    results = [_follow(name, cue, views, seed) for name, cue in CUES.items()]
    results += [_arrange(name, views) for name in ARRANGERS]
    return [*results, _learned(views, seed)]


def _views(items: Sequence[Item]) -> Iterator[View]:
    """Each item with what its quiz has told before it."""
    bank = Bank(list(Question.objects.active()))
    earlier: dict[UUID, str] = defaultdict(str)
    for item in items:
        yield View(item, bank, earlier[item.attempt_id])
        earlier[item.attempt_id] += "\n" + tell(item)


Played = tuple[Item, float | None]  # what it earned; nothing where no cue spoke


def _follow(name: str, cue: Cue, views: Sequence[View], seed: int) -> Result:
    dice = Random(f"{seed}/{name}")
    played: list[Played] = []
    for view in views:
        heights = cue(view) if view.item.format in CHOSEN else ()
        heard = says_something(heights)
        played.append((view.item, _credit(view.item, heights, dice) if heard else None))
    return _result(name, played)


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


def _result(name: str, played: Sequence[Played], area: float | None = None) -> Result:
    """Means over questions of the means over their showings."""
    showings: dict[int, list[Played]] = defaultdict(list)
    for item, credit in played:
        showings[item.question_id].append((item, credit))
    scores, chances, heard, gains = [], [], [], list[float]()
    for shown in showings.values():
        blind = [FORMATS[item.format].chance(item) for item, _ in shown]
        earned = [
            chance if credit is None else credit
            for chance, (_, credit) in zip(blind, shown, strict=True)
        ]
        gains += [got - due for got, due in zip(earned, blind, strict=True)]
        scores.append(fmean(earned))
        chances.append(fmean(blind))
        heard.append(fmean(credit is not None for _, credit in shown))
    return Result(
        bot=name,
        items=len(played),
        questions=len(showings),
        score=fmean(scores),
        chance=fmean(chances),
        heard=fmean(heard),
        as_drawn=100 * fmean(gains),
        auc=area,
    )


def _as_shown(texts: list[str]) -> list[int]:
    return list(range(len(texts)))


def _by_alphabet(texts: list[str]) -> list[int]:
    return sorted(range(len(texts)), key=lambda place: texts[place].casefold())


def _by_length(texts: list[str]) -> list[int]:
    return sorted(range(len(texts)), key=lambda place: len(texts[place]))


Arranger = Callable[[list[str]], list[int]]
ARRANGERS: dict[str, Arranger] = {
    "as shown": _as_shown,
    "by the alphabet": _by_alphabet,
    "by length": _by_length,
}


def _arrange(name: str, views: Sequence[View]) -> Result:
    """Puts in order, or pairs off, by how things look."""
    played: list[Played] = []
    for view in views:
        credit = None
        if view.item.format in ARRANGED:
            credit = _graded(view.item, _arranged(view, ARRANGERS[name]))
        played.append((view.item, credit))
    return _result(f"arranged {name}", played)


def _arranged(view: View, arranger: Arranger) -> list[int]:
    places = arranger(view.texts)
    if view.item.format == "order":
        return places
    prompts = arranger([prompt["text"] for prompt in view.item.prompts])
    given = dict(zip(prompts, places, strict=False))
    return [given[row] for row in range(len(prompts))]


def _learned(views: Sequence[View], seed: int) -> Result:
    """All cues, weighed on one half of the bank and tried on the other, both ways."""
    dice = Random(f"{seed}/{LEARNED}")
    looks = [_rows(view) if view.item.format in CHOSEN else [] for view in views]
    taught = {half: _taught(views, looks, half) for half in (0, 1)}
    played: list[Played] = []
    scores: list[float] = []
    rights: list[bool] = []
    for view, rows in zip(views, looks, strict=True):
        teacher = taught[1 - half_of(view.item.claim)]
        heights = [teacher.score(row) for row in rows] if teacher else []
        heard = says_something(heights)
        played.append((view.item, _credit(view.item, heights, dice) if heard else None))
        scores += heights
        rights += [place in _rights(view.item) for place in range(len(heights))]
    return _result(LEARNED, played, auc(scores, rights))


def _rights(item: Item) -> list[int]:
    return [item.solution] if item.format in ONE_OF else item.solution


def _taught(
    views: Sequence[View], looks: Sequence[list[list[float]]], half: int
) -> Logistic | None:
    """Learned from one showing of each question in a half of the bank."""
    once = {
        view.item.question_id: (view.item, rows)
        for view, rows in zip(views, looks, strict=True)
        if rows and half_of(view.item.claim) == half
    }
    groups, firsts = [], []
    for item, rows in once.values():
        rights = _rights(item)
        for right in rights:
            wrong = [row for place, row in enumerate(rows) if place not in rights]
            groups.append([rows[right], *wrong])
            firsts.append(0)
    return learn(groups, firsts) if groups else None


def _rows(view: View) -> list[list[float]]:
    """The cues of every option, each from -1 to 1 about the item's mean."""
    columns = [_levelled(cue(view)) for cue in CUES.values()]
    return [list(row) for row in zip(*columns, strict=True)]


def _levelled(heights: Heights) -> list[float]:
    spread = max(heights) - min(heights)
    mean = sum(heights) / len(heights)
    return [(height - mean) / spread if spread else 0.0 for height in heights]
