"""aiogram 3 as its documentation shows it: MemoryStorage, start_polling."""

from aiogram.fsm.storage.memory import MemoryStorage

from bench.peers import aiogram_form

if __name__ == "__main__":
    aiogram_form.main(MemoryStorage())
