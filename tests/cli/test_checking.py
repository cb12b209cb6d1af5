"""`nhacviec plan check` and `nhacviec plan decide`: the whole output on both real documents, and deciding."""

import json
import re
import shutil
from pathlib import Path

import pytest

from bot.db.decisions import load_decisions
from bot.db.plans import plans_in_force
from bot.db.session import Database
from tests.cli.conftest import Run
from tests.plan.hoang_mai import PLANS, put_into

GOLDEN = Path(__file__).parent / "golden"

DECIDE_ALL = (
    ("sum_wrong", "--value", "45"),
    ("ordinal_doubtful", "--value", "XIX"),
    ("cite_after_plan",),
)


@pytest.fixture
def hoang_mai(tmp_path: Path) -> Path:
    return put_into(tmp_path).relative_to(tmp_path)


@pytest.fixture
def directive(tmp_path: Path) -> Path:
    for name in ("plan.yaml", "source.txt"):
        shutil.copy(PLANS / "directive-32" / name, tmp_path)
    return Path("plan.yaml")


def decide_all(run: Run, plan: Path) -> None:
    for code, *value in DECIDE_ALL:
        decided = run("plan", "decide", plan, code, *value, "--why", "Theo tổng 48 lớp", "--by", "Lê Thị Hoa")
        assert decided.exit_code == 0, decided.output


@pytest.mark.parametrize("language", ["vi", "en"])
def test_whole_check_of_hoang_mai_reads_as_agreed(run: Run, hoang_mai: Path, language: str) -> None:
    result = run("plan", "check", hoang_mai, LANGUAGE=language)

    assert result.output == (GOLDEN / f"hoang-mai.{language}.txt").read_text("utf-8")
    assert result.exit_code == 1


@pytest.mark.parametrize("language", ["vi", "en"])
def test_whole_check_of_directive_32_reads_as_agreed(run: Run, directive: Path, language: str) -> None:
    result = run("plan", "check", directive, LANGUAGE=language)

    assert result.output == (GOLDEN / f"directive-32.{language}.txt").read_text("utf-8")
    assert result.exit_code == 0


def test_check_as_json_is_a_list_with_place_and_proposal(run: Run, hoang_mai: Path) -> None:
    result = run("plan", "check", "--json", hoang_mai)

    found = json.loads(result.output)
    assert result.exit_code == 1
    assert [one for one in found if one["code"] == "sum_wrong"] == [
        {
            "severity": "error",
            "code": "sum_wrong",
            "place": {"file": "plan.yaml", "line": 41, "sheet": None, "cell": None},
            "message": "Lớp hệ bồi dưỡng: văn bản ghi 39 nhưng các phần cộng lại 30 + 9 + 6 = 45. Đề xuất: 45.",
            "proposal": "45",
            "thing": "LOP-BD",
            "decision": None,
        }
    ]


def test_errors_of_the_document_block_the_import_until_somebody_decides(
    run: Run, hoang_mai: Path, roster: list[Path]
) -> None:
    run("units", "import", *roster)

    blocked = run("plan", "import", hoang_mai)
    decide_all(run, hoang_mai)
    checked, loaded = run("plan", "check", hoang_mai), run("plan", "import", hoang_mai)

    assert blocked.exit_code == 1
    assert blocked.output.count("    Quyết định: nhacviec plan decide") == 3
    assert checked.exit_code == loaded.exit_code == 0
    assert checked.output.splitlines()[-1] == "0 lỗi, 11 cảnh báo, 6 lưu ý. Đã quyết định: 3."


def test_decision_is_kept_with_who_when_and_why(run: Run, hoang_mai: Path, tmp_path: Path) -> None:
    decide_all(run, hoang_mai)
    run("plan", "import", hoang_mai)

    database = Database(f"sqlite:///{tmp_path}/data/nhacviec.db")
    with database.engine.connect() as connection:
        (plan,) = plans_in_force(connection, 1)
        decisions = load_decisions(connection, plan.version_id)
    database.close()

    assert [(one.finding, one.thing, one.value, one.by, one.why) for one in decisions] == [
        ("sum_wrong", "LOP-BD", "45", "Lê Thị Hoa", "Theo tổng 48 lớp"),
        ("ordinal_doubtful", "Đảng bộ tỉnh Nghệ An", "XIX", "Lê Thị Hoa", "Theo tổng 48 lớp"),
        ("cite_after_plan", "106-KH/BTGTU", "", "Lê Thị Hoa", "Theo tổng 48 lớp"),
    ]


