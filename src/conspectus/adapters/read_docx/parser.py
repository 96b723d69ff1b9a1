"""DOCX to source: the main part and everything that a reader of the document also sees."""

from dataclasses import dataclass, field
from typing import ClassVar

from conspectus.adapters.read_docx.blocks import Block, clean, paragraphs
from conspectus.adapters.read_docx.container import DAMAGED, Container, ContainerLimits
from conspectus.adapters.read_docx.ooxml import Element, R, W
from conspectus.adapters.read_docx.passages import Scribe
from conspectus.adapters.read_docx.styles import Lists, Styles
from conspectus.adapters.read_docx.walk import Walker
from conspectus.domain.errors import EmptySource, SourceTooLarge, UnsupportedFormat
from conspectus.domain.source import Passage, Remark, Source, Upload
from conspectus.domain.text.language import detect_language

NOTES = (("footnotes", "footnote", "Footnote"), ("endnotes", "endnote", "Endnote"))
EDGES = (("headerReference", "header", "Header"), ("footerReference", "footer", "Footer"))


@dataclass(frozen=True)
class DocxParser:
    """Reads DOCX files (DOCM and DOTX too: their macros are never looked at).

    Every paragraph is a page without a number whose `anchor` is its place in the file. Tracked
    changes are read as accepted; what is hidden from the printed document is left out and named
    by a remark. Headers, footers and notes follow the body.
    """

    media_type: ClassVar[str] = (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    )
    limits: ContainerLimits = field(default_factory=ContainerLimits)

    def parse(self, upload: Upload) -> Source:
        """Raise a SourceError when the upload is no sound, bounded Word document with words."""
        try:
            return _read(upload, Container(upload.data, self.limits))
        except RecursionError as error:
            raise SourceTooLarge("The DOCX file's tables are nested too deeply.") from error


def _read(upload: Upload, container: Container) -> Source:
    parts: dict[str, list[tuple[str, str]]] = {}
    related = container.related(container.main)
    for relation, (kind, name) in related.items():
        parts.setdefault(kind, []).append((relation, name))
    root = container.xml(container.main)
    body = root.find(W + "body") if root is not None else None
    if root is None or body is None:
        raise UnsupportedFormat(DAMAGED)

    def part(kind: str) -> Element | None:
        named = parts.get(kind)
        return container.xml(named[0][1]) if named else None

    walker = Walker(Styles(part("styles")), Lists(part("numbering")))
    scribe = Scribe()
    scribe.write(walker.blocks(body))
    for kind, tag, title in NOTES:
        for index, note in enumerate(_notes(part(kind), tag), 1):
            scribe.write(walker.blocks(note, f"{tag}{index}"), title)
    _write_edges(root, container, related, walker, scribe)
    if not any(page.text for page in scribe.pages):
        raise EmptySource("The document holds no words.")
    comments = _comments(part("comments"), walker)
    text = "\n".join(page.text for page in scribe.pages)
    return Source(
        upload.name,
        upload.digest,
        DocxParser.media_type,
        detect_language(text),
        tuple(scribe.pages),
        tuple(scribe.passages),
        comments,
        tuple(_remarks(walker, comments, body)),
    )


def _notes(root: Element | None, tag: str) -> list[Element]:
    """Return the notes that somebody wrote; separators carry a type."""
    if root is None:
        return []
    return [n for n in root.iter(W + tag) if n.get(W + "type") in (None, "normal")]


def _write_edges(
    root: Element,
    container: Container,
    related: dict[str, tuple[str, str]],
    walker: Walker,
    scribe: Scribe,
) -> None:
    """Write each header and footer that a section uses, those that say the same only once."""
    seen: set[str] = set()
    for tag, kind, title in EDGES:
        ids = dict.fromkeys(r.get(R + "id") or "" for r in root.iter(W + tag))
        for index, relation in enumerate((i for i in ids if i in related), 1):
            story = container.xml(related[relation][1])
            blocks = walker.blocks(story, f"{kind}{index}") if story is not None else ()
            fresh = [p for p in paragraphs(blocks) if title + clean(p.text) not in seen]
            seen.update(title + clean(p.text) for p in fresh)
            scribe.write(tuple[Block, ...](fresh), title)


def _comments(root: Element | None, walker: Walker) -> tuple[Passage, ...]:
    if root is None:
        return ()
    texts = (
        " ".join(clean(p.text) for p in paragraphs(walker.blocks(comment)))
        for comment in root.iter(W + "comment")
    )
    return tuple(
        Passage(number, "paragraph", text, ()) for number, text in enumerate(filter(None, texts), 1)
    )


def _remarks(walker: Walker, comments: tuple[Passage, ...], body: Element) -> list[Remark]:
    found: list[Remark] = []
    if comments:
        found.append(
            Remark("comments", f"The file holds {_count(len(comments), 'comment')} of reviewers.")
        )
    if walker.hidden:
        left_out = _count(walker.hidden, "character")
        found.append(Remark("hidden-text", f"{left_out} of hidden text were left out."))
    if walker.deceived:
        found.append(
            Remark(
                "hidden-text",
                "Unseen characters that turn or hide words were left out; compare with the file.",
            )
        )
    embedded = sum(1 for _ in body.iter(W + "altChunk"))
    if embedded:
        found.append(
            Remark("truncated", f"{_count(embedded, 'embedded document')} could not be read.")
        )
    return found


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
