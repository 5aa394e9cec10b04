"""Draws the demo's pictures: linocuts in black and red, of a place that is nowhere, with nobody.

``python draw.py`` writes them beside itself; ``python draw.py lamp bus`` some of them;
``python draw.py icons`` those of the site.
"""

import sys

import icons
import inside
import outside

DRAWINGS = [
    outside.pump,
    outside.gate,
    outside.court,
    outside.banners,
    outside.bus,
    outside.harbour,
    outside.pipeline,
    inside.letters,
    inside.lamp,
    inside.bread,
    inside.window,
    inside.helmet,
    inside.minutes,
    inside.register,
    icons.icons,
]

if __name__ == "__main__":
    for drawing in DRAWINGS:
        if drawing.__name__ in sys.argv[1:] or len(sys.argv) == 1:
            drawing()
