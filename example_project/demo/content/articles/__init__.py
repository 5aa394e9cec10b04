"""The articles, in English, a file for each category; their translations are in ``ru.po`` and
``kk.po`` in the folder above. ``days_ago`` is when an article appeared, ``picture`` a drawing."""

from .background import BACKGROUND
from .court import COURT
from .fields import FIELDS
from .solidarity import SOLIDARITY

# (slug, name, what stands at the head of its page).
CATEGORIES = [
    ("fields", "From the fields", "What happens at the gates, at the wells and in the settlement."),
    ("court", "In court", "Hearings, decisions, and what stands in the files."),
    ("solidarity", "Solidarity", "Who stands by the strikers, near and far."),
    ("background", "Background", "How it came to this, and what the law says."),
]

INDEX = {
    "slug": "articles",
    "title": "Articles",
    "standfirst": (
        "What happens at the wells and in the courtroom, and who stands by the strikers."
    ),
    # Beside every article that has no calls to action of its own.
    "actions": [
        ("petition", {"page": "PETITION", "heading": "Ask the government to let them go"}),
        (
            "ways",
            {
                "title": "",
                "ways": [
                    {
                        "title": "Support the campaign",
                        "text": "There is more that you can do, wherever you are.",
                        "page": "SUPPORT",
                        "email": "",
                        "button": "See how",
                    },
                ],
            },
        ),
    ],
}

ARTICLES = [*FIELDS, *COURT, *SOLIDARITY, *BACKGROUND]
