from django.apps import AppConfig
from django.contrib.admin import apps as admin_apps


class ConfigConfig(AppConfig):
    name = "config"
    default = True


class BesaAdminConfig(admin_apps.AdminConfig):
    default = False  # named in INSTALLED_APPS, beside the app it belongs to
    default_site = "config.admin.BesaAdminSite"
