"""What a teacher types to keep a class."""

from typing import Any

from django import forms

from classroom.classes import roster
from classroom.classes.roster import RosterRefused
from classroom.forms.joining import ClassNameField
from classroom.models import Accommodation, SchoolClass

NO_NAME = "Please give the class a name."
NO_LIST = "Please paste the names, or choose a file."
NOBODY = "Please type the user name of a colleague."
NO_CHOICE = "Please choose one of these."


class ClassForm(forms.Form):
    name = forms.CharField(
        label="Name of the class",
        max_length=SchoolClass._meta.get_field("name").max_length,
        error_messages={"required": NO_NAME},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class TeacherForm(forms.Form):
    username = forms.CharField(
        label="User name of a colleague",
        help_text="Somebody who is a teacher here already. They can do all that you can.",
        max_length=150,
        error_messages={"required": NOBODY},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class RosterForm(forms.Form):
    """A list pasted or a file chosen; `names` come out, or what is wrong by line."""

    listed = forms.CharField(
        label="Names, one on each line",
        required=False,
        strip=False,
        max_length=roster.LARGEST,
        widget=forms.Textarea(attrs={"rows": 10, "autocomplete": "off"}),
    )
    file = forms.FileField(
        label="Or a file with the names",
        help_text=(
            "CSV or text. Its first two columns are read as the name, and lines "
            "without one are left out."
        ),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,text/csv,text/plain"}),
    )

    def __init__(self, *args: Any, school_class: SchoolClass, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.school_class = school_class
        self.names: list[str] = []

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        text = self._text()
        if not text.strip():
            if not self.errors:
                self.add_error("listed", NO_LIST)
            return cleaned
        taken = self.school_class.enrolments.values_list("pseudonym_key", flat=True)
        read = roster.read(text, set(taken))
        self.names = read.names
        for problem in read.problems:
            self.add_error("listed", problem)
        return cleaned

    def _text(self) -> str:
        """Of the file if there is one; then it stands in the box, to be put right."""
        file = self.cleaned_data.get("file")
        if not file:
            return str(self.cleaned_data.get("listed") or "")
        try:
            text = roster.text_of(file.read(roster.LARGEST + 1))
        except RosterRefused as error:
            self.add_error("file", str(error))
            return ""
        self.data = {**self.data.dict(), "listed": text}  # type: ignore[attr-defined]
        return text


class TimeForm(forms.Form):
    """How much of the time others have is this pupil's."""

    AS_SET = ""

    extra = forms.TypedChoiceField(
        label="Time",
        choices=[(AS_SET, "the time that all have"), *Accommodation.Extra.choices],
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": NO_CHOICE},
    )


class RenameForm(forms.Form):
    name = ClassNameField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = "Name in the class"
        self.fields["name"].help_text = ""


class MoveForm(forms.Form):
    to = forms.ModelChoiceField(
        SchoolClass.objects.none(),
        label="Another class",
        to_field_name="code",
        empty_label=None,
        error_messages={"required": NO_CHOICE, "invalid_choice": NO_CHOICE},
    )

    def __init__(self, *args: Any, to: Any, **kwargs: Any) -> None:
        """`to` are the classes there are to move to."""
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = to  # type: ignore[attr-defined]
