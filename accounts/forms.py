from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password

from accounts.models import User

SAME = "That is the one on the slip. Please choose another, which only you know."


class ChoosePasswordForm(forms.Form):
    password = forms.CharField(
        label="Your new password",
        help_text="At least eight characters that are easy for you alone.",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": "Please choose a password."},
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_password(self) -> str:
        chosen: str = self.cleaned_data["password"]
        validate_password(chosen, self.user)
        if self.user.check_password(chosen):
            raise forms.ValidationError(SAME)
        return chosen
