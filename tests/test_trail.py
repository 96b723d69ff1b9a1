"""The audit trail: one chain, and whatever is done to it shows."""

import asyncio
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conspectus.adapters.records_sql import SqlAudit, SqliteDatabase, SqlTrail, migrate
from conspectus.domain.access import Deed
from conspectus.domain.errors import UnknownJob, UsageError
from conspectus.domain.review.acts import ActedMeanwhile, Approve, Delete, Edit
from conspectus.domain.review.review import Standing
from conspectus.domain.trail import Head, canonical, digest, hash_of, head_of, line_of, sealed
from conspectus.service.proof import Proof, prove
from conspectus.service.retention import Retention
from conspectus.testing import MemoryAudit, MemoryRecords, MemoryReviewBook
from desks import Table, laid, table
from served import environment
from stores import KINDS, Stores, Work, over, submitted

Over = Callable[[Work], Any]
DEED = Deed("w", "me", "delete", "a job", {"documents": 1})


@pytest.fixture(params=KINDS)
def stores(request: pytest.FixtureRequest, tmp_path: Path) -> Over:
    """Run a test over the records of every kind."""
    return over(request.param, tmp_path)


def test_lines_are_chained_from_the_first(stores: Over) -> None:
    """Each bears the hash of the one before, whatever workspace wrote it; the head is the last."""

    async def work(s: Stores) -> None:
        assert await prove(s.trail) == Proof(Head())
        for n in range(3):
            await s.audit.write(
                replace(DEED, workspace="wv"[n % 2], data={"n": n, "é": "\0\ud800"})
            )
        lines = await s.trail.lines(0, 10)
        assert [line.number for line in lines] == [1, 2, 3]
        assert [line.previous for line in lines] == ["", lines[0].hash, lines[1].hash]
        assert [line.hash for line in lines] == [hash_of(line) for line in lines]
        assert lines[2].deed.data == {"n": 2, "é": "\0\ud800"}
        head = await s.trail.head()
        assert head == Head(3, lines[2].hash)
        assert await prove(s.trail) == Proof(head)
        assert (await prove(s.trail, head)).broken is None
        assert [line.number for line in await s.trail.lines(1, 1)] == [2]

    stores(work)


def test_acts_are_kept_with_their_words_apart(stores: Over) -> None:
    """In order, for their workspace alone, and only by who has seen the act before."""

    async def work(s: Stores) -> None:
        _, (one, two) = await submitted(s.records, "a", "b")

        def deed(document: str, words: str) -> Deed:
            told = {"words": digest(words), "act": 1}
            return Deed("w", "me", "review.edit", document, told)

        first = await s.reviews.add(deed(one.id, "x"), 0, "x")
        await s.reviews.add(deed(two.id, "y"), 0, "y")
        second = await s.reviews.add(deed(one.id, "z"), 1, "z")
        assert (first.number, first.line.number, second.number, second.line.number) == (1, 1, 2, 3)
        assert await s.reviews.entries("w", one.id) == [first, second]
        assert await s.reviews.entries("v", one.id) == []
        begun = {one.id: Standing(2, "draft"), two.id: Standing(1, "draft")}
        assert await s.reviews.standings("w", one.job) == begun
        assert await s.reviews.standings("v", one.job) == {}
        assert await s.trail.words(1, 3) == [(2, two.id, 1, "y"), (3, one.id, 2, "z")]
        assert await s.trail.words(2, None) == [(3, one.id, 2, "z")]
        for seen in (0, 1, 3):
            with pytest.raises(ActedMeanwhile):
                await s.reviews.add(deed(one.id, "late"), seen, "late")
        with pytest.raises(UnknownJob):
            await s.reviews.add(replace(deed(one.id, "x"), workspace="v"), 0, "x")
        assert (await s.trail.head()).number == 3
        signed = replace(deed(two.id, "s"), action="review.sign")
        await s.reviews.add(signed, 1, "s")
        assert (await s.reviews.standings("w", one.job))[two.id] == Standing(2, "signed")
        await s.reviews.add(deed(two.id, "t"), 2, "t")
        assert (await s.reviews.standings("w", one.job))[two.id] == Standing(3, "draft")

    stores(work)


