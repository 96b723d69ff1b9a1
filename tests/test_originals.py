"""The source of a document again, and its pages as pictures."""

import asyncio
import struct
import tempfile
import zlib
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

import rogue_presses as rogue
from conspectus.adapters.print_pdf import PdfPress, png
from conspectus.adapters.sandbox.limits import Limits
from conspectus.adapters.sandbox.printer import SandboxedPrinter
from conspectus.domain.errors import ReaderFailed, UnknownJob
from conspectus.domain.source import Upload
from conspectus.service.originals import Originals
from conspectus.service.shelf import Shelf
from conspectus.testing import BlankPrinter, TextReader
from doors import Door, visit
from pdf_forms import Form
from processes import children

SMALL = Limits(memory_mb=512, cpu_seconds=5, wall_seconds=20)


def _form() -> bytes:
    return Form().line("You will be paid $20.").page().line("By chance.").page().data()


def _image(press: Any, data: bytes, page: int = 1, width: int = 300, **limits: Any) -> bytes:
    with closing(SandboxedPrinter(press, Limits(**limits) if limits else SMALL)) as printer:
        return asyncio.run(printer.image(Upload("form.pdf", data), page, width))


def _size(data: bytes) -> tuple[int, int]:
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", data[16:24])
    return width, height


def test_a_page_is_drawn_in_the_width_that_is_asked_for() -> None:
    """As a PNG, its height by the shape of the page."""
    width, height = _size(_image(PdfPress(), _form(), 2, 600))
    assert width == 600
    assert height == pytest.approx(600 * 11 / 8.5, rel=0.1)


def test_no_picture_is_larger_than_memory_bears() -> None:
    """A wide request for a long page gets fewer pixels."""
    width, height = _size(PdfPress(max_points=20_000).print(_long(), 1, 2000))
    assert width * height < 13_000_000
    with pytest.raises(ReaderFailed):
        _image(PdfPress(max_points=5_000), _long())


def _long() -> bytes:
    form = Form()
    form.canvas.setPageSize((600, 12_000))
    return form.line("words").page().data()


def test_the_pixels_are_those_that_were_drawn() -> None:
    """Colours stay, rows without colour become greys, padding goes."""
    red, grey = b"\xff\0\0", b"\x80\x80\x80"
    coloured = png(2, 2, 8, red + grey + b"xx" + grey + red + b"xx")
    plain = png(2, 1, 6, grey + grey)
    rows = zlib.decompress(coloured[coloured.index(b"IDAT") + 4 : -16])
    assert rows == b"\0" + red + grey + b"\0" + grey + red
    assert zlib.decompress(plain[plain.index(b"IDAT") + 4 : -16]) == b"\0\x80\x80"


def test_a_page_that_is_not_there_is_unknown() -> None:
    """Neither before the first nor after the last."""
    for page in (0, 3):
        with pytest.raises(UnknownJob):
            _image(PdfPress(), _form(), page)


@pytest.mark.parametrize("press", [rogue.Dying(), rogue.Raising(), rogue.Hungry()])
def test_whatever_a_file_does_to_the_press_ends_in_one_line(press: Any) -> None:
    """The server lives, and no words of the document are in the error."""
    with pytest.raises(ReaderFailed, match=r"^Page 1 cannot be drawn\.$"):
        _image(press, b"x")


def test_a_press_without_end_is_killed_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No process, no file."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    before = children()
    with pytest.raises(ReaderFailed):
        _image(rogue.Endless(), b"x", wall_seconds=0.5)
    assert list(tmp_path.iterdir()) == []
    assert children() <= before


def test_a_broken_file_is_told_in_one_line() -> None:
    """It was read once, but may be damaged since."""
    with pytest.raises(ReaderFailed):
        _image(PdfPress(), b"%PDF-1.4 nothing")


def test_a_shelf_keeps_what_was_used_last_within_its_room() -> None:
    """What weighs more than all the room is made and not kept."""

    async def work() -> None:
        shelf = Shelf[str](10, len)
        made: list[str] = []

        async def get(text: str) -> str:
            async def make() -> str:
                made.append(text)
                return text

            return await shelf.get(text, make)

        for text in ("aaaa", "bbbb", "aaaa", "cccc", "aaaa", "bbbb"):
            assert await get(text) == text
            assert shelf.weight <= 10
        assert made == ["aaaa", "bbbb", "cccc", "bbbb"]
        assert await get("d" * 11) == await get("d" * 11)
        assert made.count("d" * 11) == 2

    asyncio.run(work())


def test_a_thing_many_ask_for_is_made_once() -> None:
    """Also when who asked first goes away; a failure is everybody's and is not kept."""

    async def work() -> None:
        shelf = Shelf[int](10, lambda number: 1)
        calls = 0

        async def make() -> int:
            nonlocal calls
            calls += 1
            await asyncio.sleep(0.01)
            if calls == 2:
                raise ReaderFailed("no")
            return calls

        first = asyncio.create_task(shelf.get("a", make))
        others = [asyncio.create_task(shelf.get("a", make)) for _ in range(5)]
        await asyncio.sleep(0)
        first.cancel()
        assert await asyncio.gather(*others) == [1] * 5
        failed = await asyncio.gather(
            *(shelf.get("b", make) for _ in range(3)), return_exceptions=True
        )
        assert [type(one) for one in failed] == [ReaderFailed] * 3
        assert await shelf.get("b", make) == 3

    asyncio.run(work())


def test_an_original_is_shown_to_its_workspace_alone(tmp_path: Path) -> None:
    """Though the picture is at hand, a stranger and a deleted job get nothing."""

    async def work(at: Door) -> None:
        answer = await at.generate()
        document = answer.headers["Content-Location"].split("/")[-2]
        stores = at.office.stores
        printer = BlankPrinter(pages=2)
        originals = Originals(stores.records, stores.archive, TextReader(), printer)
        assert (await originals.source("", document)).pages[0].text.startswith("# Consent")
        for _ in range(2):
            assert (await originals.image("", document, 2, 800)).startswith(b"\x89PNG")
        assert printer.asked == [("form.txt", 2, 800)]
        for page, workspace in ((2, "other"), (3, "")):
            with pytest.raises(UnknownJob):
                await originals.image(workspace, document, page, 800)
        await at.client.delete(f"/jobs/{document.partition('-')[0]}/")
        with pytest.raises(UnknownJob):
            await originals.image("", document, 2, 800)
        with pytest.raises(UnknownJob):
            await originals.source("", document)

    visit(tmp_path)(work)
