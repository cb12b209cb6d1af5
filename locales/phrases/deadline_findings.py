"""Why a deadline of a plan cannot be used."""

from collections.abc import Mapping

from bot.core.periods import PeriodKind
from locales.phrases import periods
from locales.words import Words


def deadline_bad(words: Words, values: Mapping[str, str]) -> str:
    """`deadline` is the text, `part` what is wrong in it, `why` a code of bot.core.deadline_rules `needs_period`
    or `needs_days`."""
    match values.get("why"):
        case "hour":
            return words.say(
                "Hạn “{deadline}” ghi giờ ({part}), trong khi hạn luôn tính đến hết ngày. Hãy ghi ngày, ví dụ: "
                "chậm nhất ngày 15/6.",
                **values,
            )
        case "vague":
            return words.say(
                "Hạn “{deadline}” có thể hiểu nhiều cách. Hãy ghi ngày cụ thể, ví dụ: chậm nhất ngày 15/6.",
                **values,
            )
        case "needs_period":
            kind = periods.kind(PeriodKind(values["part"]), words=words)
            return words.say(
                "Hạn “{deadline}” chỉ dùng được cho biểu mẫu có kỳ là {kind}.",
                deadline=values["deadline"],
                kind=kind,
            )
        case "needs_days":
            return words.say(
                "Mỗi năm có {part} kỳ nhưng hạn “{deadline}” không đủ ngày, nên nhiều kỳ đến hạn cùng một ngày. "
                "Hãy ghi ngày của từng kỳ, ví dụ: 15/3, 15/6, 15/9, 15/12; hoặc: ngày 5 tháng sau.",
                **values,
            )
    return words.say("Không hiểu hạn “{deadline}” (ở: {part}).", **values)
