"""The words that a person sees in a rendered report, format by format."""

from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from zipfile import ZipFile

import orjson
from lxml import etree, html
from markdown_it import MarkdownIt

from conspectus.domain.text.legible import legible

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def page(data: bytes) -> html.HtmlElement:
    """Return the tree of an HTML page."""
    return html.document_fromstring(data.decode())


def part(data: bytes, name: str) -> etree._Element:
    """Return the tree of one part of a DOCX."""
    with ZipFile(BytesIO(data)) as package:
        return etree.fromstring(package.read(name))


def html_words(data: bytes) -> str:
    """Return the words of the body; the pop-overs are left out, as they repeat the quotes."""
    body = page(data).find("body")
    for proof in body.xpath("//span[@class='proof'] | //sup"):
        proof.drop_tree()
    return legible(body.text_content())


def docx_words(data: bytes) -> str:
    """Return the words of the body and the endnotes."""
    trees = [part(data, f"word/{name}.xml") for name in ("document", "endnotes")]
    paragraphs = (p for tree in trees for p in tree.iter(f"{W}p"))
    return "\n".join("".join(t.text or "" for t in p.iter(f"{W}t")) for p in paragraphs)


def markdown_words(data: bytes) -> str:
    """Return the words that a CommonMark reader with tables shows."""
    reader = MarkdownIt("commonmark").enable("table")
    shown = html.document_fromstring(reader.render(data.decode()))
    return legible(shown.text_content())


def json_words(data: bytes) -> str:
    """Return every string, one a line."""
    return "\n".join(legible(text) for text in _strings(orjson.loads(data)))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)


WORDS: Mapping[str, Callable[[bytes], str]] = {
    "html": html_words,
    "docx": docx_words,
    "md": markdown_words,
    "json": json_words,
}
