"""Files that go with a message, as bot.enclosures makes them; without threads, from the rehearsal's own database."""

from bot.core.attachments import Kept, MadeLater, Written
from bot.db.session import Connection
from bot.gather.digest_files import gather_file
from bot.gather.shelf import Shelf
from locales.phrases.enclosures import not_shown
from locales.words import in_language


class Enclosing:
    """Makes files for a messenger that keeps none for us: nobody has sent one."""

    def __init__(self, connection: Connection, shelf: Shelf) -> None:
        self._connection = connection
        self._shelf = shelf

    def prepare(self, file: Kept | MadeLater, room: int) -> Written | str:
        """The file as it may be sent by a messenger that carries `room` bytes, or what is said in its place."""
        if isinstance(file, Kept):
            return not_shown(file.caption, "gone", words=in_language(file.language))
        make = gather_file(self._connection, self._shelf, file) if room else None
        made = None if make is None else make()
        return file.otherwise if made is None or len(made.content) > room else made