def test_decided_figure_is_shown_with_what_the_source_says(run: Run, hoang_mai: Path) -> None:
    decide_all(run, hoang_mai)

    shown = run("plan", "show", hoang_mai).output

    assert re.search(
        r"^Số liệu LOP-BD  Lớp hệ bồi dưỡng \[II\.3\]: 45, nguồn ghi 39 lớp "
        r"\(Lê Thị Hoa quyết định ngày \d\d/\d\d/\d{4}: Theo tổng 48 lớp\)$",
        shown,
        re.MULTILINE,
    )
    assert "    Chỉ tiêu HM-19.1  Lớp hệ bồi dưỡng đã mở: 45, nguồn ghi 39" in shown.splitlines()


def test_changed_finding_is_asked_again(run: Run, hoang_mai: Path, tmp_path: Path) -> None:
    decide_all(run, hoang_mai)
    plan = tmp_path / hoang_mai
    plan.write_text(plan.read_text("utf-8").replace("stated: 39", "stated: 38"), encoding="utf-8")

    checked = run("plan", "check", hoang_mai)

    assert checked.exit_code == 1
    assert "Quyết định về “sum_wrong” được đưa ra khi văn bản ghi khác" in checked.output


def test_dry_run_of_a_decision_writes_nothing(run: Run, hoang_mai: Path, tmp_path: Path) -> None:
    before = (tmp_path / hoang_mai).read_bytes()

    result = run("plan", "decide", hoang_mai, "sum_wrong", "--value", "45", "--why", "Vì tổng", "--dry-run")

    assert result.output == "Sẽ ghi vào plan.yaml: sum_wrong LOP-BD → 45. (Xem thử: chưa thay đổi gì.)\n"
    assert (tmp_path / hoang_mai).read_bytes() == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("sum_wrong", "--why", "x"), "Cần --value: con số sẽ dùng, ví dụ: --value 45.\n"),
        (
            ("sum_wrong", "--value", "bốn lăm", "--why", "x"),
            "“bốn lăm” không phải là con số; viết liền, ví dụ: 4730.\n",
        ),
        (("sum_wrong", "--value", "45", "--why", " "), "Cần --why: lý do của quyết định.\n"),
        (
            ("figure_scope", "--why", "x"),
            "Có nhiều mục “figure_scope”; hãy ghi rõ một mục: LOP-CN, LOP-HE.\n",
        ),
        (
            ("number_missing", "--why", "x"),
            "Không có gì phải quyết định về “number_missing” trong tệp này.\n",
        ),
        (
            ("hyphen_spaced", "--why", "x"),
            "“hyphen_spaced” là lỗi của tệp: hãy sửa tệp, không quyết định được.\n",
        ),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)
def test_decision_that_cannot_be_taken_says_why(
    run: Run, hoang_mai: Path, words: tuple[str, ...], said: str
) -> None:
    result = run("plan", "decide", hoang_mai, *words)

    assert (result.exit_code, result.output) == (1, said)


def test_finding_can_be_named_by_its_line(run: Run, hoang_mai: Path) -> None:
    result = run("plan", "decide", hoang_mai, "figure_scope", "66", "--why", "Ngoài 48 lớp")

    assert result.output == "Đã ghi vào plan.yaml: figure_scope LOP-CN.\n"


def test_text_that_is_not_there_is_an_error_of_the_file(run: Run, hoang_mai: Path, tmp_path: Path) -> None:
    (tmp_path / "source.txt").unlink()

    result = run("plan", "check", hoang_mai)

    assert result.exit_code == 1
    assert "plan.yaml:12: lỗi: Không có tệp “source.txt” bên cạnh tệp kế hoạch." in result.output.splitlines()