def test_of_many_who_act_at_once_one_does(stores: Over) -> None:
    """And the chain has no fork, however many write other lines meanwhile."""

    async def work(s: Stores) -> None:
        _, (one,) = await submitted(s.records, "a")
        deed = Deed("w", "me", "review.edit", one.id, {"words": digest("x"), "act": 1})
        acts = [s.reviews.add(deed, 0, "x") for _ in range(5)]
        lines = [s.audit.write(DEED) for _ in range(5)]
        done = await asyncio.gather(*acts, *lines, return_exceptions=True)
        assert sum(isinstance(one, ActedMeanwhile) for one in done) == 4
        assert await prove(s.trail) == Proof(await s.trail.head())
        assert (await s.trail.head()).number == 6

    stores(work)


def test_deleting_a_job_takes_the_words_and_leaves_the_trail_whole(stores: Over) -> None:
    """Nothing of a document is left in any table of the trail; who did what and when is."""

    async def work(s: Stores) -> None:
        at = await laid(s)
        await at.act(Edit("money-2", "You get $20 for each visit."))
        await at.finish()
        told = [line.data for line in await s.trail.lines(0, 99)]
        assert "visit" not in "".join(told)
        await Retention(at.office.jobs, s.records, s.audit).delete("w", at.job, "me")
        assert await s.trail.words(0, None) == []
        proof = await prove(s.trail)
        assert proof.broken is None
        lines = await s.trail.lines(0, 99)
        assert [line.data for line in lines][:-1] == told
        assert [line.action for line in lines] == [
            "review.edit", "review.resolve", "review.approve", "review.approve", "review.sign",
            "delete",
        ]  # fmt: skip
        assert "Dr. A. Reviewer" in lines[4].data

    stores(work)


BREAKS: dict[str, tuple[str, int]] = {
    "UPDATE audit SET data = data || ' ' WHERE number = 2": ("as it was", 2),
    "UPDATE audit SET actor = 'you' WHERE number = 5": ("as it was", 5),
    "UPDATE audit SET time = time + 1 WHERE number = 1": ("as it was", 1),
    "UPDATE audit SET hash = '' WHERE number = 3": ("as it was", 3),
    "UPDATE audit SET hash = '' WHERE number = 5": ("as it was", 5),
    "DELETE FROM audit WHERE number = 1": ("is gone", 2),
    "DELETE FROM audit WHERE number = 3": ("is gone", 4),
    "DELETE FROM audit WHERE number = 5": ("cut off", 5),
    "DELETE FROM audit WHERE number > 2": ("cut off", 3),
    "DELETE FROM audit": ("cut off", 1),
    "UPDATE audit SET number = 0 WHERE number = 1": ("what stood between", 0),
    "UPDATE audit SET number = -7 WHERE number = 3": ("what stood between", -7),
    "DELETE FROM heads": ("beyond the last", 1),
    "UPDATE heads SET number = 4": ("beyond the last", 5),
    "UPDATE heads SET hash = 'x'": ("not the last", 5),
    "UPDATE acts SET words = replace(words, '$20', '$25') WHERE number = 1": ("other words", 1),
    "DELETE FROM acts WHERE number = 2": ("lost its words", 2),
    "UPDATE acts SET number = 9 WHERE number = 2": ("another act", 2),
    "UPDATE acts SET line = 9 WHERE number = 2": ("lost its words", 2),
    "UPDATE audit SET number = 99 WHERE number = 2; UPDATE audit SET number = 2 WHERE number = 3; "
    "UPDATE audit SET number = 3 WHERE number = 99": ("follow", 2),
}


@pytest.mark.parametrize("harm", BREAKS, ids=lambda harm: harm[:60])
@pytest.mark.parametrize("kind", ["sqlite", "postgres"])
def test_whatever_is_done_to_the_trail_shows(kind: str, harm: str, tmp_path: Path) -> None:
    """A changed, removed or swapped line, a cut end, words changed or gone: at the first line."""
    told, number = BREAKS[harm]

    async def work(s: Stores) -> None:
        at = await laid(s)
        await at.act(Edit("money-2", "You get $20 for each visit."))
        await at.finish()
        assert (await prove(s.trail)).broken is None
        assert s.database
        for statement in harm.split("; "):
            await s.database.run(statement)
        broken = (await prove(s.trail)).broken
        assert broken
        assert told in broken.told
        assert broken.number == number

    over(kind, tmp_path)(work)


