"""python-telegram-bot as its documentation shows it: ConversationHandler, PicklePersistence, run_polling."""

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Message, Update
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    ConversationHandler,
    MessageHandler,
    PicklePersistence,
    filters,
)

from bench.peers import questions
from bench.peers.questions import API, FOLDER, NAMES, QUESTIONS, READ, SUMMARY, TOKEN, YES_NO

STUDIED, SESSIONS, STAFF, STUDIED_ON, DIFFICULTIES, CHECK = range(6)

YES_NO_KEYS = InlineKeyboardMarkup.from_column(
    [InlineKeyboardButton(label, callback_data=name) for name, label in YES_NO.items()]
)
SUMMARY_KEYS = InlineKeyboardMarkup.from_row(
    [InlineKeyboardButton(label, callback_data=name) for name, label in SUMMARY.items()]
)

Context = ContextTypes.DEFAULT_TYPE


def _message(update: Update) -> Message:
    message = update.effective_message
    assert message is not None
    return message


def _answers(context: Context) -> dict[str, object]:
    assert context.user_data is not None
    return context.user_data


async def begin(update: Update, context: Context) -> int:
    """`/baocao`."""
    _answers(context).clear()
    await _message(update).reply_text(f"{questions.OPENED}\n\n{QUESTIONS[0]}", reply_markup=YES_NO_KEYS)
    return STUDIED


async def press_studied(update: Update, context: Context) -> int:
    """A button under the first question."""
    query = update.callback_query
    assert query is not None
    assert query.data is not None
    await query.answer()
    _answers(context)["studied"] = query.data
    await _message(update).reply_text(questions.recorded(YES_NO[query.data], QUESTIONS[1]))
    return SESSIONS


async def studied(update: Update, context: Context) -> int:
    return await _note(update, context, STUDIED)


async def sessions(update: Update, context: Context) -> int:
    return await _note(update, context, SESSIONS)


async def staff(update: Update, context: Context) -> int:
    return await _note(update, context, STAFF)


async def studied_on(update: Update, context: Context) -> int:
    return await _note(update, context, STUDIED_ON)


async def difficulties(update: Update, context: Context) -> int:
    return await _note(update, context, DIFFICULTIES)


async def _note(update: Update, context: Context, state: int) -> int:
    message = _message(update)
    assert message.text is not None
    value = READ[NAMES[state]](message.text)
    if value is None:
        await message.reply_text(questions.WRONG)
        return state
    answers = _answers(context)
    answers[NAMES[state]] = value
    if state == DIFFICULTIES:
        await message.reply_text(questions.summary(answers), reply_markup=SUMMARY_KEYS)
    else:
        await message.reply_text(questions.recorded(message.text, QUESTIONS[state + 1]))
    return state + 1


async def press_summary(update: Update, context: Context) -> int:
    """A button under the summary."""
    query = update.callback_query
    assert query is not None
    await query.answer()
    return await _decide(update, context, query.data or "")


async def summary(update: Update, context: Context) -> int:
    """The label of a button, typed."""
    text = (_message(update).text or "").strip().lower()
    chosen = next((name for name, label in SUMMARY.items() if label.lower() == text), "")
    return await _decide(update, context, chosen)


async def _decide(update: Update, context: Context, chosen: str) -> int:
    message = _message(update)
    if chosen == "send":
        await message.reply_text(questions.store_report(message.chat_id, _answers(context)))
        _answers(context).clear()
        return ConversationHandler.END
    if chosen == "edit":
        return await begin(update, context)
    if chosen == "cancel":
        return await cancel(update, context)
    await message.reply_text(questions.WRONG)
    return CHECK


async def cancel(update: Update, context: Context) -> int:
    """`/huy`."""
    _answers(context).clear()
    await _message(update).reply_text(questions.CANCELLED)
    return ConversationHandler.END


def main() -> None:
    """Run until told to stop."""
    typed = filters.TEXT & ~filters.COMMAND
    form = ConversationHandler(
        entry_points=[CommandHandler("baocao", begin)],
        states={
            STUDIED: [CallbackQueryHandler(press_studied), MessageHandler(typed, studied)],
            SESSIONS: [MessageHandler(typed, sessions)],
            STAFF: [MessageHandler(typed, staff)],
            STUDIED_ON: [MessageHandler(typed, studied_on)],
            DIFFICULTIES: [MessageHandler(typed, difficulties)],
            CHECK: [CallbackQueryHandler(press_summary), MessageHandler(typed, summary)],
        },
        fallbacks=[CommandHandler("huy", cancel)],
        name="form",
        persistent=True,
    )
    application = (
        Application.builder()
        .token(TOKEN)
        .base_url(f"{API}/bot")
        .persistence(PicklePersistence(filepath=FOLDER / "conversations.pickle"))
        .build()
    )
    application.add_handler(form)
    application.run_polling(allowed_updates=Update.ALL_TYPES)


if __name__ == "__main__":
    main()
