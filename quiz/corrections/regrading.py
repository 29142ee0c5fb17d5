"""What is right now, and how a question as it was asked is judged by it. Values only.

A *truth* says what is right apart from any order of options, as JSON, so that it can be
kept with a correction and put to an item asked long ago or still to be answered:

    says         how the question is to be worded; an item worded otherwise said
                 something that no longer holds, and cannot be judged
    text         the right option of a choice
    dates        when each of the things to be put in time was
    pairs        for each claim the texts of its two sides, to be matched or chosen
    solution, options   of an answer that is typed
    explanation, sources  what is told beside it
    told         for each claim that was changed, what is told of it now
"""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

from quiz.formats import FORMATS, Given
from quiz.formats.roll import enough
from quiz.models import Item, Question
from relations.dates import PartialDate

Truth = dict[str, Any]
WHOSE_WORD = "according to the article"  # comes and goes with what references say
NOT_RIGHT = "{}, which we took to be right for one of these, is not."
UNKEPT = {"id", "attempt_id"}  # of an item that is only thought of


def righted(item: Item, truth: Truth | None) -> Item | None:
    """The item as it should have been marked, not stored; None where it cannot be."""
    if truth is None or not _is_worded(item, truth):
        return None
    right = READERS[item.format](item, truth)
    return right and retold(right, truth)


def retold(item: Item, truth: Truth | None) -> Item:
    """The item with nothing told of its options that is not so any more."""
    told, dates = (truth or {}).get("told", {}), (truth or {}).get("dates", {})
    options = []
    for option in item.options:
        claim = option.get("claim", "")
        changed = {}
        if claim in told and option["truth"]:
            is_match = item.format == "match"
            text = NOT_RIGHT.format(option["text"]) if is_match else told[claim]
            changed["truth"] = text
        if claim in told and "date" in option and claim in dates:
            changed["date"] = str(PartialDate.parse(dates[claim]))
        options.append(option | changed)
    return copy(item, options=options)


def outdated(item: Item, truth: Truth | None) -> set[int]:
    """The rows of a match of which what belonged together does so no more."""
    pairs = (truth or {}).get("pairs", {})
    if item.format != "match":
        return set()
    own = zip(item.prompts, item.solution, strict=True)
    return {
        row
        for row, (prompt, place) in enumerate(own)
        if pairs.get(prompt["claim"], ["", item.options[place]["text"]])[1]
        != item.options[place]["text"]
    }


def is_same(item: Item, other: Item) -> bool:
    """Whether both take the same answers as right."""
    typed = item.format in {"name", "number", "roll"}
    alike = item.solution == other.solution
    return alike and (not typed or _accepted(item) == _accepted(other))


def credit(item: Item, right: Item, given: Given, *, before: float) -> float:
    """What an answer to the item earns by the item as righted."""
    if item.format != "roll":
        return FORMATS[item.format].credit(right, given)
    return min(1.0, max(0.0, before + _share(right, _named(item, right, given))
                        - _share(item, given)))  # fmt: skip


def in_words(item: Item, claim: str = "") -> str:
    """What the item takes as right; of a match only what it says of the claim."""
    format = FORMATS[item.format]
    if item.format == "match" and claim:
        pairs = zip(item.prompts, item.solution, strict=True)
        own = [(p, place) for p, place in pairs if p["claim"] == claim]
        return "; ".join(_pair(p["text"], item.options[n]["text"]) for p, n in own)
    return format.in_words(item, format.right(item))


def said(truth: Truth | None, claim: str) -> str:
    """What is right of a claim where it was not among the answers shown."""
    known = (truth or {}).get("pairs", {}).get(claim)
    if known:
        return _pair(*known) if known[0] else known[1]
    return (truth or {}).get("text", "")


def asked(question: Question) -> Item:
    """The question as an item would hold it, in the order it is stored in."""
    return Item(
        question=question if question.pk else None,
        version=question.version,
        family=question.family,
        format=question.format,
        claim=question.claim,
        claims=question.claims,
        aspect=question.aspect,
        stem=question.stem,
        prompts=question.prompts,
        options=question.options,
        solution=question.solution,
    )


