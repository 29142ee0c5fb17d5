"""S: stems that are hollow, negative, torn, unclean or silent on the unit."""

import re
from random import Random

from quiz.quality import parts
from quiz.quality.mutations.edits import Mutator, reworded
from quiz.questions.drafts import Draft
from relations.claims import Amount
from relations.dates import PartialDate
from relations.knowledge import Knowledge

HOLLOW = (
    "Which of these is true?",
    "Which of the following statements is correct?",
    "Which of these is right?",
    "What do you know about Albania?",
    "Which statement does the article make?",
    "Which answer is the right one?",
    "Which of these applies?",
)
BARE_LETTER = re.compile(r"\b(the|an) (?=[aeiou](?!u|ni|ne))")


def it_is_hollow(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    return reworded(d, dice.choice(HOLLOW))


def it_does_not_say_of_what(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    """The thing asked about becomes an "it"."""
    if d.format not in {"choice", "date", "name"} or d.prompts:
        return None
    subject = d.claim.subject
    for name in (subject.in_sentence, subject.name):
        if name and name in d.stem and len(name) < len(d.stem) / 2:
            return reworded(d, d.stem.replace(name, "it"))
    return None


def not_is_put_in(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    verb = re.search(r"\b(did|does|is|are|was|were|has|have|do)\b", d.stem)
    if not verb:
        return None
    word = dice.choice(["not", "never"])
    end = verb.end()
    return reworded(d, f"{d.stem[:end]} {word}{d.stem[end:]}")


def an_exception_is_asked(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    ends = (", except one?", " – all but one: except which?", ", excluding one?")
    return reworded(d, d.stem.rstrip("?.") + dice.choice(ends))


def a_short_not_is_put_in(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    apostrophe = dice.choice("’'")
    return reworded(
        d, re.sub(r"\b(did|does|is|was|were)\b", rf"\1n{apostrophe}t", d.stem, count=1)
    )


def what_failed_is_asked(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    """Negative without a "not"."""
    ways = ("fail to", "refuse to", "decline to")
    asked = rf"\1 {dice.choice(ways)} \2"
    verb = r"\b(did Albania) (establish|enter|sign|re-establish|first establish)\b"
    stem = re.sub(verb, asked, d.stem)
    of_these = dice.choice([", and which is missing?", " without an exception?"])
    return reworded(d, stem if stem != d.stem else d.stem.rstrip("?.") + of_these)


def the_mark_is_lost(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    return reworded(d, d.stem.rstrip("?.") + dice.choice(["", ",", ":", " …", "!"]))


def there_are_two_questions(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    more = dice.choice([" And why?", " Who said so?", " Are you sure?"])
    return reworded(d, d.stem + more)


def there_are_blanks(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    words = d.stem.split()
    for place in dice.sample(range(1, len(words) - 1), 2):
        words[place] = "____"
    return reworded(d, " ".join(words))


def it_is_torn(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    words = d.stem.split()
    if dice.random() < 0.5:
        return reworded(d, " ".join(words[:3]) + "?")
    return reworded(d, " ".join(words[len(words) // 2 :]).lower())


def a_slot_is_left(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    words = d.stem.split()
    slots = ["{name}", "%(name)s", "None", "[state]", "<b>"]
    words[dice.randrange(1, len(words) - 1)] = dice.choice(slots)
    return reworded(d, " ".join(words))


def spaces_are_wrong(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    place = dice.choice([m.start() for m in re.finditer(" ", d.stem)])
    doubled = f"{d.stem[:place]} {d.stem[place:]}"
    end = d.stem[-1]
    return reworded(d, dice.choice([doubled, f"{d.stem[:-1]} {end}", f" {d.stem}"]))


def a_word_stands_twice(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    places = [w for w in re.finditer(r"\b[a-z]+\b", d.stem) if w[0].isascii()]
    plain = [w for w in places if d.stem[w.end() : w.end() + 1] == " "]
    if not plain:
        return None
    word = dice.choice(plain)
    return reworded(d, f"{d.stem[: word.end()]} {word[0]}{d.stem[word.end() :]}")


def the_article_is_wrong(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    """ "a article", "an state", "with the Greece"."""
    subject = d.claim.subject
    if subject.kind == "country" and f"{subject.in_sentence} " in d.stem:
        takes = subject.in_sentence.startswith("the ")
        name = subject.name if takes else f"the {subject.name}"
        return reworded(d, d.stem.replace(subject.in_sentence, name))
    return reworded(d, BARE_LETTER.sub("a ", d.stem, count=1))


def a_mark_lacks_its_fellow(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    words = d.stem.split()
    place = dice.randrange(1, len(words) - 1)
    words[place] = dice.choice("“(") + words[place]
    return reworded(d, " ".join(words))


def _measure(d: Draft) -> object:
    return parts.rights(d)[0].candidate.value


def the_unit_is_not_said(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    is_dated = d.format == "date" or parts.has_dates(d)
    if not is_dated:
        return None
    asked = r"\b([Oo]n|[Ii]n) (what|which) (date|month and year|year|day)\b"
    return reworded(d, re.sub(asked, "When", d.stem))


def another_unit_is_said(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    value = _measure(d)
    if not isinstance(value, PartialDate) or not (
        d.format == "date" or parts.has_dates(d)
    ):
        return None
    asked = r"\b(date|month and year|year|day)\b"
    others = {"day": "year", "month": "year", "year": "month"}
    return reworded(d, re.sub(asked, others[value.precision], d.stem, count=1))


def it_does_not_say_how_many(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    if not isinstance(_measure(d), Amount):
        return None
    asked = r"\b(About how|How) (many|much|large|long)( \w+)?|\b[Ww]hat percentage of"
    return reworded(d, re.sub(asked, "What about", d.stem))


MUTATIONS: dict[str, tuple[Mutator, ...]] = {
    "S01": (it_is_hollow, it_does_not_say_of_what),
    "S02": (
        not_is_put_in,
        an_exception_is_asked,
        a_short_not_is_put_in,
        what_failed_is_asked,
    ),
    "S06": (the_mark_is_lost, there_are_two_questions, there_are_blanks, it_is_torn),
    "S07": (
        a_slot_is_left,
        spaces_are_wrong,
        a_word_stands_twice,
        the_article_is_wrong,
        a_mark_lacks_its_fellow,
    ),
    "S08": (the_unit_is_not_said, another_unit_is_said, it_does_not_say_how_many),
}
