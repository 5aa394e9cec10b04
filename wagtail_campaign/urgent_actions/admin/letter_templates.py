"""The letters to start from, in the admin: one for each language."""

from django.core.paginator import Paginator
from django.http import Http404
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext
from django.views.generic import TemplateView
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.coreutils import get_content_languages

from ...actions import words
from ...actions.admin.of_action import MEANWHILE, OfActionFormView, OfActionListView
from ...actions.asking import AskView
from ..drafting import starting
from ..models import LetterTemplate
from .letter_previews import explained, filled_in, targets_of
from .letter_template_form import TemplateForm
from .of_urgent_action import OfUrgentActionMixin

HEADING = gettext_lazy("Letters to start from")
A_PAGE = 10
#: So many targets stand under the form; the preview has all.
SHOWN = 3


class TemplateListView(OfUrgentActionMixin, OfActionListView):
    """The letters of one urgent action, one for each language."""

    page_title = HEADING
    header_icon = "edit"
    explanation = gettext_lazy(
        "Supporters start from these and are asked to use their own words. A target gets the letter"
        " in the first language that it reads; beside it stands the one in the supporter’s own."
    )
    empty = gettext_lazy("Nothing was written yet: supporters would start from an empty page.")

    def rows(self):
        return list(self.action.templates.order_by("language"))

    def columns(self):
        return [
            TitleColumn(
                "language",
                label=_("Language"),
                accessor=lambda template: words.language(template.language),
                get_url=lambda template: self.address("template_edit", template.pk),
            ),
            Column("subject", label=_("Subject")),
            TitleColumn(
                "preview",
                label=pgettext("letter", "Preview"),
                accessor=lambda template: _("For each target"),
                get_url=lambda template: self.address("template_preview", template.pk),
            ),
            TitleColumn(
                "delete",
                label=_("Delete"),
                accessor=lambda template: _("Delete"),
                get_url=lambda template: self.address("template_delete", template.pk),
            ),
        ]

    def ways(self):
        return [(_("Write one"), self.address("template_add"), "plus")]


class OfTemplateMixin(OfUrgentActionMixin):
    """A page about one letter to start from; 404 for that of another urgent action."""

    header_icon = "edit"

    @cached_property
    def template(self) -> LetterTemplate:
        template = self.action.templates.filter(pk=self.kwargs["of"]).first()
        if template is None:
            raise Http404
        return template

    def crumbs_between(self):
        return [{"url": self.address("templates"), "label": HEADING}]

    def way_back(self):
        return self.address("templates")


class AddView(OfTemplateMixin, OfActionFormView):
    """A new one; ``?language=kk`` offers that language, otherwise one that has none yet. "Preview"
    saves nothing."""

    page_title = gettext_lazy("Write a letter to start from")
    template_name = "wagtail_campaign/admin/letter_template.html"
    form_class = TemplateForm
    button = gettext_lazy("Save")
    previewed = None

    def instance(self):
        written = set(self.action.templates.values_list("language", flat=True))
        spoken = list(get_content_languages())
        left = [code for code in spoken if code not in written] or spoken
        asked = self.request.GET.get("language")
        language = asked if asked in spoken else left[0]
        return LetterTemplate(urgent_action=self.action, language=language)

    def explain(self):
        return []

    def form_valid(self, form):
        if "preview" in self.request.POST:
            self.previewed = filled_in(form.instance, targets_of(self.action)[:SHOWN])
            return self.render_to_response(self.get_context_data(form=form))
        return super().form_valid(form)

    def act(self, form):
        self.nothing_done = not starting.save(form.instance, self.request.user)
        return MEANWHILE if self.nothing_done else _("Saved: supporters start from it now.")

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        template = context["form"].instance
        return context | {
            "placeholders": explained(template),
            "letter": template,
            "previewed": self.previewed,
        }


class EditView(AddView):
    """One that is there already."""

    page_title = gettext_lazy("Change a letter to start from")

    def instance(self):
        return self.template

    def get_context_data(self, **kwargs):
        preview = self.address("template_preview", self.template.pk)
        return super().get_context_data(**kwargs) | {"preview_url": preview}


class DeleteView(OfTemplateMixin, AskView):
    """Deletes one."""

    page_title = gettext_lazy("Delete a letter to start from")
    button = gettext_lazy("Delete")
    serious = True

    def explain(self):
        return [
            _("Nobody starts from it any more. Letters that were written from it stay as they are.")
        ]

    def act(self, form):
        self.nothing_done = not starting.delete(self.template, self.request.user)
        return MEANWHILE if self.nothing_done else _("The letter to start from was deleted.")

    def get_context_data(self, **kwargs):
        said = f"{self.title}: {words.language(self.template.language)}"
        return super().get_context_data(**kwargs) | {"subject": said}


class PreviewView(OfTemplateMixin, WagtailAdminTemplateMixin, TemplateView):
    """The letter as it begins for each target, ten on a page."""

    page_title = gettext_lazy("Preview for each target")
    template_name = "wagtail_campaign/admin/letter_preview.html"

    def get_context_data(self, **kwargs):
        paginator = Paginator(targets_of(self.action), A_PAGE)
        page = paginator.get_page(self.request.GET.get("p"))
        return super().get_context_data(**kwargs) | {
            "letter": self.template,
            "previewed": filled_in(self.template, page.object_list),
            "page_obj": page,
            "language": words.language(self.template.language),
        }
