"""Scanned pages: which are read by OCR, and what Tesseract makes of them."""

import stat
from dataclasses import dataclass
from pathlib import Path

import pytest

from conspectus.adapters.ocr_tesseract import Tesseract
from conspectus.adapters.read_pdf import PdfParser
from conspectus.domain.errors import ReaderFailed, SourceTooLarge
from conspectus.domain.scan import Picture, Word
from conspectus.domain.source import Upload
from pdf_forms import PROSE, Form, merged, scanned

BLANK = Picture(10, 10, b"\xff" * 100, 72)
needs_tesseract = pytest.mark.skipif(
    Tesseract.found() is None,
    reason="Tesseract is missing: install the package tesseract-ocr, or run `make test` as root",
)


@dataclass(frozen=True)
class Typist:
    """An OCR engine that reads the same two lines from every picture."""

    confidence: float = 90.0

    def read(self, picture: Picture) -> tuple[Word, ...]:
        """Read "Blood will be drawn."."""
        tall = picture.dots // 6
        return tuple(
            Word(word, (100 + 200 * i, y, 280 + 200 * i, y + tall), self.confidence, line)
            for line, (y, words) in enumerate([(200, "Blood will"), (260, "be drawn.")])
            for i, word in enumerate(words.split())
        )


def test_only_the_scanned_pages_of_a_file_are_read_by_ocr(tmp_path: Path) -> None:
    """A page that has its own text keeps it and has no confidence."""
    typed = Form().prose().data()
    data = merged(typed, scanned(typed, tmp_path, dots=40))
    source = PdfParser(ocr=Typist()).parse(Upload("mixed.pdf", data))
    assert [page.confidence for page in source.pages] == [None, 90.0]
    assert source.pages[1].text == "Blood will\nbe drawn."
    assert [p.text for p in source.passages] == [PROSE.strip(), "Blood will be drawn."]
    assert [remark.code for remark in source.remarks] == ["ocr"]
    assert "confidence 90" in source.remarks[0].message


def test_words_of_ocr_have_boxes_in_points(tmp_path: Path) -> None:
    """The box of a word on a scanned page is that of its picture, in points."""
    data = scanned(Form().prose().data(), tmp_path, dots=40)
    source = PdfParser(ocr=Typist()).parse(Upload("scan.pdf", data))
    (evidence,) = source.locate("drawn.")
    left, top, right, bottom = evidence.boxes[0]
    assert (left, right) == pytest.approx((300 * 72 / 250, 480 * 72 / 250), abs=0.1)
    assert (top, bottom) == pytest.approx((260 * 72 / 250, 301 * 72 / 250), abs=0.1)


def test_bad_ocr_is_remarked(tmp_path: Path) -> None:
    """A page read with low confidence is named."""
    data = scanned(Form().prose().data(), tmp_path, dots=40)
    source = PdfParser(ocr=Typist(41.0)).parse(Upload("scan.pdf", data))
    assert [remark.code for remark in source.remarks] == ["ocr", "ocr-low-confidence"]


def test_pictures_among_text_are_remarked_without_ocr(tmp_path: Path) -> None:
    """A mixed file is read without its pictures, and says so."""
    typed = Form().prose().data()
    source = PdfParser().parse(
        Upload("mixed.pdf", merged(typed, scanned(typed, tmp_path, dots=40)))
    )
    assert source.remarks[0].message.startswith("Page 2 not read")


@needs_tesseract
def test_tesseract_reads_a_scan(tmp_path: Path) -> None:
    """Heading and paragraph of a printed and scanned page come out as words with confidence."""
    form = Form().line("WHAT ARE THE RISKS?", size=14).space(8).prose(size=12)
    source = PdfParser(ocr=Tesseract.found()).parse(
        Upload("scan.pdf", scanned(form.data(), tmp_path))
    )
    assert [p.kind for p in source.passages] == ["heading", "paragraph"]
    assert source.passages[0].text == "WHAT ARE THE RISKS?"
    assert source.passages[1].text.startswith("You are being asked to take part in a research")
    assert (source.pages[0].confidence or 0) > 80


def test_a_failing_program_is_an_error_of_reading(tmp_path: Path) -> None:
    """What Tesseract says when it fails never reaches the user."""
    with pytest.raises(ReaderFailed, match="scanned page"):
        Tesseract(_script(tmp_path, "echo secret >&2; exit 3")).read(BLANK)


def test_a_program_that_hangs_is_stopped(tmp_path: Path) -> None:
    """The time of one page is bounded."""
    with pytest.raises(SourceTooLarge, match="OCR"):
        Tesseract(_script(tmp_path, "exec sleep 60"), seconds=0.1).read(BLANK)


def test_tesseract_runs_in_one_thread(tmp_path: Path) -> None:
    """More threads make it several times slower."""
    header = "level\\tpage_num\\tblock_num\\tpar_num\\tline_num\\tword_num\\tleft\\ttop\\twidth"
    row = "5\\t1\\t1\\t1\\t1\\t1\\t0\\t0\\t9\\t9\\t90"
    script = (
        f"cat >/dev/null; printf '{header}\\theight\\tconf\\ttext\\n{row}\\t%s' $OMP_THREAD_LIMIT"
    )
    (word,) = Tesseract(_script(tmp_path, script)).read(BLANK)
    assert word.text == "1"


def _script(folder: Path, body: str) -> str:
    path = folder / "tesseract"
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)
