"""Question sets in and out."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError

from classroom.transfer.resources import (
    Resource,
    number,
    one_of,
    parts,
    some_of,
    yes_or_no,
)
from classroom.transfer.tables import Columns
from quiz import selection
from quiz.exceptions import AlreadyPlayed
from quiz.models import Format, Question, QuestionSet, Topic
from quiz.sets import filling, papers
from quiz.sets.forms import family_choices
from quiz.writing.plain import tidied
from relations.models import Country

NOT_YOURS = "No quiz of yours has this code. Leave the cell empty to make a new one."
NO_TITLE = "It needs a title of at most 120 characters."
NO_LENGTH = "It asks between 1 and 100 questions."
NO_PAPERS = "There can be 1 to 8 parallel papers."
NO_COUNTRY = "There is no country “{text}” in Besa."
NO_QUESTION = "There is no question “{text}” in Besa that you may use."
NO_SHARE = "“{text}” should be a topic and a number, as “treaties: 3”."
NO_DECADE = "“{text}” should be a decade, as 1990."
PLAYED = "Pupils have been asked a paper of it already, so only its title can change."
BOTH = "“{text}” is always asked and left out at once."


@dataclass(frozen=True)
class Wanted:
    fields: dict[str, Any]
    countries: frozenset[int]
    pinned: frozenset[int]
    excluded: frozenset[int]


class SetResource(Resource):
    columns = Columns(
        all=(
            "code",
            "title",
            "questions",
            "topics",
            "kinds",
            "ways",
            "countries",
            "decades",
            "difficulty",
            "of each topic",
            "papers",
            "parallel papers",
            "shuffle questions",
            "shuffle answers",
            "always asked",
            "never asked",
        ),
        needed=("title", "questions"),
    )

    def identity(self, row: dict[str, str]) -> str:
        return row.get("code", "").strip().upper()

    def find(self, row: dict[str, str]) -> QuestionSet | None:
        code = self.identity(row)
        if not code:
            return None
        found = QuestionSet.objects.made_by(self.user).filter(code=code).first()
        if found is None:
            raise ValidationError(NOT_YOURS)
        return found

    def parse(self, row: dict[str, str], there: QuestionSet | None) -> Wanted:
        wanted = Wanted(
            _fields(row),
            _countries(row),
            self._questions(row, "always asked"),
            self._questions(row, "never asked"),
        )
        if both := wanted.pinned & wanted.excluded:
            stem = Question.objects.get(pk=min(both)).stem
            raise ValidationError(BOTH.format(text=stem))
        return wanted

    def _questions(self, row: dict[str, str], name: str) -> frozenset[int]:
        """Generated ones and the user's own, by their keys."""
        keys = set(parts(row.get(name, "")))
        usable = Question.objects.filter(is_written=False) | (
            Question.objects.written_by(self.user)
        )
        found = dict(usable.filter(key__in=keys).values_list("key", "pk"))
        if unknown := keys - found.keys():
            raise ValidationError(NO_QUESTION.format(text=min(unknown)))
        return frozenset(found.values())

    def is_same(self, there: QuestionSet, wanted: Wanted) -> bool:
        has_its_title = there.title == wanted.fields["title"]
        return has_its_title and not self._asks_otherwise(there, wanted)

    def _asks_otherwise(self, there: QuestionSet, wanted: Wanted) -> bool:
        lists = ("countries", "pinned", "excluded")
        return not all(
            getattr(there, name) == value
            for name, value in wanted.fields.items()
            if name != "title"
        ) or not all(
            {*getattr(there, name).values_list("pk", flat=True)}
            == {*getattr(wanted, name)}
            for name in lists
        )

    def keep(self, there: QuestionSet | None, wanted: Wanted) -> None:
        kept = there or QuestionSet(owner=self.user)  # a draft, unless it was out
        if there and self._asks_otherwise(there, wanted):
            try:
                papers.unmake(there)  # they are of what it asked
            except AlreadyPlayed as error:
                raise ValidationError(PLAYED) from error
        for name, value in wanted.fields.items():
            setattr(kept, name, value)
        kept.save()
        for name in ("countries", "pinned", "excluded"):
            getattr(kept, name).set(getattr(wanted, name))
        if kept.status == QuestionSet.Status.PUBLISHED:
            against = [*filling.refusals(selection.blueprint_of(kept))]
            if against:
                raise ValidationError([sentence for _, sentence in against])

    def out(self) -> Iterator[dict[str, str]]:
        made = QuestionSet.objects.made_by(self.user).order_by("pk")
        for one in made.prefetch_related("countries", "pinned", "excluded"):
            yield _row(one)


