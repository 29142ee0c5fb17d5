"""Writing a question, changing it, and taking it out of use: the only writers."""

from typing import Any
from uuid import UUID, uuid4

from django.db import transaction

from quiz.choosing.lots import lot_of
from quiz.models import OWN, Aspect, Item, Question
from quiz.writing import WRITERS
from quiz.writing.checking import faults
from quiz.writing.plain import Plain, sentence

TEACHERS = "teacher"  # marks a source as a teacher's, for whom the base does not vouch
RETIRED = "taken out of use by its author"
ASPECTS = {
    "date": Aspect.WHEN,
    "number": Aspect.AMOUNT,
    "order": Aspect.ORDER,
    "pair": Aspect.ORDER,
    "timeline": Aspect.ORDER,
}


class Unplayable(Exception):
    """What is against a question, as `faults` has it."""


def write(plain: Plain, *, author: Any, uuid: UUID | None = None) -> Question:
    """A new question of the author's."""
    uuid = uuid or uuid4()
    claim = f"{OWN}-{uuid.hex[:12]}"
    key = f"{OWN}/{uuid}"
    return Question.objects.create(
        key=key,
        lot=lot_of(key),
        family=OWN,
        is_written=True,
        author=author,
        claim=claim,
        claims=[claim],
        **fields(plain),
    )


@transaction.atomic
def rewrite(question: Question, plain: Plain) -> bool:
    """Change it; whoever was asked it before keeps it as it was. Says if it differs."""
    question = Question.objects.select_for_update().get(pk=question.pk)
    wanted = fields(plain)
    if all(getattr(question, name) == value for name, value in wanted.items()):
        return False
    for name, value in wanted.items():
        setattr(question, name, value)
    if Item.objects.filter(question=question, version=question.version).exists():
        question.version += 1
    question.save()
    return True


def retire(question: Question) -> None:
    """Out of use; sets that pin it no longer ask it, and attempts keep it."""
    question.status, question.retired_because = Question.Status.RETIRED, RETIRED
    question.save()


def bring_back(question: Question) -> None:
    question.status, question.retired_because = Question.Status.ACTIVE, ""
    question.save()


def copy(question: Question, *, author: Any) -> Question:
    """The same question, as the other author's own."""
    return write(plain_of(question), author=author)


def plain_of(question: Question) -> Plain:
    """A written question as its author wrote it."""
    (source,) = question.sources
    return Plain(
        format=question.format,
        topic=question.topic,
        stem=question.generated_stem,
        explanation=question.generated_explanation,
        source=source["locator"],
        link=source["page"],
        **WRITERS[question.format].plain(question),
    )


def fields(plain: Plain) -> dict[str, Any]:
    """What is stored of it, whoever wrote it; refused if it cannot be played."""
    if found := [*faults(plain)]:
        raise Unplayable(found)
    parts = WRITERS[plain.format].parts(plain)
    return {
        "format": plain.format,
        "topic": plain.topic,
        "aspect": ASPECTS.get(plain.format, Aspect.WHAT).value,
        "generated_stem": plain.stem,
        "generated_explanation": sentence(plain.explanation),
        "prompts": parts.prompts,
        "options": parts.options,
        "solution": parts.solution,
        "is_ordered": parts.is_ordered,
        "sources": [{"locator": plain.source, "page": plain.link, "layer": TEACHERS}],
    }
