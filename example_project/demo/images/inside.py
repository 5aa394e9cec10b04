"""What is inside: tables, walls, and what lies on them."""

import math

from press import HEIGHT, INK, PAPER, RED, WIDTH, Sheet, arc, lens


def letters():
    """Envelopes that fall out of a sack, one of them red."""
    sheet = Sheet(seed=19)
    sheet.rays(800, 980, 420, 1500, 64, 15, start=184, end=356)
    placed = [
        (330, 250, 0.86, -16, INK),
        (1290, 232, 0.8, 13, INK),
        (1250, 610, 1.0, -9, INK),
        (360, 640, 0.98, 11, INK),
        (800, 420, 1.6, -5, RED),
    ]
    for x, y, size, turn, fill in placed:
        envelope(sheet, x, y, size, turn, fill)
    sheet.save("letters")


def envelope(sheet, x, y, size, turn, fill):
    """An envelope around its middle, turned by degrees."""
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))

    def at(dx, dy):
        return x + size * (dx * cos - dy * sin), y + size * (dx * sin + dy * cos)

    sheet.shape([at(-176, -96), at(210, -96), at(210, 140), at(-176, 140)], INK)
    sheet.shape([at(-206, -134), at(206, -134), at(206, 134), at(-206, 134)], PAPER)
    sheet.shape([at(-190, -118), at(190, -118), at(190, 118), at(-190, 118)], fill)
    sheet.hatch([at(-180, 112), at(-20, 8), at(20, 8), at(180, 112)], turn, 17, 6)
    sheet.shape([at(-190, -118), at(190, -118), at(0, 44)], PAPER)
    sheet.shape([at(-170, -118), at(170, -118), at(0, 26)], fill)
    for n in range(5):
        sheet.cut(at(-130 + 26 * n, -104), at(-70 + 17 * n, -58 + 14 * n), 6 * size)


def lamp():
    """A desk lamp over papers, in a dark room."""
    sheet = Sheet(INK, seed=23)
    cone = [(960, 336), (1150, 336), (1560, 700), (560, 700)]
    sheet.hatch([(0, 0), (WIDTH, 0), (WIDTH, 700), (0, 700)], 0, 34, 7, fade=(1050, 380, 760))
    sheet.shape(cone, PAPER)
    sheet.hatch(cone, 62, 26, 6, INK, fade=(560, 520, 420))
    sheet.hatch(cone, -62, 26, 6, INK, fade=(1560, 520, 420))
    sheet.box(120, 90, 600, 470, PAPER)
    sheet.box(136, 106, 584, 454, INK)
    sheet.disc(470, 200, 46, PAPER)
    sheet.disc(452, 188, 42, INK)
    for x, y in (
        (190, 150),
        (250, 300),
        (350, 170),
        (540, 380),
        (200, 400),
        (420, 410),
        (330, 250),
    ):
        sheet.cut((x, y), (x + 9, y + 2), 6)
    sheet.box(352, 90, 368, 470, PAPER)
    sheet.box(120, 272, 600, 288, PAPER)
    sheet.box(0, 700, WIDTH, HEIGHT, INK)
    sheet.box(0, 700, WIDTH, 712, PAPER)
    sheet.hatch(
        [(0, 724), (WIDTH, 724), (WIDTH, HEIGHT), (0, HEIGHT)], 0, 24, 7, fade=(1000, 740, 900)
    )
    sheet.line([(1330, 690), (1330, 170), (1080, 214)], 22, RED)
    sheet.shape([(990, 204), (1130, 184), (1214, 344), (910, 344)], RED)
    for n in range(5):
        sheet.cut((1000 + 30 * n, 226), (950 + 52 * n, 326), 8)
    sheet.shape([(1210, 706), (1450, 706), (1420, 668), (1240, 668)], RED)
    for x, y, lean in ((690, 736, 34), (850, 724, -14)):
        page = [(x, y), (x + 290, y), (x + 340 + lean, y + 146), (x - 20 + lean, y + 146)]
        sheet.shape([(px + 12, py + 10) for px, py in page], INK)
        sheet.shape(page, PAPER)
        for row in range(5):
            drop = 24 + row * 24
            left = x + 26 + lean * drop / 146
            sheet.cut((left, y + drop), (left + 200 + row * 12 - 40 * (row == 4), y + drop), 7, INK)
    sheet.save("lamp")


