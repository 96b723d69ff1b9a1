"""Kept answers as bytes: nothing that was changed, moved or made by others is used."""

import asyncio
import json
import sqlite3
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.adapters.answers_sqlite import SqliteAnswers
from conspectus.adapters.model_cached import CachedModel, HmacSeal
from conspectus.adapters.model_cached.seal import MOST_COUNT
from conspectus.domain.answers import Kept, Tags
from conspectus.domain.request import Answer, Citation, Claim, Reply
from conspectus.domain.usage import Usage
from conspectus.testing import SlowModel
from kept_answers import KEY, kept, request

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
COSTS = st.none() | st.floats(0, 10)
ANSWERS = st.builds(
    Answer,
    st.lists(
        st.builds(
            Reply,
            WORDS,
            st.lists(
                st.builds(
                    Claim,
                    WORDS,
                    st.lists(st.builds(Citation, st.integers(1, 99), WORDS)).map(tuple),
                )
            ).map(tuple),
            st.none() | st.booleans(),
        )
    ).map(tuple),
    st.builds(Usage, calls=st.integers(0, 3), input_tokens=st.integers(0, 9), cost_usd=COSTS),
)


@given(ANSWERS, WORDS, st.none() | st.floats(0, 1e10))
def test_what_is_closed_opens_equal(answer: Answer, tag: str, expires: float | None) -> None:
    """Any answer comes back equal and frozen, under its key and secret only."""
    seal = HmacSeal("a secret")
    given_ = Kept(answer, Tags(tag, tag), 1.5, expires, 10)
    sealed = seal.close(KEY, given_)
    assert seal.open(KEY, sealed) == given_
    assert seal.open("1" * 64, sealed) is None
    assert HmacSeal("another").open(KEY, sealed) is None
    assert HmacSeal().open(KEY, sealed) is None


@given(st.data())
def test_a_changed_byte_is_never_opened(data: st.DataObject) -> None:
    """Wherever it is, with or without a secret; nor are fewer bytes."""
    seal = HmacSeal(data.draw(st.sampled_from(["", "a secret"])))
    sealed = seal.close(KEY, kept())
    place = data.draw(st.integers(0, len(sealed) - 1))
    other = data.draw(st.integers(0, 255).filter(lambda byte: byte != sealed[place]))
    assert seal.open(KEY, sealed[:place] + bytes([other]) + sealed[place + 1 :]) is None
    assert seal.open(KEY, sealed[:place]) is None


def test_bytes_that_are_no_answer_are_not_opened() -> None:
    """Not even when they were signed rightly."""
    seal = HmacSeal()
    for body in (b"", b"null", b"[]", b'{"a":1}', b"[1,2,3,4,5,6]", b"\xff"):
        assert seal.open(KEY, seal._mac(KEY, body) + body) is None


def test_a_tampered_file_is_asked_again(tmp_path: Path) -> None:
    """A changed value in the file is a miss, counted as refused, and is written anew."""

    async def work() -> None:
        path, counts, model = tmp_path / "answers.db", Counter[str](), SlowModel(0)
        async with SqliteAnswers(path, HmacSeal("a secret"), counts) as store:
            cached = CachedModel(model, store, counts=counts)
            first = await cached.ask(request())
            with sqlite3.connect(path) as file:
                (value,) = file.execute("SELECT value FROM answers").fetchone()
                changed = value.replace(b"stopping", b"stoppinG")
                file.execute("UPDATE answers SET value = ?", (changed,))
            file.close()
            assert (await cached.ask(request())).replies == first.replies
            assert model.calls == 2
            assert counts["refused"] > 0
            assert (await cached.ask(request())).usage.cache_hits == 1

    asyncio.run(work())


def test_an_answer_cannot_be_changed_by_who_got_it() -> None:
    """Everything in it is frozen, so that a memory may give it to many."""
    answer = kept().answer
    with pytest.raises(AttributeError):
        answer.replies[0].claims[0].text = "You may not stop."  # type: ignore[misc]
    with pytest.raises(TypeError):
        answer.replies[0] = Reply("stopping")  # type: ignore[index]
    assert replace(answer.replies[0], boolean=True) != answer.replies[0]


@pytest.mark.parametrize(
    ("tokens", "words"),
    [(2**70, "words"), (-1, "words"), (1, "half \ud800 a character")],
    ids=["many", "less than none", "half"],
)
def test_every_answer_can_be_closed(tokens: int, words: str) -> None:
    """A server may count nonsense and a model write half characters: it was paid for."""
    seal, paid = HmacSeal(), kept()
    reply = Reply("stopping", (Claim(words, (Citation(1, words),)),))
    answer = Answer((reply,), replace(paid.answer.usage, input_tokens=tokens))
    odd = replace(paid, answer=answer)
    opened = seal.open(KEY, seal.close(KEY, odd))
    assert opened is not None
    assert opened.answer.replies == answer.replies
    assert opened.answer.usage.input_tokens == min(max(tokens, 0), MOST_COUNT)


SOUND = [
    [["q", [["text", [[1, "quote"]], ""]], None]],
    [1, 2, 3, 0.5, 1.0],
    ["", "", "", ""],
    1.0,
    None,
    9,
]


@pytest.mark.parametrize(
    "path",
    [
        (0, 0, 0),
        (0, 0, 1, 0, 0),
        (0, 0, 1, 0, 1, 0, 0),
        (0, 0, 1, 0, 1, 0, 1),
        (0, 0, 1, 0, 2),
        (0, 0, 2),
        (1, 0),
        (1, 3),
        (1, 4),
        (2, 1),
        (3,),
        (4,),
        (5,),
    ],
    ids=str,
)
@pytest.mark.parametrize("odd", [[], {"a": 1}, "a string for a number, a number for a string"])
def test_an_answer_of_other_types_is_not_opened(path: tuple[int, ...], odd: object) -> None:
    """Not one field of it, even when it was signed rightly."""
    seal, plain = HmacSeal(), json.loads(json.dumps(SOUND))
    place = plain
    for step in path[:-1]:
        place = place[step]
    other = "0.5" if isinstance(place[path[-1]], float | int | None) else 7
    place[path[-1]] = other if isinstance(odd, str) else odd
    for body, opened in ((SOUND, True), (plain, False)):
        written = json.dumps(body).encode()
        assert (seal.open(KEY, seal._mac(KEY, written) + written) is not None) is opened
