"""What a reader may ask of the fact base's pages."""

from django import forms

from relations.atlas import FIRST, LAST


class YearForm(forms.Form):
    """A year of the atlas. The last one, like none at all, stands for today."""

    year = forms.IntegerField(min_value=FIRST, max_value=LAST, required=False)

    @property
    def chosen(self) -> int | None:
        year = self.cleaned_data.get("year") if self.is_valid() else None
        return None if year == LAST else year
