"""In court."""

COURT = [
    {
        "slug": "forty-minutes",
        "category": "court",
        "days_ago": 4,
        "picture": "court",
        "image_alt": "Linocut: a courthouse with a red door",
        "title": "Forty minutes for nineteen people",
        "standfirst": (
            "The regional court keeps the strikers in prison for two more months. It needed forty"
            " minutes to decide about nineteen lives."
        ),
        "by_line": "From our reporter in the courtroom",
        "place": "Regional capital",
        "body": [
            (
                "paragraph",
                "<p>The hearing began at nine in the morning and was over before the tea in the"
                " corridor had gone cold. One after the other the judge read nineteen names, and"
                " nineteen times the same sentence: two more months.</p>"
                "<p>The families had come by night bus from the shift settlement, fourteen hours"
                " over the steppe. There were six seats for visitors. The others waited outside,"
                " holding photographs under their coats to keep them dry.</p>",
            ),
            ("heading", "No lawyer at the table"),
            (
                "paragraph",
                "<p>The chair of the defence stayed empty. The lawyer who has spoken for the"
                " strikers since the first day is in the same prison as they are. The court"
                " offered a substitute, who had been given the files that morning.</p>",
            ),
            (
                "quote",
                {
                    "text": "He asked me how my husband's name is spelled. That was all he asked.",
                    "who": "The wife of a driller",
                },
            ),
            (
                "paragraph",
                "<p>The defence will appeal. The campaign asks everybody who reads this to sign the"
                " petition before the next hearing: the judge's table is a lonely place when the"
                " world is looking.</p>",
            ),
        ],
    },
    {
        "slug": "the-missing-minutes",
        "category": "court",
        "days_ago": 14,
        "picture": "minutes",
        "image_alt": "Linocut: an empty sheet and a red stamp",
        "title": "The minutes that nobody wrote",
        "standfirst": (
            "The strike is unlawful, says the court. What was said at the hearing it can’t say:"
            " there are no minutes. There is a stamp."
        ),
        "by_line": "The campaign's legal group",
        "place": "Regional capital",
        "body": [
            (
                "paragraph",
                "<p>A trade union group in another country did what anybody may do: it asked the"
                " court in writing for the minutes of the hearing at which the strike was declared"
                " unlawful. The answer came after five weeks, and it fits on half a page.</p>"
                "<p>“Minutes were not taken for technical reasons,” it says. Below it stand a date,"
                " an illegible name and a large round stamp.</p>",
            ),
            ("heading", "What the reasons were"),
            (
                "paragraph",
                "<p>Three workers who had waited at the door on that day remember the technical"
                " reasons. The clerk was sent home at noon. The hearing began at two.</p>",
            ),
            (
                "quote",
                {
                    "text": "In my time a court without minutes was called a conversation.",
                    "who": "A retired judge",
                },
            ),
            (
                "paragraph",
                "<p>For the appeal this half page is worth more than a speech. Without minutes"
                " there was no hearing in the sense of the law; without a hearing no decision; and"
                " without the decision six hundred and forty people have been dismissed for"
                " nothing.</p>",
            ),
        ],
    },
    {
        "slug": "visiting-hours",
        "category": "court",
        "days_ago": 17,
        "picture": "window",
        "image_alt": "Linocut: a barred window, and on its sill a red bird",
        "title": "Twenty minutes through glass",
        "standfirst": (
            "For the first time in five weeks the families of the nineteen were let in. What one"
            " talks about when somebody counts the minutes."
        ),
        "by_line": "Written down after their visit",
        "place": "Regional prison",
        "body": [
            (
                "paragraph",
                "<p>They came in groups of five, and each group had twenty minutes. The children"
                " had been told not to cry. So they talked, all at once, of school, of the dog, of"
                " a bicycle that needed a new chain.</p>"
                "<p>One had learnt a poem. It had four verses, and the officer with the watch"
                " waited until the last before he said that the time was over. His mother told us"
                " this twice: he had waited.</p>",
            ),
            (
                "quote",
                {
                    "text": "He asked first who is looking after the strike fund. Then he asked for"
                    " tea.",
                    "who": "A daughter, aged twelve",
                },
            ),
            ("heading", "What they need"),
            (
                "paragraph",
                "<p>Warm socks, they said, and paper without lines. And letters: each evening one"
                " of them reads aloud, and on some evenings there is nothing left to read. A bird"
                " comes to the window of cell seven. It gets the crumbs, and has been given the"
                " name of the minister.</p>",
            ),
        ],
        "actions": [
            (
                "ways",
                {
                    "title": "",
                    "ways": [
                        {
                            "title": "Write to prison",
                            "text": "To the nineteen, in whatever language you speak.",
                            "page": "SOLIDARITY",
                            "email": "",
                            "button": "Write to the nineteen",
                        },
                        {
                            "title": "Give to the strike fund",
                            "text": "5,000 tenge bring a parcel to prison.",
                            "page": "DONATE",
                            "email": "",
                            "button": "Donate",
                        },
                    ],
                },
            ),
        ],
    },
]
