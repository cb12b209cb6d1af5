"""getFile. The bytes themselves are served by `calls.py` at the path that it names."""

from typing import Any

from simulator import refusals
from simulator.parameters import Params, text
from simulator.refusals import RefusedError
from simulator.world import World


def get_file(world: World, params: Params) -> dict[str, Any]:
    file_id = text(params, "file_id")
    if not file_id:
        raise RefusedError(refusals.FILE_ID_MISSING)
    file = world.files.find(file_id)
    if file is None:
        raise RefusedError(refusals.FILE_ID_INVALID)
    if file.size > world.limits.download_bytes:
        raise RefusedError(refusals.FILE_TOO_BIG)
    return file.to_json(file_path=file.path)
