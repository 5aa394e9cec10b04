"""Those who lend the campaign their names: all invented for this demonstration, as the page says.

The page is translated in ``ru.po`` and ``kk.po``; names and quotations stand in the language of who
lends them.
"""

SPONSORS = {
    "slug": "sponsors",
    "title": "They support the campaign",
    "intro": (
        "Trade unions, associations and people who say in public what they stand for. They lend the"
        " campaign their names, not their money."
    ),
    "image_alt": "Linocut: an open register and a red pen",
    "search_description": (
        "Trade unions, associations and people who lend their names to the strikers of the western"
        " oil fields."
    ),
    "body": [
        (
            "paragraph",
            "<p>A strike far away is easily overlooked. It is not when a union of dockers in"
            " Hamburg or a writer in Almaty says: we know of it, and we are watching.</p>",
        ),
        (
            "paragraph",
            "<p>This is a demonstration: every organisation and every person on this list is"
            " invented.</p>",
        ),
    ],
    "types": [
        ("organisation", {"name": "Trade union", "heading": "Trade unions"}),
        ("organisation", {"name": "Association", "heading": "Associations"}),
        ("organisation", {"name": "Media", "heading": "Media"}),
        ("person", {"name": "Elected representative", "heading": "Elected representatives"}),
        ("person", {"name": "Public figure", "heading": "Writers, scientists, artists"}),
    ],
    "thanks": "<p>Your name helps to keep the nineteen from being forgotten.</p>",
}

#: (language, type, name, names in others, country, web site, members, words, how verified)
ORGANISATIONS = [
    (
        "en",
        "Trade union",
        "Harbour and Dock Workers’ Union Hamburg",
        {"ru": "Профсоюз портовиков и докеров Гамбурга", "kk": "Гамбург порты докерлер кәсіподағы"},
        "DE",
        "https://docks.example.org",
        18400,
        "Their oil goes over our quays. Their strike is our business.",
        "address",
    ),
    (
        "kk",
        "Trade union",
        "«Бірлік» мұнайшылар кәсіподағы",
        {"en": "Birlik Oil Workers’ Union", "ru": "Профсоюз нефтяников «Бирлик»"},
        "KZ",
        "https://birlik.example.org",
        3200,
        "Біз бір қазаннан ас ішкен жұмысшылармыз. Жолдастарымызды босатыңыздар.",
        "dns",
    ),
    (
        "ru",
        "Trade union",
        "Межрегиональный союз буровиков",
        {"en": "Interregional Drillers’ Union", "kk": "Өңіраралық бұрғышылар одағы"},
        "KZ",
        "",
        940,
        "Сегодня судят их, завтра — любого, кто потребует зарплату.",
        "editor",
    ),
    (
        "en",
        "Trade union",
        "Refinery Workers of the North",
        {"ru": "Союз рабочих нефтепереработки Севера"},
        "NO",
        "https://refinery.example.org",
        6100,
        "",
        "editor",
    ),
    (
        "en",
        "Association",
        "Lawyers for Lawyers in Prison",
        {
            "ru": "Адвокаты за адвокатов в заключении",
            "kk": "Түрмедегі адвокаттарды қолдайтын адвокаттар",
        },
        "GB",
        "https://counsel.example.org",
        410,
        "Who defends the defenders? Whoever signs here.",
        "address",
    ),
    (
        "ru",
        "Association",
        "Комитет семей бастующих",
        {"en": "Committee of the Strikers’ Families", "kk": "Ереуілшілер отбасыларының комитеті"},
        "KZ",
        "",
        73,
        "Мы знаем каждого из девятнадцати по имени.",
        "editor",
    ),
    (
        "kk",
        "Association",
        "«Дала» студенттер бірлестігі",
        {"en": "Dala Students’ Association", "ru": "Студенческое объединение «Дала»"},
        "KZ",
        "https://dala.example.org",
        150,
        "",
        "",
    ),
    (
        "en",
        "Media",
        "The Caspian Notebook",
        {"ru": "«Каспийская тетрадь»", "kk": "«Каспий дәптері»"},
        "FR",
        "https://notebook.example.org",
        None,
        "We report from the courtroom as long as we are let in.",
        "",
    ),
]

#: (language, type, first name, last name, role, organisation, speaks for it, country, words)
PERSONS = [
    (
        "en",
        "Elected representative",
        "Maren",
        "Holtkamp",
        "Member of parliament",
        "Committee on Human Rights",
        False,
        "DE",
        "I have asked our government twice. I will ask a third time.",
    ),
    (
        "en",
        "Elected representative",
        "Idris",
        "Okafor-Lund",
        "City councillor",
        "City of Stavanger",
        False,
        "NO",
        "",
    ),
    (
        "ru",
        "Elected representative",
        "Айнур",
        "Досжанова",
        "Депутат городского маслихата",
        "",
        False,
        "KZ",
        "Забастовка — право, а не преступление.",
    ),
    (
        "kk",
        "Public figure",
        "Сәуле",
        "Ермекова",
        "Жазушы",
        "",
        False,
        "KZ",
        "Мұнайшының үнін естіген ел ғана өз болашағын естиді.",
    ),
    (
        "ru",
        "Public figure",
        "Тимур",
        "Ахметжанов",
        "Кинорежиссёр",
        "Гильдия документального кино",
        True,
        "KZ",
        "Камера была со мной, когда они вышли к воротам. Там не было ни одного камня.",
    ),
    (
        "en",
        "Public figure",
        "Beatriz",
        "Salgado",
        "Economist",
        "Institute for Labour Research",
        False,
        "ES",
        "Eleven weeks without wages is not a quarrel. It is a blockade of families.",
    ),
    (
        "en",
        "Public figure",
        "Tomasz",
        "Wierzbicki",
        "Historian",
        "",
        False,
        "PL",
        "We were free because somebody abroad wrote down our names.",
    ),
]

#: Those of the last two have not been looked at yet.
WAITING = 2
