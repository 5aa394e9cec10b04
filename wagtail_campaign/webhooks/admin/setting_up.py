"""Adding an endpoint, and changing where it is and what it is told of."""

from django import forms
from django.core.exceptions import ValidationError
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ...actions.asking import AskView
from .. import endpoints, events, places
from ..models import Endpoint
from .of_endpoint import OfEndpointMixin, WebhooksMixin

REFUSALS = {
    "url": gettext_lazy("That is no address that can be called."),
    "scheme": gettext_lazy("The address has to begin with https://."),
    "user": gettext_lazy("Leave user and password out: what is sent is signed instead."),
    "host": gettext_lazy("Only public addresses are called, none within a network."),
}


class EndpointForm(forms.ModelForm):
    """Name, address and events."""

    events = forms.MultipleChoiceField(
        label=gettext_lazy("Is told of"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=gettext_lazy("And always of what is erased, so that it is erased there, too."),
    )

    class Meta:
        model = Endpoint
        fields = ["name", "url", "events"]
        help_texts = {
            "name": gettext_lazy("Which system it is: “Statistics”. Only editors see it."),
            "url": gettext_lazy("It begins with https:// and can be reached from the internet."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        known = events.all_events()
        self.fields["events"].choices = [(event.name, event.label) for event in known]

    def clean_url(self):
        url = self.cleaned_data["url"].strip()
        try:
            places.place_of(url)
        except places.BadPlace as error:
            raise ValidationError(REFUSALS[error.reason], code=error.reason) from None
        return url


class SetUpView(AskView):
    """A form of an endpoint."""

    form_class = EndpointForm
    button = gettext_lazy("Save")

    def explain(self):
        return [
            _("It is told what happened, and to which number: no names, addresses or amounts."),
            _("That goes out with the next pass of campaign_work, and again until it arrives."),
        ]


class AddView(WebhooksMixin, SetUpView):
    """A new endpoint; its secret is shown once."""

    page_title = gettext_lazy("Add a webhook")

    def way_back(self):
        return reverse("campaign_webhooks:index")

    def get_context_data(self, **kwargs):
        subject = _("Another system is told what happens here")
        return super().get_context_data(**kwargs) | {"subject": subject}

    def form_valid(self, form):
        endpoint = form.save(commit=False)
        return shown_once(self, endpoint, endpoints.add(endpoint, self.request.user))


class ChangeView(OfEndpointMixin, SetUpView):
    """Name, address and events of one that is there; its secret stays."""

    page_title = gettext_lazy("Change a webhook")

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"instance": self.endpoint}

    def act(self, form):
        endpoints.change(form.save(commit=False), self.request.user)
        return _("Saved.")


def shown_once(view, endpoint: Endpoint, secret: str) -> TemplateResponse:
    """The answer with a secret in it, which no other page has."""
    context = view.get_context_data() | {
        "secret": secret,
        "endpoint": endpoint,
        "back": reverse("campaign_webhooks:inspect", args=[endpoint.pk]),
    }
    template = "wagtail_campaign/admin/webhook_secret.html"
    answer = TemplateResponse(view.request, template, context)
    answer["Cache-Control"] = "no-store"
    return answer
