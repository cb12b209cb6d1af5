"""How many of how many: "43/45", "43 trên tổng số 45", "43" (of the roster's total), "đủ", "80%"."""

import re
from dataclasses import replace
from decimal import Decimal

from bot.core.folding import fold, strip_courtesy
from bot.core.forms.answers import integer, number_phrases, ratio_missing, vocabulary
from bot.core.forms.answers.number_digits import in_digits
from bot.core.forms.answers.number_scan import without_variants
from bot.core.forms.answers.numbers import Reading, canonical, parse, read, settle, unreadable
from bot.core.forms.answers.outcome import (
    Context,
    Doubtful,
    Problem,
    Refused,
    Unclear,
    Understanding,
    Understood,
)
from bot.core.forms.answers.problems import Code, why
from bot.core.forms.model import Question, Value

# What stands between the two numbers, with the words of what is counted around it.
_OF = re.compile(
    r"(?P<done>.*?)(?:\s*[/\\]\s*|[\s(]+(?:trên|tren|trong(?! đó| do)|của|cua|of|out of|over)"
    r"(?:\s+(?:tổng số|tong so|tổng|tong|số|so|a total of|total|the))*\s+)(?P<total>.*)"
)
_PERCENT = re.compile(
    r"\(?\s*[=:-]?\s*(?P<percent>\d{1,6}(?:[.,]\d{1,6})?)\s*(?:%|phần trăm|phan tram|percent)\s*\)?"
)

_PERCENT_RANGE = re.compile(r"\d ?%? ?(?:-|–|đến|den|tới|toi|to) ?\d+(?:[.,]\d+)? ?(?:%|phần trăm|phan tram)")
_ONLY_TOTAL = re.compile(r"(?:trong(?! đó| do)|của|cua|out of)\b")
_WITH_PARTS = re.compile(
    r"(?P<ratio>\D*\d+ ?/ ?\d+[^\d(]*?)[\s,;]*(?:\(|\b(?:trong đó|trong do|gồm|gom)\b)"
    r"(?P<parts>(?!.*\b(?:vắng|vang|thiếu|thieu|còn|con|chưa|chua|nghỉ|nghi|trừ|tru)\b).*\d.*)"
)
_TWO = re.compile(r"(?P<done>\d{1,6})(?: ?[:;|] ?|, |[., ](?!\d{3}$))(?P<total>\d{1,6})")
_WHOLE = re.compile(r"(?:cả|tất cả|tat ca|toàn bộ|toan bo|tổng số|tong so|tổng|tong|đủ|all|total)\b")
_BARE_PERCENT = re.compile(r"(?<=\d)\s*=\s*(\d{1,3}(?:[.,]\d{1,3})?)$")
_TOTAL_WRONG = re.compile(
    r"(?:the )?(?:tong so|tong|si so|danh sach|total|roster)\b[^0-9]*\b"
    r"(?:sai|nham|khong dung|chua dung|wrong|incorrect|not right)\b[^0-9]*(?P<total>[0-9]{1,7})[^0-9]*"
)


def understand(text: str, question: Question, *, context: Context) -> Understanding:  # noqa: ARG001 - same for all
    """[done, total] or "na"."""
    plain = without_variants(number_phrases.plainly(strip_courtesy(text).lower()))
    plain = _BARE_PERCENT.sub(r" = \1%", plain)
    folded = fold(plain).strip(" .,;:!")
    if folded in vocabulary.NOT_APPLICABLE:
        return Doubtful("na", why(Code.NOT_APPLICABLE))
    if (wrong := _TOTAL_WRONG.fullmatch(folded)) and context.total not in (None, int(wrong["total"])):
        return Unclear(why(Code.TOTAL_WRONG, given=int(wrong["total"]), total=context.total))
    if vocabulary.means_all(folded):
        return _all(context)
    if problem := unreadable(text):
        return problem
    if vocabulary.not_known(folded):
        return Unclear(why(Code.NOT_KNOWN))
    percent = _PERCENT.search(plain)
    if percent is None and (percent := _PERCENT.search(in_digits(plain))):
        plain = in_digits(plain)
    if percent is None:
        reading = _counts(plain, context)
        open_ = isinstance(reading, Unclear) or (
            isinstance(reading, Doubtful) and reading.why.code == Code.WORDS_BESIDE
        )
        return (_told(plain, context) or reading) if open_ else reading
    if _PERCENT_RANGE.search(plain):
        return Unclear(why(Code.SEVERAL_NUMBERS))
    rest = f"{plain[: percent.start()]} {plain[percent.end() :]}".strip()
    share = Decimal(percent["percent"].replace(",", "."))
    if any(sign.isdigit() for sign in rest):
        return _checked(_counts(rest, context), share)
    return _percentage(share, rest, context)


def _counts(plain: str, context: Context) -> Understanding:
    """From one count or from two."""
    parted = _OF.fullmatch(plain)
    if parted is None:
        return _one(plain, context)
    sides = [_whole(parted[side], context) for side in ("done", "total")]
    for side in sides:
        if isinstance(side, Refused):
            return side
    for side in sides:
        if isinstance(side, Unclear):
            guesses = [each.value for each in sides]
            return Unclear(side.why, None if None in guesses else guesses)
    doubt = next((side.why for side in sides if isinstance(side, Doubtful)), None)
    return _pair(sides[0].value, sides[1].value, doubt, context)


