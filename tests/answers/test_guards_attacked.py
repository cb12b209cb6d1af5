"""Secrecy and personal data as people really write them, and the ordinary words that look so. One line, one message;
each is tried as typed on a Mac as well (decomposed letters)."""

import unicodedata

import pytest

from bot.core.guards import personal_data, secrecy_marking

SECRET = """
Gửi kèm văn bản MẬT số 05
văn bản mật
van ban mat
tài liệu mật
tai lieu mat so 05
MẬT
Mật
mật
(mật)
[MẬT]
TỐI MẬT
tối mật
TUYỆT MẬT
tuyet mat
TOI MAT
M Ậ T
M.Ậ.T
độ mật: Mật
Độ mật: tối mật
đóng dấu mật
dong dau mat
có dấu MẬT
công văn mật số 12
CV mật
vb mật
lưu hành nội bộ
Lưu hành nội bộ
luu hanh noi bo
LƯU HÀNH NỘI BỘ
tài liệu lưu hành nội bộ
Không phổ biến
KHÔNG PHỔ BIẾN
tài liệu không phổ biến
Tài liệu hội nghị
file_mat_05.pdf
VB_MAT_05.pdf
ke hoach mat
Báo cáo mật tháng 11
bao cao mat
MAT
Số 05-KH/ĐU (MẬT)
mật!
văn bản  mật
văn  bản   MẬT
đây là văn bản mật
VĂN BẢN MẬT
van ban MAT
Văn bản “Mật”
văn bản "mật"
văn bản (mật)
văn bản loại mật
hồ sơ mật
chỉ lưu hành nội bộ
thông tin mật
tin mật
Kèm theo Kế hoạch số 05-KH/HU (Mật)
gửi đ/c file văn bản mật nhé
đây là tài liệu mật không gửi cho ai
tài liệu tối mật của huyện ủy
em gửi công văn mật của UBND
độ mật A
Độ mật: B
Mức độ: Mật
dấu mật
có đóng dấu mật
đóng dấu “MẬT”
đóng dấu Mật
văn bản có độ mật
tuyệt mật!
tuyệt-mật
TUYỆT_MẬT
LUU HANH NOI BO
lưu  hành  nội  bộ
Lưu hành nội bộ - không sao chụp
tài liệu chỉ lưu hành nội bộ
KHONG PHO BIEN
không được phổ biến
tai lieu mat nha
van ban mat a
VAN BAN MAT
CV MAT
cong van mat so 5
nghị quyết mật
Quyết định mật số 10
báo cáo mật
bao cao mat so 5
Tài liệu Hội nghị
Ảnh chụp tài liệu hội nghị lần thứ 10
""".strip().splitlines()

NOT_SECRET = """
bí mật nhà nước
Tuyên truyền Luật Bảo vệ bí mật nhà nước
BẢO VỆ BÍ MẬT NHÀ NƯỚC
mật độ dân số
mật độ
MẬT ĐỘ DÂN CƯ
mật khẩu
đổi mật khẩu
quên mật khẩu Zalo
thân mật
gặp mặt thân mật
mật ong
bảo mật thông tin
an toàn, bảo mật
tôi mất điện thoại
mất điện
buổi tối mất điện
co mat day du
có mặt đầy đủ 45 đồng chí
mặt trận tổ quốc
MẶT TRẬN TỔ QUỐC
mat tran to quoc
MAT TRAN TO QUOC
gap mat dau xuan
ra mat cau lac bo
RA MẮT CÂU LẠC BỘ
RA MAT CLB
thông tin nội bộ ngành
sinh hoạt nội bộ
đoàn kết nội bộ
mất đoàn kết nội bộ
bản tin nội bộ
họp nội bộ
quy chế dân chủ nội bộ
phổ biến giáo dục pháp luật
hình thức này không phổ biến
không phổ biến rộng rãi
trường đã học về công tác bảo mật
giữ bí mật
ngọt như mật
mật thư trò chơi
mật danh
Ban Cơ yếu mật mã
bản mật độ
mắt
Đài Mật Vân
Học tập Luật Bảo vệ bí mật nhà nước năm 2018
tuyên truyền pháp luật về bảo vệ bí mật nhà nước
45 đồng chí học về bảo vệ bí mật Nhà nước
Trường có mật độ học sinh đông
bị mất mật khẩu
giữ bí mật cho học sinh
hộp thư bí mật
thi "Ong tìm mật"
bảo mật tài khoản
báo cáo mất điện
bao cao mat dien
thong bao mat dien
hồ sơ bị mất
co mat 45 dong chi
vang mat 2
vắng mặt 2 đồng chí
mặt bằng chung
thay mặt nhà trường
thay mat nha truong
bề mặt
mat troi
MAT TRAN
RA MAT MO HINH
CO MAT DAY DU
thông tin mật thiết giữa nhà trường và gia đình
tài liệu đã phổ biến
phổ biến nội bộ
không phổ biến kịp thời
tài liệu phổ biến pháp luật
hội nghị phổ biến tài liệu
đoàn kết nội bộ tốt
quy chế làm việc nội bộ
quy chế chi tiêu nội bộ
""".strip().splitlines()

