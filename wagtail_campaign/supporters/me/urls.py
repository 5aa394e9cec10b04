"""The addresses under ``/campaign/me/``; the cookie goes to all of them and to no other."""

from django.urls import path

from . import entrance, listing

urlpatterns = [
    path("", entrance.me, name="me"),
    path("check-your-mail/", entrance.check_mail, name="me_check_mail"),
    path("link/<str:token>/", entrance.link, name="me_link"),
    path("leave/", entrance.leave, name="me_leave"),
    path("language/", entrance.speak, name="me_language"),
    path("data.json", listing.download, name="me_data"),
    path("acts/<slug:slice>/<int:pk>/confirm/", listing.confirm, name="me_confirm"),
    path("acts/<slug:slice>/<int:pk>/show-as/", listing.show_as, name="me_show_as"),
    path("acts/<slug:slice>/<int:pk>/hide/", listing.hide, name="me_hide"),
    path("acts/<slug:slice>/<int:pk>/withdraw/", listing.withdraw, name="me_withdraw"),
    path("acts/<slug:slice>/<int:pk>/erase/", listing.erase, name="me_erase"),
    path("consents/<int:pk>/withdraw/", listing.withdraw_consent, name="me_withdraw_consent"),
    path("erase/", listing.erase_all, name="me_erase_all"),
    path("erased/", listing.erased, name="me_erased"),
]
