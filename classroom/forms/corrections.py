"""What a teacher sends to put something right."""

from collections.abc import Iterator
from typing import Any

from django import forms

from quiz.corrections.plans import Case, Plan
from quiz.forms import ProseField
from quiz.models import Correction, Dispute, Question

Kind = Correction.Kind
LEAVE = "leave"
LABELS = {
    Kind.REGRADED: "Grade the answers anew by what is right now",
    Kind.VOIDED: "Count it as right for everybody who was asked",
    LEAVE: "Leave the answers as they are",
}
GENTLE, STRICT = "no", "yes"
POINTS = [
    (GENTLE, "Nobody loses points: a score may only rise"),
    (STRICT, "Scores may fall as well as rise"),
]
NO_REASON = "Say in a sentence what was wrong. Pupils read it."
LONGEST = Correction._meta.get_field("reason").max_length or 0
TOO_LONG = f"Please keep it to {LONGEST} characters."


class ReasonField(ProseField):
    """One or two sentences for pupils, as long as a correction keeps them."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            label="What was wrong",
            help_text="Pupils read it beside their new score. Your name is not shown.",
            widget=forms.Textarea(attrs={"rows": 3, "maxlength": LONGEST}),
            error_messages={"required": NO_REASON},
            **kwargs,
        )

    def to_python(self, value: Any) -> str:
        text = " ".join(super().to_python(value).split())
        if len(text) > LONGEST:
            raise forms.ValidationError(TOO_LONG)
        return text


class CorrectionForm(forms.Form):
    """How the answers to each question are to count, the reason, and the rule."""

    reason = ReasonField()
    takes_points = forms.ChoiceField(
        label="If an answer turns out wrong",
        choices=POINTS,
        initial=GENTLE,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, plan: Plan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.cases = sorted(plan.cases, key=lambda case: case.question.key)
        if not plan.has_answers:
            del self.fields["reason"], self.fields["takes_points"]
        for name, case in self._named():
            offered = [Kind.VOIDED, LEAVE]
            if case.can_regrade:
                offered.insert(0, Kind.REGRADED)
            self.fields[name] = forms.ChoiceField(
                label="What becomes of the answers",
                choices=[(kind, LABELS[kind]) for kind in offered],
                initial=case.proposal or LEAVE,
                widget=forms.RadioSelect,
            )

    def _named(self) -> Iterator[tuple[str, Case]]:
        for number, case in enumerate(self.cases):
            if case.asked:
                yield f"kind-{number}", case

    @property
    def asked_rows(self) -> list[tuple[Case, forms.BoundField]]:
        """Each question that was answered, with the choice to be made for it."""
        return [(case, self[name]) for name, case in self._named()]

    @property
    def unasked_rows(self) -> list[tuple[Case, None]]:
        return [(case, None) for case in self.cases if not case.asked]

    @property
    def kinds(self) -> dict[str, str]:
        """By the key of each question what is chosen, so far as it can be read."""
        chosen = {}
        for name, case in self._named():
            kind = self[name].value()
            if kind in LABELS:
                chosen[case.question.key] = kind
        return chosen

    @property
    def takes(self) -> bool:
        return self.cleaned_data.get("takes_points") == STRICT


class VoidForm(forms.Form):
    """Why a question is counted as right for everybody, and whether it goes."""

    reason = ReasonField()
    retire = forms.BooleanField(
        label="Take the question out of use as well",
        required=False,
        initial=True,
        help_text="It is not asked again. Undoing the correction puts it back in use.",
    )

    def __init__(self, *args: Any, question: Question, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if question.status != Question.Status.ACTIVE:
            del self.fields["retire"]


class ObjectionForm(forms.Form):
    """What a teacher answers where nothing is to be corrected."""

    outcome = forms.ChoiceField(
        label="What comes of it",
        choices=[
            (Dispute.Outcome.DECLINED, "Declined: the question stands"),
            (Dispute.Outcome.UPHELD, "Upheld: the pupil has a point"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose whether the pupil has a point."},
    )
    answer = ProseField(
        label="Your answer",
        help_text="The pupil reads it under the question. Your name is not shown.",
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Write a sentence or two."},
    )
