"""How many can you name? Of every list of things that the article gives whole."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext_lazy as _

from quiz.questions.base import Kind, text_of
from quiz.questions.drafts import Candidate, Draft, Option, Refusal
from relations.claims import LISTED, MEMBER, Claim, Thing
from relations.knowledge import Knowledge
from relations.names import Names, acronyms, forms

FEWEST = 5  # entries; fewer are asked for better in other ways

AnyClaim = Claim[Any]

THE_WHOLE = _("The article gives the whole list.")
SOME_LEFT_OUT = _(
    "These are the ones the article names. Those it means without naming them, or "
    "puts otherwise elsewhere, were left out here."
)
BESIDE = _("What references say of some of these stands beside them.")


class NameThemAll(Kind[Any]):
    """One question for a whole list, named for its first entry."""

    slug = "roll"
    label = "Name as many as you can"
    aspect = "what"

    def claims(self, knowledge: Knowledge) -> Iterator[AnyClaim]:
        """The first of each list."""
        for entries in self._lists(knowledge):
            yield entries[0]

    def drafts(self, knowledge: Knowledge, seed: int) -> Iterator[Draft | Refusal]:
        known = Names.of(knowledge)
        for entries in self._lists(knowledge):
            reason = _refusal(knowledge, entries)
            yield (
                Refusal(self.slug, entries[0].key, reason)
                if reason
                else self._draft(knowledge, entries, known)
            )

    def _lists(self, knowledge: Knowledge) -> list[list[AnyClaim]]:
        """The article's lists, each with what it names; memberships are one of them."""
        lists: dict[Thing, list[AnyClaim]] = {}
        for claim in knowledge.claims_of(LISTED, MEMBER):
            if not claim.is_negated:
                lists.setdefault(claim.subject, []).append(claim)
        return list(lists.values())

    def _draft(
        self, knowledge: Knowledge, entries: Sequence[AnyClaim], known: Names
    ) -> Draft:
        sure = [claim for claim in entries if not claim.is_disputed]
        options = [Option(_candidate(claim, known), None) for claim in sure]
        options.sort(key=lambda option: option.text.casefold())
        contested = [claim.value for claim in entries if claim.is_disputed]
        covered = knowledge.open_to(entries[0].predicate, entries[0].subject)
        left_out = [thing for thing in (*contested, *covered) if _is_new(thing, sure)]
        if left_out:
            options[0] = _with_open(options[0], left_out, known)
        return Draft(
            family=self.slug,
            aspect=self.aspect,
            claim=sure[0],
            stem=_("How many can you name of {them}?").format(them=_them(entries)),
            options=tuple(options),
            solution=list(range(len(options))),
            format="roll",
            claims=tuple(sure),
            explanation=str(SOME_LEFT_OUT if left_out else THE_WHOLE),
            remark=str(BESIDE) if any(claim.remark for claim in sure) else "",
        )


def _refusal(knowledge: Knowledge, entries: Sequence[AnyClaim]) -> str:
    first = entries[0]
    if not isinstance(first.value, Thing):
        return "Its entries can be put into words in too many ways."
    if len(entries) < FEWEST:
        return "Too few to be named one by one."
    if first.predicate == LISTED and not knowledge.is_closed(LISTED, first.subject):
        return "The article does not give the whole list."
    return ""


def _them(entries: Sequence[AnyClaim]) -> str:
    """What is on the list: "the 29 states of …"; no number where one is contested."""
    first, count = entries[0], f"{len(entries)} "
    if any(claim.is_disputed for claim in entries):
        count = ""
    if first.predicate == MEMBER:
        told = _("the {count}organisations the article lists Albania as a member of")
        return told.format(count=count)
    title = first.subject.name
    title = title[:1].lower() + title[1:]
    return title if title.startswith("the ") else f"the {count}{title}"


def _with_open(
    option: Option[Any], things: Sequence[Thing], known: Names
) -> Option[Any]:
    """Names that are neither right nor wrong, kept with the first of the entries."""
    names = {form for thing in things for form in known.only(thing, forms(thing))}
    extra = option.candidate.extra | {"open": sorted(names)}
    return replace(option, candidate=replace(option.candidate, extra=extra))


def _is_new(thing: Any, sure: Sequence[AnyClaim]) -> bool:
    return isinstance(thing, Thing) and all(thing != claim.value for claim in sure)


def _candidate(claim: AnyClaim, known: Names) -> Candidate[Thing]:
    """An entry with every name that is its own; an acronym allows no slip."""
    thing = claim.value
    exact = acronyms(thing) if thing.kind == "organization" else set[str]()
    accepts = known.only(thing, forms(thing))
    return Candidate(
        text_of(thing),
        claim.predicate,
        claim.subject,
        thing,
        truth=" ".join(filter(None, (claim.as_told, claim.remark))),
        claim=claim.key,
        page=claim.page,
        extra={"accepts": accepts, "exact": sorted(exact & {*accepts})},
    )
