"""Writing and deleting letters to start from."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogFormatter

from ...actions import logs, words
from ...actions.logs import register
from ...actions.titles import title_of
from ..models import LetterTemplate, UrgentAction


def save(template: LetterTemplate, user) -> bool:
    """Saves a letter to start from; False where somebody else wrote one in that language, or
    deleted this one, meanwhile."""
    try:
        with transaction.atomic():
            was = LetterTemplate.objects.select_for_update().filter(pk=template.pk).first()
            if template.pk and was is None:
                return False
            template.save()
            changed = [
                name
                for name in ("language", "subject", "text")
                if was is None or getattr(was, name) != getattr(template, name)
            ]
            if changed:
                before = was.language if was else ""
                _note(template, user, verb="change" if was else "add", was=before, fields=changed)
    except IntegrityError:
        return False
    return True


def delete(template: LetterTemplate, user) -> bool:
    """Deletes a letter to start from; False where it is gone already."""
    with transaction.atomic():
        if not LetterTemplate.objects.filter(pk=template.pk).delete()[0]:
            return False
        _note(template, user, verb="delete", was=template.language, fields=[])
    return True


def _note(template: LetterTemplate, user, verb: str, was: str, fields: list[str]) -> None:
    action = UrgentAction.objects.get(pk=template.urgent_action_id)
    # Its caches are dropped by the receivers, which hear of every way of saving it.
    said = {"verb": verb, "was": was, "language": template.language, "fields": fields}
    logs.note([action], "campaign.letter_template", user, label=title_of, **said)


@register("campaign.letter_template")
class TemplateChanged(LogFormatter):
    """``verb``, ``language``, which it ``was`` in, and the ``fields`` that changed. Not the text:
    it names people, and logs are kept for ever."""

    label = gettext_lazy("Change a letter to start from")

    def format_message(self, log_entry):
        data = log_entry.data
        said = {
            "language": words.language(data["language"]),
            "was": words.language(data["was"]) if data["was"] else "–",
        }
        if data["verb"] == "delete":
            return _("Letter to start from: %(was)s → –") % said
        if "language" in data["fields"]:
            return _("Letter to start from: %(was)s → %(language)s") % said
        names = [str(LetterTemplate._meta.get_field(f).verbose_name) for f in data["fields"]]
        said["fields"] = ", ".join(names)
        return _("Letter to start from (%(language)s) changed: %(fields)s") % said
