"""What answers that are typed have in common: how they are told and what is kept quiet."""

from collections.abc import Iterator
from typing import Any

from quiz.formats.base import AnswerForm, Format, Given, OptionRow
from quiz.models import Item

YOUR_ANSWER = "your answer"
THE_ANSWER = "the answer"
YOURS_AND_RIGHT = "your answer, and right"


class TypedForm(AnswerForm):
    """A form that puts the cursor where something is to be mended."""

    def add_error(self, field: str | None, error: Any) -> None:
        first = next(iter(self.fields))
        is_alone = len(self.fields) == 1
        super().add_error(first if is_alone else field, error)
        if not any("autofocus" in f.widget.attrs for f in self.fields.values()):
            self.fields[field or first].widget.attrs["autofocus"] = True


class Typed(Format):
    """Nothing is shown to choose from, so nothing can be had by guessing."""

    verb = "wrote"

    def chance(self, item: Item) -> float:
        return 0.0

    def rows(self, item: Item, given: Given) -> Iterator[OptionRow]:
        """What was typed, if it was not wholly right, and the answer."""
        credit, told = item.answer.credit, item.answer.told
        right = self.in_words(item, self.right(item))
        if credit == 1:
            yield OptionRow("", right, "right", YOURS_AND_RIGHT, told.get("text", ""))
            return
        yield OptionRow(
            "",
            self.in_words(item, given),
            "part" if credit else "chosen",
            YOUR_ANSWER,
            " ".join(filter(None, [self.remark(item, given), told.get("text", "")])),
            told.get("sources", []),
        )
        yield OptionRow("", right, "right", THE_ANSWER, "")

    def remark(self, item: Item, given: Given) -> str:
        """What to say of an answer that is not wholly right, by the question alone."""
        return ""


def still_to_come(item: Item) -> set[str]:
    """The claims that later questions of the attempt ask: feedback keeps quiet on them."""
    if item.attempt_id is None:  # a preview
        return set()
    later = Item.objects.filter(
        attempt=item.attempt_id, position__gt=item.position, answer__isnull=True
    )
    claims = later.values_list("claims", flat=True)
    return {claim for keys in claims for claim in keys}
