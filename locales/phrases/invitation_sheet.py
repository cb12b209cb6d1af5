"""What stands on the printed sheet of invitations."""

from locales.words import Words


def title(*, words: Words) -> str:
    return words.say("Mã mời")


def heading(issuer: str, *, words: Words) -> str:
    return words.say("Hệ thống nhắc việc – {issuer}", issuer=issuer)


def how_to_join(name: str, role: str, *, days: int, words: Words) -> tuple[str, ...]:
    """Who the card is for, and the three steps."""
    return (
        words.say("Đồng chí {name} ({role})", name=name, role=role),
        words.say("1. Quét mã QR bằng điện thoại, hoặc mở hệ thống nhắc việc rồi gõ mã dưới đây."),
        words.say("2. Đọc thông báo và chọn “Đồng ý”."),
        words.say("3. Gõ “việc” để xem việc cần báo cáo."),
        words.say("Mã dùng một lần, có hiệu lực {days} ngày, chỉ dành cho người có tên trên.", days=days),
    )
