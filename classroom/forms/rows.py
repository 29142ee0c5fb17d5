"""Whom a source names for a row that the article leaves blank."""

from django import forms

from relations.models import RowName


class RowNameForm(forms.ModelForm):
    """A state and where it says so; the source is asked for like a footnote."""

    source_url = forms.URLField(
        label="Address on the web",
        required=False,
        max_length=200,
        assume_scheme="https",
        help_text="If it has one.",
    )

    class Meta:
        model = RowName
        fields = ["country", "source_title", "source_url", "source_locator"]
        labels = {
            "country": "State",
            "source_title": "Source",
            "source_locator": "Place in the source",
        }
        help_texts = {
            "source_title": "A title somebody else could find it by.",
            "source_locator": "Page, section or heading, and the words it is known by.",
        }

    def clean_source_locator(self) -> str:
        text: str = self.cleaned_data["source_locator"]
        if not any(char.isalnum() for char in text):
            raise forms.ValidationError("Say where in the source it stands.")
        return text
