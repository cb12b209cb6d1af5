"""A message for whoever has no buttons: each choice stands in the text, by its number or by the words to type."""

from bot.core.messages import Choice, Reply


def numbers(reply: Reply) -> dict[str, int]:
    """{data of a choice: the number that may be typed for it}. Only where the text itself shows the numbers of all
    choices in their order: elsewhere a number is an answer, or a line of something else."""
    lines = reply.text.splitlines()
    numbered: dict[str, int] = {}
    for number, choice in enumerate(reply.choices, start=1):
        if not any(_shows(line, number, choice) for line in lines):
            return {}
        numbered[choice.data] = number
    return numbered


def has_numbers(reply: Reply) -> bool:
    """Whether the text shows the number of any choice: only then does a number that is typed mean one."""
    lines = reply.text.splitlines()
    return any(
        _shows(line, number, choice) for number, choice in enumerate(reply.choices, start=1) for line in lines
    )


def in_plain_words(reply: Reply) -> str:
    """The text; below it in square brackets the labels of choices that have no number there, each to be typed."""
    numbered = numbers(reply)
    bare = [f"[{choice.label}]" for choice in reply.choices if choice.data not in numbered]
    return "\n".join([reply.text, " ".join(bare)]) if bare else reply.text


def _shows(line: str, number: int, choice: Choice) -> bool:
    """`2. Chưa` for the choice Chưa; `2. Báo cáo học kỳ I – hạn 20/01` for the choice `2. Báo cáo học kỳ I`."""
    if choice.label.startswith(f"{number}. "):
        return line.startswith(f"{number}. ")
    return line == f"{number}. {choice.label}"
