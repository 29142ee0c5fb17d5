"""What a correction would change: which questions, and whose answers. Only reads."""

from collections.abc import Collection

from quiz.corrections import regrading, truths
from quiz.corrections.plans import Case, Plan
from quiz.corrections.regrading import Truth
from quiz.corrections.truths import Now
from quiz.models import Answer, Correction, Item, Question, Regrade

Kind = Correction.Kind


def after_fact(claim: str, now: Now) -> Plan:
    """What it changes that the facts say otherwise of this claim than was asked."""
    asking = [
        pk
        for pk, claims in Question.objects.order_by().values_list("pk", "claims")
        if claim in claims
    ]
    found = Question.objects.filter(pk__in=asking, is_written=False)
    asked, held = _asked(asking), _held(asking)
    cases = [_case(q, claim, now, asked.get(q.pk, []), held.get(q.pk)) for q in found]
    stored = {*Question.objects.order_by().values_list("key", flat=True)}
    new = [
        draft
        for draft in now.drafts.values()
        if draft.key not in stored and claim in {one.key for one in draft.asked}
    ]
    return Plan([case for case in cases if case], claim=claim, now=now, new=len(new))


def after_flaw(question: Question) -> Plan:
    """What it changes to count a question as right for everybody."""
    items = _asked([question.pk]).get(question.pk, [])
    open_to_it = [item for item in items if not _is_voided(item)]
    case = Case(question, asked=open_to_it, proposal=Kind.VOIDED, is_flawed=True)
    return Plan([case])


def _asked(questions: Collection[int]) -> dict[int, list[Item]]:
    """Every item of these questions, with its answer and what was changed before."""
    found = Item.objects.filter(question__in=questions).select_related("answer")
    items: dict[int, list[Item]] = {}
    for item in found.prefetch_related("answer__regrades__correction").order_by("pk"):
        items.setdefault(item.question_id, []).append(item)
    return items


def _held(questions: Collection[int]) -> dict[int, Correction]:
    """The latest correction of each question that still stands."""
    standing = Correction.objects.standing().filter(question__in=questions)
    return {one.question_id: one for one in reversed(standing)}


def _case(
    question: Question,
    claim: str,
    now: Now,
    items: list[Item],
    held: Correction | None,
) -> Case | None:
    """What becomes of one question; None where nothing does."""
    renewed = now.renewed(question)
    truth = now.truth(question, {claim}, items or [regrading.asked(question)])
    asked = [item for item in items if _is_affected(item, truth, held)]
    if not asked and not truths.differs(question, renewed):
        return None
    can_regrade = any(regrading.righted(item, truth) for item in asked)
    proposal = Kind.REGRADED.value if can_regrade else Kind.VOIDED.value
    if renewed is None and not can_regrade and now.is_unchanged(question, claim):
        proposal = ""  # it is asked no longer, but it was not wrong
    return Case(question, renewed, truth, asked, proposal, can_regrade, claim)


def _is_affected(item: Item, truth: Truth | None, held: Correction | None) -> bool:
    """Whether what counts as right for it, by now, is not what is right."""
    if item.is_answered:
        last = _last(item.answer)
        held = last.correction if last else None
    if held and held.version >= item.version:
        if held.kind == Kind.VOIDED or held.truth == truth:
            return False
        counted = regrading.righted(item, held.truth) or item
    else:
        counted = item
    right = regrading.righted(item, truth)
    return right is None or not regrading.is_same(counted, right)


def _is_voided(item: Item) -> bool:
    last = _last(item.answer) if item.is_answered else None
    return last is not None and last.correction.kind == Kind.VOIDED


def _last(answer: Answer) -> Regrade | None:
    """What changed the answer last and still stands."""
    standing = [r for r in answer.regrades.all() if not r.correction.is_undone]
    return standing[-1] if standing else None
