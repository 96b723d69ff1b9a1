"""The DOCX file: styles, endnotes and tables that Word and LibreOffice open without repair."""

import posixpath
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from lxml import etree

from conspectus.adapters.render_docx import DocxRenderer
from conspectus.domain.report import Omission, Report
from conspectus.domain.text.legible import legible
from rendered import W, docx_words, part
from reports import EMPTY, REPORT, on_page, with_text

DATA = DocxRenderer().render(REPORT)
RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@pytest.mark.parametrize("report", [REPORT, EMPTY, with_text("\x00\x0b\ufffe]]>&amp;")])
def test_the_package_is_whole(report: Report) -> None:
    """Every part is well-formed and typed, and every relationship leads to a part."""
    with ZipFile(BytesIO(DocxRenderer().render(report))) as package:
        names = set(package.namelist())
        trees = {name: etree.fromstring(package.read(name)) for name in names}
        assert package.namelist()[0] == "[Content_Types].xml"
    typed = {o.get("PartName")[1:] for o in trees["[Content_Types].xml"] if o.get("PartName")}
    assert typed == {name for name in names if not name.endswith(".rels")} - {"[Content_Types].xml"}
    for folder, rels in (("", "_rels/.rels"), ("word", "word/_rels/document.xml.rels")):
        targets = {posixpath.join(folder, r.get("Target")) for r in trees[rels]}
        assert targets <= names
    known = {r.get("Id") for r in trees["word/_rels/document.xml.rels"]}
    assert {e.get(LINK) for e in trees["word/document.xml"].iter() if e.get(LINK)} <= known


def test_python_docx_opens_it_and_knows_its_styles() -> None:
    """Title, headings, bullets and table text are real styles, all defined in the file."""
    document = docx.Document(BytesIO(DATA))
    styled = [(p.style.name, p.text) for p in document.paragraphs]
    assert styled[1] == ("Title", REPORT.document.title)
    sections = {section.title for section in REPORT.document.sections}
    assert sections < {text for style, text in styled if style == "Heading 1"}
    items = [text.rstrip("34") for style, text in styled if style == "List Bullet"]
    assert items == [s.text for _, s in REPORT.document.statements if s.item]
    body = part(DATA, "word/document.xml")
    tags = (f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")
    used = {element.get(f"{W}val") for element in body.iter(*tags)}
    defined = set(part(DATA, "word/styles.xml").xpath("//@*[local-name()='styleId']"))
    assert used <= defined


def test_each_quote_is_an_endnote_that_is_referred_to_once() -> None:
    """Word numbers endnotes by their references, so these come in the order of the notes."""
    body, notes = part(DATA, "word/document.xml"), part(DATA, "word/endnotes.xml")
    referred = [e.get(f"{W}id") for e in body.iter(f"{W}endnoteReference")]
    held = [e.get(f"{W}id") for e in notes.iter(f"{W}endnote") if not e.get(f"{W}type")]
    assert referred == held == [str(n) for n in range(1, 8)]
    kinds = [e.get(f"{W}type") for e in notes.iter(f"{W}endnote")][:2]
    assert kinds == ["separator", "continuationSeparator"]


def test_a_quote_cited_again_is_a_field_that_refers_to_its_first_mark() -> None:
    """Later marks, those of the ledger at the end, refer to the bookmarks around the first ones."""
    body = part(DATA, "word/document.xml")
    fields = [int(e.text.split()[1].removeprefix("_RefQuote")) for e in body.iter(f"{W}instrText")]
    marks = [e.get(f"{W}name") for e in body.iter(f"{W}bookmarkStart")]
    assert fields == [1, 3, 3, 1, 4, 4, 5]
    assert marks == [f"_RefQuote{number}" for number in range(1, 8)]
    assert len(list(body.iter(f"{W}bookmarkEnd"))) == len(marks)


def test_a_quote_of_the_document_is_not_written_again_in_the_ledger() -> None:
    """Its number leads to the endnote; another quote is written out, but its words come once."""
    first = REPORT.document.sections[0].statements[0].evidence[0]
    other = on_page(9, "You must not drive for 24 hours.")
    lines = (
        Omission("known", "left_out", "Too long.", (first,)),
        Omission("unknown", "left_out", "Too long.", (other,)),
        Omission("duty: You must not drive \u2026", "left_out", "Too long.", (other,)),
    )
    words = docx_words(DocxRenderer().render(replace(REPORT, omissions=lines)))
    assert words.count(legible(first.quote)) == 1
    for name in ("unknown", "duty"):
        assert f"{name}\n\u201c{other.quote}\u201d \u2014 page 9" in words
    assert "Too long. known1\n" in words


def test_pages_are_numbered_and_marked_as_a_draft() -> None:
    """The footer counts the pages; the header bears the title, except on the first page."""
    section = docx.Document(BytesIO(DATA)).sections[0]
    codes = [e.text.strip() for e in part(DATA, "word/footer1.xml").iter(f"{W}instrText")]
    assert codes == ["PAGE", "NUMPAGES"]
    assert section.header.paragraphs[0].text == f"{REPORT.document.title}\tDraft for review"
    assert section.different_first_page_header_footer
    assert section.first_page_header.paragraphs[0].text == ""


def test_tables_repeat_their_head_and_keep_rows_together() -> None:
    """Each table has a caption for screen readers, a head row and no row that breaks."""
    tables = list(part(DATA, "word/document.xml").iter(f"{W}tbl"))
    assert len(tables) == 4
    captions = [t.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val") for t in tables]
    assert captions == ["Errors", "Warnings", "Open: needs a person", "Facts"]
    for table in tables:
        rows = table.findall(f"{W}tr")
        assert [bool(len(row.findall(f"{W}trPr/{W}tblHeader"))) for row in rows][:2] == [
            True,
            False,
        ]
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


def test_the_document_ends_before_what_stands_behind_it() -> None:
    """The first heading behind the document begins a page."""
    for report, heading in (
        (REPORT, "What the source stresses, and where it went"),
        (EMPTY, "Checks"),
    ):
        body = part(DocxRenderer().render(report), "word/document.xml")
        breaks = [p for p in body.iter(f"{W}p") if p.find(f"{W}pPr/{W}pageBreakBefore") is not None]
        assert ["".join(p.itertext()) for p in breaks] == [heading]


def test_no_clock_is_in_the_file() -> None:
    """Entries and properties bear a fixed date, the language is set."""
    with ZipFile(BytesIO(DATA)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    properties = docx.Document(BytesIO(DATA)).core_properties
    assert properties.created.year == properties.modified.year == 2000
    assert (properties.title, properties.language) == (REPORT.document.title, "en-US")


def test_what_stands_behind_is_shorter_than_a_table_of_everything() -> None:
    """Facts that the source does not state share a paragraph, and so do lines without a quote."""
    words = docx_words(DATA).splitlines()
    assert "Not found in the source: Randomized (taken as no); Study ID" in words
    assert any(line.endswith("risk: bleeding; risk: infection") for line in words)
    table = docx.Document(BytesIO(DATA)).tables[-1]
    assert [row.cells[0].text for row in table.rows] == [
        "Question", "Voluntary", "Duration", "Procedures",
    ]  # fmt: skip
