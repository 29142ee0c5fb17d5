from django.contrib import admin
from django.urls import include, path
from django.views.decorators.cache import never_cache
from django.views.defaults import page_not_found

urlpatterns = [
    path("admin/", admin.site.urls),
    path("accounts/", include("accounts.urls")),
    path("desk/", include("classroom.desk_urls")),
    path("", include("classroom.urls")),
    path("facts/", include("relations.urls")),
    path("", include("quiz.urls")),
]

# A page that is missing may be somebody else's, and theirs is kept nowhere.
handler404 = never_cache(page_not_found)
