import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.calendar_whose import Concerns, Which, read_whose
from bot.core.units import Unit, UnitKind

UNITS = (
    Unit("T01", "Trường Mầm non Hoa Sen", "SCHOOL", "Trường Mầm non Hoa Sen", parent="X01"),
    Unit("T14", "Trường Tiểu học Lê Lợi", "SCHOOL", "Trường Tiểu học Lê Lợi", parent="X01"),
    Unit("T15", "Trường Tiểu học Lê Lợi", "SCHOOL", "Trường Tiểu học Lê Lợi", parent="X02"),
    Unit("X01", "Đảng ủy xã Đông Khê Hạ", "PARTY_COMMUNE", "Xã Đông Khê Hạ"),
    Unit("X02", "Đảng ủy xã Tây Lãng", "PARTY_COMMUNE", "Xã Tây Lãng"),
    Unit("HPN", "Hội Liên hiệp Phụ nữ huyện", "FRONT", "Hội LHPN huyện"),
)
KINDS = {
    "SCHOOL": UnitKind("SCHOOL", {"vi": "Trường học", "en": "School"}),
    "PARTY_SCHOOL": UnitKind("PARTY_SCHOOL", {"vi": "Chi bộ trường học"}, played_by="SCHOOL"),
}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", Concerns()),
        ("T14", Concerns(("unit:T14",))),
        ("t14", Concerns(("unit:T14",))),
        ("cho T14", Concerns(("unit:T14",))),
        ("riêng cho T14: Kỷ niệm 20 năm", Concerns(("unit:T14",), "Kỷ niệm 20 năm")),
        ("T14 Kỷ niệm 20 năm", Concerns(("unit:T14",), "Kỷ niệm 20 năm")),
        ("tài liệu T14", Concerns((), "tài liệu T14")),
        ("T14 và T15", Concerns(("unit:T14", "unit:T15"))),
        ("T14, T15 Mất điện", Concerns(("unit:T14", "unit:T15"), "Mất điện")),
        ("trường hoa sen", Concerns(("unit:T01",))),
        ("truong hoa sen mất điện", Concerns(("unit:T01",), "mất điện")),
        ("cho hoa sen", Concerns(("unit:T01",))),
        ("xã Tây Lãng", Concerns(("unit:X02",))),
        ("các trường", Concerns(("kind:SCHOOL",))),
        ("cho các trường", Concerns(("kind:SCHOOL",))),
        ("cho trường học", Concerns(("kind:SCHOOL",))),
        ("cho tất cả các đơn vị Mất điện", Concerns(name="Mất điện")),
        ("Ngày Văn hóa Việt Nam", Concerns(name="Ngày Văn hóa Việt Nam")),
        ("Mất điện", Concerns(name="Mất điện")),
        ("cho 1/12", Concerns(name="cho 1/12")),
        ("trường lê lợi", Which("trường lê lợi", ("T14", "T15"))),
        ("lê lợi", Which("lê lợi", ("T14", "T15"), named=True)),
        ("hoa sen", Which("hoa sen", ("T01",), named=True)),
        ("phụ nữ", Which("phụ nữ", ("HPN",), named=True)),
        ("cho T99", Which("T99")),
        ("trường Bông Sen", Which("trường Bông Sen")),
    ],
)
def test_words_behind_a_day_are_a_unit_or_a_name(text: str, found: Concerns | Which) -> None:
    assert read_whose(text, UNITS, KINDS) == found


@given(st.text())
def test_reading_never_raises(text: str) -> None:
    assert isinstance(read_whose(text, UNITS, KINDS), Concerns | Which)
