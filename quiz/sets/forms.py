"""What a set asks, as a teacher sends it, from the desk as from the admin."""

from collections.abc import Iterable, Sequence
from typing import Any, cast

from django import forms
from django.db.models import QuerySet

from quiz.choosing import decades
from quiz.models import Format, Question, QuestionSet, Topic
from quiz.questions import KINDS
from quiz.selection import Blueprint
from quiz.sets import filling
from quiz.sets.papers import LETTERS
from relations.models import Country

ALL = "None chosen means all of them."

Choices = list[tuple[Any, str]]


def family_choices() -> list[tuple[str, str]]:
    return [(kind.slug, kind.label) for kind in KINDS.values()]


def decade_choices() -> Choices:
    return [(decade, f"{decade}s") for decade in decades.there_are()]


def asked_about() -> QuerySet[Country]:
    """The countries that some question in use is about."""
    links = Question.countries.through.objects
    asked = links.filter(question__in=Question.objects.active())
    return Country.objects.filter(pk__in=asked.values("country")).order_by("name")


def capitalised(choices: Iterable[tuple[Any, Any]]) -> Choices:
    """As they stand alone, while the models have them in mid-sentence."""
    return [(value, f"{label[:1].upper()}{label[1:]}") for value, label in choices]


def whole_number(least: int, most: int, **kwargs: Any) -> forms.IntegerField:
    """A number between two, with one plain sentence for whatever is none."""
    wrong = f"Please choose a number from {least} to {most}."
    said = dict.fromkeys(["required", "invalid", "min_value", "max_value"], wrong)
    return forms.IntegerField(
        min_value=least, max_value=most, error_messages=said, **kwargs
    )


class SharesWidget(forms.MultiWidget):
    """A number beside each topic."""

    template_name = "quiz/shares_widget.html"
    use_fieldset = True

    def __init__(self, attrs: Any = None) -> None:
        numbers: dict[str, forms.Widget | type[forms.Widget]] = {
            topic.value: forms.NumberInput(
                {
                    "min": 0,
                    "max": filling.LONGEST,
                    "aria-label": f"Questions on {topic.label}",
                }
            )
            for topic in Topic
        }
        super().__init__(numbers, attrs)

    def decompress(self, value: Any) -> list[int | None]:
        return [(value or {}).get(topic.value) for topic in Topic]

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        parts = context["widget"]["subwidgets"]
        for topic, part in zip(Topic, parts, strict=True):
            part["label"] = topic.label
        return context


class SharesField(forms.MultiValueField):
    """How many questions of each topic; an empty one leaves its topic to chance."""

    widget = SharesWidget

    def __init__(self, **kwargs: Any) -> None:
        numbers = [whole_number(0, filling.LONGEST, required=False) for _ in Topic]
        super().__init__(numbers, required=False, require_all_fields=False, **kwargs)

    def compress(self, data_list: Sequence[int | None]) -> dict[str, int]:
        given = zip(Topic, data_list, strict=True) if data_list else ()
        return {topic.value: number for topic, number in given if number is not None}


class SetForm(forms.ModelForm):
    length = whole_number(
        1,
        filling.LONGEST,
        label="Number of questions",
        initial=10,
        help_text=f"Up to {filling.LONGEST}.",
    )
    topics = forms.MultipleChoiceField(
        choices=Topic.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=ALL,
    )
    families = forms.MultipleChoiceField(
        label="Kinds of question",
        choices=family_choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=ALL,
    )
    formats = forms.MultipleChoiceField(
        label="Ways of answering",
        choices=Format.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=ALL,
    )
    decades = forms.TypedMultipleChoiceField(
        choices=decade_choices,
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Only questions whose dates all lie in them. " + ALL,
    )
    difficulty = forms.ChoiceField(
        choices=[
            ("", "As it comes"),
            *capitalised(QuestionSet.Difficulty.choices),
        ],
        required=False,
        help_text="By how many of those asked are expected to know the answer.",
    )
    shares = SharesField(
        label="Questions of each topic",
        help_text="Empty leaves a topic to chance; together at most the number above.",
    )
    papers = forms.ChoiceField(
        label="Papers",
        choices=capitalised(QuestionSet.Papers.choices),
        required=False,
        initial=QuestionSet.Papers.DRAWN,
    )
    paper_count = whole_number(
        2,
        len(LETTERS),
        label="Number of parallel papers",
        required=False,
        initial=2,
        help_text="Only where there are parallel papers.",
    )

    class Meta:
        model = QuestionSet
        fields = [
            "title",
            "topics",
            "length",
            "families",
            "formats",
            "decades",
            "countries",
            "difficulty",
            "shares",
            "papers",
            "paper_count",
            "shuffles_questions",
            "shuffles_options",
        ]
        labels = {
            "shuffles_questions": "Each pupil has the questions in another order",
            "shuffles_options": "Each pupil has the options in another order",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asked: Blueprint | None = None  # once cleaned, what it would draw on
        if "families" in self.fields:
            gone = sorted({*self.instance.families} - KINDS.keys())
            families = cast(forms.ChoiceField, self.fields["families"])
            families.choices = [*family_choices(), *zip(gone, gone, strict=True)]

    def clean_papers(self) -> str:
        return self.cleaned_data["papers"] or QuestionSet.Papers.DRAWN

    def clean_paper_count(self) -> int:
        return self.cleaned_data["paper_count"] or self.instance.paper_count

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        if not self.errors:
            self.asked = self.blueprint()
            for field, sentence in filling.refusals(self.asked):
                self.add_error(field if field in self.fields else None, sentence)
        return cleaned

    def blueprint(self) -> Blueprint:
        """What the set would draw on if it were saved as the form has it."""
        chosen = self.cleaned_data
        return Blueprint(
            length=chosen["length"],
            topics=tuple(chosen["topics"]),
            families=tuple(chosen["families"]),
            formats=tuple(chosen["formats"]),
            decades=tuple(chosen["decades"]),
            difficulty=chosen["difficulty"],
            shares=tuple(chosen["shares"].items()),
            countries=tuple(country.slug for country in chosen["countries"]),
            pinned=self._single("pinned"),
            excluded=self._single("excluded"),
        )

    def _single(self, name: str) -> tuple[int, ...]:
        """Single questions: as sent, or where they are not asked for, as they were."""
        if name in self.cleaned_data:
            return tuple(question.pk for question in self.cleaned_data[name])
        if self.instance.pk is None:
            return ()
        kept = getattr(self.instance, name)
        return tuple(kept.values_list("pk", flat=True))
