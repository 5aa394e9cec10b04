"""The front page, the petition and "Support the campaign", in English.

Every text that a visitor reads is translated in ``ru.po`` and ``kk.po`` beside this file.
Words in capital letters stand for pages: ``PETITION``, ``URGENT``, ``SOLIDARITY``, ``EMBASSIES``,
``BUSES``, ``DONATE``, ``SPONSORS``, ``ARTICLES``, ``SUPPORT``, ``CONTACT``, ``PRIVACY``.
"""

MENU = [
    ("item", {"page": "PETITION", "label": "Petition"}),
    ("item", {"page": "URGENT", "label": "Letters"}),
    ("item", {"page": "SPONSORS", "label": "Supporters"}),
    ("item", {"page": "DONATE", "label": "Fund"}),
    ("item", {"page": "ARTICLES", "label": "Articles"}),
    ("item", {"page": "SUPPORT", "label": "Support"}),
]

FOOT_MENU = [
    ("item", {"page": "SOLIDARITY", "label": "Letters to prison"}),
    ("item", {"page": "EMBASSIES", "label": "Embassies"}),
    ("item", {"page": "CONTACT", "label": "Contact"}),
    ("item", {"page": "PRIVACY", "label": "Privacy"}),
]

HOME = {
    "slug": "home",
    "title": "Western Oil Fields Solidarity",
    "headline": "They stopped work for fair pay. Now they are on trial.",
    "standfirst": (
        "The workers of the western oil fields have been on strike for eleven weeks. Nineteen of"
        " them, and their lawyer, are in prison. You can help to bring them home."
    ),
    "image_alt": "Linocut: a pump jack before a red sun",
    "action_label": "Sign the petition",
    "search_description": (
        "An international campaign for the strikers of the western oil fields: sign the petition,"
        " read what happens, support the campaign."
    ),
    "body": [
        (
            "facts",
            {
                "facts": [
                    {"figure": "11", "words": "weeks on strike"},
                    {"figure": "640", "words": "workers dismissed"},
                    {"figure": "19", "words": "strikers in prison"},
                    {"figure": "1", "words": "lawyer, in prison for defending them"},
                ]
            },
        ),
        (
            "points",
            {
                "title": "What we ask for",
                "points": [
                    {
                        "title": "Release the nineteen strikers and their lawyer",
                        "text": "Nobody belongs in prison for a peaceful strike.",
                    },
                    {
                        "title": "Take back the dismissals",
                        "text": "All 640 return to their work, with the pay they are owed.",
                    },
                    {
                        "title": "Let the workers choose their own trade union",
                        "text": "It is registered, and heard, without the company's leave.",
                    },
                ],
            },
        ),
        ("urgent_action", {"page": "URGENT", "heading": "Days count: write for their lawyer"}),
        ("campaign_updates", {"page": "PETITION", "heading": "What happened since"}),
        (
            "sponsor_wall",
            {"page": "SPONSORS", "heading": "They lend their names", "kind": "", "number": 6},
        ),
        (
            "ways",
            {
                "title": "It works",
                "ways": [
                    {
                        "title": "Safe buses to the shift settlement",
                        "text": "We asked for them, you signed, and the company gave way.",
                        "page": "BUSES",
                        "email": "",
                        "button": "See how we won",
                    },
                ],
            },
        ),
    ],
    "menu": MENU,
    "foot_menu": [*MENU, *FOOT_MENU],
}

