"""Whom the demo writes to and for, and the letters to start from: invented, in three languages.

No person here lives or lived, and no address is one: mail to example.org goes nowhere.
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
            "Әділет министріне\nДемонстрациялық даңғыл, 1\nАстана R00H5A9\nҚазақстан",
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
            "kk": "Қазақстанның Франкфурттегі бас консулдығы",
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

# {language: (subject, letter)}: for the lawyer, and to the nineteen.
FOR_THE_LAWYER = {
    "en": (
        "Please release {person}",
        "{salutation}\n\n"
        "I am writing to you about {person}, the lawyer of the strikers of the western oil fields."
        " He is in prison for having done his work: he asked the court for the minutes of a"
        " hearing, and explained the labour code to his clients.\n\n"
        "A lawyer must not be punished for what is said in the defence of a client. That is"
        " written in the law on the bar, and in the Basic Principles of the United Nations on the"
        " Role of Lawyers.\n\n"
        "I ask you to see to it that before {deadline}\n\n"
        "– {person} is released, and the charges are dropped;\n"
        "– he can speak with his own lawyer without anybody listening;\n"
        "– nobody is prosecuted for taking part in a peaceful strike.\n\n"
        "I should be glad of an answer.\n\n"
        "Yours faithfully,\n{name}\n{city}, {country}",
    ),
    "ru": (
        "Прошу освободить {person:accusative}",
        "{salutation}\n\n"
        "Пишу Вам о судьбе {person:genitive}, адвоката бастующих нефтяников. Его лишили свободы за"
        " то, что он делал свою работу: просил у суда протокол заседания и разъяснял доверителям"
        " трудовой кодекс.\n\n"
        "Адвоката нельзя наказывать за то, что сказано в защиту доверителя. Это записано и в"
        " законе об адвокатуре, и в Основных принципах ООН о роли юристов.\n\n"
        "Прошу Вас добиться, чтобы до {deadline}\n\n"
        "– {person:accusative} освободили, а обвинения с него сняли;\n"
        "– {person:dative} разрешили говорить с защитником наедине;\n"
        "– никого не преследовали за участие в мирной забастовке.\n\n"
        "Надеюсь на Ваш ответ.\n\n"
        "С уважением,\n{name}\n{city}, {country}",
    ),
    "kk": (
        "{person:dative} бостандық беруіңізді сұраймын",
        "{salutation}\n\n"
        "Сізге ереуілші мұнайшылардың адвокаты {person} туралы жазып отырмын. Ол өз жұмысын"
        " атқарғаны үшін қамауда: соттан отырыс хаттамасын сұрады, қорғауындағы адамдарға еңбек"
        " кодексін түсіндірді.\n\n"
        "Адвокатты қорғау кезінде айтқан сөзі үшін жазалауға болмайды. Бұл адвокатура туралы заңда"
        " да, БҰҰ-ның заңгерлердің рөлі туралы Негізгі қағидаттарында да жазылған.\n\n"
        "{deadline} күніне дейін мына талаптардың орындалуына ықпал етуіңізді сұраймын:\n\n"
        "– {person:accusative} босатып, тағылған айыптарды алып тастау;\n"
        "– {person:dative} қорғаушысымен оңаша сөйлесуге рұқсат беру;\n"
        "– бейбіт ереуілге қатысқаны үшін ешкімді қудаламау.\n\n"
        "Жауабыңызды күтемін.\n\n"
        "Құрметпен,\n{name}\n{city}, {country}",
    ),
}
TO_THE_NINETEEN = {
    "en": (
        "A letter from outside",
        "Dear {person}, dear all of you,\n\n"
        "you don't know me. I have read what happened at the gate, and I want you to know that"
        " people think of you, also where nobody has ever seen an oil field.\n\n"
        "From my window I see …\n\n"
        "Be well, and keep each other company.\n\n"
        "{name}, {city}",
    ),
    "ru": (
        "Письмо с воли",
        "Здравствуйте, {person}, здравствуйте все!\n\n"
        "Мы не знакомы. Я знаю, что случилось у ворот, и хочу, чтобы вы знали: о вас думают и там,"
        " где никто не видел ни одной вышки.\n\n"
        "Из моего окна видно …\n\n"
        "Держитесь и берегите друг друга.\n\n"
        "{name}, {city}",
    ),
    "kk": (
        "Сырттан келген хат",
        "Сәлеметсіз бе, {person}! Сәлеметсіздер ме, достар!\n\n"
        "Біз таныс емеспіз. Қақпа алдында не болғанын білемін. Бірде-бір мұнай мұнарасын көрмеген"
        " жерде де сіздерді ойлап жүргенін білсеңіздер деймін.\n\n"
        "Терезеден көрінетіні: …\n\n"
        "Аман болыңыздар, бір-біріңізге сүйеу болыңыздар.\n\n"
        "{name}, {city}",
    ),
}

# What somebody put in front of the letter, in their own words: {language: sentence}.
OWN_WORDS = {
    "en": "I am a nurse, and I know what it is to be punished for helping.",
    "ru": "Моя бабушка была адвокатом, и это дело мне не безразлично.",
    "kk": "Менің әкем мұнай саласында отыз жыл жұмыс істеді.",
}
# The letters to the nineteen that are on the wall: (language, country, first, last, words).
WALL = [
    (
        "kk",
        "KZ",
        "Күләш",
        "Өзенова",
        "Терезеден көрінетіні: қар, екі терек және біздің ауылдың мешіті. Көктемде терек"
        " бүршік жарады. Сол кезде үйлеріңізде боласыздар деп сенемін.",
    ),
    (
        "en",
        "IE",
        "Niamh",
        "Turfley",
        "From my window I see rain, and behind it more rain. My grandfather was locked out for"
        " half a year in the great lock-out of our town. He used to say: what they can't lock"
        " out is the next morning.",
    ),
    (
        "ru",
        "UA",
        "Галина",
        "Криничная",
        "Из моего окна видно школу. Вчера мы читали с детьми рассказ о людях, которые стояли"
        " вместе. Одна девочка спросила, можно ли послать вам рисунок. Посылаю словами: солнце,"
        " море и очень большая рыба.",
    ),
]
