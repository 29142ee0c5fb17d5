"""Which three of these? Entries of whole lists, and memberships, among what is neither."""

import re
from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, cycle, islice
from typing import Any

from django.utils.translation import gettext_lazy as _

from quiz.questions.base import text_of
from quiz.questions.choosing import (
    AnyClaim,
    ChoosingSeveral,
    Counts,
    Pool,
    as_told,
    refuted,
)
from quiz.questions.companions import Lots
from quiz.questions.drafts import Candidate
from quiz.questions.listed import is_partner, may_be_meant
from quiz.questions.telling import candidate_for, named_in, told_of
from relations.claims import HOME, LISTED, MEMBER, Claim, Thing, Words
from relations.knowledge import Knowledge

WHICH = re.compile(r"\b(which) of these\b", re.I)
LOOKED_AT = 40  # wordings of other lists, to find those that stood least
SHORTEST, LONGEST = 0.5, 2.0  # a wrong wording, as a share of the right one's length


class SeveralMemberships(ChoosingSeveral):
    slug = "several-member"
    label = "Which organisations are on the list of memberships"

    def claims(self, knowledge: Knowledge) -> Sequence[Claim[Thing]]:
        return knowledge.claims_of(MEMBER)

    def refusal(self, knowledge: Knowledge, claim: AnyClaim) -> str:
        if claim.is_negated and not claim.unasked_because:
            return "Not a membership; a wrong answer only."
        return super().refusal(knowledge, claim)

    def counts(self, knowledge: Knowledge, claim: AnyClaim) -> Counts:
        return Counts(right=4, wrong=2)

    def stem(self, claim: AnyClaim, number: str) -> str:
        stem = _(
            "Of which {number} of these organisations is Albania a member, "
            "according to the article?"
        )
        return stem.format(number=number)

    def explanation(self, claim: AnyClaim, number: str) -> str:
        told = _("All {number} stand on the article’s list of memberships.")
        return told.format(number=number)

    def pool(self, knowledge: Knowledge, asked: list[AnyClaim], seed: str) -> Pool:
        return _Bodies(self.claims(knowledge), asked, seed)


