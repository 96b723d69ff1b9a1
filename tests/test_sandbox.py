"""The sandboxed reader: limits, deaths, and that nothing is left behind."""

import asyncio
import os
import shutil
from array import array
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import rogue_parsers as rogue
from conspectus.adapters.read_docx import DocxParser
from conspectus.adapters.sandbox.codec import decode, encode
from conspectus.adapters.sandbox.limits import Limits
from conspectus.adapters.sandbox.reader import Parser, SandboxedReader
from conspectus.adapters.sandbox.scratch import PREFIX, scratch_folder, sweep
from conspectus.domain.errors import ReaderFailed, SourceError, SourceTooLarge, UnsupportedFormat
from conspectus.domain.source import Line, Page, Passage, Remark, Source, Span, Upload
from conspectus.domain.text.labels import labelled
from docx_files import docx, listed, p, table
from processes import SECONDS

pytestmark = pytest.mark.usefixtures("scratch")
SMALL = Limits(memory_mb=512, cpu_seconds=20, wall_seconds=40)


def reader(parser: Parser, limits: Limits = SMALL) -> SandboxedReader:
    """Return a reader of plain text by that parser."""
    return SandboxedReader({"text/plain": parser}, lambda upload: "text/plain", limits)


def read(parser: Parser, limits: Limits = SMALL, name: str = "form.txt") -> Source:
    """Return what the parser makes of five bytes."""
    with closing(reader(parser, limits)) as sandboxed:
        return asyncio.run(sandboxed.read(Upload(name, b"words")))


def refusal(parser: Parser, limits: Limits = SMALL) -> SourceError:
    """Return the error that the reading ends with."""
    with pytest.raises(SourceError) as caught:
        read(parser, limits)
    return caught.value


class TestReading:
    """What comes back."""

    def test_source_is_the_one_that_the_parser_made(self) -> None:
        """Nothing is lost on the way out of the child."""
        upload = Upload("form.docx", docx(p("Hello"), listed("item"), table(["a", "b"])))
        docxes = SandboxedReader({"docx": DocxParser()}, lambda upload: "docx", SMALL)
        with closing(docxes) as sandboxed:
            source = asyncio.run(sandboxed.read(upload))
        direct = DocxParser().parse(upload)
        assert (source.pages, source.passages) == (direct.pages, direct.passages)
        assert (source.digest, source.language) == (direct.digest, direct.language)

    def test_type_without_a_parser_is_refused(self) -> None:
        """A media type that nobody reads is an unsupported format."""
        nobody = SandboxedReader({}, lambda upload: "text/plain", SMALL)
        with pytest.raises(UnsupportedFormat, match="text/plain"):
            asyncio.run(nobody.read(Upload("a", b"b")))

    def test_what_libraries_print_is_no_answer(self) -> None:
        """Standard output belongs to the answer alone."""
        assert read(rogue.Chatterer()).pages[0].text == "said"

    def test_many_are_read_at_once(self) -> None:
        """More readings than children wait for their turn."""

        async def all_of_them() -> list[Source]:
            with closing(reader(rogue.Echo())) as shared:
                readings = (shared.read(Upload("a", b"%d" % i)) for i in range(5))
                return await asyncio.gather(*readings)

        texts = [source.pages[0].text for source in asyncio.run(all_of_them())]
        assert texts == ["0", "1", "2", "3", "4"]


class TestLimits:
    """Each limit ends the reading and is named."""

    def test_bytes(self) -> None:
        """A file over the limit is refused before a child is started."""
        error = refusal(rogue.Quitter(), Limits(max_bytes=4))
        assert isinstance(error, SourceTooLarge)

    def test_pages(self) -> None:
        """Eleven pages are more than ten."""
        error = refusal(rogue.Manypages(), Limits(max_pages=10))
        assert isinstance(error, SourceTooLarge)
        assert "10 pages" in str(error)

    def test_characters(self) -> None:
        """Five characters are more than four."""
        error = refusal(rogue.Echo(), Limits(max_chars=4))
        assert isinstance(error, SourceTooLarge)
        assert "4 characters" in str(error)

    def test_wall_clock(self) -> None:
        """A child that sleeps is killed."""
        error = refusal(rogue.Sleeper(), Limits(wall_seconds=0.5))
        assert isinstance(error, SourceTooLarge)
        assert "0.5 s" in str(error)

    def test_processor_time(self) -> None:
        """A child that computes for ever is killed."""
        error = refusal(rogue.Spinner(), Limits(cpu_seconds=1, wall_seconds=60))
        assert isinstance(error, SourceTooLarge)
        assert "1 s" in str(error)

    def test_memory(self) -> None:
        """A child that wants too much is told no."""
        error = refusal(rogue.Glutton(), SMALL)
        assert isinstance(error, SourceTooLarge)
        assert "512 MB" in str(error)

    def test_memory_of_a_library_that_aborts(self) -> None:
        """The limit is named as the likely cause when no exception could be raised."""
        error = refusal(rogue.Glutton(native=True), SMALL)
        assert isinstance(error, ReaderFailed)
        assert "512 MB" in str(error)


