"""The privacy page, in English; its translations are in ``ru.po`` and ``kk.po``."""

PRIVACY = {
    "slug": "privacy",
    "title": "Privacy",
    "standfirst": "What we ask of you, why, for how long, and how you get rid of it again.",
    "body": [
        (
            "paragraph",
            "<p>This site is a demonstration. Please don't type the data of real people.</p>",
        ),
        ("heading", "When you only read"),
        (
            "paragraph",
            "<p>We set no cookies, count no visitors and load nothing from other sites.</p>",
        ),
        ("heading", "When you sign"),
        (
            "paragraph",
            "<ul><li>We need your name and your e-mail address, so that each person is counted"
            " once. We don't pass the address on to anybody.</li>"
            "<li>Your name is shown only if you choose so. You can change that later.</li>"
            "<li>You get news, and your name is handed over, only if you tick the box for it. Each"
            " box is apart, and none is ticked beforehand.</li>"
            "<li>We don't store the network address from which you write.</li></ul>",
        ),
        ("heading", "When you write a letter"),
        (
            "paragraph",
            "<ul><li>The office that you write to sees your name, your city and your country, and"
            " your address only if you tick the box for it.</li>"
            "<li>The letter is deleted thirty days after it has gone. If you send it yourself, we"
            " keep nothing of it.</li></ul>",
        ),
        ("heading", "When you write to us"),
        (
            "paragraph",
            "<p>Your message goes as a mail into our mail box. Here it waits only until you have"
            " confirmed it, an hour at most, and is destroyed as soon as it has gone.</p>",
        ),
        ("heading", "When you give"),
        (
            "paragraph",
            "<ul><li>You pay on the pages of Stripe; we never see the number of your card. Stripe"
            " keeps what the law asks of it.</li>"
            "<li>We keep who gave how much as long as the law asks it of us, and show your name"
            " only if you choose so.</li></ul>",
        ),
        ("heading", "What we keep, and for how long"),
        ("retention", None),
        ("paragraph", "<p>Our backups are deleted after thirty days.</p>"),
        ("heading", "When you change your mind"),
        (
            "paragraph",
            "<p>At the foot of every page is a link to your actions. With it you see all that we"
            " hold about you, take back a signature or a consent, download your data, or delete"
            " them.</p>",
        ),
    ],
}
