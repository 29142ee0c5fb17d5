"""Putting right what was wrong: the only code that changes what an answer earned.

A plan says, without writing, which questions a corrected fact changes and what that
means for those who were asked (`planning`); `apply` does it. Whatever an answer had
earned is kept in its regrades, so `undo` can give it back.
"""

import datetime as dt
from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone
from django.utils.text import Truncator

from accounts.models import User
from quiz import disputes, pool
from quiz.corrections import regrading
from quiz.corrections.plans import Case, Change, Plan
from quiz.models import Answer, Correction, Dispute, Memory, Question, Regrade

Kind = Correction.Kind
LONGEST_RIGHT = Correction._meta.get_field("right_text").max_length or 0
LONGEST_BECAUSE = Question._meta.get_field("retired_because").max_length or 0
BATCH = 500


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
