from django.urls import path

from . import views

app_name = "demo_stripe"
urlpatterns = [path("", views.account, name="account")]
