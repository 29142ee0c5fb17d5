"""T04–T07, T09: dates that overlap, steps unnamed, too exact, out of date, misnamed."""

import re
from dataclasses import replace
from random import Random

from quiz.quality import parts
from quiz.quality.mutations.edits import (
    Mutant,
    Mutator,
    changed,
    knowing,
    retold,
    reworded,
    with_claim,
    wrong_place,
)
from quiz.questions.drafts import Draft
from relations.claims import (
    DE_FACTO,
    DE_JURE,
    ESTABLISHED,
    HELD_BY,
    HOLDS,
    MEMBER,
    REESTABLISHED,
    STEPS,
    Thing,
)
from relations.dates import PartialDate
from relations.knowledge import Knowledge

LATEST = PartialDate(2024, 3, 5)
STRANGE_NAMES = ("Ruritania", "Persia", "Abyssinia", "Ceylon", "Siam", "FYROM")
NOW_WORDS = (
    *("currently", "today", "now", "at present", "nowadays", "still", "presently"),
    *("as of now", "to this day", "in recent years", "until now", "at the moment"),
    *("these days", "lately", "as yet"),
)


def _date_at(d: Draft, place: int) -> PartialDate | None:
    value = d.options[place].candidate.value
    return value if isinstance(value, PartialDate) else None


def a_date_covers_another(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    place = wrong_place(d, dice) if parts.has_dates(d) else None
    if place is None:
        return None
    other = dice.choice([p for p in range(len(d.options)) if p != place])
    date = _date_at(d, other)
    assert date is not None
    year = PartialDate(date.year)
    return changed(d, place, value=year, text=str(year))


def a_date_lies_in_another(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    place = wrong_place(d, dice) if parts.has_dates(d) else None
    if place is None:
        return None
    other = dice.choice([p for p in range(len(d.options)) if p != place])
    date = _date_at(d, other)
    assert date is not None
    day = PartialDate(date.year, date.month or dice.randint(1, 12), date.day or 9)
    return changed(d, place, value=day, text=str(day))


def the_step_is_left_out(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    """The word that tells a step from others of the same two sides."""
    if d.claim.predicate not in STEPS or d.aspect not in {"when", "order"}:
        return None
    others = [s for s in STEPS if s != d.claim.predicate and k.slot(s, d.claim.subject)]
    if not others or d.prompts or d.format in {"order", "pair", "timeline"}:
        return None
    if d.claim.predicate == ESTABLISHED and REESTABLISHED not in others:
        return None
    stem = re.sub(r" (first|de (facto|jure) \([^)]+\))", "", d.stem)
    stem = re.sub(r"re-establish", "establish", stem)
    stem = re.sub(r"Albania enter ", "Albania’s relations begin with ", stem)
    return reworded(d, re.sub(r"relations severed", "changed", stem))


def another_step_comes_to_light(d: Draft, k: Knowledge, dice: Random) -> Mutant | None:
    if d.claim.predicate != ESTABLISHED or d.aspect not in {"when", "order"}:
        return None
    if re.search(r"first|start of", " ".join(parts.told(d)), re.I):
        return None
    predicate = dice.choice([REESTABLISHED, DE_FACTO, DE_JURE])
    claim = replace(d.claim, key="made-up", predicate=predicate, value=LATEST)
    return d, knowing(k, claim)


def the_source_knows_less(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    date = d.claim.value
    if not isinstance(date, PartialDate) or d.format not in {"choice", "date", "match"}:
        return None
    asked = parts.rights(d)[0].candidate.value
    if parts.is_match(d):
        asked = d.options[d.solution[0]].candidate.value
    if not isinstance(asked, PartialDate) or asked.precision == "year":
        return None
    return with_claim(d, value=PartialDate(date.year))


def more_is_asked_than_is_known(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    if d.format not in {"choice", "date"}:
        return None
    place = next(iter(d.rights))
    date, known = _date_at(d, place), d.claim.value
    if date is None or date.precision == "day" or date.precision != known.precision:
        return None
    day = PartialDate(date.year, date.month or dice.randint(1, 12), dice.randint(1, 28))
    exact = changed(d, place, value=day, text=str(day))
    return replace(exact, solution=day.iso) if d.format == "date" else exact


def it_is_said_to_be_so_now(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    if "article" in d.stem:
        return None
    word = dice.choice(NOW_WORDS)
    stem = d.stem.removesuffix("?")
    return reworded(
        d, dice.choice([f"{stem} {word}?", f"{word.capitalize()}, {d.stem}"])
    )


def nobody_is_said_to_say_so(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    """Posts and memberships as if they were for ever."""
    name = d.claim.subject.name
    stems = {
        MEMBER: "Of which of these organisations is Albania a member?",
        HELD_BY: f"Who is {name}?",
        HOLDS: f"Which post does {name} hold?",
    }
    stem = stems.get(d.claim.predicate)
    return reworded(d, stem) if stem else None


def an_option_is_said_to_be_so_now(
    d: Draft, k: Knowledge, dice: Random
) -> Draft | None:
    if "article" in d.stem or not parts.is_on_page(d):
        return None
    place = dice.randrange(len(d.options))
    return retold(d, place, f"{d.options[place].text} {dice.choice(NOW_WORDS)}")


def it_goes_by_a_name_nobody_knows(
    d: Draft, k: Knowledge, dice: Random
) -> Draft | None:
    things = [p for p, a in enumerate(parts.answers(d)) if isinstance(a, Thing)]
    if d.format not in parts.BY_TRUTH or not things:
        return None
    return retold(d, dice.choice(things), dice.choice(STRANGE_NAMES))


def its_name_is_misspelt(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    things = [p for p, a in enumerate(parts.answers(d)) if isinstance(a, Thing)]
    if d.format not in parts.BY_TRUTH or not things:
        return None
    place = dice.choice(things)
    text = d.options[place].text
    letter = dice.randrange(1, len(text)) if len(text) > 1 else 0
    return retold(d, place, text[:letter] + text[letter + 1 :])


def a_state_that_was_gone(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    place = wrong_place(d, dice)
    if place is None or d.format != "choice" or not parts.names_subjects(d):
        return None
    gone = [t for t in k.things("country") if t.is_former]
    asked = d.claim.value
    gone = [
        t for t in gone if all(c.value.before(asked) for c in k.slot(ESTABLISHED, t))
    ]
    if not gone:
        return None
    state = dice.choice(gone)
    return changed(d, place, subject=state, text=state.name)


MUTATIONS: dict[str, tuple[Mutator, ...]] = {
    "T04": (a_date_covers_another, a_date_lies_in_another),
    "T05": (the_step_is_left_out, another_step_comes_to_light),
    "T06": (the_source_knows_less, more_is_asked_than_is_known),
    "T07": (
        it_is_said_to_be_so_now,
        nobody_is_said_to_say_so,
        an_option_is_said_to_be_so_now,
    ),
    "T09": (
        it_goes_by_a_name_nobody_knows,
        its_name_is_misspelt,
        a_state_that_was_gone,
    ),
}
