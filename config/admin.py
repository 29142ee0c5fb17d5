"""The admin, as Besa's teachers and administrators meet it."""

from django.contrib import admin
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache

from quiz.models import Dispute

APPS = {"quiz": -1, "accounts": 1, "auth": 1}  # the others in between, by name


class BesaAdminSite(admin.AdminSite):
    site_header = "Besa"
    site_title = "Besa"
    index_title = "Make a quiz · See results · Check content"
    enable_nav_sidebar = False  # its place is the tables'; three doors are in the head

    @method_decorator(never_cache)
    def login(self, request, extra_context=None):
        """Never the admin's own form: one way in, where guessing is slowed down."""
        if not request.user.is_authenticated:
            wanted = request.GET.get(REDIRECT_FIELD_NAME, reverse("admin:index"))
            return redirect_to_login(wanted)
        if not self.has_permission(request):
            raise PermissionDenied
        return redirect("admin:index")

    def index(self, request, extra_context=None):
        """With what waits for an answer, for those who may give one."""
        counted = {}
        if request.user.has_perm("quiz.view_dispute"):
            counted["open_disputes"] = Dispute.objects.open().count()
        return super().index(request, counted | (extra_context or {}))

    def get_app_list(self, request, app_label=None):
        """What teachers come for stands first, what only administrators see last."""
        apps = super().get_app_list(request, app_label)
        return sorted(apps, key=lambda app: APPS.get(app["app_label"], 0))
