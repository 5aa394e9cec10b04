"""Whom the demo writes for: invented, in three languages.

No person here lives or lived.
"""

# (status, who agreed, what must never be mentioned, {language: words}) of persons of concern.
LAWYER = {
    "status": "detained",
    "consent_by": "His sister, by telephone (invented, as he is)",
    "never_mention": "diabet\nдиабет",
    "words": {
        "en": {
            "name": "Bolat Tenizdalin",
            "genitive": "Bolat Tenizdalin’s",
            "story": "A lawyer, in prison for defending the strikers of the western oil fields.",
        },
        "ru": {
            "name": "Болат Тениздалин",
            "genitive": "Болата Тениздалина",
            "dative": "Болату Тениздалину",
            "accusative": "Болата Тениздалина",
            "instrumental": "Болатом Тениздалиным",
            "locative": "Болате Тениздалине",
            "story": "Адвокат; в тюрьме за то, что защищал бастующих нефтяников.",
        },
        "kk": {
            "name": "Болат Теңіздалин",
            "genitive": "Болат Теңіздалиннің",
            "dative": "Болат Теңіздалинге",
            "accusative": "Болат Теңіздалинді",
            "instrumental": "Болат Теңіздалинмен",
            "locative": "Болат Теңіздалинде",
            "ablative": "Болат Теңіздалиннен",
            "story": "Адвокат. Ереуілші мұнайшыларды қорғағаны үшін түрмеде отыр.",
        },
    },
}
DRILLER = {
    "status": "sentenced",
    "consent_by": "He himself, in a letter (invented, as he is)",
    "never_mention": "",
    "words": {
        "en": {
            "name": "Orazbai Kumdalin",
            "story": "A driller. He answers the letters for all nineteen.",
        },
        "ru": {
            "name": "Оразбай Кумдалин",
            "genitive": "Оразбая Кумдалина",
            "dative": "Оразбаю Кумдалину",
            "accusative": "Оразбая Кумдалина",
            "instrumental": "Оразбаем Кумдалиным",
            "locative": "Оразбае Кумдалине",
            "story": "Бурильщик. Отвечает на письма за всех девятнадцать.",
        },
        "kk": {
            "name": "Оразбай Құмдалин",
            "genitive": "Оразбай Құмдалиннің",
            "dative": "Оразбай Құмдалинге",
            "accusative": "Оразбай Құмдалинді",
            "instrumental": "Оразбай Құмдалинмен",
            "locative": "Оразбай Құмдалинде",
            "ablative": "Оразбай Құмдалиннен",
            "story": "Бұрғышы. Хаттарға он тоғызының атынан жауап береді.",
        },
    },
}
