"""The plan that `nhacviec plan new` writes: to be read from top to bottom and changed line by line."""

from locales.words import Words

_PLAN = """\
plan:
  code: KH-01
  title::vi: Kế hoạch mẫu
  title::en: Sample plan
  short::vi: Kế hoạch mẫu
  short::en: Sample plan
  number: 01-KH/BTG
  issued_on: 2027-01-04
  issued_on_status: stated
  issuer::vi: Ban Tuyên giáo
  issuer::en: Propaganda Committee
  starts_on: 2027-01-04
  ends_on: 2027-12-31
  monitor_kinds: [PROPAGANDA]
"""

_TASKS = """\
tasks:
  - code: NV-01
    title::vi: Trường tổ chức học tập, quán triệt nghị quyết
    title::en: The school holds a study session on the resolution
    source: Mục II.1
    kinds: [SCHOOL]
    cadence: once
    deadline: P0 + 30 days
    deadline_status: stated
    core: true
    indicators:
      - code: NV-01.1
        kind: ratio
        label::vi: Giáo viên đã dự học tập
        label::en: Teachers who attended
        numerator: done(${teachers_attended})
        denominator: ${unit_teachers}
        target: 100
        unit::vi: người
        unit::en: people
"""

_FORMS = """\
forms:
  - code: BM-01
    title::vi: Báo cáo học tập nghị quyết
    title::en: Report on the study session
    kinds: [SCHOOL]
    period: once
    deadline: P0 + 30 days
    deadline_status: stated
    minutes: 2
    questions:
      - name: held
        type: yes_no
        task: NV-01
        label::vi: Nhà trường đã tổ chức học tập nghị quyết chưa?
        label::en: Has the school held the study session?
        required: true
      - name: way
        type: select_one ways
        task: NV-01
        label::vi: Tổ chức theo hình thức nào?
        label::en: In which form was it held?
        required: true
        relevant: ${held} = 'yes'
      - name: teachers_attended
        type: ratio
        task: NV-01
        label::vi: Bao nhiêu giáo viên đã dự?
        label::en: How many teachers attended?
        hint::vi: "Chỉ cần ghi số người đã dự. Ví dụ: 43"
        hint::en: "The number who attended is enough. Example: 43"
        required: true
        relevant: ${held} = 'yes'
        total: ${unit_teachers}
"""

_CHOICES = """\
choices:
  ways:
    - name: hall
      label::vi: Tập trung tại hội trường
      label::en: Together in a hall
    - name: online
      label::vi: Trực tuyến
      label::en: Online
"""


def template(*, words: Words) -> str:
    """The plan as YAML, explained in comments."""
    parts = (
        words.say(
            "Kế hoạch mẫu: sửa từng dòng cho đúng với văn bản, rồi chạy\n"
            "    nhacviec plan check plan.yaml      (nêu mọi chỗ sai, thiếu, kèm số dòng)\n"
            "    nhacviec plan import plan.yaml     (nạp kế hoạch, giao việc cho các đơn vị)\n"
            "plan.xlsx cùng thư mục có cùng nội dung; chỉ cần sửa một trong hai.\n"
            "Cột có đuôi ::vi là tiếng Việt (bắt buộc), ::en là tiếng Anh (nên có)."
        ),
        _PLAN,
        words.say(
            "Nhiệm vụ: mỗi việc của văn bản một mục.\n"
            "kinds là loại đơn vị được giao; deadline là 15/6 hoặc P0 + 30 days (30 ngày sau ngày ban hành);\n"
            "deadline_status: stated nếu văn bản nêu hạn, assumed nếu tự đặt, confirmed nếu đã được xác nhận.\n"
            "Chỉ tiêu (indicators) được tính từ câu trả lời: không ai phải gõ tỷ lệ phần trăm."
        ),
        _TASKS,
        words.say(
            "Biểu mẫu: các câu hỏi được trả lời trong một lần. Mỗi câu ghi task là mã nhiệm vụ mà nó phục vụ.\n"
            "type: yes_no, integer, decimal, ratio, date, document, money_million, text, evidence,\n"
            "      select_one hoặc select_multiple kèm tên danh sách lựa chọn.\n"
            "relevant: chỉ hỏi khi điều kiện đúng. ${held} là câu trả lời của câu held;\n"
            "${unit_teachers} là số giáo viên của đơn vị trong danh sách, không phải hỏi lại."
        ),
        _FORMS,
        words.say("Danh sách lựa chọn của các câu select_one, select_multiple."),
        _CHOICES,
    )
    return "\n".join(part if part.endswith("\n") else _comment(part) for part in parts)


def _comment(text: str) -> str:
    return "".join(f"# {line}\n" for line in text.split("\n")).rstrip("\n")
