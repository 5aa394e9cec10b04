"""What is outside: the steppe, the gate, the court, the harbour."""

import math

from press import CLEAR, HEIGHT, INK, PAPER, RED, WIDTH, Sheet, arc


def pump():
    """A pump jack before the sun, to be printed in black and white over a colour."""
    white = "#fffaf0"
    sheet = Sheet(CLEAR, seed=3)
    sheet.rays(1060, 560, 350, 1500, 74, 17, start=168, end=372)
    sheet.disc(1060, 560, 318, white)
    for n, y in enumerate(range(500, 720, 34)):
        half = math.sqrt(max(0, 318**2 - (y - 560) ** 2))
        sheet.cut((1060 - half - 8, y), (1060 + half + 8, y + 3), 7 + 2.6 * n, CLEAR)
    ground = sheet.ridge(716, 10, 2.2, 300)
    sheet.hatch(ground, 2, 26, 7, CLEAR)
    jack(sheet, 420, 724, 0.5, -0.12, CLEAR)
    jack(sheet, 1000, 752, 1.62, 0.2, white)
    front = sheet.ridge(790, 12, 4.0, 380)
    sheet.hatch([(x, y + 26) for x, y in front], -3, 30, 9, CLEAR)
    # As large as the page shows it: made smaller there, it would lose its palette and weigh more.
    sheet.save("pump", width=1200)


def jack(sheet, x, ground, size, tilt, behind):
    """A pump jack whose foot is at ``x``; ``tilt`` is the slope of its beam, ``behind`` the colour
    that is seen through it."""

    def at(dx, dy):
        return x + dx * size, ground - dy * size

    sheet.shape(
        [at(-62, 0), at(-10, 152), at(10, 152), at(62, 0), at(44, 0), at(0, 126), at(-44, 0)]
    )
    sheet.line([at(-38, 48), at(38, 48)], 9 * size)
    sheet.line([at(-24, 90), at(24, 90)], 7 * size)
    sheet.box(*at(-175, 14), *at(115, 0))
    sheet.shape([at(-168, 62), at(-92, 62), at(-84, 12), at(-168, 12)])
    left, right = at(-140, 152 - 140 * tilt), at(150, 152 + 150 * tilt)
    sheet.line([left, right], 18 * size)
    sheet.line([left, at(-112, 46)], 9 * size)
    sheet.disc(*at(-112, 46), 34 * size)
    sheet.disc(*at(-112, 46), 20 * size, behind)
    sheet.disc(*at(-112, 46), 11 * size)
    head = [
        (
            right[0] - 14 * size + 36 * size * math.cos(a / 10),
            right[1] - 66 * size * math.sin(a / 10),
        )
        for a in range(-14, 15)
    ]
    sheet.shape(
        [
            (right[0] - 20 * size, right[1] + 32 * size),
            *head,
            (right[0] - 20 * size, right[1] - 32 * size),
        ]
    )
    sheet.line([(right[0] + 20 * size, right[1]), (right[0] + 20 * size, ground)], 4 * size)
    for n in range(5):
        a = (
            left[0] + (right[0] - left[0]) * (0.12 + 0.17 * n),
            left[1] + (right[1] - left[1]) * (0.12 + 0.17 * n),
        )
        b = (
            left[0] + (right[0] - left[0]) * (0.24 + 0.17 * n),
            left[1] + (right[1] - left[1]) * (0.24 + 0.17 * n),
        )
        sheet.cut(a, b, 4.5 * size, behind)


