"""Background."""

BACKGROUND = [
    {
        "slug": "the-winter-road",
        "category": "background",
        "days_ago": 10,
        "picture": "bus",
        "image_alt": "Linocut: a red bus on a winter road, at night",
        "title": "How we won the buses",
        "standfirst": (
            "One demand of the strike is met: heated buses, with seat belts. It took a petition,"
            " forty-six signatures on paper and a very cold morning."
        ),
        "by_line": "The campaign's petition group",
        "place": "Western oil fields",
        "body": [
            (
                "paragraph",
                "<p>In January a bus with forty people on board slid off the winter road. Nobody"
                " died: the snow was deep. The driver had asked for tyres in September, in October"
                " and in November, each time in writing.</p>"
                "<p>The petition was short. It named a road, a bus and three things: heating,"
                " belts, tyres. It was signed on telephones, and at the gate, where fingers were"
                " too cold for a telephone, on paper.</p>",
            ),
            ("heading", "A very cold morning"),
            (
                "paragraph",
                "<p>On the day of the handover the director invited the press to the yard. It was"
                " twenty-six below. He spoke for nine minutes about safety; then he asked whether"
                " one could perhaps go on inside the bus. One could not. The heating didn’t"
                " work.</p>",
            ),
            (
                "quote",
                {
                    "text": "Nobody laughed. We only wrote it into the minutes.",
                    "who": "A driver, twenty-two years on that road",
                },
            ),
            (
                "paragraph",
                "<p>Six weeks later the first new buses came. It is one demand of four, and not the"
                " largest. But whoever rides home warm tonight knows what a name on a list can"
                " do.</p>",
            ),
        ],
    },
    {
        "slug": "eleven-weeks",
        "category": "background",
        "days_ago": 6,
        "picture": "pipeline",
        "image_alt": "Linocut: two pipelines that run to the horizon, one of them red",
        "title": "Eleven weeks in one page",
        "standfirst": (
            "For everybody who hears of the strike only now: how it began, who is in prison, and"
            " what is still to be decided."
        ),
        "by_line": "The campaign",
        "place": "",
        "body": [
            (
                "paragraph",
                "<ul><li><b>First week.</b> Payday passes without pay. The workers of three fields"
                " put down their tools and stand at the gates.</li>"
                "<li><b>Second week.</b> The court declares the strike unlawful, in a hearing"
                " without workers and without minutes.</li>"
                "<li><b>Third week.</b> The company dismisses 640 people by notices on the"
                " fence.</li>"
                "<li><b>Fourth week.</b> Nineteen strikers are taken from their homes in one night;"
                " some days later their lawyer.</li>"
                "<li><b>Seventh week.</b> The dismissed found a trade union of their own. Its"
                " registration is refused: a form has the wrong colour.</li>"
                "<li><b>Ninth week.</b> Letters come from thirty countries. The families may visit"
                " the prison again.</li></ul>",
            ),
            ("heading", "What is still open"),
            (
                "paragraph",
                "<p>The trial of the lawyer comes first, then that of the nineteen. The union has"
                " applied again, on a form of the right colour. And at the gate of the second field"
                " they have begun to build a second stove: “We are not in a hurry,” says the"
                " sign.</p>",
            ),
        ],
    },
    {
        "slug": "why-the-lawyer-is-in-prison",
        "category": "background",
        "days_ago": 33,
        "picture": "lamp",
        "image_alt": "Linocut: a red lamp over papers, at night",
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
        "actions": [
            ("urgent_action", {"page": "URGENT", "heading": "Write for their lawyer"}),
            ("petition_progress", {"page": "PETITION"}),
        ],
    },
]
