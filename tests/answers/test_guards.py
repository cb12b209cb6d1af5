import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.guards import personal_data, secrecy_marking


@pytest.mark.parametrize(
    ("text", "marking"),
    [
        ("Gửi kèm văn bản MẬT số 05", "MẬT"),
        ("văn bản mật số 05", "MẬT"),
        ("văn bản Mật", "MẬT"),
        ("Công văn (Mật)", "MẬT"),
        ("Độ mật: A", "MẬT"),
        ("Mật", "MẬT"),
        ("gui kem van ban MAT so 05", "MẬT"),
        ("KH_05_MAT.pdf", "MẬT"),
        ("tai lieu mat", "MẬT"),
        ("tối mật", "TỐI MẬT"),
        ("TOI MAT", "TỐI MẬT"),
        ("Tuyệt  mật", "TUYỆT MẬT"),
        ("tuyet mat", "TUYỆT MẬT"),
        ("Lưu hành nội bộ", "LƯU HÀNH NỘI BỘ"),
        ("luu hanh noi bo", "LƯU HÀNH NỘI BỘ"),
        ("Tài liệu hội nghị Ban Thường vụ", "TÀI LIỆU HỘI NGHỊ"),
        ("Không phổ biến", "KHÔNG PHỔ BIẾN"),
        ("tài liệu không phổ biến", "KHÔNG PHỔ BIẾN"),
        ("Kế hoạch 05 (không phổ biến)", "KHÔNG PHỔ BIẾN"),
        ("văn bản\nKHÔNG PHỔ BIẾN\nsố 5", "KHÔNG PHỔ BIẾN"),
    ],
)
def test_secrecy_marking_is_found(text: str, marking: str) -> None:
    assert secrecy_marking(text) == marking


@pytest.mark.parametrize(
    "text",
    [
        "Tập huấn bảo vệ bí mật nhà nước",
        "CÔNG TÁC BẢO VỆ BÍ MẬT NHÀ NƯỚC",
        "BẢO MẬT THÔNG TIN",
        "mật độ dân số, MẬT ĐỘ HỌC SINH",
        "Đổi mật khẩu; thông tin mật thiết",
        "nuôi ong lấy mật, MẬT ONG rừng",
        "tài liệu bị mất, mất mát, MẮT KÍNH",
        "toi mat giay to",
        "Hình thức này không phổ biến ở địa phương",
        "Không phổ biến được nghị quyết do mưa bão",
        "Đã phổ biến đến toàn thể cán bộ trong nội bộ trường",
        "15-KH/ĐU ngày 20/11/2026",
    ],
)
def test_ordinary_words_are_no_secrecy_marking(text: str) -> None:
    assert secrecy_marking(text) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Em Nguyễn Văn A lớp 9B vi phạm", "pupil"),
        ("em nguyen van a lop 9b", "pupil"),
        ("em Nguyen Van A lop 9B", "pupil"),
        ("EM NGUYỄN VĂN A LỚP 9B", "pupil"),
        ("Em Đỗ Văn B, học sinh lớp 10A1, đạt giải nhất", "pupil"),
        ("Lớp 9B: em Trần Thị Bích", "pupil"),
        ("Nguyễn Văn A (9B)", "pupil"),
        ("học sinh Trần Văn C 9B", "pupil"),
        ("cháu Lò Thị May lớp Lá", "pupil"),
        ("CCCD 031204012345", "identity_number"),
        ("số 001 204 012 345", "identity_number"),
        ("CMND: 031234567", "identity_number"),
        ("liên hệ 0912345678", "phone"),
        ("liên hệ 0912.345.678", "phone"),
        ("+84 912 345 678", "phone"),
        ("ĐT: 0225.3.123.456", "phone"),
        ("sinh ngày 01/02/2012", "birth_date"),
        ("Ngày sinh: 1-2-2012", "birth_date"),
        ("sinh ngày 1 tháng 2 năm 2012", "birth_date"),
        ("sinh ngay 01/02/2012", "birth_date"),
    ],
)
def test_personal_data_is_found(text: str, kind: str) -> None:
    assert personal_data(text) == kind


@pytest.mark.parametrize(
    "text",
    [
        "45 học sinh lớp 9B tham gia",
        "Các em lớp 9 đã đỗ vào lớp 10",
        "em đỗ vào lớp 10",
        "Trường THCS Nguyễn Bỉnh Khiêm lớp 9B đạt giải",
        "cô Nguyễn Thị Lan chủ nhiệm lớp 9B",
        "tham quan Hà Nội, lớp 9B và lớp 9C",
        "Học sinh ngày 20/11/2026 dự mít tinh",
        "phát sinh ngày 01/02/2026, tổng vệ sinh ngày 05/02/2026",
        "Tuyển sinh ngày 01/06/2026",
        "kỷ niệm ngày sinh Chủ tịch Hồ Chí Minh (19/5/1890 - 19/5/2026)",
        "kinh phí 15.000.000 đồng cho 1.234.567 lượt người",
        "Số 123/KH-UBND ngày 20/11/2026",
        "không",
    ],
)
def test_totals_and_papers_are_no_personal_data(text: str) -> None:
    assert personal_data(text) is None


@given(st.text(st.characters(codec=None, exclude_categories=())))
def test_guards_take_any_text(text: str) -> None:
    assert personal_data(text) in (None, "identity_number", "phone", "birth_date", "pupil")
    assert secrecy_marking(text) is None or isinstance(secrecy_marking(text), str)
