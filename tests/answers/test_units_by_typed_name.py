import pytest

from bot.cli.vectors import units
from bot.core.forms.answers.problems import Code
from bot.core.units_by_name import find, holding
from tests.answers.reading import code, taken

UNITS, PLACES = units()


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("X03", "X03"),
        ("t29", "T29"),
        ("xã Tây Lãng", "X03"),
        ("dang uy xa tay lang", "X03"),
        ("Trường THCS Bắc Hoà ạ", "T29"),
        ("thcs bac hoa", "T29"),
        ("trung học cơ sở Bắc Hòa", "T29"),
        ("mn hoa sen", "T01"),
        ("Uỷ ban nhân dân huyện Vân Trạch", "UBND"),
        ("tt van trach", "X01"),
        ("phòng giáo dục", "PGD"),
        ("Trường Tiểu học, THCS và THPT Ánh Sao", "T40"),
    ],
)
def test_unit_is_found_by_its_name(text: str, unit: str) -> None:
    assert taken(find(text, UNITS)) == ("ok", unit)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("hoa sen", "T01"),
        ("Nguyễn Bỉnh Khiêm", "T32"),
        ("THPT Trần Hưng Đạo", "T38"),
        ("xax Taay Langx", "X03"),
    ],
)
def test_part_of_a_name_is_confirmed(text: str, unit: str) -> None:
    assert taken(find(text, UNITS)) == ("confirm", unit)


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("Trường tiểu học Lê Lợi", ["T14", "T20"]),
        ("Lê Lợi", ["T14", "T20"]),
        ("Bắc Hòa", ["X05", "T17", "T29"]),
    ],
)
def test_name_of_several_units_is_asked_about(text: str, candidates: list[str]) -> None:
    reading = find(text, UNITS)

    assert code(reading) == Code.SEVERAL_UNITS
    assert reading.why.values == {"candidates": candidates}  # type: ignore[union-attr]  # an Unclear


def test_accents_decide_between_names_that_are_alike_without_them() -> None:
    hamlets = {"A": ["Xã Hòa Bình"], "B": ["Xã Hóa Bình"]}

    assert taken(find("xã Hoà Bình", hamlets)) == ("ok", "A")
    assert code(find("xa hoa binh", hamlets)) == Code.SEVERAL_UNITS


def test_old_encoding_is_no_unknown_unit() -> None:
    assert code(find("§¶ng uû x· T©y L·ng", UNITS)) == Code.MISENCODED


@pytest.mark.parametrize("text", ["abc", "a", "Trường", "", "🎉"])
def test_unknown_name_is_asked_again(text: str) -> None:
    assert code(find(text, UNITS)) == Code.NO_SUCH_UNIT


@pytest.mark.parametrize("code", [code for code in UNITS if code not in ("T14", "T20")])
def test_every_unit_is_found_by_its_own_name_and_code(code: str) -> None:
    _, name, short = UNITS[code]

    assert taken(find(name, UNITS, PLACES)) == ("ok", code)
    assert taken(find(code, UNITS, PLACES)) == ("ok", code)
    if short and short != name:
        assert taken(find(short, UNITS, PLACES)) == ("ok", code)


@pytest.mark.parametrize(("commune", "unit"), [("xã Đông Khê Hạ", "T14"), ("xa minh duc trung", "T20")])
def test_commune_behind_a_name_tells_two_schools_apart(commune: str, unit: str) -> None:
    assert taken(find(f"Trường Tiểu học Lê Lợi, {commune}", UNITS, PLACES)) == ("ok", unit)
    assert code(find("Trường Tiểu học Lê Lợi", UNITS, PLACES)) == Code.SEVERAL_UNITS


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("trường", ["T1", "T2"]),
        ("TRUONG", ["T1", "T2"]),
        ("hoa sen", ["T1"]),
        ("trườ", []),
        ("", []),
        ("đơn vị", []),
    ],
)
def test_words_that_tell_no_unit_from_another_hold_all_that_have_them(text: str, codes: list[str]) -> None:
    names = {"T1": ("Trường Mầm non Hoa Sen",), "T2": ("Trường THCS Bắc Hòa",), "X1": ("Xã Bắc Hòa",)}

    assert holding(text, names) == codes