PERSONAL = """
Em Nguyễn Văn A lớp 9B vi phạm
em nguyen van a lop 9b vi pham
Nguyễn Văn An lớp 9B
Nguyễn Văn An 9B
Nguyễn Văn An (9B)
Nguyễn Văn An - 9B
NGUYỄN VĂN AN LỚP 9B
nguyen van an lop 9b
lớp 9B: Nguyễn Văn An
9B: em Nguyễn Văn An
HS Trần Thị B lớp 7A
hs tran thi b 7a
Cháu Bình lớp Chồi 2
cháu Lê Minh lớp lá
học sinh Lê Văn C, lớp 8A2
bạn Hoàng lớp 9A
em Hoa lớp 5B
em Hoa 5B đạt giải nhất
em Hoa, học sinh lớp 5B
CCCD 001234567890
001234567890
001 234 567 890
001.234.567.890
0012 3456 7890
001-234-567-890
00 1234 567890
cccd: 001 234 567 890
căn cước 001.234.567.890
CMND 123456789
cmnd 123 456 789
số định danh 001234567890
0912345678
0912 345 678
0912.345.678
0912-345-678
091 234 5678
09 1234 5678
+84912345678
+84 912 345 678
84912345678
(091) 234 5678
0 9 1 2 3 4 5 6 7 8
sđt 0912345678
liên hệ: 0912.345.678
024 3825 1234
02838251234
sinh ngày 20/11/2010
sinh ngay 20/11/2010
SN 20/11/2010
ns: 20.11.2010
ngày sinh 20/11/2010
ngày tháng năm sinh: 20-11-2010
sinh 20/11/2010
Nguyễn Văn A sinh 20/11/2010
DOB 20/11/2010
sinh ngày 20 tháng 11 năm 2010
０９１２３４５６７８
Nguyễn Văn A, 9B, vi phạm
Em A lớp 9B
Nguyễn Thị Hồng Nhung, học sinh lớp 9B, gặp tai nạn
em Trần Văn Bảo lớp 6A1 nghỉ học
cháu Nguyễn Gia Hân lớp mẫu giáo lớn, lớp 5 tuổi A
hs Lê Thị Mai 8c
em Phạm Minh 7A
em Trang lớp 9B bị ốm
bạn Huy 9A vi phạm
em H lớp 9B
học sinh N.V.A lớp 9B
Học sinh Nguyễn Văn A (lớp 9B)
9B - Nguyễn Văn An
lớp 9B: em Nguyễn Văn An, em Trần Thị Bình
Nguyễn Văn An, 9B
số CCCD của em là 001 204 012 345
CC: 031204001234
căn cước công dân số 031.204.001.234
cmnd: 031 204 123
đt 0987 654 321
ĐT: 0987.654.321
zalo 0987654321
gọi 098 765 4321
sdt: 098.765.4321
+84 987 654 321
(+84) 987654321
(024) 3825 1234
em Nguyễn Văn An sinh ngày 5/9/2012
Nguyễn Văn An (sinh năm 2012)
Nguyễn Văn An, SN 2012
Nguyen Van An sinh nam 2012
sinh: 05/09/2012
ngày sinh: 5 tháng 9 năm 2012
""".strip().splitlines()

