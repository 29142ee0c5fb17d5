"""What a teacher sends to give a quiz to somebody: to whom, and on what terms."""

import datetime as dt
from typing import Any, cast

from django import forms
from django.db.models import Q

from classroom.models import Assignment, SchoolClass
from quiz.forms import TokenForm
from quiz.sets.forms import capitalised, whole_number

WHOEVER = "Whoever has the link"
ENDS_FIRST = "Please let it close after it opens."
PAST = "That has passed already. Please choose a time still to come."
NEVER_TOLD = "Please say when it closes, as nothing is told before."
YEARS = range(2000, 2100)
SETTLED = "That stays, as pupils have begun it, or a colleague gave it to them."
NO_AGE = "Please look at the year again."


class TimeInput(forms.DateTimeInput):
    """A moment, to the minute, as browsers let one pick it."""

    input_type = "datetime-local"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%dT%H:%M")


class TermsRules(forms.ModelForm):
    """What must be true of any terms, at the desk as in the admin, said in words."""

    minutes = whole_number(
        1,
        1440,
        label="Time limit",
        required=False,
        help_text="In minutes, from the start. Empty means no clock.",
    )
    attempts_allowed = whole_number(
        1,
        100,
        required=False,
        help_text="Empty means as many as they like.",
    )

    class Meta:
        model = Assignment
        fields = [*Assignment.TERMS]
        labels = {
            "tells": "Tell what was right",
            "counts": "Which attempt counts",
            "marks_certainty": "Ask how sure they are",
        }

    def clean_opens_at(self) -> dt.datetime | None:
        return _of_this_age(self.cleaned_data["opens_at"])

    def clean_closes_at(self) -> dt.datetime | None:
        return _of_this_age(self.cleaned_data["closes_at"])

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean() or {}
        opens_at, closes_at = cleaned.get("opens_at"), cleaned.get("closes_at")
        if opens_at and closes_at and opens_at >= closes_at:
            self.add_error("closes_at", ENDS_FIRST)
        is_late = cleaned.get("tells") == Assignment.Tells.CLOSED
        if is_late and not closes_at and "closes_at" not in self.errors:
            self.add_error("closes_at", NEVER_TOLD)
        return cleaned


class TermsForm(TermsRules):
    class Meta(TermsRules.Meta):
        fields = ["school_class", *Assignment.TERMS]
        labels = TermsRules.Meta.labels | {"school_class": "For"}
        help_texts = {
            "school_class": "",
        }
        widgets = {"opens_at": TimeInput(), "closes_at": TimeInput()}

    def __init__(
        self, *args: Any, teacher: Any, now: dt.datetime, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self._now = now
        own = cast(forms.ModelChoiceField, self.fields["school_class"])
        current = SchoolClass.objects.taught_by(teacher).current()
        # The class it has stays, or saving would give it to whoever has the link.
        own.queryset = SchoolClass.objects.filter(
            Q(pk__in=current.order_by().values("pk"))
            | Q(pk=self.instance.school_class_id)
        )
        own.to_field_name = "code"
        own.empty_label = WHOEVER
        for name, told in (
            ("tells", Assignment.Tells.choices),
            ("counts", Assignment.Counts.choices),
        ):
            field = cast(forms.ChoiceField, self.fields[name])
            field.choices = capitalised(told)
        if self.is_settled_for(teacher):
            own.disabled = True
            own.help_text = SETTLED
        if self.instance.school_class:
            self.initial["school_class"] = self.instance.school_class.code

    def clean_closes_at(self) -> dt.datetime | None:
        closes_at = super().clean_closes_at()
        has_passed = closes_at is not None and closes_at < self._now
        if has_passed and "closes_at" in self.changed_data:
            raise forms.ValidationError(PAST)
        return closes_at

    def is_settled_for(self, teacher: Any) -> bool:
        """Whether it stays with whom it was given to: sat already, or a colleague's."""
        given = self.instance
        if given.pk is None:
            return False
        return given.owner_id != teacher.pk or given.sittings.exists()

    @property
    def has_more(self) -> bool:
        """Whether something behind “More” is not as it comes, or wrong."""
        if not self.is_bound and self.instance.pk is None:
            return False
        plain = Assignment()
        own = [name for name in self.fields if name != "school_class"]
        is_own = any(
            getattr(self.instance, name) != getattr(plain, name) for name in own
        )
        return is_own or bool({*self.errors} - {"school_class"})


def _of_this_age(moment: dt.datetime | None) -> dt.datetime | None:
    """At the ends of the calendar there is no earlier or later to be worked out."""
    if moment is not None and moment.year not in YEARS:
        raise forms.ValidationError(NO_AGE)
    return moment


class AssignForm(TokenForm):
    """One more class for a quiz that is there already."""

    school_class = forms.ModelChoiceField(
        SchoolClass.objects.none(),
        label="Give it to",
        required=False,
        to_field_name="code",
        empty_label=WHOEVER,
    )

    def __init__(self, *args: Any, teacher: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.auto_id = "assign_%s"
        own = cast(forms.ModelChoiceField, self.fields["school_class"])
        own.queryset = SchoolClass.objects.taught_by(teacher).current()
