"""An album is one thing that a person did."""

from bot.core.albums import belongs, merged
from bot.core.attachments import Attachment
from bot.core.messages import Address, Incoming, Kind


def part(key: str, *, album: str | None = "A", text: str = "", kind: Kind = Kind.FILE) -> Incoming:
    file = Attachment(f"file-{key}", f"unique-{key}", "image/jpeg")
    address = Address("telegram", "7")
    return Incoming(key, address, "7", "Ai đó", kind, text, attachment=file, album=album, message=f"m{key}")


def test_files_captions_and_messages_are_put_together() -> None:
    whole = merged([part("1"), part("2", text="Hội nghị"), part("3", text="Biên bản")])

    assert [file.file_id for file in whole.files] == ["file-1", "file-2", "file-3"]
    assert (whole.key, whole.text) == ("1", "Hội nghị\nBiên bản")
    assert (whole.message, whole.others) == ("m1", ("m2", "m3"))


def test_every_file_knows_its_channel_and_album() -> None:
    assert {(file.channel, file.album) for file in merged([part("1"), part("2")]).files} == {
        ("telegram", "A")
    }


def test_caption_is_said_once() -> None:
    assert merged([part("1", text="a"), part("2", text="a")], said_before="a").text == "a"


def test_what_was_said_before_counts_for_a_late_part() -> None:
    assert merged([part("3")], said_before="Tài liệu MẬT").text == "Tài liệu MẬT"


def test_other_things_are_no_part_of_it() -> None:
    first = part("1")

    assert belongs(part("2"), first)
    assert not belongs(part("2", album="B"), first)
    assert not belongs(part("2", album=None), first)
    assert not belongs(part("2", kind=Kind.EDITED), first)
    assert not belongs(part("2", album=None), part("1", album=None))