def copy(item: Item, **changes: Any) -> Item:
    """An item that is not stored and stands in no attempt."""
    kept = {
        field.attname: getattr(item, field.attname)
        for field in Item._meta.concrete_fields
        if field.attname not in UNKEPT
    }
    return Item(**kept | changes)


def _pair(prompt: str, text: str) -> str:
    return f"{prompt} – {text}"


def _is_worded(item: Item, truth: Truth) -> bool:
    """Whether it asked what is asked now; whose word it is makes no difference."""
    says = truth.get("says")
    return says is None or _bare(item.stem) in map(_bare, says)


def _bare(stem: str) -> str:
    """Without what only says whose word the answer is."""
    return "".join(filter(str.isalnum, stem.casefold().replace(WHOSE_WORD, "")))


def _accepted(item: Item) -> list[list[str]]:
    """What may be typed for each option; a number by its own text."""
    return [option.get("accepts", [option["text"]]) for option in item.options]


def _chosen(item: Item, truth: Truth) -> Item | None:
    texts = [option["text"] for option in item.options]
    if truth.get("text") not in texts:
        return None
    return copy(item, solution=texts.index(truth["text"]))


def _dates(claims: Sequence[str], truth: Truth) -> list[PartialDate]:
    """Those known of the claims, fewer than these where one is not."""
    known = truth.get("dates", {})
    return [PartialDate.parse(known[claim]) for claim in claims if claim in known]


def _first(item: Item, truth: Truth) -> Item | None:
    dates = _dates([option["claim"] for option in item.options], truth)
    if len(dates) != len(item.options) or dates[0].overlaps(dates[1]):
        return None
    return copy(item, solution=0 if dates[0].before(dates[1]) else 1)


def _ordered(item: Item, truth: Truth) -> Item | None:
    dates = _dates([option["claim"] for option in item.options], truth)
    if len(dates) != len(item.options):
        return None
    places = sorted(range(len(dates)), key=lambda place: dates[place].first_day)
    if not all(dates[one].before(dates[other]) for one, other in pairwise(places)):
        return None
    return copy(item, solution=places)


def _placed(item: Item, truth: Truth) -> Item | None:
    """Where the thing asked lies between the marks; they were shown with their dates."""
    marks = _dates([prompt["claim"] for prompt in item.prompts], truth)
    asked = _dates([item.claim], truth)
    shown = [option["before"] for option in item.options[:-1]]
    if [str(mark) for mark in marks] != shown or not asked:
        return None
    if any(mark.overlaps(asked[0]) for mark in marks):
        return None
    return copy(item, solution=sum(bool(m.before(asked[0])) for m in marks))


def _matched(item: Item, truth: Truth) -> Item | None:
    """What is not known to have changed stays as it was."""
    texts = [option["text"] for option in item.options]
    places = []
    for prompt, place in zip(item.prompts, item.solution, strict=True):
        own = [prompt["text"], texts[place]]
        says, right = truth.get("pairs", {}).get(prompt["claim"], own)
        if says != prompt["text"] or right not in texts:
            return None
        places.append(texts.index(right))
    return copy(item, solution=places) if len({*places}) == len(places) else None


def _several(item: Item, truth: Truth) -> Item | None:
    """How many are right stands in its wording, so that one less cannot be judged."""
    known = truth.get("pairs", {})
    for place in item.solution:
        option = item.options[place]
        if known.get(option["claim"], ["", option["text"]])[1] != option["text"]:
            return None
    return copy(item)


def _typed(item: Item, truth: Truth) -> Item | None:
    if "solution" not in truth:
        return None
    return copy(item, solution=truth["solution"], options=truth["options"])


def _named(item: Item, right: Item, given: Given) -> list[int]:
    """Of what was named, that which still counts, by its new place."""
    texts = [option["text"] for option in right.options]
    named = [item.options[place]["text"] for place in given]
    return [texts.index(text) for text in named if text in texts]


def _share(item: Item, given: Given) -> float:
    return len(given) / enough(item)


READERS: dict[str, Callable[[Item, Truth], Item | None]] = {
    "choice": _chosen,
    "pair": _first,
    "order": _ordered,
    "timeline": _placed,
    "match": _matched,
    "several": _several,
    "date": _typed,
    "name": _typed,
    "number": _typed,
    "roll": _typed,
}
