"""The admin, as Besa's teachers and administrators meet it."""

from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.utils.decorators import method_decorator


# One way in for everybody, so that guessing a password is slowed down here too.
@method_decorator(secure_admin_login, name="login")
class BesaAdminSite(admin.AdminSite):
    site_header = "Besa"
    site_title = "Besa"
    index_title = "Make a quiz · See results · Check content"
    enable_nav_sidebar = False  # its place is the tables'; three doors are in the head

    def get_app_list(self, request, app_label=None):
        """What teachers come for stands before what only administrators see."""
        apps = super().get_app_list(request, app_label)
        return sorted(apps, key=lambda app: app["app_label"] in {"accounts", "auth"})