NOT_PERSONAL = """
lớp 9B có 45 em
Trường Nguyễn Văn Cừ lớp 9
trường THCS Nguyễn Trãi lớp 9B đạt giải
Trường THCS Lê Quý Đôn, lớp 9A
thầy Nguyễn Văn An chủ nhiệm lớp 9B
cô Trần Thị Bình, GVCN lớp 7A
đồng chí Nguyễn Văn An, Bí thư chi bộ
đồng chí Lê Văn B phụ trách lớp 9A
Lớp 9A do cô Hoa dạy
học sinh lớp 9B tham gia đầy đủ
toàn thể học sinh khối 9
em nào cũng có
các em lớp 9A tham gia
ngày 20/11/2026
sinh hoạt ngày 20/11/2026
vệ sinh ngày 20/11/2026
phát sinh ngày 20/11/2026
khai sinh
kỷ niệm ngày sinh Chủ tịch Hồ Chí Minh 19/5/1890
123.456.789.000 đồng
1.234.567.890 đồng
15.000.000 đồng
kinh phí 012 triệu
số 123/QĐ-UBND
tổng 3000 lượt người
312 em, 45 lớp
Hà Nội, lớp 9B
lớp tập huấn Lê Hồng Phong
lớp bồi dưỡng đối tượng Đảng
lớp 9B, 9C, 9D
9A: 45, 9B: 43
Nghị quyết 29-NQ/TW, lớp 10
giải Kim Đồng lớp 4
đường Nguyễn Văn Cừ
Chiều 20/11/2026 lúc 08.30
từ 01/09/2026-20/11/2026
2026-2027
học kỳ 1 năm học 2026-2027
https://facebook.com/123456789012345
https://zalo.me/123456789012
lớp 9B có 45 em tham gia
các em học sinh lớp 9B
toàn bộ học sinh lớp 9A, 9B
em Lan đại diện nhà trường
Trường THCS Trần Phú, lớp 9A đạt giải nhất
lớp 9A trường Nguyễn Du
Liên đội Nguyễn Bỉnh Khiêm lớp 9
Chi đội 9A
lớp 9A: 45 em, lớp 9B: 43 em
lớp 9A: đã học, lớp 9B: chưa
đồng chí Nguyễn Văn An dạy lớp 9B
GVCN 9B: cô Trần Thị Hoa
cô Hoa chủ nhiệm 9B
Học sinh Trường Tiểu học Lê Lợi lớp 5
Học sinh giỏi lớp 9
học sinh Nam lớp 9
trẻ sinh năm 2020: 45 cháu
học sinh sinh năm 2012: 120 em
ngày 20/11/2026 sinh hoạt chuyên đề
vệ sinh 20/11/2026
phát sinh ngày 05/09/2026
Ngày sinh của Bác 19/5/1890
Lê Hồng Phong sinh năm 1902
số tiền 0,5 triệu
15-KH/ĐU, ngày 20/11/2026
từ 8h00 đến 11h30 ngày 20/11/2026
mã số 001234
học từ 7.30 đến 10.30
STT 1 2 3 4 5 6 7 8 9 10
45/45 (100%), 312/320
các lớp 1A 1B 1C 2A 2B
1.234.567.890
2026.2027
Quốc lộ 5, Km 12, lớp 9
Bài 3: Trần Quốc Tuấn lớp 7
Chiến dịch Hồ Chí Minh, lớp 9
Kể chuyện về Võ Thị Sáu lớp 5
""".strip().splitlines()


def both_ways(text: str) -> tuple[str, str]:
    return text, unicodedata.normalize("NFD", text)


@pytest.mark.parametrize("text", SECRET)
def test_marked_as_secret(text: str) -> None:
    assert all(secrecy_marking(one) for one in both_ways(text))


@pytest.mark.parametrize("text", NOT_SECRET)
def test_only_sounds_secret(text: str) -> None:
    assert not any(secrecy_marking(one) for one in both_ways(text))


@pytest.mark.parametrize("text", PERSONAL)
def test_points_at_one_person(text: str) -> None:
    assert all(personal_data(one) for one in both_ways(text))


@pytest.mark.parametrize("text", NOT_PERSONAL)
def test_points_at_nobody(text: str) -> None:
    assert not any(personal_data(one) for one in both_ways(text))