def test_a_cut_end_stays_visible_when_lines_are_added(tmp_path: Path) -> None:
    """What comes next follows the head that is noted, not the line that happens to be last."""

    async def work(s: Stores) -> None:
        for _ in range(3):
            await s.audit.write(DEED)
        assert s.database
        await s.database.run("DELETE FROM audit WHERE number = 3")
        await s.audit.write(DEED)
        broken = (await prove(s.trail)).broken
        assert broken
        assert broken.number == 4

    over("sqlite", tmp_path)(work)


def test_a_chain_that_was_made_anew_shows_by_a_head_noted_elsewhere(tmp_path: Path) -> None:
    """Whoever may write all tables can make a whole chain; not one with the same hashes."""

    async def work(s: Stores) -> None:
        for n in range(3):
            await s.audit.write(replace(DEED, data={"n": n}))
        noted = await s.trail.head()
        forged = MemoryReviewBook(MemoryRecords(), MemoryAudit(lambda: 1))
        for n in range(4):
            await forged.audit.write(replace(DEED, data={"n": n}))
        assert (await prove(forged)).broken is None
        broken = (await prove(forged, noted)).broken
        assert broken
        assert "noted elsewhere" in broken.told
        broken = (await prove(s.trail, Head(4, "0" * 64))).broken
        assert broken
        assert broken.number == 4

    over("sqlite", tmp_path)(work)


@given(st.data())
@settings(max_examples=200, deadline=None)
def test_any_flipped_byte_is_found(data: st.DataObject) -> None:
    """In any field of any line: the line is named, or the one after it."""
    head, lines = Head(), []
    for number in range(1, 6):
        deed = replace(DEED, data={"n": number, "told": data.draw(st.text(max_size=5))})
        lines.append(sealed(line_of(deed, number, 1_700_000_000_000 + number), head))
        head = Head(number, lines[-1].hash)
    at = data.draw(st.integers(0, 4))
    field = data.draw(
        st.sampled_from(
            ["workspace", "actor", "action", "subject", "data", "time", "previous", "hash"]
        )
    )
    value = getattr(lines[at], field)
    if field == "time":
        changed: Any = value ^ (1 << data.draw(st.integers(0, 40)))
    else:
        raw = bytearray(value.encode())
        if not raw:
            return
        raw[data.draw(st.integers(0, len(raw) - 1))] ^= 1 << data.draw(st.integers(0, 6))
        changed = raw.decode()
    lines[at] = replace(lines[at], **{field: changed})
    book = MemoryReviewBook(MemoryRecords(), MemoryAudit())
    book.audit.kept, book.audit.noted = lines, head
    broken = asyncio.run(prove(book)).broken
    assert broken
    assert broken.number == at + 1


def test_one_flipped_byte_of_the_file_is_found(tmp_path: Path) -> None:
    """Wherever in the bytes of a line: also one that is no longer UTF-8, or no number."""

    async def written() -> None:
        async with SqliteDatabase(tmp_path / "records.db") as database:
            await migrate(database)
            for n in range(4):
                await SqlAudit(database).write(replace(DEED, data={"marked": f"<{n}>", "n": n}))

    async def proof() -> Proof:
        async with SqliteDatabase(tmp_path / "records.db") as database:
            return await prove(SqlTrail(database))

    asyncio.run(written())
    assert asyncio.run(proof()).broken is None
    whole = (tmp_path / "records.db").read_bytes()
    start = whole.index(b"<2>") - 14
    for at in range(start, start + 30):
        for bit in (0, 7):
            harmed = bytearray(whole)
            harmed[at] ^= 1 << bit
            (tmp_path / "records.db").write_bytes(harmed)
            broken = asyncio.run(proof()).broken
            assert broken, at
            assert broken.number == 3


