"""Có, chưa, không, không áp dụng: in all their spellings. "Chưa" (not yet) is never "không" (no)."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.folding import fold, strip_courtesy
from bot.core.forms.answers import keystrokes, vocabulary
from bot.core.forms.answers.outcome import Context, Doubtful, Problem, Unclear, Understanding, Understood
from bot.core.forms.answers.problems import Code, why
from bot.core.forms.answers.yes_no_words import (
    DAY,
    DENIALS,
    LIMITS,
    OPEN_PHRASE,
    PHRASES,
    PLAN,
    UNSURE,
    WORDS,
    Part,
)
from bot.core.forms.model import Question
from bot.core.wordlists import word_set

_NOT_APPLICABLE = re.compile(
    r"^(?:[^,.;?]*\s)?(?:không|khong|ko|k|kh) (?:áp dụng|ap dung)\b(?!.*\b(?:nhưng|nhung|chưa|chua|có|hoặc|hoac)\b)"
)
_CLAUSES = re.compile(r"[,.;:!\n()/…\"“”*_]+")
_EMOJI_DRESS = re.compile("[\ufe0f\U0001f3fb-\U0001f3ff]")
_KEYS = {keystrokes.spelled(word): word for word in WORDS if not word.isascii()}
_PHRASE_KEYS = {
    tuple(keystrokes.spelled(word) for word in phrase.split()): phrase
    for phrase in PHRASES
    if " " in phrase and not phrase.isascii()
}
_POLAR = (Part.YES, Part.NOT_YET, Part.NO)
_DOING = word_set("có được phải đúng co duoc phai dung")
_AFTER_NO = ([], *([word] for word in _DOING))  # "không có", "không phải", nothing more
_AFTER_NOT_YET = _DOING | {"xong"}
_UNDER_WAY = word_set("sắp đang sẽ sap dang se")  # "sắp xong rồi" is natural, "chưa xong rồi" is not


@dataclass(frozen=True, slots=True)
class _Said:
    """What one clause says: a value, nothing (None), or (`open`) something that takes a value back."""

    value: str | None = None
    doubt: Problem | None = None
    open: bool = False


def understand(text: str, question: Question, *, context: Context) -> Understanding:  # noqa: ARG001 - same for all
    """ "yes", "not_yet", "no" or "na"."""
    plain = _EMOJI_DRESS.sub("", strip_courtesy(text).lower())
    if "?" in plain:
        return Unclear(why(Code.UNSURE))
    if said := _phrase(plain):
        return Understood(said.value) if said.doubt is None else Doubtful(said.value, said.doubt)
    if (planned := PLAN.search(plain)) and planned.start():
        return _planned(plain[: planned.start()], planned.group().strip(" ,;."), plain)
    return _in_clauses(plain)


def _planned(head: str, rest: str, plain: str) -> Understanding:
    """ "chưa, dự kiến 30/11" is not yet; a plan behind anything else leaves it open."""
    match _in_clauses(head):
        case Understood("not_yet") | Doubtful("not_yet"):
            return Doubtful("not_yet", why(Code.WORDS_BESIDE, words=rest))
    return _in_clauses(plain)


def _in_clauses(plain: str) -> Understanding:
    """By what each clause says. A day beside it is shown back, an emoji says nothing or agrees."""
    plain, day = DAY.sub(" ", plain), DAY.search(plain)
    if _NOT_APPLICABLE.search(plain):
        return Doubtful("na", why(Code.NOT_APPLICABLE))
    if OPEN_PHRASE.search(plain):
        known = any(word in WORDS for word in plain.split())
        return Unclear(why(Code.CONTRADICTORY if known else Code.NOT_YES_OR_NO))
    if vocabulary.not_known(fold(plain)):
        return Unclear(why(Code.NOT_KNOWN))
    clauses = [
        _phrase(clause) or _clause(clause.split())
        for clause in _CLAUSES.split(_emoji_apart(plain))
        if clause.strip()
    ]
    reading = _together(clauses, plain.strip())
    if day and isinstance(reading, Understood):
        return Doubtful(reading.value, why(Code.WORDS_BESIDE, words=day.group().strip()))
    return reading


def _emoji_apart(plain: str) -> str:
    """Signs that mean an answer as clauses of their own, without the others."""
    if plain.isascii():
        return plain
    return "".join(
        (f" ; {sign} ; " if sign in PHRASES else " ") if unicodedata.category(sign) == "So" else sign
        for sign in plain
    )


def _together(clauses: Sequence[_Said], plain: str) -> Understanding:
    values = {said.value for said in clauses if said.value}
    if any(said.open for said in clauses) or len(values) > 1:
        return Unclear(why(Code.CONTRADICTORY))
    if not values:
        return Unclear(why(Code.NOT_YES_OR_NO))
    value = values.pop()
    doubts = [said.doubt for said in clauses if said.doubt]
    if any(said.value and said.doubt is None for said in clauses):  # "có 👍": sure, and slang beside it
        doubts = [doubt for doubt in doubts if doubt.code != Code.SLANG]
    doubt = doubts[0] if doubts else None
    if doubt is None and any(said.value is None for said in clauses):
        doubt = why(Code.WORDS_BESIDE, words=plain)
    return Understood(value) if doubt is None else Doubtful(value, doubt)


def _phrase(text: str) -> _Said | None:
    """A whole answer of the table; "👍👍" is one 👍."""
    text = " ".join(text.split()).strip(' .,;:!…"“”')
    if len(set(text)) == 1 and not text.isalnum():
        text = text[:1]
    meaning = PHRASES.get(text) or PHRASES.get(text.replace(".", ""))
    if meaning is None:
        keys = tuple(keystrokes.typed(word) or (word, frozenset[str]()) for word in text.split())
        phrase = _PHRASE_KEYS.get(keys) if any(marks for _, marks in keys) else None
        return None if phrase is None else _Said(PHRASES[phrase][0], why(Code.KEYSTROKES))
    value, sure = meaning
    if value == "na":
        return _Said(value, why(Code.NOT_APPLICABLE))
    return _Said(value, None if sure else why(Code.SLANG))


def _clause(typed: Sequence[str]) -> _Said:
    """By the words' parts: the first of yes, not yet and no decides, unless a later word takes it back."""
    words, doubt = _known(typed)
    parts = [WORDS.get(word) for word in words]
    while parts and parts[0] is Part.LEAD:
        words, parts = words[1:], parts[1:]
    if words[:1] == ["da"] and any(part in _POLAR for part in parts[1:]):  # dạ: courtesy
        words, parts = words[1:], parts[1:]
    polar = [at for at, part in enumerate(parts) if part in _POLAR]
    if Part.OPEN in parts:
        return _Said(open=True)
    if not polar:
        return _Said()
    if _taken_back(words, parts, polar):
        return _Said(open=True)
    decides = parts[polar[0]]
    assert decides is not None  # _POLAR holds parts only
    if doubt is None and None in parts:
        unknown = [word for word, part in zip(words, parts, strict=True) if part is None]
        doubt = why(Code.WORDS_BESIDE, words=" ".join(unknown))
    certain = any(words[at] not in UNSURE for at in polar if parts[at] is decides)
    if doubt is None and (not certain or (words[polar[0]] in _UNDER_WAY and len(polar) > 1)):
        doubt = why(Code.SLANG)
    return _Said(decides.value, doubt)


