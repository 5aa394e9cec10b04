"""The site's icon for those who can't show the one in ``icon.svg``."""

from pathlib import Path

from PIL import Image, ImageDraw

SITE = Path(__file__).parents[2] / "static" / "site"
RED, PAPER, INK = "#c4230d", "#fffaf0", "#17130f"
# On a square of 48, as in ``icon.svg``.
STROKES = [
    [(10, 8), (15, 8), (15, 40), (10, 40)],
    [(18, 8), (23, 8), (23, 41), (18, 41)],
    [(26, 7), (31, 7), (31, 39), (26, 39)],
    [(34, 8), (39, 8), (39, 40), (34, 40)],
]
ACROSS = [(4, 33), (42, 8), (45, 13), (7, 38)]
LARGE = 1440


def icons():
    """Four strokes and one across, for tabs and for telephones."""
    image = Image.new("RGB", (LARGE, LARGE), RED)
    pen = ImageDraw.Draw(image)
    for points, fill in [*((stroke, PAPER) for stroke in STROKES), (ACROSS, INK)]:
        pen.polygon([(x * LARGE / 48, y * LARGE / 48) for x, y in points], fill=fill)
    for size in (32, 180):
        small = image.resize((size, size), Image.Resampling.LANCZOS)
        small.quantize(32).save(SITE / f"icon-{size}.png", optimize=True)
