"""A file somebody sends."""

from django import forms

from classroom.transfer.tables import EMPTY, LARGEST, TOO_LARGE

NO_FILE = "Choose a file first."


class FileForm(forms.Form):
    file = forms.FileField(
        label="File",
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx,.json"}),
        max_length=200,
        error_messages={
            "required": NO_FILE,
            "missing": NO_FILE,
            "invalid": NO_FILE,
            "empty": EMPTY,
            "max_length": "The name of this file is too long.",
        },
    )

    def clean_file(self):
        """Held against its limit before anything of it is read."""
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise forms.ValidationError(TOO_LARGE)
        return file
