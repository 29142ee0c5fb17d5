"""What the rules for generated questions say to a written one, in words for its author.

Only those rules speak that look at the wording and ask nothing of the fact base.
"""

from decimal import Decimal
from typing import Any

from quiz.quality import rules
from quiz.questions.drafts import Candidate, Draft, Option, Prompt
from quiz.writing import WRITERS
from quiz.writing.plain import Parts, Plain, date_in
from relations.claims import Amount, Claim, Predicate, ProofKind, Thing, Value, Words
from relations.knowledge import Knowledge, Proof

SAID = {
    "S01": "The question cannot be answered without looking at the answers. Ask for what is wanted in the question itself.",
    "S02": "The question is asked in the negative. A “not” is easily read over; ask for what is true.",
    "S03": "The question has more than 25 words. What is not needed to answer it can go into the explanation.",
    "S04": "A word such as “usually” or “major” leaves room for argument.",
    "S05": "“Largest”, “best” and the like need a measure: of what, by whose figures?",
    "S06": "This is not one whole question: it should begin as a sentence and end with one question mark.",
    "S07": "Something in the wording is not clean: a space too many, a word twice, “a” before a vowel, or a bracket left open.",
    "S08": "Say in the question whether a year, a month or a day is asked for, or how many of what.",
    "S09": "A wrong answer differs from the right one by a sign or two only. That tests eyesight.",
    "O02": "The dates or numbers are not written alike; the odd one out stands out.",
    "O04": "The right answer is by far the longest or the shortest, which gives it away.",
    "O05": "Two of the answers do not exclude each other, so both could be called right.",
    "O06": "“All of these” and “none of these” reward guessing. Offer answers that stand for themselves.",
    "O07": "An answer with “always”, “never” or “only” is known to be wrong before it is read.",
    "O08": "An answer with a “not” in it is hard to judge. Say what is, instead of what is not.",
    "O09": "Three or four answers are as hard as more, and quicker to read.",
    "O13": "Some answers end with a full stop or another mark. Let all of them end without.",
    "C01": "The right answer alone repeats a word of the question, which gives it away.",
    "C02": "The right answer alone fits the question’s grammar, or alone begins as it does.",
    "C04": "Two of the answers are opposites, so readers guess between these two.",
    "C05": "The right answer alone has brackets, figures, quotation marks, an accent or the like.",
    "K03": "Say in the question what is to be typed: a name, a year, a day, how many.",
    "K04": "The answer, or a part of it, stands in the question.",
    "R02": "A label tells when it was, or there are too few or too many things to order.",
    "R05": "Four to six pairs and two answers to spare make a good match; with fewer the last pair needs no knowledge.",
    "R06": "Say in the question how many answers are right.",
    "R07": "“Yes” and “no” can be guessed one time in two.",
}
PROOF = Proof(ProofKind.NEGATIVE, ())
ASKED = Predicate[Value]("own")
NOTHING_KNOWN = Knowledge(())


def warnings(plain: Plain) -> list[str]:
    """What a careful colleague would point at; wants a question without faults."""
    draft = _draft(plain, WRITERS[plain.format].parts(plain))
    found = [
        rule.slug
        for rule in rules.RULES
        if rule.slug in SAID
        and rule.applies(draft)
        and rule.check(draft, NOTHING_KNOWN)
    ]
    return [SAID[slug] for slug in found]


def _draft(plain: Plain, parts: Parts) -> Draft:
    """As if it had been generated, from a claim that says what the author says."""
    subject = Thing("own", "own", plain.stem)
    options = tuple(_option(plain, one, subject) for one in parts.options)
    claim = Claim("own", ASKED, subject, options[0].candidate.value, plain.explanation)
    prompts = tuple(Prompt(one["text"], claim) for one in parts.prompts)
    return Draft(
        family="own",
        aspect="what",
        claim=claim,
        stem=plain.stem,
        options=options,
        solution=parts.solution,
        format=plain.format,
        prompts=prompts,
        is_ordered=parts.is_ordered,
    )


def _option(plain: Plain, one: dict[str, Any], subject: Thing) -> Option[Value]:
    names = ("accepts", "exact")
    extra = {name: one[name] for name in names if name in one}
    value = _value(plain, one["text"])
    candidate = Candidate(one["text"], ASKED, subject, value, extra=extra)
    return Option(candidate, PROOF if one["proof"] else None)


def _value(plain: Plain, text: str) -> Value:
    if plain.format == "number":
        return Amount(Decimal(1), plain.unit)
    return date_in(text) or Words(text)
