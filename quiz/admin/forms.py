"""What teachers send from the admin."""

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget, AdminTextInputWidget

from quiz.admin import filling
from quiz.models import OWN, Question, QuestionSet, Topic
from quiz.questions import KINDS
from quiz.selection import Blueprint


def family_choices() -> list[tuple[str, str]]:
    return [(kind.slug, kind.label) for kind in KINDS.values()]


def family_label(family: str) -> str:
    """What a family is called; one that is no longer made keeps its slug."""
    if family == OWN:
        return "Written by a teacher"
    return KINDS[family].label if family in KINDS else family


class QuestionSetForm(forms.ModelForm):
    length = forms.IntegerField(
        label="Number of questions",
        min_value=1,
        max_value=filling.LONGEST,
        initial=10,
        help_text=f"Up to {filling.LONGEST}.",
    )
    topics = forms.MultipleChoiceField(
        choices=Topic.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="None chosen means all of them.",
    )
    families = forms.MultipleChoiceField(
        label="Kinds of question",
        choices=family_choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="None chosen means all of them.",
    )

    class Meta:
        model = QuestionSet
        fields = [
            "title",
            "topics",
            "families",
            "countries",
            "length",
            "pinned",
            "excluded",
            "status",
        ]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if families := self.fields.get("families"):
            gone = sorted({*self.instance.families} - KINDS.keys())
            families.choices = [*family_choices(), *zip(gone, gone, strict=True)]

    def clean(self):
        cleaned = super().clean()
        if not self.errors:
            for field, sentence in filling.refusals(self.blueprint()):
                self.add_error(field, sentence)
        return cleaned

    def blueprint(self) -> Blueprint:
        """What the set would draw on if it were saved as the form has it."""
        chosen = self.cleaned_data
        return Blueprint(
            length=chosen["length"],
            topics=tuple(chosen["topics"]),
            families=tuple(chosen["families"]),
            countries=tuple(country.slug for country in chosen["countries"]),
            pinned=tuple(question.pk for question in chosen["pinned"]),
            excluded=tuple(question.pk for question in chosen["excluded"]),
        )


class ReasonField(forms.CharField):
    def __init__(self, **kwargs):
        kwargs.setdefault("label", "Reason for retiring it")
        kwargs.setdefault("max_length", 200)
        kwargs.setdefault("widget", AdminTextInputWidget)
        super().__init__(**kwargs)


NO_REASON = "Say in a few words why the question is retired."


class QuestionForm(forms.ModelForm):
    status = forms.ChoiceField(
        choices=[
            (Question.Status.ACTIVE, Question.Status.ACTIVE.label),
            (Question.Status.RETIRED, Question.Status.RETIRED.label),
        ],
    )
    retired_because = ReasonField(required=False)
    still_fits = forms.BooleanField(
        label="The wording still fits the facts as they are now",
        required=False,
        help_text="The facts changed after it was written.",
    )

    class Meta:
        model = Question
        fields = ["edited_stem", "edited_explanation", "status", "retired_because"]
        widgets = {
            "edited_stem": AdminTextareaWidget(attrs={"rows": 2}),
            "edited_explanation": AdminTextareaWidget(attrs={"rows": 4}),
        }

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("status") == Question.Status.ACTIVE:
            cleaned["retired_because"] = ""
        elif "status" in cleaned and cleaned.get("retired_because") == "":
            self.add_error("retired_because", NO_REASON)
        return cleaned

    def clean_edited_stem(self):
        stem = self.cleaned_data["edited_stem"]
        for right in self.instance.telling_texts:
            if right.casefold() in stem.casefold():
                raise forms.ValidationError(
                    f"This wording gives the right answer away: it contains “{right}”."
                )
        return stem

    @property
    def wording_confirmed(self) -> bool:
        """Whether somebody looked at the wording with the present facts in view."""
        wording = {"edited_stem", "edited_explanation"}
        return bool(wording & {*self.changed_data}) or self.cleaned_data["still_fits"]


class RetireForm(forms.Form):
    because = ReasonField(
        label="Reason",
        error_messages={"required": NO_REASON},
        help_text="Shown to teachers; old attempts keep the question as it was asked.",
    )