class _Bodies(Pool):
    """Few bodies are known to be closed, so they stand among the options often.

    Only so many memberships keep them company that each of these stands there as often
    too. Otherwise whatever turns up time and again would be wrong. And it is those next
    to them in the alphabet, as most of the closed ones stand at its beginning.
    """

    def __init__(
        self, claims: Iterable[AnyClaim], asked: list[AnyClaim], seed: str
    ) -> None:
        closed = [(claim.key, claim) for claim in claims if claim.is_negated]
        plain = [(claim.key, claim) for claim in asked if not claim.remark]
        self._closed = Lots(closed, seed)
        self._company = Lots(_neighbours(plain, closed, len(closed) * 3 // 2), seed)

    def fellows(self, claim: AnyClaim, salt: str) -> Iterator[AnyClaim]:
        return self._company.drawn(f"{salt}/right")

    def strangers(
        self, rights: Sequence[AnyClaim], salt: str
    ) -> Iterator[Candidate[Any]]:
        for other in self._closed.drawn(f"{salt}/wrong"):
            yield candidate_for(other.value, rights[0], other)


Keyed = tuple[str, AnyClaim]


def _neighbours(plain: list[Keyed], closed: list[Keyed], count: int) -> list[Keyed]:
    """So many of the plain ones, each in turn the last before a closed one by its name,
    or, where there is none, the first after it."""

    def name(keyed: Keyed) -> str:
        return text_of(keyed[1].value).casefold()

    found: list[Keyed] = []
    free = sorted(plain, key=name)
    for body in islice(cycle(sorted(closed, key=name)), min(count, len(plain))):
        place = bisect(free, name(body), key=name)
        found.append(free.pop(max(place - 1, 0)))
    return found


class SeveralListed(ChoosingSeveral):
    slug = "several-listed"
    label = "What else the article lists"

    def claims(self, knowledge: Knowledge) -> Sequence[AnyClaim]:
        return knowledge.claims_of(LISTED)

    def refusal(self, knowledge: Knowledge, claim: AnyClaim) -> str:
        if reason := super().refusal(knowledge, claim):
            return reason
        if not WHICH.search(claim.subject.in_sentence):
            return "The list is not asked about."
        entries = knowledge.slot(LISTED, claim.subject)
        if len(entries) == 2 and claim != entries[0]:
            return "Asked together with the other entry."
        return ""

    def counts(self, knowledge: Knowledge, claim: AnyClaim) -> Counts:
        """One less than there are, so that each entry has a question of its own."""
        entries = len(knowledge.slot(LISTED, claim.subject))
        return Counts(right=min(3, max(2, entries - 1)), wrong=3)

    def stem(self, claim: AnyClaim, number: str) -> str:
        """The list's own question, put to several."""
        of_several = _("{which} {number} of these")
        return WHICH.sub(
            lambda found: of_several.format(which=found[1], number=number),
            claim.subject.in_sentence,
        )

    def explanation(self, claim: AnyClaim, number: str) -> str:
        told = _("The article gives the whole list, and these {number} are on it.")
        return told.format(number=number)

    def pool(self, knowledge: Knowledge, asked: list[AnyClaim], seed: str) -> Pool:
        """Also what is asked together with another only."""
        standing = [
            claim
            for claim in self.claims(knowledge)
            if not super(SeveralListed, self).refusal(knowledge, claim)
        ]
        return _Lists(knowledge, standing, seed)


class _Lists(Pool):
    def __init__(self, knowledge: Knowledge, asked: list[AnyClaim], seed: str) -> None:
        self._knowledge = knowledge
        entries, wordings = defaultdict(list), defaultdict(list)
        for claim in asked:
            entries[claim.subject].append((claim.key, claim))
            if isinstance(claim.value, Words):
                wordings[claim.subject.region].append((claim.key, claim))
        regions = defaultdict(list)
        for state in knowledge.states:
            if not state.is_former and state.name != HOME:
                regions[state.region].append((state.slug, state))
        self._entries = {key: Lots(found, seed) for key, found in entries.items()}
        self._wordings = {key: Lots(found, seed) for key, found in wordings.items()}
        self._all_wordings = Lots([*chain(*wordings.values())], seed)
        self._regions = {key: Lots(found, seed) for key, found in regions.items()}
        self._states = Lots([*chain(*regions.values())], seed)
        self._stood: Counter[AnyClaim] = Counter()

    def fellows(self, claim: AnyClaim, salt: str) -> Iterator[AnyClaim]:
        return self._entries[claim.subject].drawn(f"{salt}/right")

    def strangers(
        self, rights: Sequence[AnyClaim], salt: str
    ) -> Iterator[Candidate[Any]]:
        if isinstance(rights[0].value, Thing):
            return self._other_states(rights, f"{salt}/wrong")
        return self._other_wordings(rights, f"{salt}/wrong")

    def _other_states(
        self, rights: Sequence[AnyClaim], salt: str
    ) -> Iterator[Candidate[Any]]:
        """One from where each right one lies, as far as there are, then from anywhere."""
        claim = rights[0]
        regions = {right.value.region for right in rights} & self._regions.keys()
        near = {
            region: self._told(claim, self._regions[region].drawn(salt))
            for region in sorted(regions)
        }
        for right in rights:
            if found := next(near.get(right.value.region, iter(())), None):
                yield found
        yield from self._told(claim, self._states.drawn(salt))

    def _told(
        self, claim: AnyClaim, states: Iterable[Thing]
    ) -> Iterator[Candidate[Any]]:
        """Those proved not to be on the list, told as what they are.

        States the article never mentions may stand only where the right ones might be
        such states too, or to be unheard of would tell.
        """
        is_open = claim.topic == "relations" and not is_partner(
            self._knowledge, claim.value
        )
        for state in states:
            told = told_of(self._knowledge, state)
            if not (told or is_open) or named_in(claim.subject.in_sentence, state):
                continue
            candidate = candidate_for(state, claim, told)
            if refuted(self._knowledge, candidate):
                yield candidate

    def _other_wordings(
        self, rights: Sequence[AnyClaim], salt: str
    ) -> Iterator[Candidate[Any]]:
        """Entries of other lists, of the same form first, of like length.

        Those that have stood against others least often come first, or what turns up
        most would be wrong.
        """
        claim = rights[0]
        length = len(text_of(claim.value))
        alike = self._wordings[claim.subject.region].drawn(salt)
        drawn = islice(chain(alike, self._all_wordings.drawn(salt)), LOOKED_AT)
        for other in sorted(dict.fromkeys(drawn), key=self._stood.__getitem__):
            share = len(text_of(other.value)) / length
            if other.subject == claim.subject or may_be_meant(other, claim, *rights):
                continue
            if SHORTEST <= share <= LONGEST:
                self._stood[other] += 1
                yield as_told(other, of=claim)
