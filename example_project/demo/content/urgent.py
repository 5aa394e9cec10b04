"""The urgent action, the letters to prison and the embassies' page, in English.

Translated like ``actions.py``; who is written to and for whom, and the letters, are in
``letters.py``. ``days_ago`` is when it happened.
"""

URGENT = {
    "slug": "urgent-action",
    "title": "A lawyer for the strikers",
    "number": "1/26",
    "intro": (
        "Bolat Tenizdalin defended the strikers of the western oil fields, and has been in prison"
        " for seven weeks. His trial is about to begin: letters that arrive before it count most."
    ),
    "image_alt": "Linocut: a red lamp over papers, at night",
    "body": [
        (
            "paragraph",
            "<p>He asked the court for the minutes of the hearing that had declared the strike"
            " unlawful. He asked on what grounds the homes of strikers had been searched. He"
            " explained the labour code to a meeting of workers, article by article. Then he was"
            " arrested.</p>"
            "<p>The charge is “stirring up social discord”. If the court follows it, he faces up to"
            " seven years, and may never work as a lawyer again.</p>",
        ),
    ],
    "points": (
        "<ul><li>Say who you are, and why the fate of a lawyer far away matters to you.</li>"
        "<li>Ask for his release, and that the charges be dropped.</li>"
        "<li>Ask that he may speak with his own lawyer without anybody listening.</li>"
        "<li>Stay polite. Who reads your letter decides about him.</li></ul>"
    ),
    "preferred_languages": "Kazakh, Russian, English or your own",
    "copies_to": "letters@example.org",
    "background": (
        "<p>The workers of the western oil fields have been on strike for eleven weeks. The company"
        " dismissed 640 of them, and nineteen are in prison. Their lawyer is the twentieth.</p>"
        "<p>A lawyer may not be prosecuted for what is said in the defence of a client: so say the"
        " country's own law on the bar and the basic principles of the United Nations.</p>"
    ),
    "thanks": (
        "<p>In prisons and ministries letters are counted. Each one makes it harder to say that"
        " nobody asks after him.</p>"
    ),
    "next_steps": [
        ("step", {"page": "SOLIDARITY", "text": "Write to the nineteen in prison as well"}),
        ("step", {"page": "PETITION", "text": "Sign the petition"}),
    ],
}
URGENT_GOAL = 100
# Days until its deadline.
URGENT_DAYS = 18

# The links of its chain, the first first.
CHAIN = [
    {
        "slug": "observers",
        "days_ago": 13,
        "picture": "letters",
        "link": "further",
        "title": "Observers may come to his trial",
        "intro": (
            "Lawyers from four countries have asked to observe the trial of Bolat Tenizdalin, and"
            " the court has given them seats. Please ask in your letters that it stays so."
        ),
        "image_alt": "Linocut: envelopes, a red one in the middle",
        "mail_subject": "News of the urgent action",
        "body": [
            (
                "paragraph",
                "<p>The ministry had been written to in five languages. One of the observers is"
                " the grandson of a lawyer who was himself on trial, long ago and in the same"
                " town.</p>",
            ),
        ],
    },
    {
        "slug": "his-own-lawyer",
        "days_ago": 2,
        "picture": "minutes",
        "link": "further",
        "title": "He may see a lawyer of his own",
        "intro": (
            "Yesterday Bolat Tenizdalin spoke with his own lawyer for the first time, for twenty"
            " minutes. The date of the trial stands. Please go on writing."
        ),
        "image_alt": "Linocut: an empty sheet and a red stamp",
        "mail_subject": "News of the urgent action",
        "body": [
            (
                "paragraph",
                "<p>“There is a shelf of letters in the governor's office,” the lawyer told us."
                " “They have begun to ask who he is that so many people write.”</p>",
            ),
        ],
    },
]

SOLIDARITY = {
    "slug": "letters-to-prison",
    "title": "Letters to the nineteen",
    "number": "2/26",
    "intro": (
        "Nineteen strikers are in prison, without a telephone and without e-mail. Write to them: we"
        " print your letters, and their families take them along."
    ),
    "image_alt": "Linocut: a barred window, and on its sill a red bird",
    "body": [
        (
            "paragraph",
            "<p>Orazbai Kumdalin, a driller, answers for all of them. In his last letter he wrote:"
            " “We read everything aloud, also what we don't understand. Tell us what you see from"
            " your window.”</p>",
        ),
    ],
    "points": (
        "<ul><li>Write of your work, your town, your day: of what is outside.</li>"
        "<li>Write nothing about the case, and no names of others: letters are opened.</li>"
        "<li>Your own language is fine. Somebody translates.</li></ul>"
    ),
    "thanks": "<p>Your letter goes with the next visit, on the first Sunday of the month.</p>",
    "next_steps": [
        ("step", {"page": "URGENT", "text": "Write for their lawyer as well"}),
    ],
}
SOLIDARITY_GOAL = 50
SOLIDARITY_DAYS = 60

EMBASSIES = {
    "slug": "embassies",
    "title": "Embassies of Kazakhstan",
    "intro": (
        "The embassy nearest to you, with the languages that it reads and how it is reached. All"
        " addresses here are invented."
    ),
    "missions_of": "KZ",
}
