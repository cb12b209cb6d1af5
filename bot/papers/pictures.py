"""Pictures as they leave the messenger: small, upright, and nothing but the picture.

Only the pixels are carried over into a new file, so that whatever stood beside them (GPS position, camera, owner,
thumbnail, comments, colour profile) stays behind, known to us or not.
"""

import io
import warnings

from PIL import Image, ImageOps

LONGEST_EDGE = 960
"""Pixels: a photographed page of A4 can just be read on a phone, and no face in a hall be made out."""

MOST_PIXELS = {"JPEG": 60_000_000, "PNG": 25_000_000}
"""Of the original, by its format: a phone's camera takes 50 million and a JPEG is read in less, a PNG is held in memory
as a whole."""

QUALITY = 80
WHITE = (255, 255, 255)


class NotAPicture(ValueError):  # noqa: N818 - a finding about a file
    """It is no JPEG or PNG, is broken, or claims too many pixels."""


def small_picture(content: bytes, *, longest: int = LONGEST_EDGE) -> tuple[bytes, tuple[int, int]]:
    """A JPEG of the picture, its longer edge at most `longest` pixels, and its (width, height). Raises NotAPicture."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of odd EXIF, which is left behind anyhow
            with Image.open(io.BytesIO(content), formats=tuple(MOST_PIXELS)) as original:
                if original.width * original.height > MOST_PIXELS[str(original.format)]:
                    raise NotAPicture(f"{original.width} × {original.height} pixels")
                original.draft("RGB", (longest, longest))  # a JPEG is read in the size that is needed
                upright = ImageOps.exif_transpose(original)
                upright.thumbnail((longest, longest))
                pixels = _on_white(upright)
    except NotAPicture:
        raise
    except (
        OSError,
        ValueError,
        SyntaxError,
        TypeError,
        KeyError,
        EOFError,
        MemoryError,
        OverflowError,
    ) as error:
        # Pillow's readers raise any of these for a broken file.
        raise NotAPicture(type(error).__name__) from error
    except Image.DecompressionBombError as error:
        raise NotAPicture("too many pixels") from error
    written = io.BytesIO()
    pixels.save(written, "JPEG", quality=QUALITY, optimize=True)
    return written.getvalue(), pixels.size


def _on_white(picture: Image.Image) -> Image.Image:
    """The pixels alone, in RGB; what is transparent becomes white paper."""
    rgba = picture.convert("RGBA")
    page = Image.new("RGB", rgba.size, WHITE)
    page.paste(rgba, mask=rgba.getchannel("A"))
    return page
