from django.urls import path

from . import views

app_name = "demo_ally"
urlpatterns = [path("", views.page, name="page")]
