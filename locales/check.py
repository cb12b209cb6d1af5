"""Whether the translations are complete and true to their sentences: `python -m locales.check`.

A translation is at fault if it is missing, fuzzy, names another placeholder than its sentence, or belongs to a
sentence that is said nowhere any more.
"""

import ast
import string
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.pofile import read_po

from locales.words import LANGUAGES, SOURCE

ROOM = Path(__file__).parent


def said() -> Iterator[tuple[str, str]]:
    """(file, sentence) of every `say("...")` in the phrases."""
    for path in sorted((ROOM / "phrases").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr == "say"
            ):
                first = node.args[0] if node.args else None
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    yield path.name, first.value


def faults(language: str) -> Iterator[str]:
    """What is wrong with a language's catalogue, a line each."""
    path = ROOM / language / "LC_MESSAGES" / "nhacviec.po"
    with path.open("rb") as file:
        messages = {str(message.id): message for message in read_po(file) if message.id}
    sentences = dict.fromkeys(sentence for _, sentence in said())
    for sentence in sentences:
        message = messages.get(sentence)
        if message is None or not message.string:
            yield f"{language}: not translated: {sentence!r}"
        elif message.fuzzy:
            yield f"{language}: fuzzy: {sentence!r}"
        elif placeholders(sentence) != placeholders(str(message.string)):
            yield f"{language}: other placeholders: {sentence!r}"
    for sentence in messages.keys() - sentences.keys():
        yield f"{language}: said nowhere: {sentence!r}"


def placeholders(sentence: str) -> frozenset[str]:
    """The `{names}` of a sentence."""
    return frozenset(name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None)


def main() -> None:
    found = [fault for language in LANGUAGES if language != SOURCE for fault in faults(language)]
    if "--count" in sys.argv:
        print(sum("not translated" in fault for fault in found))
        return
    print("\n".join(found) or "translations: complete")
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
