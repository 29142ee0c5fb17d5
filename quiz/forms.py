"""What a browser may send; the rules of play are not known here."""

from collections.abc import Iterable
from typing import Any, cast

from django import forms

from quiz.formats.base import CHOOSE_FIRST, CHOOSE_SHOWN
from quiz.models import AttemptQuerySet, Question, QuestionSet, Topic

EVERYTHING = "Everything"
LENGTHS = (5, 10, 20)
OUT_OF_DATE = "This page was out of date. Please try once more."
GONE = "That question is no longer asked. Here is another."


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
        return finished.order_by("-last_answer_at", "pk")
