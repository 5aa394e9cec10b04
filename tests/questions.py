"""An editor's own questions on a petition, and how they are answered."""

from wagtail_campaign.actions import doors

#: One of each kind, as an editor writes them.
QUESTIONS = [
    ("text", {"label": "Which town?", "help_text": "So that we meet you."}),
    ("choice", {"label": "Are you a member?", "choices": ["Yes, I am", "Not yet"]}),
    ("choices", {"label": "How to help?", "choices": ["Translate", "Print", "Pass on"]}),
    ("tick", {"label": "I have a car"}),
]


def ask(page, questions=QUESTIONS, **values):
    """Publishes a page with these questions; ``values`` are set in each of them."""
    page.questions = [(kind, {**question, **values}) for kind, question in questions]
    publish(page)
    return page


def publish(page):
    """Publishes what a page says now, and lets the next POST see it."""
    page.save_revision().publish()
    page.refresh_from_db()
    doors.close([page.pk])


def name(page, label: str) -> str:
    """The name of the field of a question in the form."""
    return f"question_{asked(page, label).uuid}"


def asked(page, label: str):
    """The question that a page asks in these words."""
    return next(q for q in page.questions_asked() if q.label == label)


def choice(page, label: str, words: str) -> str:
    """The value of one of the answers that a question offers."""
    return next(uuid for uuid, said in asked(page, label).choices if said == words)


def answers(page) -> dict:
    """The fields of a form in which each of ``QUESTIONS`` is answered."""
    helps = [choice(page, "How to help?", words) for words in ("Pass on", "Translate")]
    return {
        name(page, "Which town?"): "Zhanaozen",
        name(page, "Are you a member?"): choice(page, "Are you a member?", "Not yet"),
        name(page, "How to help?"): helps,
        name(page, "I have a car"): "yes",
    }
