"""K: a name that is not taken, a name of another that is, a form not told, an answer shown."""

import re
from random import Random
from typing import Any

from quiz.quality import parts
from quiz.quality.mutations.edits import Mutator, any_place, changed, reworded
from quiz.questions.drafts import Draft, Option
from relations.knowledge import Knowledge
from relations.names import Names, fold, readings

NAMED = {"name", "roll"}


def _accepts(option: Option[Any]) -> list[str]:
    return list(option.candidate.extra.get("accepts", ()))


def _taking(d: Draft, place: int, accepts: list[str]) -> Draft:
    extra = d.options[place].candidate.extra | {"accepts": accepts}
    return changed(d, place, extra=extra)


def nothing_is_taken(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    return _taking(d, any_place(d, dice), []) if d.format in NAMED else None


def a_name_is_forgotten(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    """One of those it goes by, so that who knows it by that is told to be wrong."""
    if d.format not in NAMED:
        return None
    place = any_place(d, dice)
    accepts = _accepts(d.options[place])
    gone = dice.choice(accepts)
    kept = [form for form in accepts if readings(form).isdisjoint(readings(gone))]
    return _taking(d, place, kept)


def a_name_of_another_is_taken(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    if d.format not in NAMED:
        return None
    place = any_place(d, dice)
    accepts = _accepts(d.options[place])
    others = [form for form in k.once(Names.of).by_form if form not in accepts]
    own = {key for form in accepts for key in k.once(Names.of).by_form.get(form, ())}
    others = [f for f in others if own.isdisjoint(k.once(Names.of).by_form[f])]
    return _taking(d, place, [*accepts, dice.choice(others)])


def two_entries_take_one_name(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    if d.format != "roll" or len(d.options) < 2:
        return None
    place, other = dice.sample(range(len(d.options)), 2)
    accepts = [*_accepts(d.options[place]), dice.choice(_accepts(d.options[other]))]
    return _taking(d, place, accepts)


def the_unit_is_not_told(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    if d.format == "number":
        return reworded(d, re.sub(r"\b[Hh]ow (many|much|large)\b", "What", d.stem))
    if d.format != "date":
        return None
    asked = r"\b([Oo]n|[Ii]n) (what|which) (date|month and year|year|day)\b"
    return reworded(d, re.sub(asked, "When", d.stem))


def more_or_less_is_kept(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    if d.format != "date":
        return None
    place = any_place(d, dice)
    date = d.options[place].candidate.value
    if date.precision == "year":
        return None
    return changed(d, place, value=date.to("year"))


def the_form_of_name_is_not_told(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    if d.format != "name" or d.options[0].candidate.extra.get("kind") == "person":
        return None
    stem = re.sub(r"\b(short name|full name|acronym|name)\b", "one", d.stem)
    if stem == d.stem:
        return None
    return reworded(d, re.sub(r"\b([Ww])h(at|ich)\b", "How", stem))


def the_answer_stands_in_the_stem(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    if d.format not in {"name", "date", "number"}:
        return None
    text = d.solution if d.format == "number" else d.options[0].text
    ways = [f" – {text}?", f" (as with {text})?", f", like {text.lower()}?"]
    return reworded(d, d.stem.rstrip("?.") + dice.choice(ways))


def another_name_of_it_stands_there(
    d: Draft, k: Knowledge, dice: Random
) -> Draft | None:
    if d.format not in NAMED:
        return None
    form = dice.choice(_accepts(d.options[any_place(d, dice)]))
    shown = dice.choice([form, form.title(), form.upper()])
    return reworded(d, f"{d.stem.rstrip('?.')}, also {shown}?") if fold(form) else None


def its_adjective_stands_there(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    answer = parts.answers(d)[0]
    name = getattr(answer, "name", "")
    if d.format != "name" or getattr(answer, "kind", "") != "country" or len(name) < 5:
        return None
    word = name.split()[0]
    if len(word) < 5 or word.casefold() in {"united", "north", "south"}:
        return None
    return reworded(
        d, f"{d.stem.rstrip('?.')}, by {word}{dice.choice(['i', 'n', 's'])} help?"
    )


MUTATIONS: dict[str, tuple[Mutator, ...]] = {
    "K01": (nothing_is_taken, a_name_is_forgotten),
    "K02": (a_name_of_another_is_taken, two_entries_take_one_name),
    "K03": (the_unit_is_not_told, more_or_less_is_kept, the_form_of_name_is_not_told),
    "K04": (
        the_answer_stands_in_the_stem,
        another_name_of_it_stands_there,
        its_adjective_stands_there,
    ),
}
