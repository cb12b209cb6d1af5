"""How many questions a unit is asked, before it has answered any."""

from datetime import date

from bot.core.forms.scene import course
from bot.core.office import Office
from bot.core.plan.model import Plan, PlannedForm
from bot.db.assignments import Owed
from bot.db.session import Connection
from bot.db.units import load_unit
from bot.gather.scenes import scene_of, stored_scene


def questions_asked(
    connection: Connection, office: Office, plan: Plan, planned: PlannedForm, owed: Owed, *, today: date
) -> int:
    """As many as the form says it has when it is opened: some more come with what is answered."""
    if not any(one.form.code == planned.form.code for one in plan.forms):
        return len(planned.form.questions)
    unit = load_unit(connection, owed.unit_id)
    stored = stored_scene(plan, planned, unit, kinds=office.kinds, roster_version=None)
    scene = scene_of(stored, owed.period, today=today, language="vi")
    asked = course(planned.form, {}, scene)
    return len(asked.questions) + asked.possible
