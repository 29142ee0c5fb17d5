"""Place on the timeline: dated marks, and gaps between them to choose from."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import cast

from django.forms import BoundField
from django.forms.boundfield import BoundWidget

from quiz.formats.base import Evidence, Given, Grade
from quiz.formats.choice import Choice, ChoiceForm
from quiz.models import Item

# At a half, always choosing the middle would earn four points in a hundred too many.
NEXT_TO_RIGHT = 0.3


@dataclass(frozen=True)
class Stretch:
    """A gap to choose, and the mark below it unless it is the last."""

    gap: BoundWidget
    date: str
    mark: str
    about: str  # the ids of the marks on either side


class TimelineForm(ChoiceForm):
    def stretches(self) -> Iterator[Stretch]:
        """The line from top to bottom."""
        prompts = self.item.prompts
        gaps = cast(BoundField, self["choice"])
        for place, (gap, prompt) in enumerate(zip_longest(gaps, prompts)):
            nearby = [n for n in (place - 1, place) if 0 <= n < len(prompts)]
            yield Stretch(
                gap,
                date=self.item.options[place]["before"],
                mark=prompt["text"] if prompt else "",
                about=" ".join(f"mark-{n}" for n in nearby),
            )


class Timeline(Choice):
    """`prompts` are the marks in order of time, `options` the gaps about them: so there
    is one gap more than there are marks, and a mark stands after the gap of its place.

    Every gap keeps its ends, `after` and `before`, as dates to read; those at either
    end of the line lack one.
    """

    slug = "timeline"
    form_class = TimelineForm

    def grade(self, item: Item, given: Given) -> Grade:
        off = abs(given - item.solution)
        return Grade({0: 1.0, 1: NEXT_TO_RIGHT}.get(off, 0.0))

    def chance(self, item: Item) -> float:
        gaps = range(len(item.options))
        return sum(self.grade(item, gap).credit for gap in gaps) / len(gaps)

    def evidence(self, item: Item, given: Given) -> Iterator[Evidence]:
        is_right = given == item.solution
        yield Evidence(item.claim, item.aspect, is_right, 1 / len(item.options))

    def heading(self, item: Item) -> str:
        text = super().heading(item)
        return text[:1].upper() + text[1:]
