"""The pictures that go with shared links: the title of a page, in its own script, as a poster.

A card is drawn when it is asked for the first time, and kept beside the media. Its address carries
a digest of what stands on it, so that it may be cached for ever and nobody can ask for another.
"""

import hashlib
from io import BytesIO
from pathlib import Path

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.urls import reverse
from PIL import Image, ImageDraw, ImageFont

FONTS = Path(settings.BASE_DIR) / "static" / "site" / "fonts"
WIDTH, HEIGHT, EDGE = 1200, 630, 64
PAPER, INK, RED = "#f3ede0", "#17130f", "#c4230d"
SIZES = range(150, 47, -6)
# Raised when the drawing changes.
VERSION = 2

# The site's mark: four strokes and one across, on a square of 48.
STROKES = [
    [(6, 5), (12, 5), (12, 44), (6, 44)],
    [(16, 5), (22, 6), (22, 42), (16, 43)],
    [(26, 6), (32, 5), (32, 44), (26, 42)],
    [(36, 5), (42, 4), (42, 43), (36, 43)],
]
ACROSS = [(0, 35), (44, 7), (48, 12), (3, 41)]


def digest(title: str, name: str) -> str:
    """Sixteen hex digits that stand for what is on a card."""
    said = f"{VERSION}\n{title}\n{name}"
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def address(page, name: str) -> str:
    """The whole address of a page's card; ``name`` is that of the site, in the page's language."""
    _site_id, root, _path = page.get_url_parts()
    return root + reverse("card", args=[page.pk, digest(page.title, name)])


def card(title: str, name: str) -> bytes:
    """The PNG with a title and the name of the site, from where it is kept or newly drawn."""
    path = f"cards/{digest(title, name)}.png"
    if not default_storage.exists(path):
        default_storage.save(path, ContentFile(draw(title, name)))
    with default_storage.open(path) as file:
        return file.read()


def draw(title: str, name: str) -> bytes:
    """A card, as PNG."""
    image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, WIDTH, 18), fill=RED)
    mark = 84
    top = HEIGHT - EDGE - mark
    for stroke in STROKES:
        pen.polygon(placed(stroke, EDGE, top, mark), fill=INK)
    pen.polygon(placed(ACROSS, EDGE, top, mark), fill=RED)
    said = Words(44)
    said.write(pen, EDGE + mark + 26, top + mark - 66, said.clipped(name, WIDTH - 2 * EDGE - 120))
    pen.rectangle((EDGE, top - 34, WIDTH - EDGE, top - 28), fill=INK)
    words, lines = fitting(title, WIDTH - 2 * EDGE, top - 34 - 18 - 90)
    for number, line in enumerate(lines):
        words.write(pen, EDGE, 18 + 40 + number * words.line_height, line)
    buffer = BytesIO()
    image.quantize(16, dither=Image.Dither.NONE).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def placed(points, left: int, top: int, size: int) -> list[tuple[float, float]]:
    """Points of the mark where they come to stand."""
    return [(left + x * size / 48, top + y * size / 48) for x, y in points]


def fitting(title: str, width: int, height: int):
    """The largest ``Words`` in which the lines of a title fit, and those lines."""
    for size in SIZES:
        words = Words(size)
        lines = words.wrapped(title, width)
        if len(lines) * words.line_height <= height and max(map(words.length, lines)) <= width:
            return words, lines
    most = height // words.line_height
    lines = [*lines[: most - 1], " ".join(lines[most - 1 :])]
    return words, [words.clipped(line, width) for line in lines]


class Words:
    """The heading font in one size: the letters of two scripts lie in two files."""

    def __init__(self, size: int):
        self.fonts = [
            ImageFont.truetype(str(FONTS / f"fira-{script}.woff2"), size)
            for script in ("latin", "cyrillic")
        ]
        self.line_height = round(size * 0.98)

    def runs(self, text: str) -> list[tuple[ImageFont.FreeTypeFont, str]]:
        """The text in pieces, each with the font that has its letters."""
        runs = []
        for letter in text:
            font = self.fonts[0x400 <= ord(letter) < 0x500]
            if runs and runs[-1][0] is font:
                runs[-1] = (font, runs[-1][1] + letter)
            else:
                runs.append((font, letter))
        return runs

    def length(self, text: str) -> float:
        """How wide a line is."""
        return sum(font.getlength(run) for font, run in self.runs(text))

    def write(self, pen, x: float, y: float, text: str) -> None:
        """Puts a line onto a picture."""
        for font, run in self.runs(text):
            pen.text((x, y), run, font=font, fill=INK)
            x += font.getlength(run)

    def wrapped(self, text: str, width: int) -> list[str]:
        """The text in lines that are no wider, but for a word that is."""
        lines = [""]
        for word in text.split(" "):
            longer = f"{lines[-1]} {word}".strip()
            if lines[-1] and self.length(longer) > width:
                lines.append(word)
            else:
                lines[-1] = longer
        return lines

    def clipped(self, text: str, width: int) -> str:
        """As much of a line as fits, with an ellipsis where that isn't all."""
        if self.length(text) <= width:
            return text
        while text and self.length(f"{text}…") > width:
            text = text[:-1]
        return f"{text.rstrip()}…"
