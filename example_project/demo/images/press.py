"""A small press: shapes in two inks on paper, shaded by cuts as a linocut is.

Coordinates are in units of a sheet of 1600 × 900; sheets are drawn twice as large and scaled down.
"""

import math
import random
from pathlib import Path

from PIL import Image, ImageChops, ImageColor, ImageDraw

WIDTH, HEIGHT, SCALE = 1600, 900, 2
PAPER, INK, RED, CLEAR = "#ece3d0", "#17130f", "#c4230d", "#00000000"


class Sheet:
    """A sheet in the press; ``seed`` makes its cuts uneven, and the same each time. On ``CLEAR``
    only the inks are kept, to be printed over a page."""

    def __init__(self, ground=PAPER, seed=1):
        self.mode = "RGBA" if ground == CLEAR else "RGB"
        self.image = Image.new(self.mode, (WIDTH * SCALE, HEIGHT * SCALE), ground)
        self.draw = ImageDraw.Draw(self.image)
        self.chance = random.Random(seed)

    def shape(self, points, fill=INK):
        """A filled polygon."""
        self.draw.polygon(scaled(points), fill=fill)

    def box(self, left, top, right, bottom, fill=INK):
        """A filled rectangle."""
        self.shape([(left, top), (right, top), (right, bottom), (left, bottom)], fill)

    def disc(self, x, y, radius, fill=INK):
        """A filled circle."""
        corners = [(x - radius, y - radius), (x + radius, y + radius)]
        self.draw.ellipse(scaled(corners), fill=fill)

    def line(self, points, width, fill=INK):
        """A line of even width with round joints."""
        self.draw.line(scaled(points), fill=fill, width=round(width * SCALE), joint="curve")
        for point in (points[0], points[-1]):
            self.disc(*point, width / 2, fill)

    def cut(self, start, end, width, fill=PAPER):
        """One cut of the gouge: thick in the middle, pointed at both ends."""
        self.shape(lens(start, end, width), fill)

    def hatch(self, points, angle, gap, width, fill=PAPER, fade=None):
        """Cuts side by side within a polygon; ``angle`` in degrees, ``gap`` from one to the next.

        ``fade`` is (x, y, distance): the cuts become thin, and end, that far from the point.
        """
        lines = Image.new("L", self.image.size, 0)
        pen = ImageDraw.Draw(lines)
        xs, ys = zip(*points, strict=True)
        middle = ((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)
        reach = math.dist((min(xs), min(ys)), (max(xs), max(ys))) / 2 + gap
        along = (math.cos(math.radians(angle)), math.sin(math.radians(angle)))
        across = (-along[1], along[0])
        offset = -reach
        while offset < reach:
            shift = offset + self.chance.uniform(-0.18, 0.18) * gap
            position = -reach - self.chance.uniform(0, 120)
            while position < reach:
                length = self.chance.uniform(90, 260)
                ends = [
                    tuple(
                        m + a * p + c * shift for m, a, c in zip(middle, along, across, strict=True)
                    )
                    for p in (position, position + length)
                ]
                thick = width * self.chance.uniform(0.7, 1.15)
                if fade:
                    centre = [(a + b) / 2 for a, b in zip(*ends, strict=True)]
                    thick *= max(0, 1 - math.dist(centre, fade[:2]) / fade[2])
                if thick > 0.8:
                    pen.polygon(scaled(lens(*ends, thick)), fill=255)
                position += length * self.chance.uniform(0.86, 0.98)
            offset += gap
        mask = Image.new("L", self.image.size, 0)
        ImageDraw.Draw(mask).polygon(scaled(points), fill=255)
        self.image.paste(fill, mask=ImageChops.multiply(mask, lines))

    def rays(self, x, y, inner, outer, number, width, fill=INK, start=0, end=360):
        """Cuts that point away from a centre, between two angles in degrees (0 is to the right,
        90 downwards)."""
        for n in range(number):
            turn = start + (end - start) * (n + 0.5) / number
            turn = math.radians(turn + self.chance.uniform(-0.8, 0.8))
            near = inner * self.chance.uniform(1, 1.06)
            far = outer * self.chance.uniform(0.82, 1)
            ends = [
                (x + distance * math.cos(turn), y + distance * math.sin(turn))
                for distance in (near, far)
            ]
            self.cut(*ends, width * self.chance.uniform(0.75, 1.1), fill)

    def strokes(self, x, top, bottom, number, gap, width, fill=INK):
        """Uprights side by side, as somebody counts: each a little different."""
        uneven = self.chance.uniform
        for n in range(number):
            left = x + n * gap
            self.shape(
                [
                    (left + uneven(-2, 2), top + uneven(-8, 8)),
                    (left + width + uneven(-2, 2), top + uneven(-8, 8)),
                    (left + width + uneven(-3, 3), bottom + uneven(-6, 6)),
                    (left + uneven(-3, 3), bottom + uneven(-6, 6)),
                ],
                fill,
            )

    def ridge(self, base, height, phase, length, fill=INK):
        """Ground from edge to edge, ``height`` units above and below ``base``; its points."""
        ridge = [
            (x, base + height * math.sin(x / length + phase) * math.cos(x / length / 2.7))
            for x in range(-10, WIDTH + 20, 10)
        ]
        ground = [*ridge, (WIDTH + 10, HEIGHT), (-10, HEIGHT)]
        self.shape(ground, fill)
        return ground

    def save(self, name, width=WIDTH):
        """Writes ``name``.png beside this file, in as few colours as the edges need."""
        small = self.image.resize((width, width * HEIGHT // WIDTH), Image.Resampling.LANCZOS)
        if self.mode == "RGB":
            small = small.quantize(palette=inks(), dither=Image.Dither.NONE)
        else:
            small = small.quantize(16, method=Image.Quantize.FASTOCTREE)
        small.save(Path(__file__).with_name(f"{name}.png"), optimize=True)


def inks():
    """The palette: paper and both inks, and four steps from each to each."""
    colours = [ImageColor.getrgb(colour) for colour in (PAPER, INK, RED)]
    for first, second in ((0, 1), (0, 2), (1, 2)):
        for step in (0.2, 0.4, 0.6, 0.8):
            pairs = zip(colours[first], colours[second], strict=True)
            colours.append(tuple(round(a + (b - a) * step) for a, b in pairs))
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for colour in colours for part in colour])
    return palette


def scaled(points):
    """The same in pixels."""
    return [(x * SCALE, y * SCALE) for x, y in points]


def lens(start, end, width):
    """The four corners of a cut."""
    (x0, y0), (x1, y1) = start, end
    length = math.dist(start, end) or 1
    across = ((y0 - y1) / length * width / 2, (x1 - x0) / length * width / 2)
    middle = (x0 * 0.45 + x1 * 0.55, y0 * 0.45 + y1 * 0.55)
    return [
        start,
        (middle[0] + across[0], middle[1] + across[1]),
        end,
        (middle[0] - across[0], middle[1] - across[1]),
    ]


def arc(x, y, radius, start, end, steps=24, squash=1.0):
    """Points on a circle between two angles in degrees; ``squash`` flattens it."""
    angles = [math.radians(start + (end - start) * n / steps) for n in range(steps + 1)]
    return [(x + radius * math.cos(a), y + radius * squash * math.sin(a)) for a in angles]
