"""Invented first and last names of the demo's signers: (country, language, firsts, lasts)."""

NAMES = [
    (
        "KZ",
        "kk",
        ["Айгүл", "Ерлан", "Жанар", "Нұрлан", "Әсел", "Бақыт", "Күләш"],
        ["Теңізбай", "Құмдыбек", "Жылқыбай", "Өзенова", "Шөлқанов"],
    ),
    (
        "KZ",
        "ru",
        ["Ольга", "Сергей", "Людмила", "Тимур", "Марина"],
        ["Степная", "Буровой", "Камышина", "Песков"],
    ),
    ("RU", "ru", ["Ирина", "Павел", "Наталья", "Андрей"], ["Озёрная", "Лугов", "Зимина"]),
    ("UA", "ru", ["Оксана", "Тарас", "Галина"], ["Вербовая", "Криничный", "Яровая"]),
    ("KG", "ru", ["Бакыт", "Гульнара", "Азамат"], ["Кырова", "Суусамыр", "Арчабек"]),
    ("GB", "en", ["Alice", "Gareth", "Moira", "Tom"], ["Docksworth", "Fernhill", "Marlpit"]),
    ("IE", "en", ["Aoife", "Cormac", "Niamh"], ["Quayle-Moran", "Turfley"]),
    ("DE", "en", ["Jürgen", "Anke", "Björn", "Käthe"], ["Hafenstein", "Grünwerk", "Süderholz"]),
    ("FR", "en", ["Éloïse", "Hervé", "Françoise"], ["Dupavé", "Grandmétier"]),
    ("PL", "en", ["Łucja", "Wojciech", "Bożena"], ["Stocznińska", "Węglarz"]),
    ("TR", "en", ["Gülşen", "İlker", "Çiğdem"], ["Taşocak", "Limanoğlu"]),
    ("SE", "en", ["Åsa", "Örjan"], ["Gruvberg", "Hamnström"]),
    ("GR", "en", ["Ελένη", "Νίκος"], ["Λιμανάκη", "Χαλυβίδης"]),
    ("GE", "en", ["ნინო", "გიორგი"], ["ზღვაძე", "მაღაროელი"]),
    ("AM", "en", ["Անի", "Արամ"], ["Քարյան", "Լեռնյան"]),
    ("JP", "en", ["さくら", "健太"], ["港田", "油川"]),
    ("TN", "en", ["أمينة", "كريم"], ["المينائي", "المنجمي"]),
    ("ZA", "en", ["Thandi", "Sipho"], ["Shaftwell", "Mineza"]),
    ("BR", "en", ["Conceição", "João"], ["Portomar", "Canavial"]),
    ("CA", "en", ["Noah", "Chloé"], ["Millbrook", "Sandpit"]),
]
