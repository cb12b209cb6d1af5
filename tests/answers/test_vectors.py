"""Typed answers with what a careful clerk makes of them, read by the code of `nhacviec understand`: the domain's own
vectors, and ours (tests/answers/more_vectors.json)."""

from pathlib import Path

import pytest

from bot.cli.vectors import TYPES, Vector, answer, read_vectors

HERE = Path(__file__).parent
DOMAIN = read_vectors((HERE / "input_vectors.json").read_bytes())
MORE = read_vectors((HERE / "more_vectors.json").read_bytes())
KINDS = sorted({vector.asked.kind for vector in MORE})


@pytest.mark.parametrize("vector", DOMAIN, ids=lambda vector: f"{vector.asked.kind}-{vector.asked.text}")
def test_vector_of_the_domain_gives_its_value_and_action(vector: Vector) -> None:
    answered = answer(vector.asked)

    assert (answered.action, answered.value) == (vector.action, vector.expected)


@pytest.mark.parametrize("kind", KINDS)
def test_our_vectors_give_their_values_and_actions(kind: str) -> None:
    rows = [(vector, answer(vector.asked)) for vector in MORE if vector.asked.kind == kind]

    assert [(vector, answered) for vector, answered in rows if not vector.agrees(answered)] == []


@pytest.mark.parametrize("vectors", [DOMAIN, MORE], ids=["domain", "ours"])
def test_nothing_is_silently_wrong(vectors: list[Vector]) -> None:
    assert not [vector for vector in vectors if vector.silently_wrong(answer(vector.asked))]


def test_vectors_are_all_there() -> None:
    assert len(DOMAIN) == 88
    assert len(MORE) >= 400
    assert {TYPES[kind] for kind in KINDS} == set(TYPES.values())


def test_no_text_of_one_type_has_two_expectations() -> None:
    asked = [vector.asked for vector in (*DOMAIN, *MORE)]

    assert len(asked) == len(set(asked))
