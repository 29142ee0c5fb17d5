"""The admin, as Besa's teachers and administrators meet it."""

from django.contrib import admin
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.views import redirect_to_login
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache

from quiz import oversight

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

    def get_urls(self):
        """With the way from a row to its page barred to rows one does not see."""
        bar = path(
            "r/<int:content_type_id>/<path:object_id>/",
            self.admin_view(self.on_site),
            name="view_on_site",
        )
        return [bar, *super().get_urls()]

    def on_site(self, request, content_type_id, object_id):
        """As Django leads to any row's page, but to what the user's lists show alone."""
        found = ContentType.objects.filter(pk=content_type_id).first()
        model_admin = self._registry.get(found.model_class()) if found else None
        if model_admin is None or not model_admin.has_view_permission(request):
            raise Http404("Nothing of that kind is shown here.")
        row = model_admin.get_object(request, object_id)
        if row is None or not hasattr(row, "get_absolute_url"):
            raise Http404("There is no such page.")
        return redirect(row.get_absolute_url())

    def index(self, request, extra_context=None):
        """With what waits for an answer, for those who may give one."""
        counted = {}
        if request.user.has_perm("quiz.view_dispute"):
            waiting = oversight.disputes(request.user).open()
            counted["open_disputes"] = waiting.count()
        return super().index(request, counted | (extra_context or {}))

    def get_app_list(self, request, app_label=None):
        """What teachers come for stands first, what only administrators see last."""
        apps = super().get_app_list(request, app_label)
        return sorted(apps, key=lambda app: APPS.get(app["app_label"], 0))
