"""T01–T03, T08, T10: what is known, proved and sourced, no longer so."""

from dataclasses import replace
from random import Random
from typing import Any

from quiz.quality import parts
from quiz.quality.mutations.edits import (
    Mutant,
    Mutator,
    changed,
    claimed,
    knowing,
    not_knowing,
    with_claim,
    with_option,
    wrong_place,
)
from quiz.questions.drafts import Draft, Option
from relations.claims import STEPS, Layer, ProofKind, Thing
from relations.dates import PartialDate
from relations.knowledge import Knowledge, Proof

BY_TRUTH = parts.BY_TRUTH


def another_is_right_too(d: Draft, k: Knowledge, dice: Random) -> Mutant | None:
    place = wrong_place(d, dice) if d.format in BY_TRUTH else None
    return None if place is None else (d, knowing(k, claimed(d, place)))


def the_key_is_unknown(d: Draft, k: Knowledge, dice: Random) -> Mutant | None:
    right = dice.choice(parts.rights(d)).candidate
    claim = k.support(right.predicate, right.subject, right.value)
    return (d, not_knowing(k, [claim])) if claim else None


def a_wrong_one_is_taken_as_right(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    place = wrong_place(d, dice)
    if place is None or parts.is_in_time(d):
        return None
    if d.format == "choice":
        return replace(d, solution=place)
    return replace(d, solution=[*d.solution[1:], place])


def a_typed_date_is_another(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    if d.format != "date":
        return None
    year = int(d.solution[:4]) + dice.choice([-10, -1, 1, 10])
    return replace(d, solution=f"{year}{d.solution[4:]}")


def a_typed_number_is_another(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    if d.format != "number":
        return None
    return replace(d, solution=d.solution + dice.choice("0123456789"))


def a_fellow_stands_among_the_wrong(
    d: Draft, k: Knowledge, dice: Random
) -> Draft | None:
    """Another entry of the same list, with somebody else's proof."""
    place = wrong_place(d, dice) if d.format in BY_TRUTH else None
    if place is None or parts.names_subjects(d):
        return None
    taken = {option.candidate.value for option in d.options}
    slot = [c for c in k.slot(d.claim.predicate, d.claim.subject) if not c.is_negated]
    fellows = [claim.value for claim in slot if claim.value not in taken]
    return changed(d, place, value=dice.choice(fellows)) if fellows else None


def two_pairs_change_partners(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    if not parts.is_match(d):
        return None
    solution = list(d.solution)
    one, other = dice.sample(range(len(solution)), 2)
    solution[one], solution[other] = solution[other], solution[one]
    return replace(d, solution=solution)


def one_of_all_is_left_out(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    if d.format != "roll":
        return None
    place = dice.randrange(len(d.options))
    options = d.options[:place] + d.options[place + 1 :]
    return replace(d, options=options, solution=list(range(len(options))))


def nothing_to_choose(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    return replace(d, options=(d.right,), solution=0) if d.format == "choice" else None


def the_proof_is_lost(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    place = wrong_place(d, dice)
    if place is None:
        return None
    return with_option(d, place, Option(d.options[place].candidate, None))


def the_proof_is_of_another_kind(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    place = wrong_place(d, dice)
    if place is None or parts.is_in_time(d):
        return None
    option = d.options[place]
    if option.proof is None:
        return None
    kind = dice.choice([kind for kind in ProofKind if kind != option.proof.kind])
    return with_option(
        d, place, replace(option, proof=Proof(kind, option.proof.claims))
    )


def nothing_is_told_of_it(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    place = wrong_place(d, dice)
    return None if place is None else changed(d, place, truth="")


def the_list_is_no_longer_whole(d: Draft, k: Knowledge, dice: Random) -> Mutant | None:
    """What is not on it may be so all the same."""
    proofs = {option.proof.kind for option in d.wrong if option.proof}
    if ProofKind.CLOSED not in proofs or parts.is_in_time(d):
        return None
    kept = [c for c in k.closures if c.subject != d.claim.subject]
    return d, Knowledge(k.claims, kept, k.states)


def a_stranger_without_proof(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    """A state of which the base knows no date, beside those of which it does."""
    place = wrong_place(d, dice)
    if place is None or d.format not in BY_TRUTH or not parts.names_subjects(d):
        return None
    known = {claim.subject for step in STEPS for claim in k.claims_of(step)}
    strangers = [state for state in k.states if state not in known]
    if not strangers:
        return None
    state = dice.choice(strangers)
    return changed(d, place, subject=state, text=state.name)


def _said(layer: Layer, *, is_disputed: bool) -> Mutator:
    def another_says_so(d: Draft, k: Knowledge, dice: Random) -> Mutant | None:
        place = wrong_place(d, dice)
        if place is None or parts.is_in_time(d):
            return None
        claim = claimed(d, place, layer=layer, is_disputed=is_disputed)
        return d, knowing(k, claim)

    return another_says_so


def a_vague_word_covers_it(d: Draft, k: Knowledge, dice: Random) -> Mutant | None:
    """Somebody gives a year, a wrong option a day in it."""
    place = wrong_place(d, dice)
    if place is None or parts.is_in_time(d):
        return None
    date = d.options[place].candidate.value
    if not isinstance(date, PartialDate):
        return None
    claim = claimed(d, place, PartialDate(date.year), layer=Layer.REFERENCE)
    return d, knowing(k, claim)


def a_reference_has_it_for_another_step(
    d: Draft, k: Knowledge, dice: Random
) -> Mutant | None:
    place = wrong_place(d, dice) if d.format in BY_TRUTH else None
    if place is None or d.options[place].candidate.predicate not in STEPS:
        return None
    others = [step for step in STEPS if step != d.options[place].candidate.predicate]
    claim = claimed(
        d, place, predicate=dice.choice(others), layer=Layer.REFERENCE, key="made-up"
    )
    return d, knowing(k, claim)


def the_claim_has_no_place(d: Draft, k: Knowledge, dice: Random) -> Draft:
    return with_claim(d, places=(), source="")


def the_truth_names_no_fact(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    place = wrong_place(d, dice)
    return None if place is None else changed(d, place, claim="no-such-fact")


def what_is_told_has_no_source(d: Draft, k: Knowledge, dice: Random) -> Mutant | None:
    place = wrong_place(d, dice)
    told = None if place is None else k.claim(d.options[place].candidate.claim)
    if told is None:
        return None
    bare = replace(told, places=(), source="")
    claims = [bare if claim is told else claim for claim in k.claims]
    return d, Knowledge(claims, k.closures, k.states)


def the_claim_is_disputed(d: Draft, k: Knowledge, dice: Random) -> Draft:
    return with_claim(d, is_disputed=True)


def one_of_the_claims_is_disputed(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    if len(d.claims) < 2:
        return None
    claims = list(d.claims)
    place = dice.randrange(len(claims))
    claims[place] = replace(claims[place], is_disputed=True)
    return replace(d, claims=tuple(claims))


def a_mark_is_disputed(d: Draft, k: Knowledge, dice: Random) -> Draft | None:
    if not d.prompts:
        return None
    prompts: list[Any] = list(d.prompts)
    place = dice.randrange(len(prompts))
    claim = replace(prompts[place].claim, is_disputed=True)
    prompts[place] = replace(prompts[place], claim=claim)
    return replace(d, prompts=tuple(prompts))


def another_did_it_too(d: Draft, k: Knowledge, dice: Random) -> Mutant | None:
    """A name to type, where the base comes to know of a second that fits."""
    if d.format != "name" or not d.options:
        return None
    candidate = d.options[0].candidate
    if parts.names_subjects(d):
        others = [s for s in k.states if s.name not in d.stem and not s.is_former]
        other = dice.choice([s for s in others if s != candidate.subject])
        return d, knowing(k, claimed(d, 0, subject=other))
    if not isinstance(candidate.value, Thing):
        return None
    kin = [t for t in k.things(candidate.value.kind) if t.name not in d.stem]
    return d, knowing(
        k, claimed(d, 0, dice.choice([t for t in kin if t != candidate.value]))
    )


MUTATIONS: dict[str, tuple[Mutator, ...]] = {
    "T01": (
        another_is_right_too,
        the_key_is_unknown,
        a_wrong_one_is_taken_as_right,
        a_typed_date_is_another,
        a_typed_number_is_another,
        a_fellow_stands_among_the_wrong,
        two_pairs_change_partners,
        one_of_all_is_left_out,
        nothing_to_choose,
        another_did_it_too,
    ),
    "T02": (
        the_proof_is_lost,
        the_proof_is_of_another_kind,
        nothing_is_told_of_it,
        the_list_is_no_longer_whole,
        a_stranger_without_proof,
    ),
    "T03": (
        _said(Layer.DOCUMENT, is_disputed=True),
        _said(Layer.REFERENCE, is_disputed=False),
        a_vague_word_covers_it,
        a_reference_has_it_for_another_step,
    ),
    "T08": (
        the_claim_has_no_place,
        the_truth_names_no_fact,
        what_is_told_has_no_source,
    ),
    "T10": (
        the_claim_is_disputed,
        one_of_the_claims_is_disputed,
        a_mark_is_disputed,
    ),
}