def bread():
    """A loaf on a red cloth, a knife beside it."""
    sheet = Sheet(seed=37)
    sheet.hatch([(0, 0), (WIDTH, 0), (WIDTH, 560), (0, 560)], 90, 32, 9, INK, fade=(1500, 0, 1300))
    sheet.box(0, 560, WIDTH, HEIGHT, INK)
    sheet.hatch([(0, 572), (WIDTH, 572), (WIDTH, HEIGHT), (0, HEIGHT)], 0, 28, 8)
    cloth = [(180, 600), (1330, 600), (1500, HEIGHT), (40, HEIGHT)]
    sheet.shape(cloth, RED)
    for n in range(9):
        t = n / 8
        sheet.line([(180 + 1150 * t, 600), (40 + 1460 * t, HEIGHT)], 7, PAPER)
    for n, y in enumerate((632, 680, 744, 824)):
        sheet.line([(165 - n * 34, y), (1345 + n * 40, y)], 5 + n, PAPER)
    loaf = arc(720, 560, 440, 180, 360, 40, 0.66) + arc(720, 560, 440, 0, 180, 40, 0.36)
    sheet.shape([(x, y + 22) for x, y in loaf], INK)
    sheet.shape(loaf, PAPER)
    inner = arc(720, 556, 424, 180, 360, 40, 0.65) + arc(720, 556, 424, 0, 180, 40, 0.34)
    sheet.shape(inner, INK)
    sheet.hatch(inner, 62, 21, 9, fade=(520, 340, 620))
    for n in range(4):
        x = 460 + n * 150
        sheet.shape(lens((x, 470), (x + 120, 330), 52), PAPER)
        sheet.hatch(lens((x, 470), (x + 120, 330), 52), -50, 13, 4, INK)
    sheet.shape([(1120, 742), (1420, 640), (1436, 668), (1150, 788)], PAPER)
    sheet.shape([(1120, 742), (1150, 788), (900, 862), (838, 856)], INK)
    sheet.cut((890, 848), (1120, 770), 14)
    sheet.save("bread")


def window():
    """A barred window, and a red bird on its sill."""
    sheet = Sheet(INK, seed=41)
    sheet.hatch([(0, 0), (WIDTH, 0), (WIDTH, HEIGHT), (0, HEIGHT)], 0, 46, 6, fade=(800, 420, 900))
    for row in range(8):
        shift = 110 if row % 2 else 0
        for n in range(-1, 9):
            x = n * 220 + shift
            sheet.cut((x, row * 118 + 8), (x, row * 118 + 112), 6)
    opening = [(470, 690), (470, 330), *arc(800, 330, 330, 180, 360, 40, 0.8), (1130, 690)]
    sheet.shape(
        [(x + (14 if x > 800 else -14), y + (14 if y > 600 else -14)) for x, y in opening], INK
    )
    sheet.shape(opening, PAPER)
    sheet.rays(800, 690, 120, 640, 46, 13, start=186, end=354)
    for n in range(5):
        left = 540 + n * 118
        sheet.box(left, 60, left + 34, 700)
        sheet.cut((left + 9, 120), (left + 8, 680), 8)
    sheet.box(470, 420, 1130, 446)
    sheet.box(410, 690, 1190, 740, PAPER)
    sheet.hatch([(410, 690), (1190, 690), (1190, 740), (410, 740)], 0, 15, 6, INK)
    bird = [
        (842, 648),
        (880, 606),
        (936, 598),
        (968, 560),
        (1004, 552),
        (1030, 574),
        (1064, 582),
        (1032, 596),
        (1014, 640),
        (966, 676),
        (900, 680),
        (800, 706),
        (770, 700),
    ]
    sheet.shape(bird, RED)
    sheet.disc(1006, 574, 6, PAPER)
    for n in range(4):
        sheet.cut((880 + 22 * n, 626 + 3 * n), (950 + 8 * n, 660 + 2 * n), 7)
    sheet.line([(936, 678), (936, 698)], 6, RED)
    sheet.line([(966, 674), (966, 698)], 6, RED)
    sheet.save("window")


def helmet():
    """A red helmet on a nail, left behind in an empty changing room."""
    sheet = Sheet(seed=53)
    for n in range(7):
        left = n * 236 - 20
        sheet.box(left, 0, left + 224, 760, INK)
        sheet.box(left + 10, 10, left + 214, 750, PAPER)
        sheet.hatch(
            [(left + 10, 10), (left + 214, 10), (left + 214, 750), (left + 10, 750)],
            90,
            27,
            8,
            INK,
            fade=(700, 300, 1500),
        )
        for k in range(4):
            sheet.box(left + 62, 60 + k * 26, left + 162, 72 + k * 26, INK)
        sheet.box(left + 178, 380, left + 194, 440, INK)
    sheet.box(0, 752, WIDTH, HEIGHT, INK)
    sheet.hatch([(0, 768), (WIDTH, 768), (WIDTH, HEIGHT), (0, HEIGHT)], 0, 25, 9)
    shell = arc(800, 470, 300, 180, 360, 40, 0.86)
    brim = [(430, 470), (1170, 470), (1230, 520), (1150, 548), (450, 548), (390, 520)]
    sheet.shape(arc(800, 496, 330, 180, 360, 40, 0.88), INK)
    sheet.shape([(x, y + 26) for x, y in brim], INK)
    sheet.shape(arc(800, 470, 324, 180, 360, 40, 0.9), PAPER)
    sheet.shape(shell, RED)
    sheet.shape(brim, PAPER)
    sheet.shape([(x * 0.98 + 16, y * 0.985 + 8) for x, y in brim], RED)
    sheet.shape([(762, 214), (838, 214), (856, 466), (744, 466)], PAPER)
    sheet.shape([(774, 208), (826, 208), (842, 466), (758, 466)], RED)
    for n in range(7):
        turn = 196 + n * 9
        a, b = (
            arc(800, 470, 286, turn, turn, 1, 0.86)[0],
            arc(800, 470, 150, turn + 4, turn + 4, 1, 0.86)[0],
        )
        sheet.cut(a, b, 12)
    sheet.cut((470, 512), (1120, 514), 9)
    sheet.save("helmet")


