"""What states and territories are called in English and Albanian, as CLDR has it.

A reader may type any of these. CLDR speaks of territories, not of recognition: that a
name stands here says only that it is the name of somewhere.
"""

import re
from functools import cache

from babel import Locale

from relations.claims import Thing

ELSEWHERE = "territory"  # the kind of a place the base holds nothing of
NOT_A_PLACE = {"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"}

TAKES_ARTICLE = re.compile(r"(Emirates|Islands|Philippines|Republic|Territor(y|ies))$")
IN_BRACKETS = re.compile(r"(.+) \((.+)\)")
PLURAL = re.compile(r"[eëj]t$")
LINKS = {"e", "i"}  # join an Albanian noun to what describes it


@cache
def names(code: str) -> tuple[str, ...]:
    """All names of the place with this ISO 3166 code; none for what is no place."""
    english = _english().get(code, "")
    if not english or code in NOT_A_PLACE:
        return ()
    albanian = _split(_albanian().get(code, ""))
    definite = (_definite(name, english) for name in albanian)
    return tuple(dict.fromkeys(filter(None, [*_split(english), *albanian, *definite])))


@cache
def elsewhere(known: frozenset[str]) -> tuple[Thing, ...]:
    """The places without a row in the base, where `known` are the codes that have one."""
    return tuple(
        _thing(code)
        for code in sorted(_english())
        if len(code) == 2 and names(code)
        if code not in known
    )


def _thing(code: str) -> Thing:
    name, *others = names(code)
    name = name.replace(" & ", " and ")
    in_sentence = f"the {name}" if TAKES_ARTICLE.search(name) else name
    return Thing(ELSEWHERE, code.lower(), name, in_sentence, also=tuple(others))


def _english() -> dict[str, str]:
    return dict(Locale("en").territories)


def _albanian() -> dict[str, str]:
    return dict(Locale("sq").territories)


def _split(name: str) -> list[str]:
    """ "Myanmar (Burma)" is two names."""
    match = IN_BRACKETS.fullmatch(name)
    return [match[1], match[2]] if match else [name]


def _definite(name: str, english: str) -> str:
    """ "Kosova" for "Kosovë", where the form can be derived; else nothing.

    Names in -i that have it in English too, as Haiti, are not declined so.
    """
    head, *rest = name.split(" ")
    if name.isupper() or (rest and rest[0] not in LINKS) or PLURAL.search(head):
        return ""
    last = head[-1:]
    if head.endswith("ër"):
        head = f"{head[:-2]}ra"
    elif last == "ë":
        head = f"{head[:-1]}a"
    elif last == "i" and not english.endswith("i"):
        head += "a"
    elif last and last in "kgh":
        head += "u"
    elif last.isalpha() and last not in "aeiouy":
        head += "i"
    else:
        return ""
    return " ".join([head, *rest])
