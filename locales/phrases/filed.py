"""What is said when a file came while something else was asked for."""

from bot.core.forms.outcomes import Filed
from locales.phrases import problems
from locales.phrases.values import question_label
from locales.words import Words


def filed(filed_: Filed, *, words: Words) -> str:
    """Where the files went, or why they did not. Stands above the question that is asked."""
    parts = []
    if filed_.problem is not None:
        said = problems.explain(filed_.problem, filed_.question, total=None, words=words, with_example=False)
        parts.append("⚠️ " + said)
    label, number = question_label(filed_.question, words), filed_.number
    if filed_.added > 0 and filed_.early:
        parts.append(
            words.say(
                "Đã ghi {count} tệp vào câu “{label}”. Đến câu đó, đồng chí gửi thêm hoặc bỏ được.",
                count=words.number(filed_.added),
                label=label,
            )
        )
    elif filed_.added > 0:
        parts.append(
            words.say(
                "Đã ghi {count} tệp vào câu {number} “{label}”. Nếu không đúng, đồng chí gõ “sửa {number}”.",
                count=words.number(filed_.added),
                number=number,
                label=label,
            )
        )
    elif filed_.added < 0:
        parts.append(
            words.say(
                "Đã bỏ {count} tệp cùng nhóm khỏi câu {number} “{label}”.",
                count=words.number(-filed_.added),
                number=number,
                label=label,
            )
        )
    return "\n".join(parts)
