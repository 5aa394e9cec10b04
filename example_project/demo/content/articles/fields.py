"""From the fields."""

FIELDS = [
    {
        "slug": "ninety-kilometres",
        "category": "fields",
        "days_ago": 7,
        "picture": "helmet",
        "image_alt": "Linocut: a red helmet before a row of lockers",
        "title": "Ninety kilometres to the nearest doctor",
        "standfirst": (
            "At well site fourteen a first-aid box hangs on the wall, and it is locked. Whoever is"
            " hurt there waits for a car. This is what the strike began with."
        ),
        "by_line": "From our correspondent",
        "place": "Western oil fields",
        "body": [
            (
                "paragraph",
                "<p>The key, says the foreman, is in the office, and the office closes at five. The"
                " night shift begins at seven. In the box there are two bandages, a bottle of"
                " iodine and a list of what ought to be in it.</p>"
                "<p>Last autumn a rig hand crushed his arm between two pipes. His mates put him on"
                " the back seat of the water lorry, and drove for an hour and forty minutes. He"
                " kept the arm. The company called it a private journey and sent him a bill for the"
                " fuel.</p>",
            ),
            (
                "quote",
                {
                    "text": "We paid the bill together. Then we wrote down what we wanted.",
                    "who": "A rig hand from site fourteen",
                },
            ),
            ("heading", "Third on the list"),
            (
                "paragraph",
                "<p>A doctor at each site stands third in the demands, after the pay and the buses."
                " By the company’s own safety rules, printed on glossy paper, there should have"
                " been one for six years.</p>"
                "<p>On the day after he was dismissed the foreman handed over the key of the box."
                " It hangs on a nail at the gate now. Beside it somebody has hung a helmet.</p>",
            ),
        ],
    },
    {
        "slug": "morning-at-the-gate",
        "category": "fields",
        "days_ago": 11,
        "picture": "gate",
        "image_alt": "Linocut: a fence with one red picket; behind it a stove is smoking",
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
        "slug": "bread-on-account",
        "category": "fields",
        "days_ago": 23,
        "picture": "bread",
        "image_alt": "Linocut: a loaf of bread on a red cloth",
        "title": "Bread on account",
        "standfirst": (
            "The bakery of the settlement has given bread to six hundred families for seven weeks,"
            " and written down every loaf. On Sundays the strike fund pays."
        ),
        "by_line": "From our correspondent",
        "place": "Shift settlement",
        "body": [
            (
                "paragraph",
                "<p>The baker keeps two books. In the blue one stands what is sold, in the red one"
                " what is owed. “I used to fill the blue one in a year and the red one never,” she"
                " says. “Now I have bought a third red one.”</p>"
                "<p>Whoever is on strike says a name and takes a loaf. Nobody signs, and nobody is"
                " asked how many there are at home: that is known.</p>",
            ),
            ("heading", "Seven people and a calculator"),
            (
                "paragraph",
                "<p>On Sunday after the market the committee of the strike fund sits in the back"
                " room, between the sacks: seven people, elected at the gates of the three fields."
                " Each payment is read aloud, and each needs five hands. Bread comes first, then"
                " medicine, then coal, then the lawyers.</p>",
            ),
            (
                "quote",
                {
                    "text": "A fund is not a gift from above. It is a loaf that many have paid"
                    " for.",
                    "who": "The treasurer of the strike fund",
                },
            ),
            (
                "paragraph",
                "<p>At the end the treasurer reads what came in. From abroad there were mostly"
                " small sums that week, and a note with one of them: “From the night shift of a"
                " hospital. We know what you eat at four in the morning.”</p>",
            ),
        ],
        "actions": [
            (
                "ways",
                {
                    "title": "",
                    "ways": [
                        {
                            "title": "Give to the strike fund",
                            "text": "Once or each month: bread, medicine, and lawyers.",
                            "page": "DONATE",
                            "email": "",
                            "button": "Donate",
                        },
                    ],
                },
            ),
            ("petition_progress", {"page": "PETITION"}),
        ],
    },
]