class TestFailures:
    """Every end of the child is one clear line."""

    @pytest.mark.parametrize(
        "name", ["EncryptedSource", "TruncatedSource", "EmptySource", "TextLayerMissing",
                 "UnsupportedFormat", "SourceTooLarge", "UnsupportedLanguage"],
    )  # fmt: skip
    def test_refusals_keep_their_class_and_words(self, name: str) -> None:
        """What the parser refuses is refused with the same error."""
        error = refusal(rogue.Refuser(name, "Do this\n instead."))
        assert type(error).__name__ == name
        assert str(error) == "Do this instead."

    def test_unforeseen_exception_tells_its_kind_only(self) -> None:
        """Neither message nor traceback nor path leaks."""
        error = refusal(rogue.Crasher())
        assert isinstance(error, ReaderFailed)
        assert "LookupError" in str(error)
        assert "secret" not in str(error)

    def test_child_without_an_answer(self) -> None:
        """A silent end is a failure, not an empty source."""
        assert isinstance(refusal(rogue.Quitter()), ReaderFailed)

    @pytest.mark.parametrize(
        "answer", [b"s", b"s{}", b"scos\nsystem\n", b"x", b"s" + b"\xff" * 64, b"e\nwords"]
    )
    def test_forged_answer_is_no_source(self, answer: bytes) -> None:
        """A child taken over by its file can send nothing but a failure."""
        assert isinstance(refusal(rogue.Forger(answer)), ReaderFailed)

    def test_flood_is_cut_off(self) -> None:
        """An answer has an end."""
        error = refusal(rogue.Forger(b"s" * (3 << 20)), Limits(memory_mb=1))
        assert isinstance(error, ReaderFailed)

    def test_next_file_is_read_by_the_same_reader(self) -> None:
        """A bad file harms nobody."""
        both = SandboxedReader(
            {"bad": rogue.Crasher(), "good": rogue.Echo()}, lambda upload: upload.name, SMALL
        )

        async def one_after_the_other() -> Source:
            with closing(both):
                with pytest.raises(ReaderFailed):
                    await both.read(Upload("bad", b"x"))
                return await both.read(Upload("good", b"fine"))

        assert asyncio.run(one_after_the_other()).pages[0].text == "fine"


