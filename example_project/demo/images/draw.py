"""Draws the demo's pictures: flat posters of a landscape that is nowhere, with nobody in it.

``python draw.py`` writes them beside itself. They are drawn twice as large and scaled down.
"""

import math
from pathlib import Path

from PIL import Image, ImageDraw

WIDTH, HEIGHT, SCALE = 1600, 900, 2

NIGHT, DUSK, PLUM, ROSE = "#17202e", "#2b3350", "#5b3f5f", "#a4503f"
OCHRE, SAND, PAPER, RED = "#d98a3d", "#efc07b", "#f6ead2", "#9e2b25"


class Poster:
    """A canvas of 1600 × 900 units whose shapes are given in those units."""

    def __init__(self, background):
        self.image = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE), background)
        self.draw = ImageDraw.Draw(self.image)

    def shape(self, points, fill):
        self.draw.polygon([(x * SCALE, y * SCALE) for x, y in points], fill=fill)

    def box(self, left, top, right, bottom, fill):
        self.shape([(left, top), (right, top), (right, bottom), (left, bottom)], fill)

    def line(self, points, fill, width):
        scaled = [(x * SCALE, y * SCALE) for x, y in points]
        self.draw.line(scaled, fill=fill, width=int(width * SCALE), joint="curve")

    def disc(self, x, y, radius, fill):
        box = [(x - radius) * SCALE, (y - radius) * SCALE]
        self.draw.ellipse(box + [(x + radius) * SCALE, (y + radius) * SCALE], fill=fill)

    def hill(self, base, height, phase, length, fill):
        """A soft ridge from edge to edge, ``height`` units above and below ``base``."""
        ridge = [
            (x, base + height * math.sin(x / length + phase) * math.cos(x / length / 2.7))
            for x in range(0, WIDTH + 10, 10)
        ]
        self.shape([*ridge, (WIDTH, HEIGHT), (0, HEIGHT)], fill)

    def save(self, name):
        small = self.image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
        small = small.quantize(48, dither=Image.Dither.NONE)
        small.save(Path(__file__).with_name(f"{name}.png"), optimize=True)


def bands(poster, colours, top, bottom):
    """A sky of flat bands, from the first colour at the top to the last above the horizon."""
    height = (bottom - top) / len(colours)
    for number, colour in enumerate(colours):
        poster.box(0, top + number * height, WIDTH, top + (number + 1) * height + 1, colour)


def between(first, second, steps):
    """``steps`` colours from one to the other."""
    ends = [[int(colour[i : i + 2], 16) for i in (1, 3, 5)] for colour in (first, second)]
    return [
        "#"
        + "".join(f"{round(a + (b - a) * n / (steps - 1)):02x}" for a, b in zip(*ends, strict=True))
        for n in range(steps)
    ]


def pump(poster, x, ground, size, fill, tilt):
    """A pump jack whose foot is at ``x``; ``tilt`` is the slope of its beam."""

    def at(dx, dy):
        return x + dx * size, ground - dy * size

    feet = [(-55, 0), (-8, 150), (8, 150), (55, 0), (40, 0), (0, 128), (-40, 0)]
    poster.shape([at(*foot) for foot in feet], fill)
    poster.line([at(-34, 48), at(34, 48)], fill, 9 * size)
    poster.box(*at(-170, 14), *at(110, 0), fill)
    poster.box(*at(-160, 62), *at(-92, 12), fill)
    left, right = at(-140, 152 - 140 * tilt), at(150, 152 + 150 * tilt)
    poster.line([left, right], fill, 17 * size)
    poster.line([left, at(-112, 46)], fill, 9 * size)
    poster.disc(*at(-112, 46), 30 * size, fill)
    head_x, head_y = right
    arc = [
        (head_x + 34 * size * math.cos(a / 10) - 14 * size, head_y - 62 * size * math.sin(a / 10))
        for a in range(-14, 15)
    ]
    back = head_x - 18 * size
    poster.shape([(back, head_y + 30 * size), *arc, (back, head_y - 30 * size)], fill)
    poster.line([(head_x + 19 * size, head_y), (head_x + 19 * size, ground)], fill, 4 * size)


def dusk():
    """Pump jacks on the horizon after sunset."""
    poster = Poster(NIGHT)
    sky = between("#262a42", PLUM, 5) + between(PLUM, ROSE, 4)[1:] + between(ROSE, OCHRE, 4)[1:]
    bands(poster, sky, 0, 700)
    poster.disc(1130, 640, 190, SAND)
    poster.disc(1130, 640, 150, PAPER)
    poster.hill(690, 16, 0.4, 240, "#4a2f3f")
    pump(poster, 560, 706, 0.62, "#3a2636", -0.16)
    pump(poster, 1500, 700, 0.5, "#3a2636", 0.2)
    poster.hill(738, 12, 2.2, 300, "#2a2233")
    pump(poster, 1130, 752, 1.55, "#17151f", 0.2)
    poster.hill(772, 14, 4.0, 380, "#17151f")
    poster.save("dusk")


def banners():
    """Banners above a fence, none with a word on it."""
    poster = Poster(PAPER)
    bands(poster, between(SAND, PAPER, 6), 0, 620)
    poster.disc(330, 330, 150, "#f9f2e2")
    for x, top, width, height, lean, fill in [
        (120, 330, 330, 150, -14, PLUM),
        (1170, 300, 360, 160, 12, DUSK),
        (420, 210, 420, 190, 8, RED),
        (820, 270, 380, 170, -10, OCHRE),
    ]:
        for pole in (x + 14, x + width - 14):
            poster.line([(pole, top - 22), (pole - lean, 900)], "#3b2a2a", 9)
        wave = [
            (x + width * n / 24, top + lean * n / 24 + 9 * math.sin(n / 3.4)) for n in range(25)
        ]
        poster.shape(wave + [(px, py + height) for px, py in reversed(wave)], fill)
    poster.box(0, 700, WIDTH, 900, "#3b2a2a")
    for x in range(-20, WIDTH, 64):
        poster.shape([(x, 720), (x + 24, 676), (x + 48, 720), (x + 48, 900), (x, 900)], NIGHT)
    poster.save("banners")


