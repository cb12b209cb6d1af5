"""Every finding that reading and checking a plan can give: how grave it is and the values of its sentence.

The sentences are in `locales/phrases/findings.py`, one for each code. All values are text. What returns in many
codes: `field` is a column ("deadline", "label::en"), `nearest` a known word that resembles what was written
("" if none does), `first` the place where the same thing stood before; `count` and `places` say how often and where
one finding was made that stands for many, `proposal` what could be written instead. A value in the plan's own words
is Vietnamese; its English is in `…_en`.
"""

from enum import StrEnum

from bot.core.plan.model import Finding, Place, Severity

_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTE


class Code(StrEnum):
    """Code, severity, names of the values."""

    severity: Severity
    takes: frozenset[str]

    def __new__(cls, code: str, severity: Severity, *takes: str) -> "Code":
        member = str.__new__(cls, code)
        member._value_ = code
        member.severity = severity
        member.takes = frozenset(takes)
        return member

    # The file itself
    NOT_TEXT = "not_text", _E  # not UTF-8, or a control character
    FILE_EMPTY = "file_empty", _E
    YAML_SYNTAX = "yaml_syntax", _E, "near"  # near: the line where reading stopped
    YAML_TAB = "yaml_tab", _E  # indented with a tab
    YAML_TOO_DEEP = "yaml_too_deep", _E
    YAML_ALIAS = (
        "yaml_alias",
        _E,
        "name",
    )  # an anchor is used again: each sentence is to be read where it stands
    YAML_SEVERAL = "yaml_several", _E  # a second document after "---"
    KEY_NOT_TEXT = "key_not_text", _E
    KEY_DUPLICATE = "key_duplicate", _E, "field", "first"

    # A workbook
    WORKBOOK_BROKEN = "workbook_broken", _E
    WORKBOOK_LOCKED = "workbook_locked", _E  # with a password, or an .xls of before 2007
    WORKBOOK_LARGE = "workbook_large", _E
    WORKBOOK_MACROS = "workbook_macros", _W
    SHEET_LARGE = "sheet_large", _E, "rows", "columns"  # what lies beyond is not read
    SHEET_HIDDEN = "sheet_hidden", _W, "sheet"
    SHEET_UNREAD = "sheet_unread", _W, "sheet", "nearest"
    SHEET_TWICE = "sheet_twice", _E, "sheet"
    ROW_ABOVE_COLUMNS = "row_above_columns", _N, "value"  # a heading above the line that names the columns
    ROW_TOO_MANY = "row_too_many", _E, "sheet"  # `plan` has one row
    COLUMN_NAMELESS = "column_nameless", _E, "value"
    FORMULA_WITHOUT_VALUE = "formula_without_value", _E, "formula"
    CELL_ERROR = "cell_error", _E, "value"  # #N/A, #REF!
    TEXT_TOO_LONG = "text_too_long", _E, "length", "most"  # for a cell

    ROW_ORPHAN = (
        "row_orphan",
        _E,
        "field",
        "value",
        "section",
    )  # the row that it names as its parent is not there
    NOT_CONVERTED = "not_converted", _E  # something would be lost

    # Sections and fields
    SECTION_MISSING = "section_missing", _E, "section"
    SECTION_UNKNOWN = "section_unknown", _E, "section", "nearest"
    SHAPE_WRONG = "shape_wrong", _E, "field", "wanted"  # wanted: text, words, row, rows
    FIELD_MISSING = "field_missing", _E, "field"
    FIELD_UNKNOWN = "field_unknown", _E, "field", "nearest"
    FIELD_IDLE = "field_idle", _W, "field", "type"  # means nothing for a question of this type
    VALUE_UNKNOWN = "value_unknown", _E, "field", "value", "nearest"
    DATE_BAD = "date_bad", _E, "field", "value"
    NUMBER_BAD = "number_bad", _E, "field", "value"
    TRUTH_BAD = "truth_bad", _E, "field", "value"
    VIETNAMESE_MISSING = "vietnamese_missing", _E, "field"
    TRANSLATION_MISSING = "translation_missing", _W, "field", "language"

    # Codes, names, lists
    CODE_BAD = "code_bad", _E, "code"
    CODE_DUPLICATE = "code_duplicate", _E, "code", "first"
    NAME_BAD = "name_bad", _E, "name"
    NAME_RESERVED = "name_reserved", _E, "name"  # bot.core.plan.variables
    NAME_DUPLICATE = "name_duplicate", _E, "name", "first"
    NAME_OF_TWO_TYPES = "name_of_two_types", _E, "name", "type", "other", "first"
    TYPE_UNKNOWN = "type_unknown", _E, "type", "nearest"
    LIST_NOT_NAMED = "list_not_named", _E, "type"
    LIST_UNKNOWN = "list_unknown", _E, "list", "nearest"
    LIST_UNUSED = "list_unused", _W, "list"
    OPTION_BAD = "option_bad", _E, "option"  # an option's name holds a space, which divides names
    OPTION_DUPLICATE = "option_duplicate", _E, "option", "first"
    TASK_UNKNOWN = "task_unknown", _E, "task", "nearest"
    FORM_UNKNOWN = "form_unknown", _E, "form", "nearest"
    KIND_UNKNOWN = "kind_unknown", _E, "kind", "nearest"

    # Groups and repeats
    GROUP_OPEN = "group_open", _E, "name"  # no end_group
    GROUP_NOT_OPEN = "group_not_open", _E, "type"  # an end without a beginning
    GROUP_CROSSED = "group_crossed", _E, "type", "name"  # end_repeat where a group was begun last
    REPEAT_NESTED = "repeat_nested", _E, "name"
    FORM_LARGE = "form_large", _E, "length", "most"
    COLUMN_IDLE = "column_idle", _W, "column", "nearest"  # of choices, and no choice_filter reads it
    COLUMN_UNKNOWN = "column_unknown", _E, "column", "nearest"  # of a choice_filter

    # A form made in ODK's or Kobo's tools
    XLSFORM_ABSENT = "xlsform_absent", _E, "file"
    XLSFORM_INVALID = "xlsform_invalid", _E, "why"  # why: what pyxform says against it
    XLSFORM_TYPE = "xlsform_type", _E, "type"  # no chat can ask it
    XLSFORM_CELL_REFUSED = "xlsform_cell_refused", _E, "field"
    XLSFORM_LABEL_READS = "xlsform_label_reads", _E, "field"  # ${name} in a sentence
    XLSFORM_MEDIA = "xlsform_media", _W, "column"
    XLSFORM_COLUMN_IGNORED = "xlsform_column_ignored", _N, "column"
    XLSFORM_ROW_IGNORED = (
        "xlsform_row_ignored",
        _N,
        "type",
    )  # metadata of a device; "" for a row without a type

    # The document
    NUMBER_MISSING = "number_missing", _E
    ISSUED_ON_MISSING = "issued_on_missing", _E
    ISSUED_ON_ASSUMED = "issued_on_assumed", _E, "date"
    ENDS_BEFORE_START = "ends_before_start", _E

    # Tasks
    AUDIENCE_MISSING = "audience_missing", _E, "code"  # of a task or a form
    OWNERS_UNSTATED = (
        "owners_unstated",
        _E,
        "count",
        "total",
        "tasks",
    )  # the document names nobody; once for the plan
    DEADLINE_BAD = "deadline_bad", _E, "deadline", "why", "part"  # why: a code of bot.core.deadline_rules
    DEADLINE_NEEDS_ISSUE_DATE = "deadline_needs_issue_date", _E, "deadline"
    DEADLINE_ASSUMED = "deadline_assumed", _N, "deadline"
    DEADLINES_UNSTATED = "deadlines_unstated", _E, "count", "total"  # once for the plan
    REMINDER_NAME_BAD = "reminder_name_bad", _E, "step"
    REMINDER_TWICE = "reminder_twice", _E, "step", "first"
    REMINDER_ORDER = "reminder_order", _E, "step", "before"  # a later one would hide it
    REMINDER_ON_LAST_DAY = (
        "reminder_on_last_day",
        _E,
        "step",
    )  # 0 days after is the last day itself: not overdue yet
    REMINDER_TO_NOBODY = "reminder_to_nobody", _E, "step"
    REMINDER_BEFORE_OPEN = "reminder_before_open", _W, "step", "form", "days"
    TASK_UNASKED = "task_unasked", _E, "task"
    KIND_UNASKED = "kind_unasked", _W, "task", "kind"  # no form brings the task to these units
    TASK_CIRCLE = "task_circle", _E, "field", "task"  # it waits for itself, or is computed from itself
    TITLE_DUPLICATE = "title_duplicate", _W, "title", "first"
    TASKS_ALIKE = (
        "tasks_alike",
        _W,
        "task",
        "other",
        "first",
    )  # nearly one title, for units that may be the same
    PUPILS_WITHOUT_LEVELS = (
        "pupils_without_levels",
        _W,
        "count",
        "tasks",
    )  # kindergartens have children, not pupils
    KEY_TASKS_WITHOUT_TARGET = "key_tasks_without_target", _W, "count", "tasks"
    MONITOR_IMPLEMENTS = "monitor_implements", _W, "kind", "count", "tasks"  # who watches also carries out

    # Expressions
    EXPRESSION_MISSING = "expression_missing", _E, "field"
    EXPRESSION_BROKEN = "expression_broken", _E, "field", "why", "near"  # why: a code of expressions.Fault
    NAME_UNKNOWN = "name_unknown", _E, "field", "name", "nearest"
    NAME_LATER = "name_later", _E, "field", "name"  # asked only after this question
    NAME_OWN = "name_own", _E, "field", "name"  # the question itself: a constraint says "."
    ANSWER_ABSENT = "answer_absent", _E, "field"  # "." where no answer is judged
    PART_WRONG = "part_wrong", _E, "field", "name", "function", "type"  # done() of what is no ratio
    RATIO_READ_WHOLE = "ratio_read_whole", _E, "field", "name"  # compared or computed without done(), total()
    OPTION_UNKNOWN = "option_unknown", _E, "field", "name", "option"  # compared with what cannot be answered

    # Indicators
    DENOMINATOR_MISSING = "denominator_missing", _E, "indicator"
    DENOMINATOR_NOT_FROM_ROSTER = "denominator_not_from_roster", _W, "indicator", "name"
    INDICATOR_OVER_FORMS = "indicator_over_forms", _W, "indicator", "names"  # no form asks for all it reads
    TARGET_BAD = "target_bad", _E, "target"
    GROUP_BAD = "group_bad", _E, "indicator"  # a sum by group whose `group` is no question with one choice
    GROUP_LONG = "group_long", _E, "code", "most"  # the code of a group, made of indicator and option
    GROUP_UNKNOWN = (
        "group_unknown",
        _E,
        "indicator",
        "option",
        "nearest",
    )  # a target of a group that nobody can choose

    # Questions and forms
    FORM_EMPTY = "form_empty", _E, "form"
    QUESTION_UNREACHED = "question_unreached", _E, "name", "task"  # the form goes to none of the task's units
    RATIO_WITHOUT_TOTAL = "ratio_without_total", _N, "name"  # the officer types both figures
    MESSAGE_MISSING = "message_missing", _W, "name"  # a constraint that does not say what is wrong
    LABEL_LONG = "label_long", _W, "field", "length", "most"
    ASKS_FOR_NAME = "asks_for_name", _E, "field"  # of a pupil
    QUESTION_TWICE = "question_twice", _W, "name", "other", "first"  # one wording, asked of the same units
    NEVER_HOLDS = "never_holds", _E, "name"  # no answer can satisfy the constraint
    NEVER_ASKED = "never_asked", _E, "name"  # no answers can make `relevant` true

    # Figures of the document
    FIGURE_UNKNOWN = "figure_unknown", _E, "figure", "nearest"
    FIGURE_CIRCLE = "figure_circle", _E, "figure"  # a sum that is a part of itself
    SUM_WRONG = "sum_wrong", _E, "figure", "label", "label_en", "stated", "sum", "parts", "source", "proposal"
    SUM_CONFIRMED = (
        "sum_confirmed",
        _N,
        "figure",
        "total",
        "parts",
        "right",
        "wrong",
        "omitted",
    )  # by a greater sum
    TOTAL_MISSING = "total_missing", _W, "figure", "label", "label_en", "parts", "proposal"
    UNITS_ADDED = "units_added", _E, "figure", "units"  # "lớp" and "học viên" in one sum
    COUNTS_MIXED = "counts_mixed", _E, "indicator", "names"  # attendances and persons in one sum
    FIGURE_SCOPE = (
        "figure_scope",
        _W,
        "figure",
        "label",
        "label_en",
        "stated",
        "total",
    )  # inside or outside the total?
    FIGURE_NOT_IN_TEXT = "figure_not_in_text", _W, "figure", "stated"
    GROUP_SIZE_ODD = "group_size_odd", _N, "figure", "label", "label_en", "size", "band"
    GROUP_SIZE_BAD = "group_size_bad", _E, "value"
    TARGET_NOT_FIGURE = "target_not_figure", _E, "indicator", "target", "figure", "value"

    # Documents that are cited
    CITE_INCOMPLETE = "cite_incomplete", _W, "cite", "missing"  # missing: number, date, issuer
    CITE_AFTER_PLAN = "cite_after_plan", _E, "cite", "date", "issued_on"
    CITE_TWO_ISSUERS = "cite_two_issuers", _W, "cite", "issuers", "places"
    CITE_IN_TWO_SECTIONS = "cite_in_two_sections", _W, "cite", "sections", "places"  # one duty, given twice
    ORDINAL_DOUBTFUL = "ordinal_doubtful", _E, "congress", "ordinal", "proposal", "held", "basis"

    # The document's own words
    TEXT_ABSENT = "text_absent", _E, "text"
    TEXT_UNREADABLE = "text_unreadable", _E, "text"
    TEXT_HEAD_INCOMPLETE = "text_head_incomplete", _E, "missing"  # missing: number, date, issuer
    ANNEX_ABSENT = "annex_absent", _W, "quote"
    PERCENT_WITHOUT_BASE = "percent_without_base", _W, "count", "places"
    SENTENCE_COMPOUND = "sentence_compound", _W, "count", "clauses", "adverb"
    PERIOD_VAGUE = "period_vague", _W, "quote"
    SCOPE_DIFFERS = "scope_differs", _W, "noun", "others"
    KEY_WITHOUT_FIGURE = "key_without_figure", _W, "quote"
    OTHER_PLAN_FOLLOWED = "other_plan_followed", _W, "section", "body", "other"
    ACTOR_WITHOUT_TASK = "actor_without_task", _W, "actor"
    DUTY_TWICE = "duty_twice", _W, "duty", "sections", "places"
    BODY_ABOLISHED = (
        "body_abolished",
        _W,
        "body",
        "since",
        "proposal",
        "proposal_en",
        "basis",
        "count",
        "places",
    )
    TERM_UNDEFINED = "term_undefined", _W, "term", "needs", "needs_en", "places"
    TERM_DRIFT = "term_drift", _N, "terms", "places"
    ATTRIBUTE_NEEDED = "attribute_needed", _N, "term", "attribute", "places"
    LIST_OPEN = "list_open", _N, "count", "places"
    SPELLING_MIXED = "spelling_mixed", _N, "spellings"
    SENTENCE_CUT = "sentence_cut", _N, "count", "places", "quotes"
    HYPHEN_SPACED = "hyphen_spaced", _N, "count", "places", "quotes"
    SPACE_NO_BREAK = "space_no_break", _N, "count"
    MISSPELT = "misspelt", _N, "count", "places", "quotes", "proposal"

    # What people decided
    DECISION_STALE = "decision_stale", _W, "finding", "seen"  # it says something else by now
    DECISION_IDLE = "decision_idle", _N, "finding"  # nothing of that code and thing is found (any more)
    DECISION_IMPOSSIBLE = "decision_impossible", _E, "finding"  # the file is to be put right instead
    DECISION_VALUE_BAD = "decision_value_bad", _E, "value"  # a figure is wanted


def finding(code: Code, place: Place, /, **values: str) -> Finding:
    """A finding with the severity of its code and exactly the values that its sentence takes."""
    assert values.keys() == code.takes, f"{code} takes {sorted(code.takes)}, not {sorted(values)}"
    return Finding(code.severity, str(code), place, values)
