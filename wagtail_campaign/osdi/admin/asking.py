"""Making a token, whose secret is shown once, and deleting one."""

from django import forms
from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ...actions.asking import AskView
from .. import keys
from ..models import AccessToken
from .listing import TokensMixin


class TokenForm(forms.ModelForm):
    """Which program has it."""

    class Meta:
        model = AccessToken
        fields = ["name"]


class OfTokensView(TokensMixin, AskView):
    """Base of both."""

    def way_back(self):
        return reverse("campaign_tokens:index")


class AddView(OfTokensView):
    """A new token."""

    page_title = gettext_lazy("Make an access token")
    button = gettext_lazy("Make it")
    form_class = TokenForm

    def explain(self):
        return [
            _(
                "Whoever has it reads names and addresses of all who agreed to news of the"
                " campaign, and what they signed, wrote and gave."
            ),
            _("It reads for as long as you may: the site history says that you made it."),
        ]

    def get_context_data(self, **kwargs):
        subject = _("Another program of the campaign reads here")
        return super().get_context_data(**kwargs) | {"subject": subject}

    def form_valid(self, form):
        context = self.get_context_data() | {
            "secret": keys.add(self.request.user, form.cleaned_data["name"]),
            "name": form.cleaned_data["name"],
            "address": self.request.build_absolute_uri(reverse("wagtail_campaign:osdi")),
            "back": self.way_back(),
        }
        template = "wagtail_campaign/admin/access_token.html"
        answer = TemplateResponse(self.request, template, context)
        answer["Cache-Control"] = "no-store"
        return answer


class DeleteView(OfTokensView):
    """Ends one."""

    page_title = gettext_lazy("Delete an access token")
    button = gettext_lazy("Delete it")
    serious = True

    @cached_property
    def token(self) -> AccessToken:
        found = AccessToken.objects.filter(pk=self.kwargs["pk"]).first()
        if found is None:
            raise Http404
        return found

    def explain(self):
        return [_("The program that has it reads no more, at once. What it has read, it has.")]

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"subject": self.token.name}

    def act(self, form):
        keys.delete(self.token, self.request.user)
        return _("Deleted. The program reads no more.")