def _one(plain: str, context: Context) -> Understanding:
    """A count alone: of the roster's total. Two with only a mark or a blank between them are doubtful."""
    if (two := _TWO.fullmatch(plain)) and int(two["total"]) == context.total:
        done = int(two["done"])
        doubt = why(Code.TWO_NUMBERS, count=done, total=context.total)
        return _pair(done, context.total, doubt, context)
    if _ONLY_TOTAL.match(plain):
        return Unclear(why(Code.NOT_A_RATIO))
    reading = read(plain, language=context.language)
    if not isinstance(reading, Reading):
        if reading.why.code == Code.NOT_A_NUMBER:
            return Unclear(why(Code.NOT_A_RATIO))
        return reading
    count = integer.whole(reading)
    if isinstance(count, Refused):
        return count
    if isinstance(count, Unclear):
        known = count.value is not None and context.total is not None
        return Unclear(count.why, [count.value, context.total] if known else None)
    if context.total is None:
        return Unclear(why(Code.TOTAL_NEEDED))
    if _WHOLE.match(plain) and count.value < context.total:  # "cả 43 trường"
        return _pair(count.value, count.value, None, context)
    return _pair(count.value, context.total, count.why if isinstance(count, Doubtful) else None, context)


def _whole(side: str, context: Context) -> Understanding:
    reading = parse(side, language=context.language)
    return integer.whole(reading) if isinstance(reading, Reading) else reading


def _pair(count: Value, total: Value, doubt: Problem | None, context: Context) -> Understanding:
    if total == 0:
        return Unclear(why(Code.ZERO_TOTAL))
    if count > total:
        return Refused(why(Code.ABOVE_TOTAL, count=count, total=total))
    if context.total not in (None, total):
        return Unclear(why(Code.OTHER_TOTAL, count=count, given=total, total=context.total), [count, total])
    return Understood([count, total]) if doubt is None else Doubtful([count, total], doubt)


def _told(plain: str, context: Context) -> Understanding | None:
    """By who was missing: "vắng 2", "43 có mặt, 2 vắng". None if that is not what it tells."""
    told = ratio_missing.told(plain)
    if told is None:
        return _with_parts(plain, context)
    total = told.total
    if total is None or (told.loose and told.done == context.total):
        total = context.total
    if total is None:
        return Unclear(why(Code.TOTAL_NEEDED))
    done = total - told.missing
    if done < 0:
        return Refused(why(Code.ABOVE_TOTAL, count=told.missing, total=total))
    return _pair(
        done, total, why(Code.MISSING_COUNTED, count=done, total=total, missing=told.missing), context
    )


def _with_parts(plain: str, context: Context) -> Understanding | None:
    """ "43/45, trong đó 20 nữ": the ratio, with the rest shown back."""
    match = _WITH_PARTS.fullmatch(plain)
    if match is None:
        return None
    reading = _counts(match["ratio"], context)
    taken = isinstance(reading, Understood)
    return (
        Doubtful(reading.value, why(Code.WORDS_BESIDE, words=match["parts"].strip(" ().")))
        if taken
        else reading
    )


def _all(context: Context) -> Understanding:
    if not context.total:
        return Unclear(why(Code.TOTAL_NEEDED if context.total is None else Code.ZERO_TOTAL))
    return Doubtful([context.total, context.total], why(Code.ALL_IS_TOTAL, total=context.total))


def _percentage(share: Decimal, rest: str, context: Context) -> Understanding:
    """A percentage alone: a count only if it is a whole one (domain notes 4.2, rule 4)."""
    beside = parse(f"1 {rest}", language=context.language)  # are its words harmless beside a number?
    if isinstance(beside, Unclear):
        return beside
    if not context.total:
        return Unclear(why(Code.TOTAL_NEEDED if context.total is None else Code.ZERO_TOTAL))
    total, count = context.total, share * context.total / 100
    if share > 100:
        return Refused(why(Code.ABOVE_TOTAL, count=canonical(count), total=total))
    if count % 1:
        return Unclear(why(Code.PERCENT_NOT_WHOLE, percent=canonical(share), total=total))
    doubt = why(Code.PERCENT_OF_TOTAL, percent=canonical(share), count=int(count), total=total)
    return settle([int(count), total], replace(beside, doubt=doubt))


def _checked(counts: Understanding, share: Decimal) -> Understanding:
    """Counts with their percentage beside them, "43/45 (95,6%)": it must fit, rounded or cut off as it was written."""
    if isinstance(counts, Refused | Unclear):
        return counts
    count, total = counts.value
    exact = Decimal(count) * 100 / Decimal(total)
    if abs(exact - share) >= Decimal(1).scaleb(int(share.as_tuple().exponent)):
        return Unclear(
            why(Code.PERCENT_DISAGREES, percent=canonical(share), count=count, total=total), counts.value
        )
    return counts
