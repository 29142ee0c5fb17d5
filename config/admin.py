"""The admin, as Besa's teachers and administrators meet it."""

from django.contrib import admin


class BesaAdminSite(admin.AdminSite):
    site_header = "Besa"
    site_title = "Besa"
    index_title = "Make a quiz · See results · Check content"
