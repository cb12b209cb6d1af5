"""Words that were asked for: what is done with them, and what where they are not given after all."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from bot.core.messages import Reply
from handlers import (
    calendar,
    corrections,
    data_requests,
    extending,
    granting,
    handover,
    leave,
    mending,
    my_data,
    on_behalf,
    review,
)
from handlers.turn import Turn

AWAITED: Mapping[
    str, tuple[Callable[[Turn, Any, str], Sequence[Reply]], Callable[[Turn], Sequence[Reply]]]
] = {
    "reason_for": (review.return_, review.keep),
    "declines": (corrections.decline, corrections.keep),
    "explains": (mending.explain, mending.keep),
    "asks": (my_data.take_words, my_data.keep),
    "answers": (data_requests.answer, data_requests.keep),
    "told_for": (on_behalf.told, on_behalf.keep),
    "leave_days": (leave.hear_days, leave.keep),
    "leave_confirmed": (leave.hear_confirmation, leave.keep),
    "extends_until": (extending.hear_day, extending.keep),
    "extends_why": (extending.hear_reason, extending.keep),
    "refuses_extension": (granting.refuse, granting.keep),
    "names_day": (calendar.hear_name, calendar.keep),
    "new_officer": (handover.hear_name, handover.keep),
}
"""By what the chat waits for (`Turn.expects`): what takes the words, and what takes a refusal."""
