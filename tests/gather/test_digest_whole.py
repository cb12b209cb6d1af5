"""All that a digest tells, read as a leader reads it: one eventful week, for the group and for the Committee alone."""

from datetime import timedelta

from bot.core.digest_record import DigestRecord
from bot.core.digest_text import Reader
from bot.db.session import Connection
from bot.gather.digests import EVERYBODY, Part, gather_record, part_below
from bot.gather.sent_digests import say
from bot.gather.shelf import Shelf
from locales.phrases.digest_picture import in_words
from locales.words import in_language
from tests.gather.desk import stored_plan
from tests.gather.eventful_week import MONDAY, live_it
from tests.house import the_office

WORDS = in_language("vi")
WEEK = timedelta(days=7)
HEAD = """\
⚠️ Đã nhận 5/90 báo cáo (5,6%); 55 đơn vị quá hạn.
Tuần 50, Kế hoạch thực hiện Chỉ thị 32. Số liệu lúc 07:30 14/12/2026.

Trong 7 ngày: 2 báo cáo mới; tỷ lệ tăng 2,2 điểm phần trăm (tuần trước 3,3%, 3/90).

Quá hạn: 55 đơn vị
- Ủy ban nhân dân huyện Vân Trạch: 28 ngày (2 báo cáo)
- Hội đồng nhân dân huyện Vân Trạch: 28 ngày
- Thị trấn Vân Trạch: 5 đơn vị, lâu nhất 12 ngày
- Xã Trung Lập Đông: 5 đơn vị, lâu nhất 12 ngày
- Xã Thái Ninh: 5 đơn vị, lâu nhất 12 ngày
- Xã Tây Lãng: 4 đơn vị, lâu nhất 12 ngày
- Xã Nam Sơn Thượng: 4 đơn vị, lâu nhất 12 ngày
- Xã Bắc Hòa: 4 đơn vị, lâu nhất 12 ngày
- Xã Minh Đức Trung: 4 đơn vị, lâu nhất 12 ngày
… và 22 đơn vị nữa (gõ /quahan để xem).

Chỉ tiêu:
- ⏳ Chi bộ trực thuộc đã quán triệt Chỉ thị 32: 0% (0/207), chỉ tiêu 100%
- ⏳ Đảng viên đã dự quán triệt Chỉ thị 32: 0% (0/4.736), chỉ tiêu 100%
- ⏳ Đảng ủy đã có kế hoạch riêng hoặc lồng ghép: 0% (0/12), chỉ tiêu 100%
- ⏳ Đơn vị đã ban hành văn bản cụ thể hóa: 5,8% (3/52), chỉ tiêu 100%
- ⏳ Trường đã ban hành kế hoạch: 7,5% (3/40), chỉ tiêu 100%
- ⏳ Đơn vị đã quán triệt Chỉ thị 32: 8,3% (5/60), chỉ tiêu 100%
- ⏳ Cán bộ, giáo viên, nhân viên được quán triệt Chỉ thị 32: 9,6% (152/1.580), chỉ tiêu 100%
- ⏳ Học sinh được tuyên truyền về Chỉ thị 32: 13,2% (2.400/18.220), chỉ tiêu 100%
- Chưa có số liệu: 6 chỉ tiêu.

Được gia hạn: 1 báo cáo
- Trường THCS Quang Vinh, Triển khai Chỉ thị 32 tại trường: đến 18/12/2026

Sửa sau khi gửi: 1 báo cáo
- Trường Tiểu học Lê Lợi (Xã Đông Khê Hạ), Triển khai Chỉ thị 32 tại trường:
"""
FOR_STAFF = """\
  Bao nhiêu cán bộ quản lý, giáo viên, nhân viên đã dự quán triệt? 50/52 (96,2%) → 52/52 (100%)
  Lý do: Hai giáo viên học bù ngày 9/12

- Chờ xem xét: 4 báo cáo.
- Đã trả lại, chờ bổ sung: 1 báo cáo.
- Đã nhắc nhiều lần, chưa hồi âm: 1 đơn vị.
- Chưa kết nối: 128 người."""


def gathered(connection: Connection, part: Part = EVERYBODY) -> DigestRecord:
    office, stored, shelf = the_office(connection), stored_plan(connection), Shelf()
    plan = shelf.plan(connection, stored.version_id)
    return gather_record(
        connection, office, stored, plan, shelf, week_of=MONDAY - WEEK, now=MONDAY, part=part
    )


def said(connection: Connection, record: DigestRecord, reader: Reader) -> list[str]:
    return say(record, reader=reader, words=WORDS, zone=the_office(connection).zone).text.splitlines()


def test_committee_reads_all_that_happened(connection: Connection) -> None:
    live_it(connection)

    assert said(connection, gathered(connection), Reader.COMMITTEE) == (HEAD + FOR_STAFF).splitlines()


def test_group_reads_no_small_counts_and_nothing_that_somebody_wrote(connection: Connection) -> None:
    live_it(connection)
    record = gathered(connection)

    alone, group = (said(connection, record, reader) for reader in (Reader.COMMITTEE, Reader.GROUP))

    assert [line for line in alone if line not in group and "đơn vị" not in line] == [
        "  Bao nhiêu cán bộ quản lý, giáo viên, nhân viên đã dự quán triệt? 50/52 (96,2%) → 52/52 (100%)",
        "  Lý do: Hai giáo viên học bù ngày 9/12",
    ]
    assert [line for line in group if line not in alone and "đơn vị" not in line] == [
        "  Bao nhiêu cán bộ quản lý, giáo viên, nhân viên đã dự quán triệt? thiếu < 3/52 → 52/52 (100%)",
        "Gõ /quahan, /chitieu, /donvi, /tonghop ảnh.",
    ]


def test_silent_units_are_counted_where_they_belong(connection: Connection) -> None:
    live_it(connection)
    office = the_office(connection)

    whole, theirs, others = (
        gathered(connection, part).digest.silent
        for part in (
            EVERYBODY,
            part_below(connection, office.id, "X03"),
            part_below(connection, office.id, "X02"),
        )
    )

    assert (whole, theirs, others) == (1, 1, 0)


def test_picture_of_one_commune_is_not_told_twice(connection: Connection) -> None:
    live_it(connection)

    words = in_words(
        gathered(connection, part_below(connection, the_office(connection).id, "X02")), words=WORDS
    )

    assert words.split("\n\n")[0].splitlines() == [
        "Theo loại đơn vị:",
        "- Đảng ủy xã, phường, thị trấn, đặc khu: 1/2 (50%)",
        "- Trường học: 3/4 (75%)",
    ]
    assert "Theo xã" not in words