def gate():
    """A picket fence, one of its pickets red; behind it smoke from a stove."""
    sheet = Sheet(seed=7)
    sheet.hatch([(0, 0), (WIDTH, 0), (WIDTH, 560), (0, 560)], 0, 30, 9, INK, fade=(1150, 760, 900))
    snow = sheet.ridge(600, 8, 1.0, 340, PAPER)
    sheet.hatch([(x, y + 8) for x, y in snow], 1, 44, 6, INK, fade=(0, 900, 1500))
    sheet.shape([(1085, 640), (1115, 470), (1235, 470), (1265, 640)])
    sheet.box(1140, 330, 1172, 470)
    sheet.box(1100, 458, 1250, 476)
    for n in range(5):
        x, y = 1156 + 52 * n, 300 - 52 * n
        sheet.disc(x, y, 36 + 15 * n, INK)
        sheet.disc(x + 12, y - 8, 27 + 13 * n, PAPER)
    sheet.shape([(1135, 540), (1215, 540), (1208, 596), (1142, 596)], RED)
    for n in range(4):
        sheet.cut((1145 + 18 * n, 590), (1152 + 18 * n, 550), 6, PAPER)
    for n in range(20):
        left = 14 + n * 80
        fill = RED if n == 12 else INK
        top = 430 + sheet.chance.uniform(-14, 14)
        sheet.shape(
            [
                (left, top + 40),
                (left + 25, top),
                (left + 50, top + 40),
                (left + 50, 900),
                (left, 900),
            ],
            fill,
        )
        for k in range(3):
            x = left + 12 + 13 * k
            sheet.cut(
                (x, top + 70 + sheet.chance.uniform(0, 90)),
                (x + sheet.chance.uniform(-3, 3), 860),
                4.5,
            )
    for y in (548, 762):
        sheet.box(0, y, WIDTH, y + 30)
        sheet.hatch([(0, y), (WIDTH, y), (WIDTH, y + 30), (0, y + 30)], 0, 10, 3)
    sheet.save("gate")


def court():
    """The front of a courthouse; its door is red, and the light falls on it from the left."""
    sheet = Sheet(seed=11)
    sheet.hatch(
        [(0, 0), (WIDTH, 0), (WIDTH, 640), (0, 640)], -34, 27, 8, INK, fade=(1600, 100, 1250)
    )
    sheet.shape([(800, 92), (1330, 300), (270, 300)])
    sheet.shape([(800, 142), (1160, 282), (440, 282)], PAPER)
    sheet.hatch([(800, 142), (1160, 282), (440, 282)], 0, 19, 8, INK)
    sheet.box(290, 300, 1310, 352)
    sheet.hatch([(290, 312), (1310, 312), (1310, 340), (290, 340)], 0, 11, 4)
    sheet.box(330, 352, 1270, 668)
    for column in range(6):
        x = 352 + column * 168
        sheet.box(x, 352, x + 70, 668, PAPER)
        sheet.box(x - 8, 352, x + 78, 372, PAPER)
        sheet.box(x - 8, 648, x + 78, 668, PAPER)
        sheet.hatch([(x + 22, 372), (x + 70, 372), (x + 70, 648), (x + 22, 648)], 90, 13, 7, INK)
    sheet.box(744, 430, 856, 668, RED)
    sheet.shape(arc(800, 432, 56, 180, 360), RED)
    sheet.box(797, 392, 803, 668, INK)
    for step in range(4):
        wider, lower = step * 46, step * 34
        sheet.box(290 - wider, 668 + lower, 1310 + wider, 702 + lower)
        sheet.cut((300 - wider, 674 + lower), (1300 + wider, 675 + lower), 8)
    sheet.box(0, 804, WIDTH, HEIGHT)
    sheet.hatch([(0, 816), (WIDTH, 816), (WIDTH, HEIGHT), (0, HEIGHT)], 0, 24, 9)
    sheet.save("court")