def _fields(row: dict[str, str]) -> dict[str, Any]:
    title = tidied(row["title"])
    length = number(row, "questions", default=0)
    count = number(row, "parallel papers", default=2)
    if not 0 < len(title) <= 120:
        raise ValidationError(NO_TITLE)
    if not 1 <= length <= filling.LONGEST:
        raise ValidationError(NO_LENGTH)
    if not 1 <= count <= 8:
        raise ValidationError(NO_PAPERS)
    difficulty, papers = row.get("difficulty", ""), row.get("papers", "")
    return {
        "title": title,
        "length": length,
        "topics": some_of(row, "topics", Topic.choices),
        "families": some_of(row, "kinds", family_choices()),
        "formats": some_of(row, "ways", Format.choices),
        "decades": [*map(_decade, parts(row.get("decades", "")))],
        "difficulty": _choice(row, "difficulty", QuestionSet.Difficulty, difficulty),
        "shares": dict(map(_share, parts(row.get("of each topic", "")))),
        "papers": _choice(row, "papers", QuestionSet.Papers, papers) or "drawn",
        "paper_count": count,
        "shuffles_questions": _shuffles(row, "shuffle questions"),
        "shuffles_options": _shuffles(row, "shuffle answers"),
    }


def _choice(row: dict[str, str], name: str, choices: Any, text: str) -> str:
    return one_of(row, name, choices.choices) if text.strip() else ""


def _shuffles(row: dict[str, str], name: str) -> bool:
    return yes_or_no(row, name) if row.get(name, "").strip() else True


def _decade(text: str) -> int:
    digits = text.removesuffix("s")
    if not digits.isdecimal() or len(digits) != 4 or not digits.endswith("0"):
        raise ValidationError(NO_DECADE.format(text=text))
    return int(digits)


def _share(text: str) -> tuple[str, int]:
    topic, _, count = text.partition(":")
    if topic.strip() not in Topic or not count.strip().isdecimal():
        raise ValidationError(NO_SHARE.format(text=text))
    return topic.strip(), min(int(count.strip()[:4]), filling.LONGEST)


def _countries(row: dict[str, str]) -> frozenset[int]:
    wanted = set(parts(row.get("countries", "")))
    found = dict(Country.objects.filter(slug__in=wanted).values_list("slug", "pk"))
    if unknown := wanted - found.keys():
        raise ValidationError(NO_COUNTRY.format(text=min(unknown)))
    return frozenset(found.values())


def _row(one: QuestionSet) -> dict[str, str]:
    return {
        "code": one.code,
        "title": one.title,
        "questions": str(one.length),
        "topics": "; ".join(one.topics),
        "kinds": "; ".join(one.families),
        "ways": "; ".join(one.formats),
        "countries": "; ".join(country.slug for country in one.countries.all()),
        "decades": "; ".join(map(str, one.decades)),
        "difficulty": one.difficulty,
        "of each topic": "; ".join(f"{topic}: {n}" for topic, n in one.shares.items()),
        "papers": one.papers,
        "parallel papers": str(one.paper_count),
        "shuffle questions": "yes" if one.shuffles_questions else "no",
        "shuffle answers": "yes" if one.shuffles_options else "no",
        "always asked": "; ".join(question.key for question in one.pinned.all()),
        "never asked": "; ".join(question.key for question in one.excluded.all()),
    }
