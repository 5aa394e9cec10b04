"""The articles, in English; their translations are in ``ru.po`` and ``kk.po``."""

CATEGORIES = [
    ("fields", "From the fields"),
    ("court", "In court"),
    ("solidarity", "Solidarity"),
    ("background", "Background"),
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

ARTICLES = [
    {
        "slug": "forty-minutes",
        "category": "court",
        "days_ago": 4,
        "picture": "court",
        "image_alt": "Drawing: a courthouse with a red door",
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
        "slug": "morning-at-the-gate",
        "category": "fields",
        "days_ago": 11,
        "picture": "pipeline",
        "image_alt": "Drawing: two pipelines that run across the steppe to the horizon",
        "title": "A morning at the gate",
        "standfirst": (
            "It is eleven degrees below zero, and the picket has been standing for eight weeks."
            " What keeps it standing is soup, patience and a list of rules."
        ),
        "by_line": "From our correspondent",
        "place": "Western oil fields",
        "body": [
            (
                "paragraph",
                "<p>At six the first bus comes with those who still go to work. Nobody shouts. The"
                " strikers take off their caps, and some behind the windows do the same.</p>"
                "<p>On a board beside the stove hang the rules that the strikers gave themselves:"
                " no alcohol, no insults, nobody touches the gate, nobody stays alone at"
                " night.</p>",
            ),
            (
                "quote",
                {
                    "text": "Let them look for a reason to chase us away. They won't find one.",
                    "who": "A welder, on the picket since the first day",
                },
            ),
            (
                "paragraph",
                "<p>By noon the teachers of the settlement bring soup. It is their way to take"
                " part: they may not strike themselves. In the afternoon the pensioners take over,"
                " so that the younger ones can see their children.</p>",
            ),
            ("heading", "What they are owed"),
            (
                "paragraph",
                "<p>The demands fit on one sheet of paper. Pay for all hours, those on the road"
                " too. Buses with heating and seat belts. A doctor at each site. And a table at"
                " which those who drill and weld sit as well.</p>",
            ),
        ],
    },
    {
        "slug": "letters-in-a-flour-sack",
        "category": "solidarity",
        "days_ago": 19,
        "picture": "letters",
        "image_alt": "Drawing: envelopes of many colours",
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
    {
        "slug": "why-the-lawyer-is-in-prison",
        "category": "background",
        "days_ago": 33,
        "picture": "lamp",
        "image_alt": "Drawing: a desk lamp above papers, at night",
        "title": "Why the lawyer is in prison too",
        "standfirst": (
            "The lawyer for the strikers wrote three complaints. The fourth paper was an arrest"
            " warrant. What happened, step by step."
        ),
        "by_line": "The campaign's legal group",
        "place": "Regional capital",
        "body": [
            (
                "paragraph",
                "<p>In the first week the lawyer asked the court for the minutes of the hearing"
                " that had declared the strike unlawful. There were none. In the second week the"
                " lawyer asked on what grounds the homes of strikers had been searched. There was"
                " no answer.</p>"
                "<p>In the third week the lawyer explained the labour code to a meeting of workers,"
                " article by article, standing on a lorry. A recording of that evening is the only"
                " evidence of the prosecution. The charge is “stirring up social discord”.</p>",
            ),
            ("heading", "What the law says"),
            (
                "paragraph",
                "<p>A lawyer may not be prosecuted for what is said in the defence of a client."
                " That is written in the country's own law on the bar, and in the basic principles"
                " that all member states of the United Nations have accepted.</p>"
                "<p>That is why the campaign speaks of twenty people, not of nineteen.</p>",
            ),
        ],
    },
]
