"""What a visitor sees of telling: updates on the petition, and a petition that was won, in English.

Translated like ``actions.py``. ``days_ago`` is when it happened.
"""

UPDATES = [
    {
        "slug": "visits",
        "days_ago": 17,
        "picture": "window",
        "title": "The families may visit the prison again",
        "intro": (
            "For the first time in five weeks the families of the nineteen were allowed to see"
            " them. All of them are in good spirits, and ask us to go on."
        ),
        "image_alt": "Linocut: a barred window, and on its sill a red bird",
        "mail_subject": "News of the nineteen",
        "body": [
            (
                "paragraph",
                "<p>The governor gave no reasons. The lawyers believe that the letters from abroad"
                " were one of them: the office had to fetch a second table for the post.</p>",
            ),
            (
                "quote",
                "He asked first who is looking after the strike fund. Then he asked for tea.",
            ),
        ],
    },
    {
        "slug": "date-of-the-trial",
        "days_ago": 3,
        "picture": "court",
        "title": "The date of the trial is known",
        "intro": (
            "The trial begins in the regional capital in three weeks. Observers from four countries"
            " have said that they will come."
        ),
        "image_alt": "Linocut: a courthouse with a red door",
        "mail_subject": "The date is known",
        "body": [
            (
                "paragraph",
                "<p>The hearing is public. Whoever can travel should come: it is harder to be"
                " unjust before a full room.</p>",
            ),
        ],
    },
]

BUSES = {
    "slug": "safe-buses",
    "title": "Safe buses to the shift settlement",
    "addressed_to": "The board of the company",
    "intro": (
        "The buses to the shift settlement had no heating and bald tyres. We asked the company for"
        " safe ones."
    ),
    "image_alt": "Linocut: a red bus on a winter road, at night",
    "body": [
        (
            "paragraph",
            "<p>In January a bus with forty workers on board slid off the road to the shift"
            " settlement. By luck nobody was killed. Three times the drivers had asked for new"
            " tyres.</p>",
        ),
        (
            "paragraph",
            "<p>We asked for heated buses with seat belts and good tyres, and for a rest for"
            " drivers who come off the night shift.</p>",
        ),
    ],
}
BUSES_GOAL = 100
# (kind, days ago, picture, what it shows) of what became of it.
BUSES_OUTCOMES = [
    ("delivered", 41, "letters", "Linocut: envelopes, a red one in the middle"),
    ("won", 12, None, ""),
]
# A box of signatures that somebody collected at the gate: (number, days ago, place).
PAPER = (46, 60, "At the gate")
