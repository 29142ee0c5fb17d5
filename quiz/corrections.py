"""Putting right what was wrong: the only code that changes what an answer earned.

A plan says, without writing, which questions a corrected fact changes and what that
means for those who were asked; `apply` does it. Whatever an answer had earned is kept
in its regrades, so `undo` can give it back.
"""

import datetime as dt
from collections.abc import Collection, Iterable

from django.db import transaction
from django.utils import timezone
from django.utils.text import Truncator

from accounts.models import User
from quiz import disputes, pool, regrading, truths
from quiz.models import Answer, Correction, Dispute, Item, Memory, Question, Regrade
from quiz.regrading import Truth
from quiz.replanning import Case, Change, Plan
from quiz.truths import Now

Kind = Correction.Kind
LONGEST_RIGHT = Correction._meta.get_field("right_text").max_length or 0
LONGEST_BECAUSE = Question._meta.get_field("retired_because").max_length or 0
BATCH = 500


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


def apply(
    plan: Plan,
    kinds: dict[str, str],
    *,
    reason: str,
    takes_points: bool,
    by: User,
    now: dt.datetime,
    dispute: Dispute | None = None,
    retire: bool = False,
) -> list[Correction]:
    """Store the questions as they are now and grade the answers anew, all or nothing.

    `kinds` says by the key of a question what becomes of the answers to it; one that is
    not named is left alone.
    """
    with transaction.atomic():
        if plan.now:
            pool.store(plan.now.outcomes, plan.now.knowledge)
        made = [
            _correct(
                case,
                Kind(kinds[case.question.key]),
                reason=reason,
                takes_points=takes_points,
                made_by=by,
                made_at=now,
                dispute=dispute,
            )
            for case in plan.cases
            if case.asked and kinds.get(case.question.key) in Kind.values
        ]
        if plan.claim:
            _meet_again(plan.claim, made, on=timezone.localdate(now))
        if retire:
            _retire([case.question for case in plan.cases], reason)
        if dispute:
            outcome = Dispute.Outcome.UPHELD
            disputes.answer(dispute, reason, outcome=outcome, by=by, now=now)
    return made


@transaction.atomic
def undo(correction: Correction, *, by: User, now: dt.datetime) -> None:
    """Give back what was earned before; the fact and the question stay as they are.

    An answer that a later correction changed keeps what that one gave it. A question
    that was retired along with it is put back in use.
    """
    standing = Correction.objects.standing().filter(pk=correction.pk)
    if not standing.update(undone_by=by, undone_at=now):
        return
    answers = Answer.objects.filter(regrades__correction=correction)
    changed = []
    for answer in answers.prefetch_related("regrades__correction"):
        answer.credit = _earned([*answer.regrades.all()])
        changed.append(answer)
    Answer.objects.bulk_update(changed, ["credit"], batch_size=BATCH)
    if correction.kind == Kind.VOIDED:
        Question.objects.filter(
            pk=correction.question_id,
            status=Question.Status.RETIRED,
            retired_because=_because(correction.reason),
        ).update(status=Question.Status.ACTIVE, retired_because="")


def hold(answer: Answer) -> None:
    """Judge an answer by the correction that came while its question was open.

    Wants the transaction in which the answer was stored.
    """
    item = answer.item
    correction = (
        Correction.objects.standing()
        .filter(
            question=item.question_id,
            version__gte=item.version,
            made_at__gt=item.attempt.started_at,
        )
        .first()
    )
    if correction is None:
        return
    right = regrading.righted(item, correction.truth)
    if correction.kind == Kind.VOIDED:
        right = None
    elif right and regrading.is_same(item, right):
        return
    change = Change.of(answer, right)
    _write(correction, [change])
    answer.credit = change.after(takes_points=correction.takes_points)


def mark_read(regrades: Iterable[Regrade], *, now: dt.datetime) -> None:
    """Note, once, that the learner has read of them."""
    pks = [regrade.pk for regrade in regrades]
    Regrade.objects.filter(pk__in=pks, read_at=None).update(read_at=now)


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


def _earned(regrades: list[Regrade]) -> float:
    """What the last that stands gave; where none does, what was earned at first."""
    standing = [r for r in regrades if not r.correction.is_undone]
    return standing[-1].after if standing else regrades[0].before


def _correct(case: Case, kind: Kind, **fields) -> Correction:
    """Record what was wrong with one question, and change what was earned by it."""
    is_void = kind == Kind.VOIDED
    correction = Correction.objects.create(
        question=case.question,
        version=case.version,
        kind=kind,
        right_text=Truncator(case.right_now).chars(LONGEST_RIGHT),
        truth=case.truth,
        **fields,
    )
    _write(correction, case.voided if is_void else case.regraded)
    return correction


def _write(correction: Correction, changes: Iterable[Change]) -> None:
    regrades, answers = [], []
    for change in changes:
        after = change.after(takes_points=correction.takes_points)
        answer = change.answer
        regrades.append(
            Regrade(
                correction=correction, answer=answer, before=answer.credit, after=after
            )
        )
        if after != answer.credit:
            answers.append(Answer(pk=answer.pk, credit=after))
    Regrade.objects.bulk_create(regrades, batch_size=BATCH)
    Answer.objects.bulk_update(answers, ["credit"], batch_size=BATCH)


def _meet_again(claim: str, made: list[Correction], *, on: dt.date) -> None:
    """Whoever was asked the fact as it was not is asked it again from that day on."""
    told = Regrade.objects.filter(correction__in=made)
    learners = told.values("answer__item__attempt__learner")
    memories = Memory.objects.filter(claim=claim, due_on__gt=on)
    memories.filter(learner__in=learners).update(due_on=on)


def _because(reason: str) -> str:
    return Truncator(reason).chars(LONGEST_BECAUSE)


def _retire(questions: list[Question], reason: str) -> None:
    in_use = Question.objects.in_use().filter(pk__in=[q.pk for q in questions])
    in_use.update(status=Question.Status.RETIRED, retired_because=_because(reason))
