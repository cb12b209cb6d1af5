"""What `nhacviec understand` says. The lines that tools read are the same in every language."""

from locales.words import Words


def file_or_text(*, words: Words) -> str:
    return words.say("Với --file thì không ghi --type và nội dung.")


def text_needed(*, words: Words) -> str:
    return words.say("Hãy ghi --type và nội dung cần đọc, hoặc --file.")


def choices_needed(*, words: Words) -> str:
    return words.say("Câu hỏi chọn cần --choices, ví dụ: --choices zalo,fanpage.")


def bad_vectors(row: int, *, words: Words) -> str:
    """Row 0 is the whole file."""
    if row == 0:
        return words.say("Tệp không phải là một danh sách JSON.")
    return words.say("Dòng {row} của danh sách cần có input, type, expected và action đúng loại.", row=row)


def differs(row: int, kind: str, text: str, expected: str, answered: str) -> str:
    """One row that differs, for tools and people alike."""
    return f"{row}. {kind}: {text!r}\n   expected {expected}\n   is       {answered}"


def agreement(agree: int, rows: int, silently_wrong: int) -> str:
    """The last line, which is read by tools."""
    return f"{agree} of {rows} agree, {silently_wrong} silently wrong"