def test_lines_of_an_older_version_are_sealed_by_the_next(tmp_path: Path) -> None:
    """Until then they are told of as not sealed, and nothing is broken."""

    async def work(s: Stores) -> None:
        assert s.database
        old = (
            "INSERT INTO audit (number, workspace, actor, action, subject, data, time) VALUES "
            "((SELECT coalesce(max(number), 0) + 1 FROM audit), 'w', 'a', 'delete', 'j', '{}', 1)"
        )
        await s.database.run(old)
        await s.database.run(old)
        assert await prove(s.trail) == Proof(Head(), unsealed=2)
        await s.audit.write(DEED)
        await s.database.run(old)
        proof = await prove(s.trail)
        assert (proof.head.number, proof.unsealed, proof.broken) == (3, 1, None)
        await s.audit.write(DEED)
        assert (await prove(s.trail)).head.number == 5

    over("sqlite", tmp_path)(work)


def test_changed_words_are_never_shown_as_a_review(tmp_path: Path) -> None:
    """Whoever opens the review is told, before any export."""

    async def work(s: Stores) -> None:
        at = await laid(s)
        await at.act(Edit("money-2", "You get $20 for each visit."))
        assert s.database
        await s.database.run("UPDATE acts SET words = replace(words, '$20', '$25')")
        with pytest.raises(Exception, match="audit verify"):
            await at.open()

    over("sqlite", tmp_path)(work)


def test_the_command_line_proves_the_trail(tmp_path: Path) -> None:
    """0 and the head when it is whole, 1 and the line when it is not, 2 for a head that is none."""

    def verify(*more: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "conspectus", "audit", "verify", *more]
        env = environment(tmp_path)
        return subprocess.run(command, env=env, capture_output=True, text=True, check=False)

    async def written() -> None:
        (tmp_path / "data").mkdir()
        async with SqliteDatabase(tmp_path / "data" / "records.db") as database:
            await migrate(database)
            for n in range(3):
                await SqlAudit(database).write(replace(DEED, data={"n": n}))

    asyncio.run(written())
    whole = verify()
    assert whole.returncode == 0
    head = head_of(whole.stdout.strip())
    assert (head.number, "3 lines" in whole.stderr) == (3, True)
    assert verify("--head", str(head)).returncode == 0
    assert verify("--head", "nonsense").returncode == 2
    with closing(sqlite3.connect(tmp_path / "data" / "records.db")) as db, db:
        db.execute("UPDATE audit SET actor = 'mf' WHERE number = 2")
    broken = verify()
    assert broken.returncode == 1
    assert "line 2 is not as it was written" in broken.stderr


@given(st.lists(st.sampled_from(["edit", "delete", "approve", "write"]), max_size=6))
@settings(max_examples=15, deadline=None)
def test_whatever_is_acted_the_trail_is_whole(
    tmp_path_factory: pytest.TempPathFactory, acts: list[str]
) -> None:
    """Folding the acts again gives the review; the trail holds every one of them."""

    async def work(at: Table) -> None:
        done = 0
        for number, kind in enumerate(acts):
            if kind == "write":
                await at.stores.audit.write(DEED)
                continue
            statements = [s.id for _, s in (await at.open()).review.document.statements]
            if not statements:
                break
            edit = Edit(statements[-1], f"You will be paid ${number}.")
            act = {"edit": edit, "delete": Delete(statements[-1]), "approve": Approve("money")}
            stands = await at.act(act[kind])
            done += 1
            again = await at.open()
            assert (again.review, again.examined) == (stands.review, stands.examined)
        assert len((await at.open()).entries) == done
        assert (await prove(at.stores.trail)).broken is None

    table(tmp_path_factory.mktemp("t"))(work)


def test_a_head_is_read_as_it_is_written() -> None:
    """And nothing else is taken for one."""
    head = Head(7, digest(canonical({"a": 1})))
    assert head_of(str(head)) == head
    for wrong in ("", "7", "7:", "x:" + head.hash, f"{head}0", f"-{head}"):
        with pytest.raises(UsageError):
            head_of(wrong)