def _taken_back(words: Sequence[str], parts: Sequence[Part | None], polar: Sequence[int]) -> bool:
    """Whether the words around the first of yes, not yet and no leave it open: "đã làm chưa", "không ... rồi"."""
    first, decides = polar[0], parts[polar[0]]
    later = [words[at] for at in polar[1:]]
    if decides is Part.YES:
        return any(parts[at] is not Part.YES for at in polar) or any(word in DENIALS for word in words)
    if first > 0 or any(word in LIMITS for word in words):  # "tổ chức chưa" is a question
        return True
    if decides is Part.NO:
        return later not in _AFTER_NO or None in parts
    allowed = words[first] in _UNDER_WAY or all(word in _AFTER_NOT_YET for word in later)
    return not allowed or any(parts[at] is Part.NO for at in polar)


def _known(typed: Sequence[str]) -> tuple[list[str], Problem | None]:
    """The words, those that nobody knows read as drawn out ("cóoo") or as undecoded keystrokes ("roofi")."""
    words, doubt = list(typed), None
    for at, word in enumerate(words):
        if word in WORDS:
            continue
        if (short := _drawn_in(word)) in WORDS:
            words[at], doubt = short, why(Code.SLANG)
        elif (key := keystrokes.typed(word)) and key in _KEYS:
            words[at], doubt = _KEYS[key], why(Code.KEYSTROKES)
    return words, doubt


def _drawn_in(word: str) -> str:
    """ "chưaaa" -> "chưa"."""
    while len(word) > 1 and fold(word[-1]) == fold(word[-2]):
        word = word[:-1]
    return word
