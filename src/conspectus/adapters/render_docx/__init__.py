"""DOCX: styles, real endnotes and tables, as Word and LibreOffice open them."""

from collections.abc import Iterator, Sequence

from lxml import etree

from conspectus.adapters.render_docx import tables
from conspectus.adapters.render_docx.endnotes import Marks, endnotes
from conspectus.adapters.render_docx.package import packed
from conspectus.adapters.render_docx.wml import (
    LINKS,
    Node,
    field,
    node,
    paragraph,
    run,
    serialized,
)
from conspectus.domain.apparatus import DRAFT, QUOTES, SIGNED, signed, standing
from conspectus.domain.blocks import blocks
from conspectus.domain.document import Section
from conspectus.domain.notes import Note, notes
from conspectus.domain.report import Report
from conspectus.domain.text.counting import counted
from conspectus.domain.text.legible import legible
from conspectus.domain.usage import Usage

_DATE = "2000-01-01T00:00:00Z"  # a report bears no date, but the format wants one
_PROPERTIES = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DUBLIN = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_TYPE = "{http://www.w3.org/2001/XMLSchema-instance}type"


class DocxRenderer:
    """Writes the document with endnotes; the ledger, the checks and the facts follow it."""

    media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

    def render(self, report: Report, usage: Usage | None = None) -> bytes:
        """Return the file; usage is not shown, so the same report gives the same bytes."""
        cited, marks = notes(report.document)
        parts = {
            "docProps/core.xml": _properties(report),
            "word/document.xml": node("document", _body(report, cited, Marks(marks))),
            "word/endnotes.xml": endnotes(cited),
            "word/header1.xml": _header(report),
            "word/header2.xml": node("hdr", paragraph(style="Header")),
            "word/footer1.xml": _footer(report),
        }
        return packed({name: serialized(root) for name, root in parts.items()})


def _body(report: Report, cited: Sequence[Note], marks: Marks) -> Node:
    return node(
        "body",
        *_opening(report),
        *(part for section in report.document.sections for part in _section(section, marks)),
        *tables.ledger(report, cited, marks),
        *tables.checks(report),
        *tables.facts(report),
        *tables.origin(report),
        paragraph(QUOTES, style="Heading1"),
        paragraph(
            "Every quote is verbatim; its number stands at the statement.", style="SmallText"
        ),
        _page(),
    )


def _opening(report: Report) -> Iterator[Node]:
    pages = report.source.pages
    length = f", {counted(pages, 'page')}" if pages else ""
    yield paragraph(standing(report), style="DraftMark")
    yield paragraph(report.document.title, style="Title")
    yield paragraph(
        "Made from ", run(report.source.name, style="Strong"), f"{length}. ",
        "Each small number leads to words of the source.",
        style="Subtitle",
    )  # fmt: skip


def _section(section: Section, marks: Marks) -> Iterator[Node]:
    yield paragraph(section.title, style="Heading1")
    for block in blocks(section):
        lines = [[run(one.text), *marks.of(one.id)] for one in block.statements]
        if block.listed:
            yield from (paragraph(*line, style="ListBullet") for line in lines)
        else:
            spaced = [part for line in lines for part in (run(" "), *line)][1:]
            yield paragraph(*spaced)


def _page() -> Node:
    def reference(tag: str, kind: str, link: str) -> Node:
        element = node(tag, type=kind)
        element.set(f"{{{LINKS}}}id", link)
        return element

    return node(
        "sectPr",
        reference("headerReference", "default", "rId5"),
        reference("headerReference", "first", "rId6"),
        reference("footerReference", "default", "rId7"),
        reference("footerReference", "first", "rId7"),
        node("endnotePr", node("numFmt", val="decimal")),
        node("pgSz", w=12240, h=15840),
        node(
            "pgMar", top=1224, right=1296, bottom=1152, left=1296, header=620, footer=560, gutter=0
        ),
        node("titlePg"),
    )


def _header(report: Report) -> Node:
    title = legible(report.document.title)
    short = title if len(title) <= 80 else title[:79].rsplit(" ", 1)[0] + "…"
    mark = SIGNED if signed(report) else "Draft for review"
    return node("hdr", paragraph(run(short, node("tab"), mark), style="Header"))


def _footer(report: Report) -> Node:
    page, pages = field("PAGE", "1"), field("NUMPAGES", "1")
    line = paragraph(
        run(SIGNED if signed(report) else DRAFT, node("tab"), "Page "),
        *page,
        " of ",
        *pages,
        style="Footer",
    )
    return node("ftr", line)


def _properties(report: Report) -> Node:
    spaces = {"cp": _PROPERTIES, "dc": _DUBLIN, "dcterms": _TERMS}
    root = etree.Element(f"{{{_PROPERTIES}}}coreProperties", nsmap=spaces)
    for name, value in (
        ("title", legible(report.document.title)),
        ("creator", "Conspectus"),
        ("language", "en-US"),
    ):
        etree.SubElement(root, f"{{{_DUBLIN}}}{name}").text = value
    for name in ("created", "modified"):
        date = etree.SubElement(root, f"{{{_TERMS}}}{name}")
        date.set(_TYPE, "dcterms:W3CDTF")
        date.text = _DATE
    return root