def banners():
    """Four banners above a crowd of poles, none with a word on it."""
    sheet = Sheet(seed=29)
    sheet.rays(800, 1080, 480, 1800, 84, 15, start=190, end=350)
    for n in range(30):
        x = 30 + n * 54 + sheet.chance.uniform(-12, 12)
        top = 520 + sheet.chance.uniform(-50, 60)
        sheet.line([(x, top), (x + sheet.chance.uniform(-14, 14), 900)], 9)
    for x, top, width, height, lean, fill in [
        (90, 300, 350, 180, -16, INK),
        (1150, 270, 370, 190, 14, INK),
        (780, 330, 390, 190, -10, INK),
        (370, 150, 500, 250, 10, RED),
    ]:
        for pole in (x + 14, x + width - 14):
            sheet.line([(pole, top - 34), (pole - lean, 900)], 14)
        wave = [
            (x + width * n / 24, top + lean * n / 24 + 11 * math.sin(n / 3.4)) for n in range(25)
        ]
        cloth = wave + [(px, py + height) for px, py in reversed(wave)]
        edge = [(px, py - 9) for px, py in wave] + [
            (px, py + height + 9) for px, py in reversed(wave)
        ]
        sheet.shape([(px + (8 if px > x + width / 2 else -8), py) for px, py in edge], PAPER)
        sheet.shape(cloth, fill)
        sheet.hatch([(px, py + height * 0.55) for px, py in wave] + cloth[25:], 4, 20, 7)
    base = sheet.ridge(800, 16, 0.3, 90)
    sheet.hatch([(x, y + 14) for x, y in base], 84, 22, 7)
    sheet.save("banners")


def bus():
    """A red bus on a winter road, towards the lights of a settlement."""
    sheet = Sheet(INK, seed=31)
    sheet.hatch([(0, 0), (WIDTH, 0), (WIDTH, 520), (0, 520)], 0, 30, 6, fade=(1250, 520, 900))
    for _ in range(46):
        x, y = sheet.chance.uniform(0, WIDTH), sheet.chance.uniform(20, 500)
        sheet.disc(x, y, sheet.chance.uniform(2, 5), PAPER)
    sheet.shape([(0, 560), (WIDTH, 500), (WIDTH, HEIGHT), (0, HEIGHT)], PAPER)
    sheet.shape([(1180, 517), (1260, 514), (760, HEIGHT), (-260, HEIGHT)], INK)
    road = [(1190, 517), (1250, 515), (700, HEIGHT), (-200, HEIGHT)]
    sheet.hatch(road, 142, 26, 7, fade=(300, 900, 900))
    snow = [(1260, 514), (WIDTH, 500), (WIDTH, HEIGHT), (760, HEIGHT)]
    sheet.hatch(snow, 178, 36, 8, INK, fade=(1600, 900, 900))
    for n in range(9):
        x = 1285 + n * 33
        top = 500 - n * 1.2
        sheet.box(x, top - sheet.chance.choice((22, 30, 44)), x + 25, top + 6)
        sheet.box(x + 8, top - 14, x + 15, top - 6, RED if n % 3 else PAPER)
    x, y = 150, 372
    sheet.shape(
        [
            (x + 20, y),
            (x + 760, y),
            (x + 800, y + 50),
            (x + 810, y + 340),
            (x, y + 340),
            (x, y + 40),
        ],
        RED,
    )
    sheet.hatch([(x, y + 250), (x + 810, y + 250), (x + 810, y + 336), (x, y + 336)], 0, 16, 6)
    sheet.box(x, y + 214, x + 810, y + 232, PAPER)
    for n in range(6):
        left = x + 34 + n * 112
        sheet.box(left, y + 56, left + 92, y + 176, INK)
        sheet.hatch(
            [(left, y + 56), (left + 92, y + 56), (left + 92, y + 176), (left, y + 176)], -52, 22, 8
        )
    sheet.shape([(x + 712, y + 56), (x + 770, y + 56), (x + 792, y + 176), (x + 712, y + 176)], INK)
    sheet.cut((x + 722, y + 168), (x + 768, y + 70), 12)
    for wheel in (x + 170, x + 640):
        sheet.disc(wheel, y + 340, 74, INK)
        sheet.disc(wheel, y + 340, 34, PAPER)
        sheet.disc(wheel, y + 340, 15, INK)
    sheet.shape([(x + 812, y + 262), (x + 812, y + 300), (WIDTH, y + 420), (WIDTH, y + 220)], PAPER)
    sheet.hatch(
        [(x + 812, y + 262), (x + 812, y + 300), (WIDTH, y + 420), (WIDTH, y + 220)],
        0,
        17,
        6,
        INK,
        fade=(1600, 590, 640),
    )
    sheet.save("bus")


