"""Pictures as a phone makes them."""

import io

from PIL import ExifTags, Image

PLACE = "Trường THCS Vân Trạch"
OWNER = "Ho Thu Khuyen"
CAMERA = "PhoneMaker X100"


def photo(width: int, height: int, *, turned: int = 1, place: bool = True) -> bytes:
    """A JPEG of a left half in red and a right half in blue, with everything that a phone writes beside the pixels.
    `turned` is the orientation of EXIF."""
    picture = Image.new("RGB", (width, height), "red")
    picture.paste("blue", (width // 2, 0, width, height))
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = turned
    if place:
        exif[ExifTags.Base.Make] = CAMERA
        exif[ExifTags.Base.Artist] = OWNER
        camera = exif.get_ifd(ExifTags.IFD.Exif)
        camera[ExifTags.Base.MakerNote] = b"maker note: " + OWNER.encode()
        camera[ExifTags.Base.UserComment] = PLACE.encode()
        gps = exif.get_ifd(ExifTags.IFD.GPSInfo)
        gps[ExifTags.GPS.GPSLatitudeRef] = "N"
        gps[ExifTags.GPS.GPSLatitude] = (17.0, 36.0, 12.5)
    written = io.BytesIO()
    picture.save(
        written, "JPEG", exif=exif, comment=PLACE.encode(), icc_profile=b"profile of " + CAMERA.encode()
    )
    return written.getvalue()


def has_place(content: bytes) -> bool:
    """Whether the EXIF block holds a position."""
    with Image.open(io.BytesIO(content)) as picture:
        return bool(picture.getexif().get_ifd(ExifTags.IFD.GPSInfo))
