"""O: options of another kind, form or precision, that overlap, say all, or say nothing."""

import unicodedata
from dataclasses import replace
from random import Random

from quiz.quality import parts
from quiz.quality.mutations.edits import (
    Mutator,
    any_place,
    changed,
    retold,
    wrong_place,
)
from quiz.quality.wording import is_acronym
from quiz.questions.drafts import Draft
from relations.claims import Thing, Words
from relations.dates import PartialDate
from relations.knowledge import Knowledge

ABSOLUTES = ("always", "only", "completely", "absolutely", "all", "entirely", "forever")
IN_ALL = (
    " in every case",
    " at all times",
    " without fail",
    " everywhere",
    " for ever",
)


def _on_page(d: Draft) -> bool:
    return parts.is_on_page(d) and len(d.options) > 1


def one_is_in_words(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    place = wrong_place(d, dice)
    if place is None or isinstance(d.options[place].candidate.value, Words):
        return None
    return changed(d, place, value=Words("Something else altogether"), text="Trade")


def one_is_a_person_among_states(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    place = wrong_place(d, dice)
    if place is None:
        return None
    value = d.options[place].candidate.value
    own = getattr(value, "kind", "")
    kinds = [kind for kind in ("person", "country", "organization") if kind != own]
    things = k.things(dice.choice(kinds))
    if not things:
        return None
    other = dice.choice(things)
    return changed(d, place, value=other, text=other.name)


def one_is_a_date(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    place = wrong_place(d, dice)
    if place is None or isinstance(d.options[place].candidate.value, PartialDate):
        return None
    date = PartialDate(dice.randint(1912, 2020))
    return changed(d, place, value=date, text=str(date))


def a_date_is_less_exact(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    dates = parts.dates(d) if _on_page(d) else []
    if not dates or dates[0].precision == "year":
        return None
    place = any_place(d, dice)
    year = PartialDate(dates[place].year)
    return changed(d, place, value=year, text=str(year))


def a_date_is_written_otherwise(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    dates = parts.dates(d) if _on_page(d) else []
    if not dates:
        return None
    place = any_place(d, dice)
    date = dates[place]
    ways = [f"about {date}", f"the year {date.year}", f"{date.year} AD"]
    if date.precision != "year":
        first = date.first_day
        ways += [
            date.iso,
            f"{first:%d.%m.%Y}",
            f"{first:%b} {date.year}",
            f"{first:%d %b %Y}",
        ]
    return retold(d, place, dice.choice(ways))


def a_number_is_of_another_unit(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    amounts = parts.amounts(d) if _on_page(d) else []
    if not amounts:
        return None
    place = any_place(d, dice)
    amount = amounts[place]
    if dice.random() < 0.5:
        return changed(d, place, value=replace(amount, unit="tonnes"))
    text = f"{d.options[place].text} {dice.choice(['in all', 'tonnes', 'or so'])}"
    return retold(d, place, text)


def _in_words(d: Draft) -> bool:
    return _on_page(d) and not (parts.has_dates(d) or parts.has_amounts(d))


def one_begins_small(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    place = any_place(d, dice)
    text = d.options[place].text
    if not _in_words(d) or not text[0].isupper():
        return None
    return retold(d, place, text[0].lower() + text[1:])


def one_is_in_full(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    texts = parts.texts(d)
    if not _in_words(d) or sum(map(is_acronym, texts)) < 2:
        return None
    return retold(d, any_place(d, dice), "International Union of Railways")


def one_has_an_article(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    answers = parts.answers(d)
    place = any_place(d, dice)
    if not _in_words(d) or not isinstance(answers[place], Thing):
        return None
    return retold(d, place, f"The {d.options[place].text}")


def one_is_in_another_script(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    place = any_place(d, dice)
    greek = dice.choice(["Ελλάδα", "Македонија", "საქართველო"])
    return retold(d, place, greek) if _in_words(d) else None


def one_goes_on(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    """An option and more: a part of it, or it and something beside."""
    if not _on_page(d):
        return None
    place, other = dice.sample(range(len(d.options)), 2)
    text = d.options[other].text
    ends = (
        " and more",
        " or later",
        " (in part)",
        ", among others",
        " and its neighbours",
    )
    return retold(d, place, text + dice.choice(ends))


def one_is_another_name_of_one(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    named = [
        (place, alias)
        for place, answer in enumerate(parts.answers(d))
        if isinstance(answer, Thing)
        for alias in answer.aliases
    ]
    if not named or not _on_page(d):
        return None
    place, alias = dice.choice(named)
    other = dice.choice([p for p in range(len(d.options)) if p != place])
    return retold(d, other, alias)


def two_may_be_the_same(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    """Bodies that overlap, or words of one kin."""
    if not _on_page(d) or parts.names_subjects(d):
        return None
    one, other = dice.sample(range(len(d.options)), 2)
    values = [option.candidate.value for option in d.options]
    if isinstance(values[one], Words):
        kin = replace(values[one], kin="alike")
        return changed(
            changed(d, one, value=kin), other, value=replace(values[other], kin="alike")
        )
    if isinstance(values[one], Thing):
        overlaps = frozenset({values[other].slug})
        return changed(d, one, value=replace(values[one], overlaps=overlaps))
    return None


def one_is_a_decade(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    dates = parts.dates(d) if _on_page(d) else []
    if not dates:
        return None
    place, other = dice.sample(range(len(dates)), 2)
    return retold(d, place, f"the {dates[other].year // 10}0s")


CATCH_ALLS = (
    "All of these",
    "None of these",
    "All of the above",
    "None of the above",
    "Both of them",
    "Any of these",
    "Two of the above",
    "Neither",
    "Both A and B",
    "Another one",
    "More than one of these",
    "All are right",
    "Everything named here",
    "The first two",
    "Answers 1 and 2",
    "It cannot be said",
)


def one_takes_in_all(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    place = wrong_place(d, dice)
    if place is None or not _on_page(d):
        return None
    return retold(d, place, dice.choice(CATCH_ALLS))


def one_is_two_others(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    place = wrong_place(d, dice)
    if place is None or len(d.options) < 3 or not _on_page(d):
        return None
    others = [option.text for p, option in enumerate(d.options) if p != place]
    one, other = dice.sample(others, 2)
    return retold(d, place, f"{one} {dice.choice(['and', 'or', 'as well as'])} {other}")


def one_is_absolute(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    if not _on_page(d):
        return None
    place, word = any_place(d, dice), dice.choice(ABSOLUTES)
    text = d.options[place].text
    ways = [f"{word.capitalize()} {text}", f"{text} {word}", text + dice.choice(IN_ALL)]
    return retold(d, place, dice.choice(ways))


def one_is_negative(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    if not _on_page(d):
        return None
    place = any_place(d, dice)
    text = d.options[place].text
    ways = (f"Not {text}", f"{text}, but not at once", f"No {text}", f"Lack of {text}")
    more = (
        f"{text} was refused",
        f"Failure of {text}",
        f"Neither {text} nor others",
        f"It isn’t {text}",
        f"Never {text}",
    )
    return retold(d, place, dice.choice(ways + more))


def a_text_stands_twice(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    """With other capitals or marks, which nobody takes for another answer."""
    if len(d.options) < 2:
        return None
    place, other = dice.sample(range(len(d.options)), 2)
    text = d.options[other].text
    plain = unicodedata.normalize("NFKD", text)
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return retold(
        d, place, dice.choice([text, text.upper(), plain, text.replace(" ", "  ")])
    )


def an_answer_stands_twice(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    if len(d.options) < 2:
        return None
    place, other = dice.sample(range(len(d.options)), 2)
    candidate = d.options[other].candidate
    return changed(d, place, value=candidate.value, subject=candidate.subject)


MUTATIONS: dict[str, tuple[Mutator, ...]] = {
    "O01": (one_is_in_words, one_is_a_person_among_states, one_is_a_date),
    "O02": (
        a_date_is_less_exact,
        a_date_is_written_otherwise,
        a_number_is_of_another_unit,
    ),
    "O03": (
        one_begins_small,
        one_is_in_full,
        one_has_an_article,
        one_is_in_another_script,
    ),
    "O05": (
        one_goes_on,
        one_is_another_name_of_one,
        two_may_be_the_same,
        one_is_a_decade,
    ),
    "O06": (one_takes_in_all, one_is_two_others),
    "O07": (one_is_absolute,),
    "O08": (one_is_negative,),
    "O12": (a_text_stands_twice, an_answer_stands_twice),
}
