"""Pictures as they leave the messenger: small, upright, and nothing but the picture."""

import io
import struct
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from bot.papers.pictures import LONGEST_EDGE, MOST_PIXELS, NotAPicture, small_picture
from tests.wire.pictures import CAMERA, OWNER, PLACE, has_place, photo

BESIDE_THE_PIXELS = (b"Exif", b"GPS", b"http://ns.adobe.com", b"ICC_PROFILE", b"Photoshop", b"tEXt", b"iTXt")


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


def segments(jpeg: bytes) -> set[int]:
    """The markers of a JPEG up to its pixels: 0xE1 is EXIF or XMP, 0xE2 a profile, 0xFE a comment."""
    found, at = set(), 2
    while jpeg[at + 1] != 0xDA:
        found.add(jpeg[at + 1])
        at += 2 + struct.unpack(">H", jpeg[at + 2 : at + 4])[0]
    return found


def png(*texts: tuple[str, str], mode: str = "RGBA") -> bytes:
    info = PngImagePlugin.PngInfo()
    for key, text in texts:
        info.add_text(key, text)
    written = io.BytesIO()
    Image.new(mode, (60, 40)).save(written, "PNG", pnginfo=info, dpi=(96, 96))
    return written.getvalue()


def claiming(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says it is so large."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + head
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", len(head)) + chunk + struct.pack(">I", zlib.crc32(chunk))


def test_place_camera_and_owner_stay_behind() -> None:
    original = photo(640, 480)
    assert has_place(original)
    assert segments(original) >= {0xE1, 0xE2, 0xFE}
    assert all(words.encode() in original for words in (PLACE, OWNER, CAMERA))

    small, _ = small_picture(original)

    assert not has_place(small)
    assert segments(small) <= {0xE0, 0xDB, 0xC0, 0xC4}  # JFIF, tables, frame
    assert not any(mark in small for mark in BESIDE_THE_PIXELS)
    assert not any(words.encode() in small for words in (PLACE, OWNER, CAMERA))


def test_texts_of_a_png_stay_behind() -> None:
    original = png(("Author", OWNER), ("Location", "17.6 N"))
    assert OWNER.encode() in original

    small, size = small_picture(original)

    assert OWNER.encode() not in small
    assert (
        size,
        opened(small).format,
        opened(small).info.keys() - {"jfif", "jfif_version", "jfif_unit"},
    ) == (
        (60, 40),
        "JPEG",
        {"jfif_density"},
    )


def test_large_picture_becomes_small_and_keeps_its_shape() -> None:
    small, size = small_picture(photo(4000, 3000))

    assert size == opened(small).size == (LONGEST_EDGE, LONGEST_EDGE * 3 // 4)
    assert len(small) < 100_000


def test_small_picture_is_not_blown_up() -> None:
    assert small_picture(photo(32, 24))[1] == (32, 24)


def test_lying_picture_is_stood_up() -> None:
    """Taken upright: the camera noted it beside the pixels, which are left behind."""
    small, size = small_picture(photo(200, 100, turned=6))

    assert size == (100, 200)
    top, bottom = (opened(small).convert("RGB").getpixel((50, y)) for y in (20, 180))
    assert isinstance(top, tuple)
    assert isinstance(bottom, tuple)
    assert top[0] > 200 > 50 > top[2]  # red
    assert bottom[2] > 200 > 50 > bottom[0]  # blue


def test_what_is_transparent_becomes_paper() -> None:
    small, _ = small_picture(png())

    assert opened(small).getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_pixels_of_every_kind_are_read(mode: str) -> None:
    assert small_picture(png(mode=mode))[1] == (60, 40)


def test_picture_in_four_inks_is_read() -> None:
    written = io.BytesIO()
    Image.new("CMYK", (60, 40)).save(written, "JPEG")

    assert opened(small_picture(written.getvalue())[0]).mode == "RGB"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no picture",
        photo(640, 480)[:3000],
        b"\xff\xd8\xff\xe0" + b"\0" * 5000,
        claiming(100_000, 100_000),
        claiming(MOST_PIXELS["PNG"] // 2, 3),
        b"GIF89a" + b"\0" * 100,
    ],
    ids=["empty", "words", "cut off", "only its beginning", "a bomb", "a long bomb", "another kind"],
)
def test_what_is_no_whole_picture_is_refused(content: bytes) -> None:
    with pytest.raises(NotAPicture):
        small_picture(content)


@settings(max_examples=150)
@given(st.data())
def test_nothing_that_is_broken_raises_anything_else(data: st.DataObject) -> None:
    content = bytearray(data.draw(st.sampled_from([photo(64, 48), png(("a", "b"))])))
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(8, len(content) - 1))] = data.draw(st.integers(0, 255))

    try:
        small, _ = small_picture(bytes(content))
    except NotAPicture:
        return
    assert segments(small) <= {0xE0, 0xDB, 0xC0, 0xC4}
