"""The form with aiogram's state machine, whatever keeps the states."""

import asyncio
from typing import Any

from aiogram import Bot, Dispatcher, F, Router
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.base import BaseStorage
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from bench.peers import questions
from bench.peers.questions import API, NAMES, QUESTIONS, READ, SUMMARY, TOKEN, YES_NO

YES_NO_KEYS = InlineKeyboardMarkup(
    inline_keyboard=[[InlineKeyboardButton(text=label, callback_data=name)] for name, label in YES_NO.items()]
)
SUMMARY_KEYS = InlineKeyboardMarkup(
    inline_keyboard=[
        [InlineKeyboardButton(text=label, callback_data=name) for name, label in SUMMARY.items()]
    ]
)

router = Router()


class Form(StatesGroup):
    """What is being asked."""

    studied = State()
    sessions = State()
    staff = State()
    studied_on = State()
    difficulties = State()
    check = State()


ORDER = (Form.studied, Form.sessions, Form.staff, Form.studied_on, Form.difficulties, Form.check)


@router.message(Command("baocao"))
async def begin(message: Message, state: FSMContext) -> None:
    """`/baocao`."""
    await state.set_data({})
    await state.set_state(Form.studied)
    await message.answer(f"{questions.OPENED}\n\n{QUESTIONS[0]}", reply_markup=YES_NO_KEYS)


@router.message(Command("huy"), StateFilter("*"))
async def cancel(message: Message, state: FSMContext) -> None:
    """`/huy`."""
    await state.clear()
    await message.answer(questions.CANCELLED)


@router.callback_query(Form.studied, F.data.in_(YES_NO))
async def press_studied(query: CallbackQuery, state: FSMContext) -> None:
    """A button under the first question."""
    assert query.data is not None
    assert isinstance(query.message, Message)
    await query.answer()
    await state.update_data(studied=query.data)
    await state.set_state(Form.sessions)
    await query.message.answer(questions.recorded(YES_NO[query.data], QUESTIONS[1]))


@router.message(Form.studied, F.text)
async def studied(message: Message, state: FSMContext) -> None:
    await _note(message, state, 0)


@router.message(Form.sessions, F.text)
async def sessions(message: Message, state: FSMContext) -> None:
    await _note(message, state, 1)


@router.message(Form.staff, F.text)
async def staff(message: Message, state: FSMContext) -> None:
    await _note(message, state, 2)


@router.message(Form.studied_on, F.text)
async def studied_on(message: Message, state: FSMContext) -> None:
    await _note(message, state, 3)


@router.message(Form.difficulties, F.text)
async def difficulties(message: Message, state: FSMContext) -> None:
    await _note(message, state, 4)


async def _note(message: Message, state: FSMContext, place: int) -> None:
    assert message.text is not None
    value = READ[NAMES[place]](message.text)
    if value is None:
        await message.answer(questions.WRONG)
        return
    answers = await state.update_data({NAMES[place]: value})
    await state.set_state(ORDER[place + 1])
    if ORDER[place + 1] == Form.check:
        await message.answer(questions.summary(answers), reply_markup=SUMMARY_KEYS)
    else:
        await message.answer(questions.recorded(message.text, QUESTIONS[place + 1]))


@router.callback_query(Form.check, F.data.in_(SUMMARY))
async def press_summary(query: CallbackQuery, state: FSMContext) -> None:
    """A button under the summary."""
    assert isinstance(query.message, Message)
    await query.answer()
    await _decide(query.message, state, query.data or "")


@router.message(Form.check, F.text)
async def summary(message: Message, state: FSMContext) -> None:
    """The label of a button, typed."""
    text = (message.text or "").strip().lower()
    chosen = next((name for name, label in SUMMARY.items() if label.lower() == text), "")
    await _decide(message, state, chosen)


async def _decide(message: Message, state: FSMContext, chosen: str) -> None:
    if chosen == "send":
        receipt = questions.store_report(message.chat.id, await state.get_data())
        await state.clear()
        await message.answer(receipt)
    elif chosen == "edit":
        await begin(message, state)
    elif chosen == "cancel":
        await cancel(message, state)
    else:
        await message.answer(questions.WRONG)


def main(storage: BaseStorage) -> None:
    """Run until told to stop."""
    asyncio.run(_poll(storage))


async def _poll(storage: BaseStorage) -> None:
    session: Any = AiohttpSession(api=TelegramAPIServer.from_base(API))
    dispatcher = Dispatcher(storage=storage)
    dispatcher.include_router(router)
    await dispatcher.start_polling(Bot(TOKEN, session=session))