def harbour():
    """Cranes of a harbour at rest, a red ship before them."""
    sheet = Sheet(seed=43)
    sheet.hatch([(0, 0), (WIDTH, 0), (WIDTH, 600), (0, 600)], 0, 34, 10, INK, fade=(1600, 0, 1300))
    for x, size in ((230, 1.0), (620, 1.22), (1120, 0.92)):
        crane(sheet, x, 640, size)
    sheet.box(0, 640, WIDTH, 668)
    sheet.shape([(560, 700), (1500, 700), (1416, 830), (660, 830)], RED)
    sheet.hatch([(600, 770), (1470, 770), (1416, 830), (660, 830)], 0, 16, 6)
    sheet.box(1240, 590, 1400, 700)
    for n in range(3):
        sheet.box(1262 + n * 44, 612, 1290 + n * 44, 640, PAPER)
    sheet.box(1300, 520, 1346, 590, RED)
    for row in range(2):
        for n in range(6 - row):
            left = 620 + n * 98 + row * 46
            top = 640 - row * 62
            sheet.box(left, top, left + 92, top + 58, INK)
            sheet.hatch(
                [(left, top + 4), (left + 92, top + 4), (left + 92, top + 54), (left, top + 54)],
                90,
                14,
                5,
            )
    sheet.box(0, 826, WIDTH, HEIGHT, INK)
    sheet.hatch([(0, 834), (WIDTH, 834), (WIDTH, HEIGHT), (0, HEIGHT)], 0, 17, 8)
    sheet.save("harbour")


def crane(sheet, x, ground, size):
    """A crane on its legs, its arm up."""

    def at(dx, dy):
        return x + dx * size, ground - dy * size

    for leg in (-90, 90):
        sheet.line([at(leg, 0), at(leg * 0.55, 290)], 16 * size)
    sheet.line([at(-82, 60), at(56, 250)], 8 * size)
    sheet.line([at(82, 60), at(-56, 250)], 8 * size)
    sheet.shape([at(-80, 280), at(96, 280), at(96, 350), at(-80, 350)])
    sheet.cut(at(-60, 330), at(70, 332), 9 * size)
    sheet.line([at(30, 350), at(230, 520)], 15 * size)
    sheet.line([at(-40, 350), at(10, 470), at(230, 520)], 6 * size)
    sheet.line([at(230, 520), at(230, 380)], 4 * size)
    sheet.shape([at(218, 380), at(242, 380), at(236, 350), at(224, 350)], RED)


def pipeline():
    """Two pipelines that run to the horizon, a red one among them."""
    sheet = Sheet(seed=47)
    sheet.hatch([(0, 0), (WIDTH, 0), (WIDTH, 440), (0, 440)], 0, 36, 9, INK, fade=(0, 0, 1200))
    sheet.rays(1240, 200, 118, 260, 30, 13)
    sheet.disc(1240, 200, 96, INK)
    sheet.disc(1240, 200, 84, PAPER)
    ground = sheet.ridge(462, 8, 1.1, 260, INK)
    sheet.hatch(ground, 1, 26, 9)
    for near, wide, far, fill in ((-60, 380, 912, INK), (440, 330, 934, RED)):
        pipe = [(near, HEIGHT), (near + wide, HEIGHT), (far + 7, 462), (far, 462)]
        sheet.shape(
            [(near - 24, HEIGHT), (near + wide + 24, HEIGHT), (far + 9, 462), (far - 2, 462)], PAPER
        )
        sheet.shape(pipe, fill)
        for n, part in enumerate((0.16, 0.3, 0.44)):
            sheet.cut((near + wide * part, HEIGHT + 40), (far + 2, 470), 24 - n * 6)
    for depth in (0.9, 0.6, 0.4, 0.26, 0.16):
        y, x = 462 + 438 * depth, 920 - 900 * depth
        sheet.box(x - 60 * depth, y, x + 900 * depth, y + 30 * depth, INK)
        sheet.cut((x - 50 * depth, y + 8 * depth), (x + 880 * depth, y + 8 * depth), 9 * depth)
    sheet.save("pipeline")
