"""Whom to share with."""

from django import forms

NOBODY = "No teacher here goes by that name. Ask your colleague how they sign in."
YOURSELF = "It is theirs already: whoever makes a quiz owns it."


class ColleagueForm(forms.Form):
    colleague = forms.CharField(
        label="User name of your colleague",
        max_length=150,
        help_text="The name they sign in with.",
        error_messages={"required": "Write the user name of a colleague."},
        widget=forms.TextInput(
            attrs={
                "autocomplete": "off",
                "autocapitalize": "none",
                "spellcheck": "false",
            }
        ),
    )
