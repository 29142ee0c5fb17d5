"""Results as tables to take away: marks, answers, and the gradebook of a class."""

from collections.abc import Iterable, Iterator, Sequence

from classroom.results import certainty
from classroom.results.filters import EVERY
from classroom.results.gradebook import Gradebook
from classroom.results.marks import Sat
from classroom.results.overview import Overview
from classroom.results.pupils import Pupil
from classroom.results.sheets import Cell, Sheet
from quiz.formats import FORMATS
from quiz.models import Item, Topic

STATES = {"done": "finished", "begun": "at it", "waiting": "not begun"}
MARK_HEADS = (
    "Pupil",
    "In the class",
    "State",
    "Mark (%)",
    "Points",
    "Questions",
    "Answered",
    "Attempts",
    "Begun",
    "Last answer",
    "Seconds",
    "Paper",
)
ANSWER_HEADS = (
    "Pupil",
    "Attempt",
    "Begun",
    "Place",
    "Question",
    "Topic",
    "Answer",
    "Right answer",
    "Earned",
    "Sure",
    "Answered",
    "Key of the question",
)
SURE = {True: "yes", False: "no", None: ""}
AT_ONCE = 2000  # items


def marks(found: Overview) -> Sheet:
    """A line for everybody, by the attempts that count."""
    with_certainty = found.assignment.marks_certainty
    heads = MARK_HEADS + (("Certainty",) if with_certainty else ())
    return Sheet(
        f"besa-marks-{found.assignment.code}",
        heads,
        (_marks(found, pupil) for pupil in found.pupils),
    )


def _marks(found: Overview, pupil: Pupil) -> list[Cell]:
    sat = pupil.latest
    row: list[Cell] = [
        pupil.name,
        "yes" if pupil.is_enrolled else "no",
        STATES[pupil.state],
        None if pupil.mark is None else round(100 * pupil.mark, 2),
        None if pupil.mark is None else round(_points(pupil.counted), 3),
        sat.length if sat else None,
        sat.answered if sat else None,
        len(pupil.sats),
        sat.started_at if sat else None,
        sat.last_answer_at if sat else None,
        round(sat.took.total_seconds()) if sat and sat.took else None,
        sat.paper if sat else "",
    ]
    if found.assignment.marks_certainty:
        row.append(certainty.of(pupil.counted, found.answers))
    return row


def _points(sats: Sequence[Sat]) -> float:
    return sum(sat.score for sat in sats) / len(sats)


def answers(found: Overview, attempts: str = "") -> Sheet:
    """A line for each question of the attempts that count, or of every attempt."""
    sats = {
        sat.pk: (pupil.name, number, sat)
        for pupil in found.pupils
        for number, sat in enumerate(pupil.sats, start=1)
        if attempts == EVERY or sat in pupil.shown
    }
    return Sheet(
        f"besa-answers-{found.assignment.code}", ANSWER_HEADS, _answers(found, sats)
    )


def _answers(
    found: Overview, sats: dict[int, tuple[str, int, Sat]]
) -> Iterator[Sequence[Cell]]:
    items = Item.objects.filter(attempt__sitting__assignment=found.assignment)
    in_order = (
        items.select_related("answer", "attempt__sitting", "question")
        .only(
            *("position", "format", "topic", "stem", "aspect", "prompts", "options"),
            *("solution", "question__key", "attempt__sitting__id"),
            *("answer__given", "answer__credit", "answer__is_sure"),
            "answer__answered_at",
        )
        .order_by("attempt__started_at", "attempt", "position")
    )
    for item in in_order.iterator(chunk_size=AT_ONCE):
        if told := sats.get(item.attempt.sitting.pk):
            yield _answer(item, *told)


def _answer(item: Item, name: str, number: int, sat: Sat) -> list[Cell]:
    format, answer = FORMATS[item.format], item.answer if item.is_answered else None
    return [
        name,
        number,
        sat.started_at,
        item.position,
        item.stem,
        Topic(item.topic).label,
        format.in_words(item, answer.given) if answer else "",
        format.in_words(item, format.right(item)),
        answer.credit if answer else 0,
        SURE[answer.is_sure] if answer else "",
        answer.answered_at if answer else None,
        item.question.key,
    ]


def gradebook(found: Gradebook) -> Sheet:
    """Pupils down, assignments across, marks in per cent."""
    heads = [
        "Pupil",
        *(f"{one} ({one.created_at:%Y-%m-%d})" for one in found.assignments),
        "Mean (%)",
        "Quizzes done",
    ]
    rows = (
        [line.name, *map(_hundredths, line.marks), _hundredths(line.mean), line.done]
        for line in found.lines
    )
    means: Iterable[Sequence[Cell]] = [
        ["Mean of the class", *map(_hundredths, found.means), None, None]
    ]
    return Sheet(f"besa-gradebook-{found.school_class.code}", heads, [*rows, *means])


def _hundredths(share: float | None) -> float | None:
    return None if share is None else round(100 * share, 2)