def minutes():
    """An empty sheet on a table, and a red stamp beside it."""
    sheet = Sheet(INK, seed=59)
    sheet.hatch(
        [(0, 0), (WIDTH, 0), (WIDTH, HEIGHT), (0, HEIGHT)], -12, 34, 7, fade=(820, 420, 1100)
    )
    page = [(330, 110), (1010, 60), (1130, 790), (390, 850)]
    sheet.shape([(x + 24, y + 26) for x, y in page], INK)
    sheet.shape(page, PAPER)
    for row in range(9):
        t = 0.16 + row * 0.088
        left = (330 + 60 * t + 64, 110 + 740 * t)
        right = (1010 + 120 * t - 70, 60 + 730 * t)
        sheet.cut(left, right, 4, INK)
    sheet.disc(1310, 560, 150, INK)
    sheet.shape([(1180, 560), (1440, 560), (1470, 690), (1150, 690)], RED)
    sheet.box(1136, 690, 1484, 744, RED)
    sheet.cut((1150, 704), (1470, 706), 9)
    sheet.shape([(1262, 330), (1358, 330), (1372, 566), (1248, 566)], RED)
    sheet.disc(1310, 300, 84, RED)
    for n in range(4):
        sheet.cut((1270 + 14 * n, 250 + 6 * n), (1262 + 18 * n, 540), 8)
    sheet.cut((1200, 600), (1180, 672), 10)
    sheet.cut((1230, 600), (1214, 672), 8)
    sheet.save("minutes")


def register():
    """An open register, its lines half filled, and a red pen on it."""
    sheet = Sheet(seed=61)
    sheet.hatch([(0, 0), (WIDTH, 0), (WIDTH, HEIGHT), (0, HEIGHT)], 14, 30, 9, INK)
    cover = [(150, 250), (790, 150), (810, 150), (1450, 250), (1530, 800), (810, 730), (790, 730)]
    sheet.shape([(x, y + 26) for x, y in [*cover, (70, 800)]])
    for side in (-1, 1):
        inner, outer = 800 + 6 * side, 800 + 620 * side
        page = [(inner, 140), (outer, 222), (outer + 74 * side, 762), (inner, 700)]
        sheet.shape(page, INK)
        middle = [(inner, 150), (outer - 10 * side, 230), (outer + 60 * side, 750), (inner, 690)]
        sheet.shape(middle, PAPER)
        for row in range(9):
            part = 0.13 + row * 0.093
            start = (800 + 60 * side, 158 + 540 * part)
            end = (outer + 74 * side * part - 60 * side, 232 + 522 * part)
            # The left page is written from its outer edge.
            start, end = (start, end) if side > 0 else (end, start)
            sheet.line([start, end], 3)
            if side > 0 and row > 4:
                continue
            reach = 0.5 + sheet.chance.uniform(-0.14, 0.14)
            name = [(start[0] + (end[0] - start[0]) * (0.08 + reach * n / 16)) for n in range(17)]
            wave = [
                start[1] + (end[1] - start[1]) * (x - start[0]) / (end[0] - start[0]) for x in name
            ]
            hand = [
                (x, y - 12 - sheet.chance.uniform(0, 15) * (1 if n % 2 else -0.3))
                for n, (x, y) in enumerate(zip(name, wave, strict=True))
            ]
            sheet.line(hand, 6)
    pen = [(1020, 470), (1052, 436), (1400, 110), (1452, 166), (1092, 482)]
    sheet.shape([(x + 14, y + 22) for x, y in pen])
    sheet.shape([(x, y) for x, y in pen], PAPER)
    sheet.shape([(1064, 440), (1396, 126), (1438, 168), (1092, 468)], RED)
    sheet.shape([(1006, 484), (1056, 446), (1084, 474)], INK)
    for n in range(3):
        sheet.cut((1110 + 14 * n, 438 - 8 * n), (1370 + 14 * n, 176 - 2 * n), 8)
    sheet.save("register")
