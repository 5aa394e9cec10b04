"""The strike fund of the demo, in English; its gifts are as invented as all people here.

Every text that a visitor reads is translated in ``ru.po`` and ``kk.po`` beside this file.
"""

FUND = {
    "slug": "donate",
    "title": "The strike fund",
    "intro": (
        "Eleven weeks without pay: the fund buys bread, medicine and coal for the families of the"
        " strikers, and pays for their defence in court."
    ),
    "image_alt": "Linocut: a loaf of bread on a red cloth",
    "search_description": "Give to the strike fund of the western oil fields, once or each month.",
    "body": [
        (
            "paragraph",
            "<p>A committee of seven, elected at the gates of the three fields, decides about every"
            " payment and reads its accounts aloud each Sunday. Nothing goes to companies, parties"
            " or governments.</p>",
        ),
        (
            "paragraph",
            "<p><b>2,000 tenge</b> are bread for a family and a week. <b>5,000 tenge</b> bring a"
            " parcel to prison. <b>25 euros</b> pay an hour of a lawyer.</p>",
        ),
    ],
    "thanks": (
        "<p>It goes to the families this week. We tell those who asked us to what has become of"
        " it.</p>"
    ),
    "checkout_name": "Donation",
}
GOAL, GOAL_CURRENCY = 20_000, "EUR"
#: (currency, once, monthly, yearly, minimum, maximum, fixed fee, what one is worth in euros)
CURRENCIES = [
    ("KZT", "2000 5000 10000 25000", "1000 2500 5000", "", 500, 900_000, 100, "0.0017"),
    ("EUR", "10 25 50 100", "5 10 20", "", 1, 10_000, "0.25", None),
    ("GBP", "10 25 50 100", "5 10 20", "", 1, 10_000, "0.20", "1.15"),
    ("USD", "10 25 50 100", "5 10 20", "", 1, 10_000, "0.30", "0.86"),
]
DEDICATIONS = ["For Father, who worked there for thirty years", "From the night shift", ""]
