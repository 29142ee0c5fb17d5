"""Signing up, when two requests for one name arrive at once; a password of one's own."""

from typing import cast

from allauth.account.forms import SignupForm
from allauth.account.views import SignupView
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url
from django.template.response import TemplateResponse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from accounts import passwords
from accounts.forms import ChoosePasswordForm
from accounts.models import User

CHOSEN = "From now on you sign in with this password. The one on the slip is spent."
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


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def choose_password(request: HttpRequest) -> HttpResponse:
    """Instead of the one on the slip, which is spent by it."""
    user = cast(User, request.user)
    if not user.has_one_time_password:
        return redirect(_onward(request))
    form = ChoosePasswordForm(request.POST or None, user=user)
    if form.is_valid():
        passwords.choose(user, form.cleaned_data["password"])
        update_session_auth_hash(request, user)
        messages.success(request, CHOSEN)
        return redirect(_onward(request))
    context = {"form": form, "next": request.GET.get("next", "")}
    return TemplateResponse(request, "account/choose_password.html", context)


def _onward(request: HttpRequest) -> str:
    wanted = request.GET.get("next", "")
    is_here = url_has_allowed_host_and_scheme(wanted, allowed_hosts=None)
    return wanted if is_here else resolve_url(settings.LOGIN_REDIRECT_URL)
