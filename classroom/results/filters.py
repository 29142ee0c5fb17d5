"""What a teacher may ask to see of results, from the address of the page."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import QueryDict

from classroom.models import Assignment, SchoolClass

EVERY = "every"  # every attempt, in item analysis and in lists of answers


class ClassFilter(forms.Form):
    """Assignments of one class, or of all."""

    school_class = forms.ModelChoiceField(
        label="Class",
        queryset=SchoolClass.objects.none(),
        to_field_name="code",
        required=False,
        empty_label="All, and quizzes shared by link",
    )

    def __init__(self, data: QueryDict, taught: Any) -> None:
        super().__init__(data)
        self.fields["school_class"].queryset = taught  # type: ignore[attr-defined]

    @property
    def chosen(self) -> SchoolClass | None:
        """What is no class of theirs chooses none."""
        return self.cleaned_data.get("school_class") if self.is_valid() else None


class ResultsFilter(forms.Form):
    """Which attempts count, and which paper is looked at."""

    counts = forms.ChoiceField(label="Attempt that counts", required=False)
    paper = forms.ChoiceField(required=False)

    def __init__(
        self, data: QueryDict, assignment: Assignment, papers: Iterable[str]
    ) -> None:
        super().__init__(data)
        as_set = f"As set: {assignment.get_counts_display()}"
        others = [
            (value, label[0].upper() + label[1:])
            for value, label in Assignment.Counts.choices
            if value != assignment.counts
        ]
        self._choose("counts", [("", as_set), *others])
        letters = [(letter, f"Paper {letter}") for letter in papers]
        self._choose("paper", [("", "All papers"), *letters])
        if not letters:
            del self.fields["paper"]

    def _choose(self, name: str, choices: list[tuple[str, str]]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]


class ItemsFilter(ResultsFilter):
    """First attempts, as a rule, since who comes again has seen the answers."""

    counts = forms.ChoiceField(label="Attempts", required=False)

    def __init__(
        self, data: QueryDict, assignment: Assignment, papers: Iterable[str]
    ) -> None:
        super().__init__(data, assignment, papers)
        self._choose("counts", [("", "First attempts"), (EVERY, "All attempts")])


def asked_for(form: forms.Form) -> dict[str, str]:
    """What was chosen; what cannot be chosen counts as nothing."""
    form.is_valid()
    return {name: value for name, value in form.cleaned_data.items() if value}


def query(asked: dict[str, str]) -> str:
    """The same choice in an address."""
    return f"?{urlencode(asked)}" if asked else ""
