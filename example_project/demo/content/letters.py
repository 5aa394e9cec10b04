"""The letters to start from, and what invented people have written: in three languages."""

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
        "Прошу Вас сделать всё возможное, чтобы до {deadline}\n\n"
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
        "Адвокатты қорғауындағы адамды ақтап айтқан сөзі үшін жазалауға болмайды. Бұл адвокатура"
        " туралы заңда да, БҰҰ-ның заңгерлердің рөлі туралы Негізгі қағидаттарында да жазылған.\n\n"
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
        "Из моего окна видно…\n\n"
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
