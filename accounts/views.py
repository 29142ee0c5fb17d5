"""Signing up, when two requests for one name arrive at once."""

from allauth.account.forms import SignupForm
from allauth.account.views import SignupView
from django.db import IntegrityError, transaction
from django.http import HttpResponse

TAKEN = "This name was taken a moment ago. If that was you, sign in with it."


class SignUp(SignupView):
    def form_valid(self, form: SignupForm) -> HttpResponse:
        """allauth looks whether a name is free and saves later; the database decides."""
        try:
            with transaction.atomic():
                return super().form_valid(form)
        except IntegrityError:
            form.add_error("username", TAKEN)
            return self.form_invalid(form)
