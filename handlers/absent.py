"""What a colleague who is on leave had begun, for the substitute. It stays theirs and is offered once they are back."""

from bot.core.buttons import Key
from bot.core.forms.filling import Filling
from bot.core.messages import Reply
from bot.db import fillings
from handlers.turn import Turn
from locales.phrases import plan_news as phrases


def entered(turn: Turn, key: Key) -> list[Reply]:
    """Their answers in this form, so far."""
    assert turn.person is not None
    absent = {one.absent_id: one.absent for one in turn.person.lent if one.post.unit_id == key[1]}
    replies = []
    for person_id, name in absent.items():
        begun = next((one for one in fillings.begun_by(turn.connection, person_id) if one.key == key), None)
        if begun is None:
            continue
        form = turn.shelf.plan(turn.connection, begun.plan_version_id).form(key[2]).form
        answers = Filling.from_json(begun.state).answers
        said = phrases.entered_by_absent(form, answers, name=name, words=turn.words)
        if said is not None:
            replies.append(Reply(said))
    return replies
