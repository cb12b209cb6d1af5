"""Who answers what: the tables of commands and buttons, and who may use them."""

from collections.abc import Callable, Mapping, Sequence

from bot.core.buttons import Verb
from bot.core.forms.said import Word
from bot.core.messages import Reply
from bot.core.people import Act
from handlers import (
    calendar,
    calling,
    chase,
    chase_unit,
    corrections,
    data_requests,
    digest,
    digest_ways,
    evidence,
    extending,
    form,
    general,
    granting,
    handover,
    helping,
    history,
    invite,
    joining,
    later,
    leave,
    mending,
    my_data,
    on_behalf,
    practice,
    progress,
    report,
    review,
    side_by_side,
    targets,
    tasks,
    undoing,
)
from handlers.seeing import for_who_sees
from handlers.turn import Handler, Turn
from locales.chat_words import Command
from locales.phrases import general as general_phrases
from locales.phrases import group_links as group_phrases
from locales.phrases import joining as joining_phrases

ANYBODY: Mapping[Command, Handler] = {
    Command.START: joining.start,
    Command.LANGUAGE: general.language,
    Command.HELP: helping.help_,
    Command.LINK: lambda turn, _rest: [joining_phrases.only_in_group(words=turn.words)],
    Command.UNLINK: lambda turn, _rest: [group_phrases.unlinked_only_there(words=turn.words)],
}
MEMBERS: Mapping[Command, Handler] = {
    Command.TASKS: tasks.show,
    Command.REPORT: report.report,
    Command.PRACTICE: practice.begin_anew,
    Command.HISTORY: history.history,
    Command.MY_DATA: my_data.my_data,
    Command.CANCEL: lambda turn, _rest: [general_phrases.no_form_open(words=turn.words)],
    Command.SOURCE: history.source,
    Command.MEND: mending.mend,
    Command.UNDO: undoing.undo,
    Command.RESTORE: undoing.restore_last,
    Command.EVIDENCE: evidence.typed,
    Command.LEAVE: leave.leave,
    Command.BACK_AT_WORK: leave.back_typed,
    Command.DECLINE_LEAVE: leave.decline_typed,
    Command.HAND_OVER: handover.hand_over,
    Command.LATER: later.later,
    Command.CHASE: chase.chase,
    Command.EXTEND: extending.extend,
    Command.PROGRESS: for_who_sees(progress.progress_),
    Command.OVERDUE: for_who_sees(progress.overdue),
    Command.UNIT: for_who_sees(progress.unit),
    Command.TARGETS: for_who_sees(targets.targets),
    Command.DIGEST: for_who_sees(digest.digest),
    Command.READ_DIGEST: for_who_sees(digest.begin_reading),
    Command.READ_NO_DIGEST: for_who_sees(digest.stop_reading),
}
COMMITTEE: Mapping[Command, tuple[Act, Handler]] = {
    Command.REVIEW: (Act.REVIEW, review.queue),
    Command.CALLS: (Act.CHASE, calling.calls),
    Command.CALLED: (Act.CHASE, calling.called_typed),
    Command.INVITE: (Act.INVITE, invite.invite),
    Command.CALENDAR: (Act.SEE_ALL, calendar.calendar),
}

Pressed = Callable[[Turn, Sequence[str]], Sequence[Reply]]

STRANGERS_MAY_PRESS: Mapping[Verb, Pressed] = {
    Verb.AGREE: joining.agree,
    Verb.DECLINE: joining.decline,
    Verb.LANGUAGE: general.set_language,
}
MEMBERS_MAY_PRESS: Mapping[Verb, Pressed] = {
    Verb.FORM: form.press,
    Verb.PRACTICE: practice.press,
    Verb.OPEN: report.open_pressed,
    Verb.EVIDENCE: evidence.pressed,
    Verb.UNIT: progress.unit_pressed,
    Verb.TARGET: targets.pressed,
    Verb.REVIEW: review.show,
    Verb.ACCEPT: review.accept,
    Verb.RETURN: review.ask_reason,
    Verb.CORRECTION: corrections.show,
    Verb.CORRECT: corrections.accept,
    Verb.DECLINE_CORRECTION: corrections.ask_reason,
    Verb.SHOW: history.show,
    Verb.MEND: mending.pressed,
    Verb.AS_IT_IS: form.send_as_it_is,
    Verb.UNDO: undoing.take_back,
    Verb.RESTORE: undoing.restore,
    Verb.JOIN: side_by_side.join,
    Verb.PEEK: side_by_side.peek,
    Verb.KEEP: side_by_side.keep,
    Verb.MINE: side_by_side.mine,
    Verb.DIGEST: digest.pressed,
    Verb.DIGEST_WAYS: digest_ways.pressed,
    Verb.CALENDAR: calendar.pressed,
    Verb.WITHDRAW: my_data.withdraw,
    Verb.DATA: my_data.pressed,
    Verb.REQUEST: data_requests.pressed,
    Verb.FOR: on_behalf.pressed,
    Verb.TOLD: on_behalf.told_pressed,
    Verb.LEAVE: leave.pressed,
    Verb.BACK: leave.back,
    Verb.NOT_ME: leave.decline,
    Verb.HAND_OVER: handover.pressed,
    Verb.LATER: later.pressed,
    Verb.EXTEND: extending.pressed,
    Verb.EXTENSION: granting.pressed,
    Verb.CALLED: calling.pressed,
    Verb.CHASE: chase_unit.pressed,
}

IN_FORM: Mapping[Command, Word] = {Command.HELP: Word.HELP, Command.CANCEL: Word.CANCEL}
"""Commands that mean the form while one is open."""