class TestIsolation:
    """What the child gets and what it leaves."""

    def test_secrets_of_the_parent_stay_there(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """The environment of the child holds only what it needs."""
        monkeypatch.setenv("OPENAI_API_KEY", "hush-hush")
        assert "hush-hush" not in read(rogue.Teller()).pages[0].text

    @pytest.mark.parametrize("dies", [True, False])
    def test_scratch_files_are_removed(self, dies: bool, scratch: Path) -> None:
        """Temporary files go with the child, however it ends."""
        if dies:
            refusal(rogue.Litterer(dies))
        else:
            assert str(scratch) in read(rogue.Litterer(dies)).pages[0].text

    def test_processes_of_the_child_end_with_it(self, pipe: Path) -> None:
        """The whole group is killed: the pipe that its last process holds open is closed."""

        async def read_to_the_end() -> None:
            end = asyncio.create_task(asyncio.to_thread(pipe.read_text))
            with closing(reader(rogue.Parent(str(pipe)))) as sandboxed:
                await sandboxed.read(Upload("a", b"b"))
                async with asyncio.timeout(SECONDS):
                    await end

        asyncio.run(read_to_the_end())

    def test_cancelled_reading_kills_the_child(self, pipe: Path) -> None:
        """Who stops waiting leaves nothing running."""

        async def cancelled() -> None:
            with closing(reader(rogue.Sleeper(str(pipe)))) as sandboxed:
                task = asyncio.create_task(sandboxed.read(Upload("a", b"b")))
                pid = int(await asyncio.to_thread(pipe.read_text))
                task.cancel()
                with pytest.raises(asyncio.CancelledError):
                    await task
                with pytest.raises(ProcessLookupError):
                    os.kill(pid, 0)

        asyncio.run(cancelled())


class TestLabel:
    """A file name is a label."""

    @pytest.mark.parametrize(
        ("name", "shown"),
        [
            ("form.pdf", "form.pdf"),
            ("../../etc/passwd", "passwd"),
            ("C:\\Users\\me\\form.docx", "form.docx"),
            ("a\x00b\x1b[31m\u202efdp.exe", "ab[31mfdp.exe"),
            ("  two\n\tlines .pdf ", "two lines .pdf"),
            ("", "document"),
            ("..", "document"),
            ("folder/", "folder"),
        ],
    )
    def test_folders_and_controls_are_cut(self, name: str, shown: str) -> None:
        """Only the last part stays, and only what can be shown."""
        assert labelled(name) == shown

    @given(st.text(max_size=6000))
    def test_label_is_short_and_stable(self, name: str) -> None:
        """A label is its own label, on one line, never a path."""
        shown = labelled(name)
        assert 0 < len(shown) <= 200
        assert labelled(shown) == shown
        assert not set(shown) & set("/\\\n\r\x00")


NAMES = st.text(max_size=8)
WORDS = st.text(min_size=1, max_size=30)
POINTS = st.integers(0, 200_000).map(lambda n: n / 100)


@st.composite
def sources(draw: st.DrawFn) -> Source:
    """Draw a source with lines, spans, comments and remarks."""
    pages = []
    for text in draw(st.lists(WORDS, min_size=1, max_size=3)):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, len(text)))
        edges = draw(st.lists(POINTS, min_size=end - start + 1, max_size=end - start + 1))
        box = draw(st.tuples(POINTS, POINTS, POINTS, POINTS))
        line = Line(start, end, box, array("f", edges))
        number = draw(st.none() | st.integers(1, 9))
        lines = draw(st.sampled_from([(), (line,)]))
        label_, anchor = draw(st.none() | NAMES), draw(st.none() | NAMES)
        pages.append(
            Page(number, text, label_, anchor, lines, 612.0, 792.0, draw(st.none() | POINTS))
        )
    passage = st.builds(
        Passage,
        st.integers(1, 99),
        st.sampled_from(["heading", "paragraph", "item", "row"]),
        WORDS,
        st.just((Span(0, 0, len(pages[0].text)),)) | st.just(()),
        st.lists(NAMES, max_size=2).map(tuple),
        st.integers(0, 9),
        st.lists(NAMES, max_size=2).map(tuple),
        st.lists(NAMES, max_size=2).map(tuple),
        st.none() | st.booleans(),
    )
    passages = st.lists(passage, max_size=3).map(tuple)
    remarks = st.lists(st.builds(Remark, NAMES, WORDS), max_size=2).map(tuple)
    language = draw(st.none() | st.just("en"))
    return Source(
        "n", "d", "m", language, tuple(pages), draw(passages), draw(passages), draw(remarks)
    )


class TestWire:
    """The answer of the child as bytes."""

    @given(sources())
    def test_round_trip(self, source: Source) -> None:
        """A source is the same on the other side, every box of every line included."""
        assert decode(encode(source), "n", "d", "m") == source

    @given(sources(), st.data())
    def test_spoilt_bytes_are_a_value_error_or_a_source(
        self, source: Source, data: st.DataObject
    ) -> None:
        """Cut or changed anywhere, an answer never brings down the parent."""
        wire = bytearray(encode(source))
        at = data.draw(st.integers(0, len(wire) - 1))
        wire[at] = data.draw(st.integers(0, 255))
        del wire[data.draw(st.integers(at, len(wire))) :]
        try:
            read = decode(bytes(wire), "n", "d", "m")
        except ValueError:
            return
        assert isinstance(read, Source)

    @given(st.binary(max_size=200))
    def test_noise_is_a_value_error(self, noise: bytes) -> None:
        """Bytes that are no answer are refused."""
        with pytest.raises(ValueError, match="no source"):
            decode(noise, "n", "d", "m")


class TestScratch:
    """What a reading leaves among temporary files: nothing, not even if it is killed."""

    def test_folder_of_a_dead_process_is_swept_and_that_of_a_living_one_stays(
        self, scratch: Path
    ) -> None:
        """The lock tells: it ends with the process that holds it."""
        dead, strange = scratch / f"{PREFIX}dead", scratch / "reading-list"
        for folder in (dead, strange):
            folder.mkdir()
            (folder / "page.png").write_bytes(b"scrap")
        with scratch_folder() as living:
            for folder in (dead, strange, Path(living)):
                os.utime(folder, (0, 0))
            sweep()
            assert sorted(scratch.iterdir()) == sorted([Path(living), strange])
        shutil.rmtree(strange)

    def test_a_folder_just_made_is_left_to_its_maker(self, scratch: Path) -> None:
        """Between its making and its locking nobody else takes it away."""
        made = scratch / f"{PREFIX}made"
        made.mkdir()
        sweep()
        assert made.exists()
        made.rmdir()
