"""The bell of the reminders: a request about personal data that nobody answered is brought up on its last day."""

from datetime import datetime

from bot.core.buttons import Verb, button
from bot.core.hearing import heard_by
from bot.core.messages import Address
from bot.core.office import Office
from bot.core.people import Role
from bot.db import data_requests, outbox
from bot.db.reminders import people_with
from bot.db.session import Connection
from locales.phrases import data_requests as phrases
from locales.words import in_language

MOST = 50


def press_for_answers(connection: Connection, office: Office, *, now: datetime) -> None:
    """Tell everybody who may answer, once, in the send windows."""
    waiting = data_requests.waiting(connection, office.id, most=MOST)
    due = [one for one in waiting if one.answer_by <= office.today(now)]
    if not due:
        return
    staff = list(people_with(connection, office.id, Role.STAFF))
    for request in due:
        for to in staff:
            words = in_language(to.language or office.language)
            outbox.put_once(
                connection,
                Address(to.channel, to.chat),
                {
                    **phrases.tell_due(request, data=button(Verb.REQUEST, request.id), words=words).to_json(),
                    **heard_by(to.person_id, role=Role.STAFF),
                },
                kind=outbox.Kind.NOTICE,
                key=f"data_request_due:{request.id}:{to.person_id}",
                now=now,
                not_before=office.windows.next_opening(now),
            )
