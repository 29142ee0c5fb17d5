"""C: the right option is told by a word, a letter, its form, its place or a hidden mark."""

import re
from dataclasses import replace
from random import Random

from quiz.quality import parts
from quiz.quality.mutations.edits import (
    Mutator,
    changed,
    reordered,
    retold,
    reworded,
    right_place,
    shuffled,
)
from quiz.quality.wording import COMMON, is_acronym
from quiz.questions.drafts import Draft
from relations.claims import ACRONYM, STANDS_FOR
from relations.knowledge import Knowledge

CHOSEN = {"choice", "several"}
HIDDEN = ("\u200b", "\u00ad", "\u2060", "\ufeff", " ", " *", "✓", "\u00a0")


def _lone_words(d: Draft, text: str) -> list[str]:
    """Words of the key that no other option has."""
    others = " ".join(option.text.casefold() for option in d.wrong)
    words = re.findall(r"[^\W\d_]{5,}", text)
    return [
        w
        for w in words
        if w.casefold() not in COMMON and w[:5].casefold() not in others
    ]


def the_stem_has_a_word_of_the_key(
    d: Draft, k: Knowledge, dice: Random
) -> Draft | None:
    key = d.options[right_place(d, dice)].text
    words = _lone_words(d, key)
    if d.format not in CHOSEN or not words:
        return None
    word = dice.choice(words)
    ways = [f", in words on {word}?", f" in the matter of {word.casefold()}?"]
    return reworded(d, d.stem.rstrip("?.") + dice.choice(ways))


def the_stem_has_its_root(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    """ "Pakistani" where Pakistan is right, and no other begins so."""
    key = d.options[right_place(d, dice)].text
    words = _lone_words(d, key)
    if d.format not in CHOSEN or not words:
        return None
    word = dice.choice(words)
    root = word + dice.choice(["s", "i", "an", "ese"])
    return reworded(d, d.stem.rstrip("?.") + f", of {root} origin?")


def the_key_has_a_word_of_the_stem(
    d: Draft, k: Knowledge, dice: Random
) -> Draft | None:
    words = [
        w
        for w in re.findall(r"\b[a-z]{6,}\b", d.stem)
        if w not in COMMON and all(w[:5] not in t.casefold() for t in parts.texts(d))
    ]
    if d.format not in CHOSEN or not words:
        return None
    place = right_place(d, dice)
    return retold(d, place, f"{d.options[place].text} ({dice.choice(words)})")


def the_year_is_in_the_stem(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    dates = parts.dates(d)
    if d.format != "choice" or not dates:
        return None
    year = dates[d.solution].year
    if sum(date.year == year for date in dates) > 1:
        return None
    return reworded(d, d.stem.rstrip("?") + f", as it stood in {year}?")


def the_letters_fit_it_alone(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    """Wrong options are bodies with other letters altogether."""
    if d.format != "choice" or d.claim.predicate not in {ACRONYM, STANDS_FOR}:
        return None
    is_short = is_acronym(d.right.text)
    acronym = d.right.text if is_short else d.claim.subject.name
    if not is_acronym(acronym):
        return None
    strange = "QXZ" if is_short else "Quorum Xylophone Zenith"
    draft = d
    for place in range(len(d.options)):
        if place not in d.rights:
            draft = changed(draft, place, text=f"{strange}{'ABCDEF'[place]}")
    return draft


def the_key_alone_has_an_article(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    if d.format != "choice" or parts.has_dates(d) or parts.has_amounts(d):
        return None
    article = re.compile(r"(the|an?) ", re.I)
    draft = d
    for place, text in enumerate(parts.texts(d)):
        bare = article.sub("", text, count=1) if article.match(text) else text
        if place in d.rights:
            bare = f"The {bare}"
        draft = changed(draft, place, text=bare)
    return draft


def the_key_alone_is_a_verb(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    if d.format != "choice" or parts.has_dates(d) or parts.has_amounts(d):
        return None
    text = d.right.text
    ways = [f"To join with {text}", f"Dealing with {text}", f"By way of {text}"]
    return retold(d, d.solution, dice.choice(ways))


def the_stem_wants_more_than_one(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    if d.format != "choice":
        return None
    count = dice.choice(["two", "three"])
    return reworded(
        d, re.sub(r"\b([Ww])hich (of|state)", rf"\1hich {count} \2", d.stem)
    )


def the_stem_ends_in_an_article(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    if d.format != "choice" or parts.has_dates(d) or parts.has_amounts(d):
        return None
    article = dice.choice(["a", "an"])
    return reworded(d, f"{d.stem.rstrip('?')}: was it {article}?")


def it_is_never_mixed(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    texts = [text.casefold() for text in parts.texts(d)]
    has_order = parts.has_dates(d) or parts.has_amounts(d)
    if d.format not in CHOSEN | {"pair"} or has_order:
        return None
    mixed = reordered(d, shuffled(dice, len(texts))) if texts == sorted(texts) else d
    return replace(mixed, is_ordered=True)


def answers_stand_as_their_prompts(
    d: Draft, k: Knowledge, dice: Random
) -> Draft | None:
    """A match whose lists run side by side."""
    if not parts.is_match(d):
        return None
    spare = [p for p in range(len(d.options)) if p not in d.solution]
    mixed = reordered(d, [*d.solution, *spare])
    texts = [text.casefold() for text in parts.texts(mixed)]
    is_still = texts == sorted(texts) or parts.has_dates(d)
    return None if is_still else mixed


def the_rank_is_not_kept(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    if not (parts.has_dates(d) or parts.has_amounts(d)) or d.format != "choice":
        return None
    return replace(d, is_ordered=False)


def the_key_is_put_elsewhere(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    if not (parts.has_dates(d) or parts.has_amounts(d)) or d.format != "choice":
        return None
    order = [place for place in range(len(d.options)) if place != d.solution]
    places = [place for place in range(len(d.options)) if place != d.solution]
    order.insert(dice.choice(places), d.solution)
    return reordered(d, order)


def something_is_kept_with_the_key(
    d: Draft, k: Knowledge, dice: Random
) -> Draft | None:
    if not parts.is_on_page(d) or not d.rights or len(d.rights) == len(d.options):
        return None
    place = right_place(d, dice)
    mark = dice.choice(["is_right", "class", "hint", "id"])
    extra = {**d.options[place].candidate.extra, mark: "key"}
    return changed(d, place, extra=extra)


def a_sign_marks_the_key(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    if not parts.is_on_page(d):
        return None
    place, sign = right_place(d, dice), dice.choice(HIDDEN)
    text = d.options[place].text
    return retold(d, place, dice.choice([text + sign, sign + text]))


MUTATIONS: dict[str, tuple[Mutator, ...]] = {
    "C01": (
        the_stem_has_a_word_of_the_key,
        the_stem_has_its_root,
        the_key_has_a_word_of_the_stem,
        the_year_is_in_the_stem,
        the_letters_fit_it_alone,
    ),
    "C02": (
        the_key_alone_has_an_article,
        the_key_alone_is_a_verb,
        the_stem_wants_more_than_one,
        the_stem_ends_in_an_article,
    ),
    "C06": (it_is_never_mixed, answers_stand_as_their_prompts),
    "C07": (the_rank_is_not_kept, the_key_is_put_elsewhere),
    "C09": (something_is_kept_with_the_key, a_sign_marks_the_key),
}
