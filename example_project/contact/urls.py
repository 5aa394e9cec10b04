"""Where the form of the contact page is sent to, and the steps after it."""

from django.urls import path

from . import views

app_name = "contact"

urlpatterns = [
    path("<int:page_id>/", views.send, name="send"),
    path("<int:page_id>/check-your-mail/", views.check_mail, name="check_mail"),
    path("<int:page_id>/thanks/", views.thanks, name="thanks"),
]
