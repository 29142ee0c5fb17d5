"""What a teacher sends to make a quiz: what it asks."""

from typing import Any, cast

from django import forms

from quiz.models import QuestionSet, Topic
from quiz.sets.forms import SetForm, asked_about

NO_TITLE = "Please give it a title; your pupils see it."
NEVER_CHANGED = {"title"}  # the words alone, which no question hangs on


class QuizForm(SetForm):
    """Three fields for those in a hurry; the others narrow it down.

    A draft is what stands on the page while nothing has been sent: it may lack a title.
    """

    title = forms.CharField(
        max_length=QuestionSet._meta.get_field("title").max_length,
        error_messages={"required": NO_TITLE},
        widget=forms.TextInput({"autocomplete": "off"}),
    )
    topics = forms.MultipleChoiceField(
        label="Topic",
        choices=Topic.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Choose none for all of them.",
    )
    countries = forms.ModelMultipleChoiceField(
        asked_about(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Only questions about these. Choose none for all of them.",
    )

    def __init__(self, *args: Any, is_draft: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_draft:
            self.fields["title"].required = False
        countries = cast(forms.ModelMultipleChoiceField, self.fields["countries"])
        countries.queryset = asked_about()

    def lock(self) -> None:
        """Leave what it asks as it is; only its title may change."""
        for name, field in self.fields.items():
            field.disabled = name not in NEVER_CHANGED

    @property
    def asks_anew(self) -> bool:
        """Whether what changed bears on what is asked."""
        return bool({*self.changed_data} - NEVER_CHANGED)

    @property
    def has_more(self) -> bool:
        """Whether something behind “More” is filled in, or wrong."""
        apart = {"title", "topics", "length"}
        chosen = {"families", "formats", "decades", "countries", "difficulty", "shares"}
        is_open = any(self[name].value() for name in chosen - {"shares"})
        is_shared = any(n not in (None, "") for n in self._share_values())
        is_planned = self["papers"].value() not in (None, "", "drawn")
        return is_open or is_shared or is_planned or bool({*self.errors} - apart)

    def _share_values(self) -> list[Any]:
        value = self["shares"].value()
        return value if isinstance(value, list) else list((value or {}).values())