def court():
    """The front of a building with columns, a long shadow before it."""
    poster = Poster("#cfd3d6")
    bands(poster, between("#aeb8c2", "#e6e2d8", 6), 0, 690)
    poster.shape([(330, 690), (1270, 690), (1600, 900), (0, 900)], "#8d9096")
    poster.shape([(800, 130), (1280, 316), (320, 316)], NIGHT)
    poster.shape([(800, 176), (1130, 302), (470, 302)], DUSK)
    poster.box(340, 316, 1260, 356, "#0f1620")
    poster.box(380, 356, 1220, 640, "#222c3c")
    for column in range(6):
        x = 396 + column * 150
        poster.box(x, 356, x + 58, 640, "#dcd7cb")
        poster.box(x + 38, 356, x + 58, 640, "#b3b0a8")
    poster.box(744, 430, 856, 640, RED)
    for step, fill in enumerate(["#5c6470", "#48505d", "#353d4a"]):
        wider, lower = step * 34, step * 26
        poster.box(340 - wider, 640 + lower, 1260 + wider, 668 + lower, fill)
    poster.save("court")


def pipeline():
    """A pipeline that runs to the horizon under the midday sun."""
    poster = Poster(SAND)
    bands(poster, between("#7f9aa6", "#e9dcc0", 7), 0, 470)
    poster.disc(1240, 190, 84, "#fbf6e8")
    poster.box(0, 460, WIDTH, 900, "#cf9a58")
    poster.hill(480, 9, 1.1, 260, "#c48b4b")
    poster.hill(600, 14, 2.9, 420, "#b67c40")
    for near, far, colour, light in [(60, 905, DUSK, "#46507a"), (430, 918, RED, "#c04a3d")]:
        poster.shape([(near, 900), (near + 250, 900), (far + 8, 470), (far, 470)], colour)
        poster.shape([(near + 40, 900), (near + 100, 900), (far + 3, 470), (far + 1, 470)], light)
    for depth in (0.86, 0.55, 0.34, 0.2, 0.12):
        y, x = 470 + 430 * depth, 910 - 860 * depth
        poster.box(x - 30 * depth, y - 12 * depth, x + 760 * depth, y + 26 * depth, "#3b2a2a")
    poster.save("pipeline")


def letters():
    """Envelopes in the air, coming from everywhere."""
    poster = Poster(DUSK)
    bands(poster, between("#20304a", "#3d5070", 6), 0, 900)
    for x, y, size, turn, fill, flap in [
        (300, 260, 0.7, -14, SAND, "#d9a65e"),
        (1290, 220, 0.62, 12, "#c8cfd6", "#a3aeb9"),
        (1180, 640, 0.9, -8, OCHRE, "#b86f2a"),
        (420, 660, 0.8, 10, "#c8cfd6", "#a3aeb9"),
        (790, 440, 1.45, -4, PAPER, "#ddccaa"),
    ]:
        angle = math.radians(turn)

        def at(dx, dy, x=x, y=y, size=size, angle=angle):
            return (
                x + size * (dx * math.cos(angle) - dy * math.sin(angle)),
                y + size * (dx * math.sin(angle) + dy * math.cos(angle)),
            )

        poster.shape([at(-168, -88), at(192, -88), at(192, 132), at(-168, 132)], "#182438")
        poster.shape([at(-180, -110), at(180, -110), at(180, 110), at(-180, 110)], fill)
        poster.shape([at(-180, -110), at(180, -110), at(0, 30)], flap)
        poster.shape([at(-22, 8), at(22, 8), at(22, 52), at(-22, 52)], RED)
    poster.save("letters")


def lamp():
    """A lamp over papers, at night."""
    poster = Poster(NIGHT)
    bands(poster, between("#101824", "#1f2b40", 5), 0, 680)
    poster.box(180, 110, 620, 470, "#2f3f5c")
    poster.disc(500, 210, 44, "#e9dfc4")
    poster.box(392, 110, 408, 470, NIGHT)
    poster.box(180, 282, 620, 298, NIGHT)
    poster.shape([(1010, 330), (1170, 330), (1500, 690), (680, 690)], "#4d4640")
    poster.shape([(1030, 330), (1150, 330), (1370, 690), (810, 690)], "#8b6d43")
    poster.box(0, 680, WIDTH, 900, "#3b2522")
    poster.box(0, 680, WIDTH, 696, "#5a3a30")
    poster.line([(1290, 690), (1290, 190), (1090, 230)], OCHRE, 14)
    poster.shape([(1030, 220), (1150, 220), (1210, 336), (970, 336)], RED)
    poster.shape([(1210, 690), (1370, 690), (1350, 664), (1230, 664)], OCHRE)
    for x, y, lean, fill in [(820, 716, 30, "#d9ccb0"), (900, 706, -20, PAPER)]:
        near = [(x + 290 + lean, y + 130), (x - 20 + lean, y + 130)]
        poster.shape([(x, y), (x + 250, y), *near], fill)
    for row in range(4):
        poster.line([(920, 732 + row * 24), (1096 + row * 6, 732 + row * 24)], "#9c8f78", 5)
    poster.save("lamp")


if __name__ == "__main__":
    for draw in (dusk, banners, court, pipeline, letters, lamp):
        draw()
