from django.urls import path

from . import views

app_name = "demo_receiver"
urlpatterns = [
    path("", views.receiver, name="receiver"),
    path("set/", views.change, name="change"),
]
