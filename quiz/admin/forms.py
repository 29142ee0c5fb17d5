"""What teachers send from the admin."""

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget, AdminTextInputWidget

from quiz.models import OWN, Question
from quiz.questions import KINDS
from quiz.sets.forms import SetForm


def family_label(family: str) -> str:
    """What a family is called; one that is no longer made keeps its slug."""
    if family == OWN:
        return "Written by a teacher"
    return KINDS[family].label if family in KINDS else family


class QuestionSetForm(SetForm):
    """A set with its single questions and its status; what it asks is the desk's form."""

    class Meta(SetForm.Meta):
        fields = [*SetForm.Meta.fields, "pinned", "excluded", "status"]


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