PETITION = {
    "slug": "petition",
    "title": "Free the strikers of the western oil fields",
    "addressed_to": "The Ministry of Justice and the Ministry of Foreign Affairs",
    "intro": (
        "Nineteen strikers and their lawyer are in prison because the workers stopped work in"
        " peace. We ask the government to release them and to talk with the workers’ own union."
    ),
    "image_alt": "Linocut: four banners, the largest of them red",
    "body": [
        (
            "paragraph",
            "<p>Eleven weeks ago the workers of the western oil fields put down their tools. They"
            " asked for what their contracts promise: pay for every hour worked, safe buses to the"
            " shift settlement, and a doctor at every well site.</p>"
            "<p>The company dismissed 640 of them. The regional court called the strike unlawful"
            " after a hearing to which no worker was invited, and nineteen people were taken from"
            " their homes at night. When their lawyer complained, the lawyer was arrested too.</p>",
        ),
        ("heading", "We ask the government"),
        (
            "paragraph",
            "<ol><li>to release the nineteen strikers and their lawyer, and to drop the charges;"
            "</li><li>to see to it that all who were dismissed for the strike get their work back;"
            "</li><li>to register the union that the workers have founded, and to talk with it."
            "</li></ol>",
        ),
        ("quote", "We did not break a single window. We stood at the gate and asked to be heard."),
        (
            "paragraph",
            "<p>Every name helps: a minister who gets letters from thirty countries knows that"
            " somebody is watching the courtroom.</p>",
        ),
    ],
    "questions": [
        (
            "choice",
            {
                "label": "Are you a member of a trade union?",
                "help_text": "We tell the ministries how many union members have signed.",
                "choices": ["Yes", "Not yet", "I would like to found one"],
            },
        ),
        (
            "choices",
            {
                "label": "How would you like to help?",
                "choices": [
                    "Invite a speaker",
                    "Translate texts",
                    "Put up posters",
                    "Write letters to prisoners",
                ],
            },
        ),
        ("text", {"label": "Which languages could you translate?"}),
    ],
    "thanks": (
        "<p>You stand with nineteen people who can't speak for themselves at present. We hand the"
        " petition over as soon as the goal is reached, and tell those who asked us to.</p>"
    ),
    "next_steps": [
        ("step", {"page": "DONATE", "text": "Give bread to the families of the strikers"}),
        ("step", {"page": "ARTICLES", "text": "Read what happens in the fields and in court"}),
        ("step", {"page": "SUPPORT", "text": "See what else you can do"}),
    ],
}
PETITION_GOAL = 250

SUPPORT = {
    "slug": "support",
    "title": "Support the campaign",
    "standfirst": "What we stand for, and what you can do today, wherever you are.",
    "body": [
        (
            "paragraph",
            "<p>We are trade unionists, lawyers, students and pensioners in many countries. We"
            " belong to no party and take no money from governments or companies. What holds us"
            " together is simple: whoever works has the right to stop working together with"
            " others, and whoever defends that right must not pay for it with freedom.</p>",
        ),
        (
            "ways",
            {
                "title": "What you can do",
                "ways": [
                    {
                        "title": "Sign the petition",
                        "text": "It takes a minute. You decide whether your name is shown.",
                        "page": "PETITION",
                        "email": "",
                        "button": "Sign the petition",
                    },
                    {
                        "title": "Write a letter",
                        "text": "For the lawyer of the strikers, to those who decide about him.",
                        "page": "URGENT",
                        "email": "",
                        "button": "Write a letter",
                    },
                    {
                        "title": "Write to prison",
                        "text": "To the nineteen, in whatever language you speak.",
                        "page": "SOLIDARITY",
                        "email": "",
                        "button": "Write to the nineteen",
                    },
                    {
                        "title": "Lend your name",
                        "text": "As a person or for your union: the list is there for all to see.",
                        "page": "SPONSORS",
                        "email": "",
                        "button": "See the list",
                    },
                    {
                        "title": "Give to the strike fund",
                        "text": "Once or each month: bread, medicine, and lawyers.",
                        "page": "DONATE",
                        "email": "",
                        "button": "Donate",
                    },
                    {
                        "title": "Find the embassy",
                        "text": "Call there or go there, alone or with friends.",
                        "page": "EMBASSIES",
                        "email": "",
                        "button": "Find the embassy",
                    },
                    {
                        "title": "Read, and pass it on",
                        "text": "Tell one person today what happens in the western oil fields.",
                        "page": "ARTICLES",
                        "email": "",
                        "button": "Read the articles",
                    },
                    {
                        "title": "Write to us",
                        "text": "Does your union want to invite a speaker or to translate a text?",
                        "page": "CONTACT",
                        "email": "",
                        "button": "Write to us",
                    },
                ],
            },
        ),
        ("urgent_alerts", {"heading": "Hear of urgent actions at once"}),
        ("heading", "A poster to print and to put up"),
        ("campaign_poster", {"page": "PETITION", "heading": "", "text": ""}),
        (
            "points",
            {
                "title": "What we promise",
                "points": [
                    {
                        "title": "We check before we publish",
                        "text": "What we report was seen by at least two people.",
                    },
                    {
                        "title": "We endanger nobody",
                        "text": "We name strikers and their families only if they want us to.",
                    },
                    {
                        "title": "We keep little",
                        "text": "We ask only for what we need, and delete it when you say so.",
                    },
                ],
            },
        ),
    ],
}
