"""The contact page, in English; its translations are in ``ru.po`` and ``kk.po``."""

CONTACT = {
    "slug": "contact",
    "title": "Contact",
    "standfirst": (
        "Write to us in English, Russian, Kazakh or whatever you speak: somebody translates."
    ),
    "body": [
        (
            "addresses",
            {
                "places": [
                    {
                        "title": "The campaign",
                        "text": "Questions, invitations, translations, corrections.",
                        "email": "campaign@example.org",
                    },
                    {
                        "title": "Copies please to",
                        "text": (
                            "If you wrote to a ministry or an embassy by yourself, send us a copy:"
                            " we count them, and tell the families."
                        ),
                        "email": "letters@example.org",
                    },
                    {
                        "title": "Journalists",
                        "text": "We ask families and lawyers who of them would like to speak.",
                        "email": "press@example.org",
                    },
                    {
                        "title": "By post",
                        "text": (
                            "Western Oil Fields Solidarity\n"
                            "Demonstration Box 20\n00000 Exampleville"
                        ),
                        "email": "",
                    },
                ]
            },
        ),
        ("heading", "Messages to the government"),
        (
            "paragraph",
            "<p>They count most as letters of your own, in your own words. We have an example to"
            " start from, and the addresses.</p>",
        ),
        (
            "ways",
            {
                "title": "",
                "ways": [
                    {
                        "title": "Write for the lawyer",
                        "text": "To the ministry that decides about him.",
                        "page": "URGENT",
                        "email": "",
                        "button": "Write a letter",
                    },
                    {
                        "title": "To the nearest embassy",
                        "text": "By e-mail, by post, or at the door.",
                        "page": "EMBASSIES",
                        "email": "",
                        "button": "Find the embassy",
                    },
                ],
            },
        ),
        ("heading", "If you are in danger"),
        (
            "paragraph",
            "<p>Don’t write from a device or an address that somebody else reads. Name nobody, and"
            " no place. We answer from the addresses on this page alone; whoever writes to you from"
            " another is not one of us.</p>",
        ),
    ],
}
