"""answerCallbackQuery."""

from simulator.parameters import Params, flag, text
from simulator.world import World


def answer_callback_query(world: World, params: Params) -> bool:
    world.presses.answer(
        text(params, "callback_query_id"), toast=text(params, "text"), alert=flag(params, "show_alert")
    )
    return True
