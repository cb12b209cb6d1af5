"""What the command line says about one person's data."""

from locales.words import Words


def no_such_person(name: str, unit: str, *, words: Words) -> str:
    return words.say("Không có đúng một người tên {name} ở đơn vị {unit}.", name=name, unit=unit)


def written(path: str, *, words: Words) -> str:
    return words.say("Đã ghi {path}. Giao tận tay người yêu cầu rồi xóa tệp.", path=path)


def would_delete(name: str, unit: str, *, words: Words) -> str:
    return words.say("Sẽ xóa dữ liệu của {name} ({unit}). (Xem thử: chưa thay đổi gì.)", name=name, unit=unit)


def sure(name: str, unit: str, *, words: Words) -> str:
    return words.say("Xóa hẳn dữ liệu của {name} ({unit})? Không khôi phục được.", name=name, unit=unit)


def nobody_deleted(*, words: Words) -> str:
    return words.say("Chưa xóa gì. Không có người trả lời thì thêm --yes.")


def deleted(unit: str, *, words: Words) -> str:
    return words.say("Đã xóa. Báo cáo được giữ; {unit} cần cán bộ đầu mối mới.", unit=unit)
