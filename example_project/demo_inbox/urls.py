from django.urls import path

from . import views

app_name = "demo_inbox"
urlpatterns = [path("", views.inbox, name="inbox")]
