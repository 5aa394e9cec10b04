"""Whom the demo writes to: invented, in three languages.

No address here is one, and mail to example.org goes nowhere.
"""

MINISTRY = {
    "reads": "kk ru",
    "email": "justice@example.org",
    "verified_days_ago": 20,
    "words": {
        "en": (
            "Ministry of Justice",
            "Dear Minister,",
            "Ministry of Justice\n1 Demonstration Avenue\nAstana R00H5A9\nKazakhstan",
        ),
        "ru": (
            "Министерство юстиции",
            "Уважаемый министр!",
            "Министру юстиции\nДемонстрационный проспект, 1\nАстана R00H5A9\nКазахстан",
        ),
        "kk": (
            "Әділет министрлігі",
            "Құрметті министр!",
            "Әділет министріне\nҮлгі даңғылы, 1\nАстана R00H5A9\nҚазақстан",
        ),
    },
}

# How ambassadors and consuls are greeted.
EMBASSY = {
    "en": "Your Excellency,",
    "ru": "Ваше Превосходительство!",
    "kk": "Жоғары мәртебелі Елші!",
}
CONSULATE = {
    "en": "Dear Consul General,",
    "ru": "Уважаемый генеральный консул!",
    "kk": "Құрметті бас консул!",
}

# (host, kind, also for, reads, days since it was verified, street and city as on an envelope,
#  {language: office}).
MISSIONS = [
    (
        "DE",
        "embassy",
        "LI",
        "en ru kk",
        40,
        "Beispielallee 1\n10000 Berlin",
        {
            "en": "Embassy of Kazakhstan in Germany",
            "ru": "Посольство Казахстана в Германии",
            "kk": "Қазақстанның Германиядағы елшілігі",
        },
    ),
    (
        "DE",
        "consulate",
        "",
        "en ru",
        700,
        "Beispielweg 2\n60000 Frankfurt am Main",
        {
            "en": "Consulate General of Kazakhstan in Frankfurt",
            "ru": "Генеральное консульство Казахстана во Франкфурте",
            "kk": "Қазақстанның Франкфурттағы бас консулдығы",
        },
    ),
    (
        "GB",
        "embassy",
        "IE",
        "en ru",
        60,
        "1 Example Square\nLondon",
        {
            "en": "Embassy of Kazakhstan in the United Kingdom",
            "ru": "Посольство Казахстана в Великобритании",
            "kk": "Қазақстанның Ұлыбританиядағы елшілігі",
        },
    ),
    (
        "FR",
        "embassy",
        "PT MC",
        "en ru",
        90,
        "1, rue de l’Exemple\n75000 Paris",
        {
            "en": "Embassy of Kazakhstan in France",
            "ru": "Посольство Казахстана во Франции",
            "kk": "Қазақстанның Франциядағы елшілігі",
        },
    ),
    (
        "PL",
        "embassy",
        "",
        "en ru",
        30,
        "ul. Przykładowa 1\n00-000 Warszawa",
        {
            "en": "Embassy of Kazakhstan in Poland",
            "ru": "Посольство Казахстана в Польше",
            "kk": "Қазақстанның Польшадағы елшілігі",
        },
    ),
    (
        "AT",
        "embassy",
        "SI",
        "en ru",
        400,
        "Beispielgasse 1\n1000 Wien",
        {
            "en": "Embassy of Kazakhstan in Austria",
            "ru": "Посольство Казахстана в Австрии",
            "kk": "Қазақстанның Австриядағы елшілігі",
        },
    ),
    (
        "BE",
        "embassy",
        "LU",
        "en ru",
        120,
        "Voorbeeldlaan 1\n1000 Brussel",
        {
            "en": "Embassy of Kazakhstan in Belgium",
            "ru": "Посольство Казахстана в Бельгии",
            "kk": "Қазақстанның Бельгиядағы елшілігі",
        },
    ),
    (
        "SE",
        "embassy",
        "DK",
        "en ru",
        75,
        "Exempelgatan 1\n100 00 Stockholm",
        {
            "en": "Embassy of Kazakhstan in Sweden",
            "ru": "Посольство Казахстана в Швеции",
            "kk": "Қазақстанның Швециядағы елшілігі",
        },
    ),
    (
        "US",
        "embassy",
        "",
        "en ru kk",
        50,
        "1 Sample Street NW\nWashington, DC 20000",
        {
            "en": "Embassy of Kazakhstan in the United States",
            "ru": "Посольство Казахстана в США",
            "kk": "Қазақстанның АҚШ-тағы елшілігі",
        },
    ),
    (
        "TR",
        "embassy",
        "",
        "kk en ru",
        200,
        "Örnek Sokak 1\n06000 Ankara",
        {
            "en": "Embassy of Kazakhstan in Türkiye",
            "ru": "Посольство Казахстана в Турции",
            "kk": "Қазақстанның Түркиядағы елшілігі",
        },
    ),
    (
        "KG",
        "embassy",
        "",
        "kk ru",
        25,
        "Үлгү көчөсү, 1\n720000 Бишкек",
        {
            "en": "Embassy of Kazakhstan in Kyrgyzstan",
            "ru": "Посольство Казахстана в Киргизии",
            "kk": "Қазақстанның Қырғызстандағы елшілігі",
        },
    ),
]
