"""What a browser may send; the rules of play are not known here."""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.db.models.functions import Coalesce

from quiz.formats.base import CHOOSE_FIRST, CHOOSE_SHOWN
from quiz.models import LONGEST_TEXT, AttemptQuerySet, Question, QuestionSet, Topic
from quiz.review.reviewing import MINUTES

EVERYTHING = "Everything"
LENGTHS = (5, 10, 20)
DAYS_AHEAD = 730
OUT_OF_DATE = "This page was out of date. Please try once more."
NOTHING_TO_ASK = "None of these facts can be asked about at present."
GONE = "That question is no longer asked. Here is another."
NO_DAY = "Please give a day, such as 2025-06-20."
PAST_DAY = "That day has passed. Please choose one still to come."
FAR_DAY = "That is too far away to foresee. Please choose a day within two years."
SAY_WHETHER_SURE = (
    "Please say as well whether you are sure or not. In this quiz it belongs to each "
    "answer."
)
NO_REASON = "Please say in a few words what is wrong."
TOO_LONG = f"Please keep it to {LONGEST_TEXT} characters."
UNSHOWN = "Some characters in it cannot be shown. Please type it without them."
TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


class TokenForm(forms.Form):
    """A form that starts something once, however often it arrives."""

    token = forms.UUIDField(
        widget=forms.HiddenInput,
        error_messages=dict.fromkeys(["required", "invalid"], OUT_OF_DATE),
    )

    def clean(self):
        # The field is hidden, so what is wrong with it has to be said elsewhere.
        if "token" in self.errors:
            self.add_error(None, OUT_OF_DATE)
        return super().clean()


class StartForm(TokenForm):
    topic = forms.ChoiceField(
        choices=[("", EVERYTHING), *Topic.choices],
        required=False,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": "Please choose one of these topics."},
    )
    length = forms.TypedChoiceField(
        label="Number of questions",
        choices=[(length, str(length)) for length in LENGTHS],
        coerce=int,
        initial=10,
        widget=forms.RadioSelect,
        error_messages={
            "required": "Please choose how many questions.",
            "invalid_choice": "Please choose 5, 10 or 20 questions.",
        },
    )


class ReviewForm(TokenForm):
    minutes = forms.TypedChoiceField(
        choices=[(minutes, str(minutes)) for minutes in MINUTES],
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={
            "required": "Please choose how long.",
            "invalid_choice": "Please choose 5, 10 or 20 minutes.",
        },
    )


class DayForm(forms.Form):
    """A day to be ready by: today or later, and not in another age."""

    date = forms.DateField(
        label="The day",
        input_formats=["%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%d %B %Y"],
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages=dict.fromkeys(["required", "invalid"], NO_DAY),
    )

    def __init__(self, *args: Any, today: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.first, self.last = today, today + dt.timedelta(days=DAYS_AHEAD)
        limits = {"min": self.first.isoformat(), "max": self.last.isoformat()}
        self.fields["date"].widget.attrs.update(limits)

    def clean_date(self) -> dt.date:
        day = self.cleaned_data["date"]
        if day < self.first:
            raise forms.ValidationError(PAST_DAY)
        if day > self.last:
            raise forms.ValidationError(FAR_DAY)
        return day


class PrepareForm(DayForm, TokenForm):
    """The same day, to begin now."""


class TrialForm(TokenForm):
    """The answer to the question on the home page."""

    question = forms.ModelChoiceField(
        Question.objects.none(),
        error_messages=dict.fromkeys(["required", "invalid_choice"], GONE),
    )
    choice = forms.IntegerField(
        error_messages={"required": CHOOSE_FIRST, "invalid": CHOOSE_SHOWN}
    )

    def __init__(self, *args: Any, asked: Iterable[Question], **kwargs: Any) -> None:
        """Takes an answer to the questions `asked` alone, named by what tells nothing."""
        super().__init__(*args, **kwargs)
        field = cast(forms.ModelChoiceField, self.fields["question"])
        pks = [question.pk for question in asked]
        field.queryset = Question.objects.active().filter(pk__in=pks)

    def clean(self):
        question = self.cleaned_data.get("question")
        choice = self.cleaned_data.get("choice")
        shown = range(len(question.options)) if question else ()
        if question and choice is not None and choice not in shown:
            self.add_error("choice", CHOOSE_SHOWN)
        return super().clean()


class ProseField(forms.CharField):
    """A few sentences of somebody's own, fit to be shown to somebody else."""

    widget = forms.Textarea

    def __init__(self, **kwargs: Any) -> None:
        said = {"max_length": TOO_LONG} | kwargs.pop("error_messages", {})
        super().__init__(max_length=LONGEST_TEXT, error_messages=said, **kwargs)

    def to_python(self, value: Any) -> str:
        """With plain line ends, no gaps, and nothing that hides or turns the text."""
        text = re.sub(r"\r\n?", "\n", super().to_python(value) or "")
        if any(_cannot_be_shown(char) for char in text):
            raise forms.ValidationError(UNSHOWN)
        if not any(char.isalnum() for char in text):
            return ""  # as good as nothing, which `required` then says
        return re.sub(r"\n{3,}", "\n\n", text)


def _cannot_be_shown(char: str) -> bool:
    is_control = unicodedata.category(char) == "Cc" and char not in "\n\t"
    return is_control or char in TURNING


class DisputeForm(forms.Form):
    """What a learner holds against a question, in their own words."""

    reason = ProseField(
        label="This is wrong because …",
        help_text="Only teachers read it. The answer comes back here.",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": NO_REASON},
    )

    def add_error(self, field: Any, error: Any) -> None:
        super().add_error(field, error)
        self.fields["reason"].widget.attrs["autofocus"] = True


class ScoresFilter(forms.Form):
    """Which of the finished quizzes to show."""

    MIXED = "everything"

    topic = forms.ChoiceField(
        choices=[("", "All topics"), (MIXED, EVERYTHING), *Topic.choices],
        required=False,
    )
    set = forms.ChoiceField(label="Question set", required=False)

    def __init__(self, *args: Any, sets: Iterable[QuestionSet], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [
            (chosen.code, chosen.title)
            for chosen in sorted(sets, key=lambda chosen: chosen.title)
        ]
        field = cast(forms.ChoiceField, self.fields["set"])
        field.choices = [("", "All quizzes"), *choices]

    def narrow(self, finished: AttemptQuerySet) -> AttemptQuerySet:
        """The quizzes wanted, newest first; a choice not understood wants them all."""
        self.is_valid()
        if topic := self.cleaned_data.get("topic"):
            finished = finished.filter(topic="" if topic == self.MIXED else topic)
        if code := self.cleaned_data.get("set"):
            finished = finished.filter(question_set__code=code)
        ended = Coalesce("last_answer_at", "started_at")
        return finished.order_by(ended.desc(), "pk")
