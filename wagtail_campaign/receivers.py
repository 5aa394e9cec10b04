"""What happens by itself when pages and actions are saved."""

from django.db import transaction
from django.db.models.signals import m2m_changed, post_save, pre_delete
from django.dispatch import receiver
from wagtail.signals import page_published, page_unpublished, post_page_move

from .actions import doors, live, questions
from .actions.models import Action
from .actions.pages import ActionPageMixin
from .actions.siblings import page_ids
from .supporters import consents
from .updates.pages import UpdateMixin
from .urgent_actions import chain, redrawing
from .urgent_actions.chain import ChainMixin
from .urgent_actions.directory.missions import Mission
from .urgent_actions.directory.targets import Target, TargetWords
from .urgent_actions.models import LetterTemplate, UrgentAction
from .urgent_actions.persons import Person, PersonWords


@receiver(post_save, dispatch_uid="campaign_make_action")
def make_action(sender, instance, raw=False, update_fields=None, **kwargs):
    """Gives every action page its action: drafts, aliases, copies and translations alike."""
    if isinstance(instance, ActionPageMixin) and not raw:
        action = instance.get_or_create_action()
        if instance.live:
            # Before the first reader can agree to them, from a page that a cache then keeps.
            consents.keep_wordings(instance.consent_wordings())
            # A draft is kept apart, while other fields of the page are saved.
            if update_fields is None or "questions" in update_fields:
                language = instance.locale.language_code
                questions.keep(action.key, language, instance.questions_asked())


@receiver(page_published)
@receiver(page_unpublished)
def close_door_of_page(sender, instance, **kwargs):
    """Lets the next POST look at the page anew."""
    if isinstance(instance, ActionPageMixin):
        transaction.on_commit(lambda: doors.close([instance.pk]))


@receiver(page_published)
@receiver(page_unpublished)
def show_updates(sender, instance, **kwargs):
    """Lets the page of an action show its updates as they are now, in each language."""
    if isinstance(instance, UpdateMixin):
        _draw_anew(instance.get_parent())


@receiver(page_published)
def follow_chain(sender, instance, **kwargs):
    """Ends an urgent action whose outcome or stop is published."""
    if isinstance(instance, ChainMixin):
        chain.follow(instance)


@receiver(post_page_move)
def show_moved_updates(sender, instance, parent_page_before, parent_page_after, **kwargs):
    """The same for the pages that an update left and came to."""
    if isinstance(instance.specific, UpdateMixin) and parent_page_before != parent_page_after:
        _draw_anew(parent_page_before)
        _draw_anew(parent_page_after)


def _draw_anew(page) -> None:
    page = page.specific
    if isinstance(page, ActionPageMixin) and (action := page.get_action()):
        # Its version rises, so that what was drawn before is left behind.
        action.save()


@receiver(post_save, dispatch_uid="campaign_action_changed")
def forget_cached_action(sender, instance, raw=False, **kwargs):
    """Makes a change of the live settings felt at once, on every page that shows it."""
    if isinstance(instance, Action) and not raw:
        transaction.on_commit(lambda: live.forget(instance.key))
        transaction.on_commit(lambda: doors.close(page_ids(instance.key)))


@receiver([post_save, pre_delete], sender=Person)
@receiver([post_save, pre_delete], sender=PersonWords)
def show_person(sender, instance, raw=False, **kwargs):
    """Lets the pages of urgent actions show a person as they are known now."""
    if not raw:
        person = instance.pk if sender is Person else instance.person_id
        redrawing.draw_anew(UrgentAction.objects.filter(persons=person))


@receiver([post_save, pre_delete], sender=Target)
@receiver([post_save, pre_delete], sender=Mission)
@receiver([post_save, pre_delete], sender=TargetWords)
def show_target(sender, instance, raw=False, **kwargs):
    """The same for whom is written to."""
    if not raw:
        target = instance.target_id if sender is TargetWords else instance.pk
        redrawing.draw_anew(UrgentAction.objects.filter(targets=target))


@receiver([post_save, pre_delete], sender=LetterTemplate)
def start_from_it(sender, instance, raw=False, **kwargs):
    """The same for the letters to start from."""
    if not raw:
        redrawing.draw_anew(UrgentAction.objects.filter(pk=instance.urgent_action_id))


@receiver(m2m_changed, sender=UrgentAction.persons.through)
@receiver(m2m_changed, sender=UrgentAction.targets.through)
def show_chosen(sender, instance, action, **kwargs):
    """The same for who was chosen, or is no longer."""
    if action.startswith("post_") and isinstance(instance, UrgentAction):
        redrawing.draw_anew(UrgentAction.objects.filter(pk=instance.pk))
