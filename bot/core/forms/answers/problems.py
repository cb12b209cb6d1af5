"""Every reason why an answer is confirmed, asked again or refused. Each has its sentence in
`locales/phrases/problems.py`; a test there goes through this list.

Values are plain JSON: dates are "2026-11-20", amounts canonical decimal strings, counts integers.
"""

from enum import StrEnum
from typing import Any, Self

from bot.core.forms.answers.outcome import Problem


class Code(StrEnum):
    """`Code.ABOVE_TOTAL.meaning` is for the translator, `.carries` names the values that the sentence may use."""

    meaning: str
    carries: tuple[str, ...]

    def __new__(cls, code: str, meaning: str, *carries: str) -> Self:
        member = str.__new__(cls, code)
        member._value_ = code
        member.meaning = meaning
        member.carries = carries
        return member

    # of the form, whatever the question
    REQUIRED = "required", "A question that must be answered cannot be skipped."
    CONSTRAINT = "constraint", "Does not fit the other answers; the question has its own words for it."
    TEXT_EXPECTED = "text_expected", "A photo or file was sent where words are asked."
    UNREADABLE = "unreadable", "A sticker, a voice message: nothing that a form can take."
    TO_CONFIRM = "to_confirm", "An answer waits for a yes or no."

    # any type
    EMPTY = "empty", "Nothing was typed (spaces, or signs that cannot be seen)."
    TOO_LONG = "too_long", "The text is too long.", "length", "limit"
    MISENCODED = "misencoded", "Pasted in an old encoding (TCVN3, VNI): please type it again."
    NOT_KNOWN = "not_known", "The officer says that they do not know (yet): how to skip, whom to ask."
    UNSURE = "unsure", "A question mark: the officer asks, or is not sure of the answer."
    SECRECY = "secrecy", "Carries a secrecy marking: nothing was stored; use the official network.", "marking"
    PERSONAL_DATA = (
        "personal_data",
        "Looks like data of one person (pupil, identity_number, phone, birth_date): not stored; give totals only.",
        "kind",
    )
    KEYSTROKES = "keystrokes", "Read as Vietnamese that was typed with the Telex or VNI keyboard off."
    WORDS_BESIDE = "words_beside", "Understood, but there are more words than that.", "words"
    NOT_APPLICABLE = "not_applicable", "Taken as: does not apply to the unit."
    NOT_APPLICABLE_HERE = "not_applicable_here", "'Not applicable' is no answer to this kind of question."

    # numbers
    NOT_A_NUMBER = "not_a_number", "No number was found."
    SEVERAL_NUMBERS = "several_numbers", "More than one number was typed where one is asked."
    APPROXIMATE = "approximate", "About, over, nearly: the exact figure, day or count is needed."
    NEGATIVE = "negative", "A number below zero."
    OTHER_DIGITS = "other_digits", "Digits of another script."
    LETTER_O = "letter_o", "The letter O stands where a zero may be meant."
    NOT_WHOLE = "not_whole", "A fraction where a whole number is asked.", "amount"
    TOO_LARGE = "too_large", "Larger than anything that can be meant.", "limit"
    SEPARATORS = "separators", "Dots, commas or zeros that can be read in two ways, or in none."
    SCALE_WORD = "scale_word", "Read from a shortened figure: 2k, 1tr5, 2,5 triệu.", "amount"
    NUMBER_WORDS = "number_words", "Read from number words.", "amount"
    NOTHING_IS_ZERO = "nothing_is_zero", "'Không' or 'chưa có' is taken as 0."
    CHANGES_MEANING = (
        "changes_meaning",
        "Words beside the number change what it says: missing 2, except 2, not 2.",
    )
    PERCENT_HERE = "percent_here", "A percentage where a count is asked."

    # ratio
    NOT_A_RATIO = "not_a_ratio", "Neither a count nor 'done / total' was found."
    ABOVE_TOTAL = "above_total", "More than the total.", "count", "total"
    OTHER_TOTAL = (
        "other_total",
        "Another total than the roster's: which one is right?",
        "count",
        "given",
        "total",
    )
    TOTAL_WRONG = (
        "total_wrong",
        "Says only that the roster's total is wrong: type both numbers.",
        "given",
        "total",
    )
    REASON_NEEDED = "reason_needed", "Why the roster's figure is wrong, in a few words."
    TOTAL_NEEDED = "total_needed", "The total is not known to us: type both, done / total."
    ZERO_TOTAL = "zero_total", "The total is 0: does the question apply?"
    ALL_IS_TOTAL = "all_is_total", "'Đủ', 'tất cả' is taken as the whole total.", "total"
    MISSING_COUNTED = (
        "missing_counted",
        "Told by who was missing ('vắng 2'), turned into how many were there.",
        "count",
        "total",
        "missing",
    )
    TWO_NUMBERS = "two_numbers", "Two numbers without a word between them: done and total?", "count", "total"
    PERCENT_OF_TOTAL = "percent_of_total", "A percentage turned into a count.", "percent", "count", "total"
    PERCENT_NOT_WHOLE = (
        "percent_not_whole",
        "That percentage of the total is no whole number.",
        "percent",
        "total",
    )
    PERCENT_DISAGREES = (
        "percent_disagrees",
        "The percentage does not fit the two numbers.",
        "percent",
        "count",
        "total",
    )

    # money
    IN_DONG = "in_dong", "A bare large number is taken as đồng, not as million.", "dong"
    MONEY_UNIT = "money_unit", "Đồng, thousand or million? The unit is not clear.", "amount"
    LARGE_SUM = "large_sum", "A thousand million or more: is it meant?", "amount"
    CURRENCY = "currency", "Another currency than đồng."

    # dates
    NOT_A_DATE = "not_a_date", "No day was found."
    NO_SUCH_DAY = "no_such_day", "The calendar has no such day.", "day", "month"
    DAY_COMES_FIRST = (
        "day_comes_first",
        "The month comes second and is at most 12; never swapped.",
        "day",
        "month",
    )
    FUTURE_DATE = "future_date", "A day that lies ahead, for something that was done.", "date"
    PARTIAL_DATE = "partial_date", "Only a part of a date, or a stretch of time: which day?"
    LUNAR_DATE = "lunar_date", "A day of the lunar calendar: please give the solar one."
    SEVERAL_DATES = "several_dates", "More than one day was typed."
    NOT_HELD = "not_held", "It has not been done, so there is no day: how to go back or skip."
    YEAR_ASSUMED = "year_assumed", "No year was typed: the latest such day that fits.", "date"
    COUNTED_DATE = "counted_date", "Counted from a weekday, from slang or from 'days ago'.", "date"
    DATE_DIGITS = "date_digits", "Read from digits that run together or stand apart, or from words.", "date"
    WEEKDAY_DISAGREES = "weekday_disagrees", "That day was another day of the week.", "date"
    OUTSIDE_PERIOD = "outside_period", "Outside the reporting period.", "date", "starts_on", "ends_on"
    LONG_AGO = "long_ago", "A year that cannot be meant.", "year"

    # yes or no
    NOT_YES_OR_NO = "not_yes_or_no", "Neither yes, not yet, no nor not applicable was found."
    SLANG = "slang", "Read from a very short or informal word."
    CONTRADICTORY = "contradictory", "Says yes and no, or only a part."

    # document
    NOT_A_DOCUMENT = "not_a_document", "No document number was found."
    NO_DOCUMENT = "no_document", "There is no document (yet): how to skip."
    INCOMPLETE_NUMBER = "incomplete_number", "A document number without its symbol (15-KH/ĐU)."
    SEVERAL_DOCUMENTS = "several_documents", "More than one document was typed."
    NUMBER_AND_DATE = "number_and_date", "One line was split into number and date.", "number", "date"
    SYMBOL_COMPLETED = "symbol_completed", "Signs or letters of the number were completed.", "number"

    # choices
    NO_SUCH_CHOICE = "no_such_choice", "None of the choices.", "count"
    SEVERAL_CHOICES = "several_choices", "Fits several choices (their names).", "candidates"
    ONLY_ONE_CHOICE = "only_one_choice", "Several were chosen where one is asked."
    CHOICE_GUESSED = "choice_guessed", "Read from a part of the choice's words.", "choices"
    ALL_CHOICES = "all_choices", "'Tất cả' is taken as every choice."
    NO_CHOICES = "no_choices", "'Không có' is taken as none of the choices."

    # evidence
    FILE_EXPECTED = "file_expected", "Text was typed where a photo or file is asked."
    FILE_KIND = "file_kind", "Only photos (jpg, png), pdf, docx and xlsx.", "name"
    FILE_SIZE = "file_size", "Too big, in bytes.", "size", "limit"
    FILE_COUNT = "file_count", "As many files as one answer may have.", "limit"
    FILE_TWICE = "file_twice", "That very file was already sent to this question.", "name"

    # units
    NO_SUCH_UNIT = "no_such_unit", "No unit of that name."
    SEVERAL_UNITS = "several_units", "Several units of that name (their codes).", "candidates"
    UNIT_GUESSED = "unit_guessed", "Read from a part of the unit's name.", "unit"


def why(code: Code, **values: Any) -> Problem:
    """The problem of that code. A test proves that every call carries what the code promises."""
    return Problem(code.value, values)
