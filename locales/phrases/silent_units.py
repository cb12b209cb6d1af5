"""Units that were asked about a target and have not reported."""

from collections.abc import Sequence

from locales.words import Words


def silent(names: Sequence[str], *, longest: int, words: Words) -> str:
    """As many as fit into one message of `longest` characters: it stands whole or begins a new one."""
    shown: list[str] = []
    for name in names:
        if len("\n- ".join((*shown, name))) > longest - 100:
            break
        shown.append(name)
    text = words.say("Chưa báo cáo ({count}):", count=words.number(len(names)))
    text += "".join(f"\n- {name}" for name in shown)
    if len(shown) < len(names):
        text += "\n" + words.say("… và {count} đơn vị nữa.", count=words.number(len(names) - len(shown)))
    return text
