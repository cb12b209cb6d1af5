"""What the command line says."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from bot.core.assigning import Changes
from bot.core.plan.document import Decision
from bot.core.plan.model import Finding, Plan
from bot.core.roster import Loaded
from locales.phrases import findings as finding_phrases
from locales.phrases.general import role
from locales.phrases.plan_figures import beside_source, figures_shown, target
from locales.phrases.reminder_findings import manners_shown
from locales.words import Words


def bad_setting(name: str, code: str, *, words: Words) -> str:
    """A setting that cannot be used; its value is never shown."""
    match code:
        case "twice":
            why = words.say("chỉ đặt một trong hai: giá trị hoặc tệp (…_FILE)")
        case "no_file":
            why = words.say("không đọc được tệp")
        case "no_url":
            why = words.say("cần một địa chỉ bắt đầu bằng https:// (hoặc http://)")
        case "no_database":
            why = words.say("cần sqlite:///đường-dẫn hoặc postgresql://…")
        case "no_address":
            why = words.say("cần dạng 127.0.0.1:8080")
        case "no_timezone":
            why = words.say("không có múi giờ đó; ví dụ: Asia/Ho_Chi_Minh")
        case _:
            why = words.say("chỉ nhận vi hoặc en")
    return words.say("Cài đặt {name} chưa đúng: {why}.", name=name, why=why)


def newer_database(*, words: Words) -> str:
    return words.say(
        "Cơ sở dữ liệu thuộc phiên bản mới hơn của chương trình. Hãy cập nhật chương trình; dữ liệu không bị thay đổi."
    )


def foreign_database(*, words: Words) -> str:
    return words.say(
        "Cơ sở dữ liệu này có bảng của chương trình khác. Hãy kiểm tra NHACVIEC_DATABASE_URL; dữ liệu còn nguyên."
    )


def database_failed(kind: str, why: str, *, words: Words) -> str:
    return words.say("Không mở được cơ sở dữ liệu ({kind}): {why}", kind=kind, why=why)


def another_process(*, words: Words) -> str:
    return words.say("Một tiến trình khác đang dùng cơ sở dữ liệu này. Hãy dừng tiến trình đó trước.")


def no_channel(*, words: Words) -> str:
    return words.say(
        "Chưa bật kênh nào: hãy đặt NHACVIEC_TELEGRAM_TOKEN. Để thử ngay tại đây, không cần kênh: nhacviec console."
    )


def token_refused(channel: str, *, words: Words) -> str:
    return words.say(
        "{channel} từ chối mã truy cập (token). Hãy kiểm tra NHACVIEC_{channel}_TOKEN.",
        channel=channel.upper(),
    )


def address_taken(address: str, *, words: Words) -> str:
    return words.say("Không mở được địa chỉ {address}; hãy đổi NHACVIEC_LISTEN.", address=address)


def running(channels: Iterable[str], *, words: Words) -> str:
    return words.say("Đang chạy: {channels}. Dừng bằng Ctrl+C.", channels=", ".join(channels))


def committee_without_name(*, words: Words) -> str:
    """Until a roster names it."""
    return words.say("Ban Tuyên giáo")


def no_file(path: str, *, words: Words) -> str:
    return words.say("Không có tệp {path}.", path=path)


def unreadable_file(path: str, *, words: Words) -> str:
    return words.say("Không đọc được tệp {path}; hãy kiểm tra quyền đọc.", path=path)


def file_exists(path: str, *, words: Words) -> str:
    return words.say("Đã có tệp {path} nên không ghi đè; hãy chọn tên khác.", path=path)


def unwritable_file(path: str, *, words: Words) -> str:
    return words.say("Không ghi được tệp {path}; hãy kiểm tra thư mục và quyền ghi.", path=path)


def form_unknown(path: str, *, words: Words) -> str:
    return words.say("Không rõ dạng của {path}: tên tệp cần kết thúc bằng .xlsx hoặc .yaml.", path=path)


def not_converted(path: str, *, words: Words) -> str:
    return words.say("Chưa đổi dạng tệp {path}: hãy sửa các lỗi trên rồi đổi lại.", path=path)


def converted(old: str, new: str, *, words: Words) -> str:
    return words.say("Đã ghi {new} với nội dung của {old}.", old=old, new=new)


def plan_begun(text: str, workbook: str, *, words: Words) -> str:
    """The two files of a new plan, which say the same."""
    return words.say(
        "Đã tạo {text} và {workbook} (cùng nội dung, chỉ cần sửa một tệp).\n"
        "Sửa xong, kiểm tra bằng: nhacviec plan check {workbook}",
        text=text,
        workbook=workbook,
    )


def check_summary(findings: Iterable[Finding], *, words: Words) -> str:
    open_, decided = Counter[str](), 0
    for finding in findings:
        decided += finding.decision is not None
        open_[str(finding.severity)] += finding.decision is None
    return finding_phrases.summary(open_["error"], open_["warning"], open_["note"], decided, words=words)


def plan_not_loaded(path: str, *, words: Words) -> str:
    return words.say("Chưa nạp kế hoạch {path}: hãy sửa hoặc quyết định các lỗi trên rồi nạp lại.", path=path)


def nothing_to_decide(code: str, *, known: bool, words: Words) -> str:
    if known:
        return words.say("“{code}” là lỗi của tệp: hãy sửa tệp, không quyết định được.", code=code)
    return words.say("Không có gì phải quyết định về “{code}” trong tệp này.", code=code)


def which_to_decide(code: str, things: Iterable[str], *, words: Words) -> str:
    return words.say(
        "Có nhiều mục “{code}”; hãy ghi rõ một mục: {things}.", code=code, things=", ".join(things)
    )


def decision_needs_figure(value: str, *, words: Words) -> str:
    if not value:
        return words.say("Cần --value: con số sẽ dùng, ví dụ: --value 45.")
    return words.say("“{value}” không phải là con số; viết liền, ví dụ: 4730.", value=value)


def decision_needs_reason(*, words: Words) -> str:
    return words.say("Cần --why: lý do của quyết định.")


def odd_decisions(path: str, *, words: Words) -> str:
    return words.say("Không ghi thêm được vào mục “decisions” của {path}; hãy ghi bằng tay.", path=path)


def decided(decision: Decision, path: str, *, dry_run: bool, words: Words) -> str:
    what = " ".join(filter(None, (decision.finding, decision.thing)))
    if decision.value:
        what = f"{what} → {decision.value}"
    if dry_run:
        return words.say("Sẽ ghi vào {path}: {what}. (Xem thử: chưa thay đổi gì.)", path=path, what=what)
    return words.say("Đã ghi vào {path}: {what}.", path=path, what=what)


def plan_loaded(
    title: str,
    *,
    number: int,
    newer: bool,
    changes: Changes | None,
    late_starts: int,
    ended_on: date | None,
    dry_run: bool,
    words: Words,
) -> Iterator[str]:
    """What an import did, or would do. `changes` is None where they were shown before."""
    if newer:
        yield words.say("Kế hoạch “{title}”, bản {number}.", title=title, number=number)
    else:
        yield words.say("Kế hoạch “{title}” đã ở bản mới nhất ({number}).", title=title, number=number)
    if ended_on is not None:
        yield words.say(
            "Kế hoạch đã kết thúc ngày {day}: chỉ lưu để tra cứu, không giao việc và không nhắc ai.",
            day=words.day(ended_on),
        )
    if changes is None:
        pass
    elif changes == Changes(0, 0, 0):
        yield words.say("Không có nhiệm vụ nào thay đổi.")
    else:
        yield words.say(
            "Nhiệm vụ giao cho đơn vị: thêm {added}, đổi hạn {moved}, bỏ {dropped}.",
            added=words.number(changes.added),
            moved=words.number(changes.moved),
            dropped=words.number(changes.dropped),
        )
    if late_starts:
        yield words.say(
            "{count} báo cáo có hạn tính ra đã qua nên được lùi hạn đến 30 ngày sau ngày nạp; hãy xem lại.",
            count=words.number(late_starts),
        )
    if dry_run:
        yield nothing_changed(words=words)


def nothing_changed(*, words: Words) -> str:
    return words.say("(Xem thử: chưa thay đổi gì.)")


def plan_shown(plan: Plan, *, words: Words) -> Iterator[str]:
    """A plan as people read it."""
    yield words.of(plan.title)
    yield words.say("Cơ quan ban hành: {issuer}", issuer=words.of(plan.issuer))
    yield words.say("Báo cáo đã gửi sửa được đến {days} ngày sau hạn.", days=plan.lock_days)
    yield from figures_shown(plan, words=words)
    for task in plan.tasks:
        yield words.say(
            "{code}  {title} [{source}] – {kinds}; hạn: {deadline}",
            code=task.code,
            title=words.of(task.title),
            source=task.source,
            kinds=", ".join(task.audience.kinds),
            deadline=task.deadline,
        )
        for one in task.indicators:
            if one.target is not None and one.source_figure:
                yield words.say(
                    "    Chỉ tiêu {code}  {label}: {target}",
                    code=one.code,
                    label=words.of(one.label),
                    target=beside_source(target(one, words=words), one, words=words),
                )
    for planned in plan.forms:
        yield words.say(
            "Biểu mẫu {code}  {title} – hạn: {deadline}; {count} câu; nhiệm vụ: {tasks}",
            code=planned.form.code,
            title=words.of(planned.form.title),
            deadline=planned.schedule.deadline,
            count=sum(question.round < 2 for question in planned.form.questions),
            tasks=", ".join(planned.tasks),
        )
    yield from manners_shown(plan.manners, words=words)


def plan_not_in_force(code: str, *, words: Words) -> str:
    return words.say("Kế hoạch {code} chưa được nạp: nạp bằng “nhacviec plan import”.", code=code)


def no_plan_loaded(*, words: Words) -> str:
    return words.say("Chưa có kế hoạch nào được nạp.")


def recounted(code: str, wrong: int, *, dry_run: bool, words: Words) -> str:
    """Totals were added up anew."""
    if not wrong:
        return words.say("{code}: các số tổng hợp đều đúng.", code=code)
    if dry_run:
        return words.say("{code}: {count} số tổng hợp sai, chưa sửa.", code=code, count=words.number(wrong))
    return words.say("{code}: đã sửa {count} số tổng hợp sai.", code=code, count=words.number(wrong))


def roster_not_loaded(*, words: Words) -> str:
    return words.say("Chưa nạp danh sách: hãy sửa các lỗi trên rồi nạp lại.")


def roster_loaded(loaded: Loaded, *, dry_run: bool, words: Words) -> Iterator[str]:
    """What loading a roster did, or would do: each change in a line."""
    changes = loaded.units
    for changed in changes.changed:
        yield words.say(
            "Đổi {code} {name}: {what}",
            code=changed.after.code,
            name=changed.after.short,
            what=", ".join(changed.what),
        )
    if not changes.added:  # of a new roster the counts say enough
        for post in loaded.posts:
            yield _post(post.unit, post.holder.name, post.holder.role, began=post.began, words=words)
    if loaded.left_out:
        yield words.say(
            "Không nạp lại người đã xóa dữ liệu theo yêu cầu ở: {units}. Đơn vị cần cử cán bộ đầu mối khác.",
            units=", ".join(loaded.left_out),
        )
    if loaded.nothing:
        yield words.say(
            "Danh sách không có gì thay đổi ({count} đơn vị).", count=words.number(changes.unchanged)
        )
    else:
        began = sum(post.began for post in loaded.posts)
        yield words.say(
            "Đơn vị: thêm {added}, đổi {changed}, giữ nguyên {unchanged}. Người: thêm {began}, bớt {ended}.",
            added=words.number(len(changes.added)),
            changed=words.number(len(changes.changed)),
            unchanged=words.number(changes.unchanged),
            began=words.number(began),
            ended=words.number(len(loaded.posts) - began),
        )
    if dry_run:
        yield nothing_changed(words=words)


def _post(unit: str, name: str, role_: str, *, began: bool, words: Words) -> str:
    if began:
        return words.say("{unit}: thêm {name} ({role})", unit=unit, name=name, role=role(role_, words=words))
    return words.say("{unit}: bớt {name} ({role})", unit=unit, name=name, role=role(role_, words=words))


def file_not_writable(file: str, *, words: Words) -> str:
    return words.say("Không ghi được tệp {file}: hãy chọn thư mục khác.", file=file)


def group_code(*, words: Words) -> str:
    return words.say("Mã kết nối nhóm (gõ trong nhóm: /ketnoi và mã)")


def invited(count: int, *, dry_run: bool, words: Words) -> str:
    if dry_run:
        return words.say("Sẽ cấp {count} mã. (Xem thử: chưa thay đổi gì.)", count=words.number(count))
    return words.say("Đã cấp {count} mã. Mã chỉ hiện một lần này.", count=words.number(count))


def sheet_written(path: str, *, words: Words) -> str:
    return words.say("Đã ghi tờ mã mời để in: {path} (mở bằng trình duyệt rồi in).", path=path)


def name_needs_unit_and_role(*, words: Words) -> str:
    return words.say("--name cần đi cùng một --unit (mã đơn vị có trong danh sách) và --role.")


def joined_state(*, joined: bool, lost: bool, words: Words) -> str:
    if lost:
        return words.say("không liên lạc được")
    return words.say("đã kết nối") if joined else words.say("chưa kết nối")


def joined_count(joined: int, everybody: int, *, words: Words) -> str:
    return words.say(
        "{joined}/{everybody} người đã kết nối.",
        joined=words.number(joined),
        everybody=words.number(everybody),
    )


def no_reminders(*, words: Words) -> str:
    return words.say("Không có gì phải nhắc vào lúc đó.")


def reminders_at(count: int, at: str, *, words: Words) -> str:
    return words.say("Lúc {at} sẽ nhắc {count} người:", at=at, count=words.number(count))


def bad_moment(text: str, *, words: Words) -> str:
    return words.say(
        "“{text}” không phải là thời điểm; hãy viết 2026-11-25 hoặc 2026-11-25T08:00.", text=text
    )


def bad_week(text: str, *, words: Words) -> str:
    return words.say("“{text}” không phải là tuần; hãy viết 2026-W48.", text=text)


def healthy(*, words: Words) -> str:
    return words.say("Mọi thứ bình thường.")


def database_fine(kind: str, *, words: Words) -> str:
    return words.say("Cơ sở dữ liệu ({kind}): bình thường.", kind=kind)


def channel_fine(channel: str, *, words: Words) -> str:
    return words.say("Kênh {channel}: bình thường.", channel=channel)


def channel_unreachable(channel: str, why: str, *, words: Words) -> str:
    return words.say("Kênh {channel}: không liên lạc được ({why}).", channel=channel, why=why)


def updates_set_aside(count: int, *, words: Words) -> str:
    return words.say(
        "{count} tin đến không xử lý được, đã để riêng (bảng inbox, trạng thái failed).",
        count=words.number(count),
    )


def waiting_since(at: str, *, words: Words) -> str:
    return words.say("Tin chờ lâu nhất: từ {at}.", at=at)
