"""Solidarity."""

SOLIDARITY = [
    {
        "slug": "the-ship-that-waited",
        "category": "solidarity",
        "days_ago": 9,
        "picture": "harbour",
        "image_alt": "Linocut: cranes at rest and a red ship",
        "title": "The ship that waited an hour",
        "standfirst": (
            "In a harbour three thousand kilometres from the nearest oil well the cranes stood"
            " still for sixty minutes. On board were pipes for the company."
        ),
        "by_line": "By a docker, who was there",
        "place": "A harbour in the north",
        "body": [
            (
                "paragraph",
                "<p>At ten the horn sounded, as it does for the tea break, only that it wasn’t time"
                " for tea. We switched off the cranes and went down. Somebody had brought a"
                " loudspeaker, and a woman from the campaign read us nineteen names.</p>"
                "<p>After each name we said “present”, as at school. It is a strange thing to say"
                " that for a person you don’t know. By the tenth name it wasn’t strange any"
                " more.</p>",
            ),
            (
                "quote",
                {
                    "text": "The captain asked how long it would take. An hour, we said. They have"
                    " been waiting for ten weeks.",
                    "who": "A crane driver",
                },
            ),
            ("heading", "What an hour costs"),
            (
                "paragraph",
                "<p>The pipes were unloaded afterwards, all of them; we are paid for that. The hour"
                " will be missing from our pay. In the evening the branch voted on whether to do it"
                " again. There were no votes against, and one colleague asked whether next time it"
                " might be two.</p>",
            ),
        ],
    },
    {
        "slug": "letters-in-a-flour-sack",
        "category": "solidarity",
        "days_ago": 19,
        "picture": "letters",
        "image_alt": "Linocut: envelopes, a red one in the middle",
        "title": "Letters in a flour sack",
        "standfirst": (
            "Dockers, nurses and schoolchildren have written to the families of the strikers. The"
            " letters came all at once, in a sack from the bakery."
        ),
        "by_line": "From the campaign's post office",
        "place": "Shift settlement",
        "body": [
            (
                "paragraph",
                "<p>For three weeks no post had come. Then the van of the bakery stopped before the"
                " club, and with the bread the driver unloaded a sack that was not flour.</p>"
                "<p>In the evening the letters were read aloud, in four languages, with somebody"
                " translating for the last row. A docker wrote about his own strike, thirty years"
                " ago. A class of ten-year-olds had drawn pump jacks with faces.</p>",
            ),
            (
                "quote",
                {
                    "text": "I had thought that we were alone with this. Now I have a whole table"
                    " full of people.",
                    "who": "The mother of a striker",
                },
            ),
            (
                "paragraph",
                "<p>The families answer every letter. It takes time: there are two of them who"
                " write English, and one lamp.</p>",
            ),
        ],
    },
]
