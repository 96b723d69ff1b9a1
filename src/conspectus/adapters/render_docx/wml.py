"""WordprocessingML: the few elements that a report is written with."""

from collections.abc import Iterable, Sequence

from lxml import etree

from conspectus.domain.text.legible import legible

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"

Node = etree._Element
Cell = Sequence[Node]
"""The paragraphs of a table cell."""


def node(tag: str, *children: Node, **values: str | int) -> Node:
    """Return the element `w:tag` with attributes of the same namespace."""
    element = etree.Element(f"{{{WORD}}}{tag}", nsmap={"w": WORD, "r": LINKS})
    for name, value in values.items():
        element.set(f"{{{WORD}}}{name}", str(value))
    element.extend(children)
    return element


def text(words: str) -> Node:
    """Return a `w:t` that keeps its outer spaces; everything unseen is left out."""
    element = node("t")
    lead, trail = (" " if words[:1] == " " else ""), (" " if words[-1:] == " " else "")
    element.text = f"{lead}{legible(words)}{trail}" if words.strip() else words
    element.set(SPACE, "preserve")
    return element


def run(*parts: Node | str, style: str | None = None) -> Node:
    """Return a run of text and other elements, in a character style."""
    content = [text(part) if isinstance(part, str) else part for part in parts]
    look = [node("rPr", node("rStyle", val=style))] if style else []
    return node("r", *look, *content)


def paragraph(*parts: Node | str, style: str | None = None, fresh_page: bool = False) -> Node:
    """Return a paragraph of runs, in a paragraph style, on a fresh page if asked."""
    look = [node("pStyle", val=style)] if style else []
    if fresh_page:
        look.append(node("pageBreakBefore"))
    runs = [run(part) if isinstance(part, str) else part for part in parts]
    return node("p", *([node("pPr", *look)] if look else []), *runs)


def field(instruction: str, shown: str, style: str | None = None) -> list[Node]:
    """Return the runs of a field that Word computes; `shown` stands until it does."""
    code = node("instrText")
    code.text = f" {instruction} "
    code.set(SPACE, "preserve")
    return [
        run(node("fldChar", fldCharType="begin"), style=style),
        run(code, style=style),
        run(node("fldChar", fldCharType="separate"), style=style),
        run(shown, style=style),
        run(node("fldChar", fldCharType="end"), style=style),
    ]


def bookmarked(number: int, name: str, *runs: Node) -> list[Node]:
    """Return the runs between the two ends of a bookmark."""
    return [node("bookmarkStart", id=number, name=name), *runs, node("bookmarkEnd", id=number)]


def table(
    caption: str, widths: Sequence[int], head: Sequence[str], rows: Iterable[Sequence[Cell]]
) -> Node:
    """Return a table whose first row is repeated on every page. Widths are in 1/20 point.

    A row of one cell runs over all columns.
    """
    look = node(
        "tblPr",
        node("tblStyle", val="TableGrid"),
        node("tblW", w=sum(widths), type="dxa"),
        node("tblLayout", type="fixed"),
        node(
            "tblLook",
            val="0020",
            firstRow=1,
            lastRow=0,
            firstColumn=0,
            lastColumn=0,
            noHBand=1,
            noVBand=1,
        ),
        node("tblCaption", val=legible(caption)),
    )
    grid = node("tblGrid", *(node("gridCol", w=width) for width in widths))
    first = [[paragraph(name, style="TableHeading")] for name in head]
    return node(
        "tbl",
        look,
        grid,
        _row(first, widths, node("tblHeader")),
        *(_row(cells, widths) for cells in rows),
    )


def _row(cells: Sequence[Cell], widths: Sequence[int], *look: Node) -> Node:
    spans = len(cells) == 1 < len(widths)
    sizes = [sum(widths)] if spans else widths
    span = [len(widths)] if spans else []
    filled = (
        node(
            "tc",
            node(
                "tcPr",
                node("tcW", w=size, type="dxa"),
                *(node("gridSpan", val=columns) for columns in span),
            ),
            *cell,
        )
        for size, cell in zip(sizes, cells, strict=True)
    )
    return node("tr", node("trPr", node("cantSplit"), *look), *filled)


def serialized(root: Node) -> bytes:
    """Return a part of the package as UTF-8 XML."""
    etree.cleanup_namespaces(root, keep_ns_prefixes=["w", "r", "dcterms"])
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
