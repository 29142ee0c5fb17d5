from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("accounts/", include("accounts.urls")),
    path("classes/", include("classroom.urls")),
    path("facts/", include("relations.urls")),
    path("", include("quiz.urls")),
]
