"""What people type, made safe to store, show and put into a header."""

import re
import unicodedata

# Joiners shape words in the scripts between Arabic and Sinhala and mean nothing elsewhere.
JOINERS = "\u200c\u200d"
JOINING_SCRIPTS = range(0x0600, 0x0E00)
WEB_ADDRESS = re.compile(r"://|www\.|@", re.IGNORECASE)
# Categories of characters that are never part of a text: control, format, surrogate, private.
UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn"}
# Letters and marks that are drawn as nothing: fillers of Hangul, Khmer and Braille, the joiner.
BLANK = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"
# Marks that may stand above or below one letter: Hebrew with all its points has four.
MARKS = 4


def clean_line(text: str) -> str:
    """One line: NFC, without control, bidi and zero-width characters, white space folded."""
    return " ".join(_visible(text, keep="").split())


def clean_text(text: str) -> str:
    """Several lines: as ``clean_line``, with line breaks kept (at most one empty line together)."""
    text = _visible(text.replace("\r\n", "\n").replace("\r", "\n"), keep="\n")
    lines = [" ".join(line.split()) for line in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def looks_like_an_address(text: str) -> bool:
    """True where a name holds a web or mail address, as advertisers do."""
    return bool(WEB_ADDRESS.search(text))


def initial(name: str) -> str:
    """The first letter of a name with the marks that belong to it, "" for no name."""
    letter = name[:1]
    for character in name[1:]:
        if not unicodedata.category(character).startswith("M"):
            break
        letter += character
    return letter


def _visible(text: str, keep: str) -> str:
    if text.isascii() and text.isprintable():
        return text
    out, marks = [], 0
    for character in unicodedata.normalize("NFC", text):
        category = unicodedata.category(character)
        if character in keep:
            out.append(character)
        elif character in JOINERS:
            if out and ord(out[-1]) in JOINING_SCRIPTS:
                out.append(character)
        elif character.isspace():
            out.append(" ")
        elif character not in BLANK and category not in UNSEEN:
            if unicodedata.combining(character) or category == "Me":
                marks += 1
            elif category[0] != "M":
                marks = 0
            if marks <= MARKS:
                out.append(character)
    return unicodedata.normalize("NFC", "".join(out))
