"""A page of white paper to draw a chart on: letters, bars, hatching, lines; a PNG in the end.

Lengths are pixels from the upper left corner. Lines and hatching are drawn four times as large and made small again:
Pillow draws them without grey edges.
"""

from collections.abc import Sequence
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from unicodedata import normalize

from PIL import Image, ImageDraw, ImageFont

FONTS = Path(__file__).parent / "fonts"
"""DejaVu Sans, the letters of European languages and of Vietnamese alone (LICENSE lies beside it)."""

INK, FAINT, WHITE, BLUE, ORANGE, GREEN = "#1A1A1A", "#6B6B6B", "#FFFFFF", "#0072B2", "#E69F00", "#009E73"
"""Okabe and Ito's colours, which everybody can tell apart."""

_HATCHING = "#9A9A9A"
_FINE = 4
_COLOURS = 64
_WHITISH = 254
"""What becomes of white among few colours."""
_APART = 9
"""Pixels between two lines of a hatching."""

Point = tuple[float, float]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


class Page:
    """One picture. Where nothing else is said, letters stand at the middle of their line's height."""

    def __init__(self, width: int, height: int) -> None:
        self._image = Image.new("RGB", (width, height), WHITE)
        self._draw = ImageDraw.Draw(self._image)

    def write(
        self, at: Point, text: str, *, size: float, ink: str = INK, bold: bool = False, anchor: str = "lm"
    ) -> None:
        """`anchor` as Pillow says it: l, m or r of the text's width, m, a or d of its height."""
        self._draw.text(at, normalize("NFC", text), fill=ink, font=_font(size, bold=bold), anchor=anchor)

    def width_of(self, text: str, *, size: float, bold: bool = False) -> float:
        """How wide the text will be."""
        return _font(size, bold=bold).getlength(normalize("NFC", text))

    def bar(self, box: Box, colour: str) -> None:
        """A box of one colour; at least a pixel of it is seen."""
        left, top, right, bottom = map(round, box)
        self._draw.rectangle((left, top, max(left, right - 1), max(top, bottom - 1)), fill=colour)

    def hatched(
        self, box: Box, *, lines: str = _HATCHING, paper: str = WHITE, edge: str | None = FAINT
    ) -> None:
        """A box that is hatched from the lower left to the upper right."""
        left, top, right, bottom = map(round, box)
        size = (max(1, right - left), max(1, bottom - top))
        self._image.paste(paper, (left, top, left + size[0], top + size[1]))
        self._image.paste(lines, (left, top), _hatching(size))
        if edge is not None:
            self._draw.rectangle((left, top, left + size[0] - 1, top + size[1] - 1), outline=edge)

    def line(self, points: Sequence[Point], *, colour: str, width: float) -> None:
        """From point to point."""
        around, mask = _fine(points, width)
        fine = [((x - around[0]) * _FINE, (y - around[1]) * _FINE) for x, y in points]
        ImageDraw.Draw(mask).line(fine, fill=255, width=round(width * _FINE), joint="curve")
        self._image.paste(colour, around, mask.reduce(_FINE))

    def dot(self, at: Point, *, colour: str, radius: float) -> None:
        around, mask = _fine([at], 2 * radius)
        middle = ((at[0] - around[0]) * _FINE, (at[1] - around[1]) * _FINE)
        ImageDraw.Draw(mask).circle(middle, radius * _FINE, fill=255)
        self._image.paste(colour, around, mask.reduce(_FINE))

    def rule(self, left: float, right: float, y: float, *, dotted: bool = False) -> None:
        """A faint line from the left to the right."""
        for x in range(round(left), round(right), 3) if dotted else (round(left),):
            self._draw.line((x, round(y), x if dotted else round(right), round(y)), fill=FAINT)

    def png(self) -> bytes:
        data = BytesIO()
        # Few colours and their edges: a fourth of the size, and written in half the time.
        few = self._image.quantize(_COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        few.putpalette([255 if shade == _WHITISH else shade for shade in few.getpalette() or ()])
        few.save(data, "PNG")
        return data.getvalue()


@lru_cache(maxsize=32)
def _font(size: float, *, bold: bool) -> ImageFont.FreeTypeFont:
    name = "DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf"
    return ImageFont.truetype(FONTS / name, size, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=256)
def _hatching(size: tuple[int, int]) -> Image.Image:
    width, height = size[0] * _FINE, size[1] * _FINE
    mask = Image.new("L", (width, height))
    draw = ImageDraw.Draw(mask)
    for start in range(-height, width, _APART * _FINE):
        draw.line((start, height, start + height, 0), fill=255, width=_FINE)
    return mask.reduce(_FINE)


def _fine(points: Sequence[Point], width: float) -> tuple[tuple[int, int], Image.Image]:
    """The corner of the pixels around these points, and an empty mask for them."""
    left, top = (int(min(place) - width) for place in zip(*points, strict=True))
    right, bottom = (int(max(place) + width) + 1 for place in zip(*points, strict=True))
    return (left, top), Image.new("L", ((right - left) * _FINE, (bottom - top) * _FINE))
