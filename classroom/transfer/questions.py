"""Own questions in and out."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError

from classroom.transfer.resources import Resource, one_of, yes_or_no
from classroom.transfer.tables import Columns
from quiz.models import Format, Question, Topic
from quiz.writing import WRITERS, keeping, notation
from quiz.writing.checking import faults
from quiz.writing.plain import Plain, tidy
from quiz.writing.typed import KINDS

NOT_YOURS = (
    "No question of yours has this key. Leave the cell empty to write a new one."
)
OTHER_WAY = (
    "A question stays answered as it is. Leave the key empty to write a new one."
)


class QuestionResource(Resource):
    columns = Columns(
        all=(
            "key",
            "way",
            "topic",
            "question",
            "answers",
            "answer",
            "other names",
            "names",
            "unit",
            "rough",
            "explanation",
            "source",
            "link",
            "in use",
        ),
        needed=("way", "topic", "question", "explanation", "source"),
    )

    def identity(self, row: dict[str, str]) -> str:
        return row.get("key", "").strip()

    def find(self, row: dict[str, str]) -> Question | None:
        key = row.get("key", "").strip()
        if not key:
            return None
        found = Question.objects.written_by(self.user).filter(key=key).first()
        if found is None:
            raise ValidationError(NOT_YOURS)
        return found

    def parse(self, row: dict[str, str], there: Question | None) -> tuple[Plain, bool]:
        plain = _plain(row)
        if there is not None and there.format != plain.format:
            raise ValidationError(OTHER_WAY)
        if found := [sentence for _, sentence in faults(plain)]:
            raise ValidationError(found)
        is_used = yes_or_no(row, "in use") if row.get("in use", "").strip() else True
        return plain, is_used

    def is_same(self, there: Question, wanted: tuple[Plain, bool]) -> bool:
        plain, is_used = wanted
        fields = keeping.fields(plain)
        is_alike = all(getattr(there, name) == fields[name] for name in fields)
        return is_alike and is_used is _is_used(there)

    def keep(self, there: Question | None, wanted: tuple[Plain, bool]) -> None:
        plain, is_used = wanted
        if there is None:
            there = keeping.write(plain, author=self.user)
        else:
            keeping.rewrite(there, plain)
            there.refresh_from_db()
        if is_used is not _is_used(there):
            (keeping.bring_back if is_used else keeping.retire)(there)

    def out(self) -> Iterator[dict[str, str]]:
        for question in Question.objects.written_by(self.user).order_by("pk"):
            yield _row(question)


def _is_used(question: Question) -> bool:
    return question.status == Question.Status.ACTIVE


def _plain(row: dict[str, str]) -> Plain:
    way = one_of(row, "way", [(slug, Format(slug).label) for slug in WRITERS])
    kind = row.get("names", "").strip()
    return tidy(
        Plain(
            format=way,
            topic=one_of(row, "topic", Topic.choices),
            stem=row.get("question", ""),
            explanation=row.get("explanation", ""),
            source=row.get("source", ""),
            link=row.get("link", ""),
            lines=notation.read(row.get("answers", "")),
            answer=row.get("answer", ""),
            others=row.get("other names", ""),
            kind=one_of(row, "names", KINDS.items()) if kind else "",
            unit=row.get("unit", ""),
            is_rough=yes_or_no(row, "rough"),
        )
    )


def _row(question: Question) -> dict[str, Any]:
    plain = keeping.plain_of(question)
    return {
        "key": question.key,
        "way": plain.format,
        "topic": plain.topic,
        "question": plain.stem,
        "answers": notation.written(plain.lines),
        "answer": plain.answer,
        "other names": plain.others,
        "names": plain.kind,
        "unit": plain.unit,
        "rough": "yes" if plain.is_rough else "",
        "explanation": plain.explanation,
        "source": plain.source,
        "link": plain.link,
        "in use": "yes" if _is_used(question) else "no",
    }
