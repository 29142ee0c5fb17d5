"""What a pupil types to get into a class."""

from django import forms

from classroom.models import Enrolment
from classroom.quizzes.gaps import LENGTHS as GAPS_LENGTHS
from quiz.formats.name import NameField
from quiz.forms import EVERYTHING, TokenForm
from quiz.models import Topic

LONGEST = Enrolment._meta.get_field("pseudonym").max_length
NO_CODE = "Please type the code your teacher gave you."
NO_NAME = "Please choose a name."
TOO_SHORT = "Please choose a name of at least two letters or digits."
TOO_LONG = f"Please keep the name to {LONGEST} characters."
TAKEN = "Somebody in this class is called so already. Please choose another name."
UNKNOWN = "There is nothing of that code. Please look at it again."


class CodeForm(forms.Form):
    """A code, in capitals or not, with or without spaces and dashes."""

    code = forms.CharField(
        label="The code",
        max_length=20,
        error_messages={"required": NO_CODE, "max_length": UNKNOWN},
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters"}
        ),
    )

    def clean_code(self) -> str:
        return "".join(filter(str.isalnum, self.cleaned_data["code"])).upper()


class ClassNameField(NameField):
    """The name under which one is known in a class."""

    def __init__(self) -> None:
        super().__init__(
            label="Your name in this class",
            help_text="It need not be your own. Tell your teacher which one you chose.",
            max_length=LONGEST,
            error_messages={"required": NO_NAME, "max_length": TOO_LONG},
        )

    def clean(self, value: str) -> str:
        name: str = super().clean(value)
        if sum(map(str.isalnum, name)) < 2:
            raise forms.ValidationError(TOO_SHORT)
        return name


class JoinForm(TokenForm):
    pseudonym = ClassNameField()


class NewcomerForm(TokenForm):
    """Joins the class and starts its quiz by one click."""

    name = ClassNameField()


class OwnNameForm(TokenForm):
    """The name a teacher is to find the result under, where there is no class."""

    name = NameField(
        label="Your name (if you like)",
        help_text="Only the teacher sees it, beside your result.",
        max_length=LONGEST,
        required=False,
        error_messages={"max_length": TOO_LONG},
    )


class GapsForm(TokenForm):
    """On what, and how much of it, a quiz of what a class has yet to learn is."""

    topic = forms.ChoiceField(
        choices=[("", EVERYTHING), *Topic.choices], required=False
    )
    length = forms.TypedChoiceField(
        label="Number of questions",
        choices=[(length, str(length)) for length in GAPS_LENGTHS],
        coerce=int,
        initial=10,
        error_messages={"required": "Please choose how many questions."},
    )
