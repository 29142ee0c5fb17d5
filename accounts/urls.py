"""The account pages that can work here: there is no e-mail, so none that send it.

They keep allauth's names without a namespace, because allauth reverses them.
"""

from allauth.account import views
from django.urls import path

from accounts.views import SignUp, choose_password

urlpatterns = [
    path("login/", views.login, name="account_login"),
    path("logout/", views.logout, name="account_logout"),
    path("signup/", SignUp.as_view(), name="account_signup"),
    path("password/choose/", choose_password, name="choose_password"),
    path("inactive/", views.account_inactive, name="account_inactive"),
    path("password/change/", views.password_change, name="account_change_password"),
]
