"""Files that cannot be read, or that look as if they could not, all made here.

Each is made when it is asked for, so that a bomb takes no memory before its test.
"""

import random
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

from conspectus.domain.errors import (
    EmptySource,
    EncryptedSource,
    ReaderFailed,
    SourceError,
    SourceTooLarge,
    TextLayerMissing,
    TruncatedSource,
    UnsupportedFormat,
)
from docx_files import NAMES, docx, p, table, zipped
from pdf_files import (
    CATALOG,
    FONT,
    SENTENCE,
    flate_bomb,
    one_page,
    pdf,
    pictures,
    stream,
    typeset,
    words,
)

OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
LAUGHS = "".join(
    f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' if i else '<!ENTITY l0 "ha">' for i in range(10)
)


@dataclass(frozen=True)
class Bad:
    """A file that must be refused: with one of `errors`, in a message that holds `words`."""

    id: str
    make: Callable[[], bytes]
    errors: tuple[type[SourceError], ...]
    words: str = ""
    name: str = "form.pdf"


@dataclass(frozen=True)
class Odd:
    """A strange file that must be read all the same, and hold `words`."""

    id: str
    make: Callable[[], bytes]
    words: str = SENTENCE
    name: str = "form.pdf"


def bad(
    name: str, make: Callable[[], bytes] | bytes, *errors: type[SourceError], says: str = ""
) -> Bad:
    """Return a case; the suffix of the file name follows the case's name."""
    made = make if callable(make) else partial(bytes, make)
    return Bad(name, made, errors, says, f"form.{'docx' if 'docx' in name else 'pdf'}")


def cut(share: float) -> bytes:
    """Return the first part of a sound PDF."""
    whole = typeset(*[[SENTENCE] * 30] * 8)
    return whole[: int(len(whole) * share)]


def cut_docx(share: float) -> bytes:
    """Return the first part of a sound DOCX."""
    whole = docx(*[p(SENTENCE)] * 50)
    return whole[: int(len(whole) * share)]


def document(xml: str | bytes) -> Callable[[], bytes]:
    """Return how to make a DOCX with that main part."""
    return lambda: docx(extra={"word/document.xml": xml})


def with_dtd(dtd: str, text: str) -> str:
    """Return a main part with a document type and one paragraph of raw XML."""
    return (
        f"<!DOCTYPE w:document [{dtd}]><w:document {NAMES}><w:body><w:p><w:r><w:t>{text}"
        "</w:t></w:r></w:p></w:body></w:document>"
    )


def spoilt(data: bytes, at: bytes, by: bytes) -> bytes:
    """Return the bytes with the last occurrence of `at` overwritten by `by`."""
    where = data.rindex(at)
    return data[:where] + by + data[where + len(by) :]


def lying_sizes() -> bytes:
    """Return a DOCX whose main part is far larger than its directory says."""
    big = docx(*[p(SENTENCE)] * 2000)
    entry = big.rindex(b"PK\x01\x02", 0, big.rindex(b"word/document.xml"))
    return big[: entry + 24] + (100).to_bytes(4, "little") + big[entry + 28 :]


def nested_pages(depth: int) -> bytes:
    """Return a PDF whose one page hangs below a tree of that depth."""
    nodes = [b"<< /Type /Pages /Count 1 /Kids [%d 0 R] >>" % (3 + i) for i in range(depth)]
    page = b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 612 792] >>" % (depth + 1)
    return pdf(CATALOG, *nodes, page)


def laughing_forms() -> bytes:
    """Return a page of forms that each draw the next one ten times, eight levels deep."""
    forms = [
        stream(
            b"/X Do " * 10 if level < 7 else words(),
            b"/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << /Font << /F 5 0 R >>"
            + (b" /XObject << /X %d 0 R >>" % (7 + level) if level < 7 else b"") + b" >>",
        )
        for level in range(8)
    ]  # fmt: skip
    return one_page(stream(b"/X Do"), *forms, resources=b"/XObject << /X 6 0 R >>")


def noise(size: int) -> bytes:
    """Return bytes without any order, the same every time."""
    return random.Random(7).randbytes(size)


BOMB = b"/Filter [/FlateDecode /FlateDecode]"
REFUSED = (UnsupportedFormat, TruncatedSource, EmptySource, SourceTooLarge)


def bad_files() -> Iterator[Bad]:
    """Yield every file that must be refused."""
    unsupported = UnsupportedFormat
    yield bad("empty", b"", EmptySource, says="empty")
    yield bad("blank", b" \n\x00" * 50, EmptySource, says="empty")
    yield bad("text-renamed", SENTENCE.encode(), unsupported, says="neither a PDF nor a DOCX")
    yield bad("html", b"<!DOCTYPE html><html></html>", unsupported)
    yield bad("png", b"\x89PNG\r\n\x1a\n" + bytes(99), unsupported, says="picture")
    yield bad("jpeg", b"\xff\xd8\xff\xe0" + bytes(99), unsupported, says="picture")
    yield bad("rtf", b"{\\rtf1 words}", unsupported, says="save it as DOCX or PDF")
    yield bad("noise", lambda: noise(5000), unsupported)
    yield bad("too-many-bytes", lambda: b"%PDF-1.7" + bytes(3 << 20), SourceTooLarge, says="2 MB")

    yield bad(
        "pdf-password", lambda: typeset(["a"], password="x"), EncryptedSource, says="password"
    )
    for share in (0.1, 0.5, 0.9, 0.99):
        yield bad(f"pdf-cut-{share}", partial(cut, share), TruncatedSource, says="incomplete")
    yield bad("pdf-header-only", b"%PDF-1.7\n", TruncatedSource)
    yield bad("pdf-noise", lambda: b"%PDF-1.7\n" + noise(5000) + b"\n%%EOF", *REFUSED)
    yield bad("pdf-no-pages", lambda: pdf(CATALOG, b"<< /Type /Pages /Count 0 /Kids [] >>"),
              EmptySource, says="no pages")  # fmt: skip
    yield bad("pdf-pictures", lambda: pictures(2), TextLayerMissing, says="tesseract-ocr")
    yield bad("pdf-blank-pages", lambda: typeset([" "], [" "]), EmptySource, says="no words")
    yield bad("pdf-many-pages", lambda: typeset(*[["a"]] * 21), SourceTooLarge, says="20")
    yield bad("pdf-lying-count", lambda: pdf(CATALOG, b"<< /Type /Pages /Count 200000 /Kids [] >>"),
              *REFUSED)  # fmt: skip
    yield bad("pdf-huge-page", lambda: one_page(stream(words()), box=b"0 0 900000 900000"),
              SourceTooLarge, says="points")  # fmt: skip
    yield bad("pdf-bomb-spaces", lambda: one_page(stream(flate_bomb(b" ", 4096), BOMB)),
              SourceTooLarge, ReaderFailed, EmptySource)  # fmt: skip
    yield bad("pdf-bomb-words", lambda: one_page(stream(flate_bomb(words(), 1024), BOMB)),
              SourceTooLarge, ReaderFailed)  # fmt: skip
    yield bad("pdf-laughing-forms", laughing_forms, SourceTooLarge, ReaderFailed)
    yield bad("pdf-nested-arrays", lambda: one_page(stream(b"[" * 10**6 + b"]" * 10**6)), *REFUSED)
    yield bad("pdf-nested-object", lambda: pdf(CATALOG, b"[" * 10**5 + b"]" * 10**5), *REFUSED)
    yield bad("pdf-nested-pages", lambda: nested_pages(5000), *REFUSED)
    yield bad("pdf-own-child", lambda: pdf(CATALOG, b"<< /Type /Pages /Count 3 /Kids [2 0 R] >>"),
              *REFUSED)  # fmt: skip
    yield bad("pdf-own-xref", lambda: pdf(CATALOG, b"null", trailer=b"/Prev 9"), *REFUSED)
    yield bad("pdf-no-catalog", lambda: pdf(b"null"), *REFUSED)

    yield bad("docx-password", OLE2 + "EncryptedPackage".encode("utf-16-le"), EncryptedSource,
              says="password")  # fmt: skip
    yield bad("docx-was-doc", OLE2 + "WordDocument".encode("utf-16-le"), unsupported,
              says="save it as DOCX or PDF")  # fmt: skip
    yield bad("docx-was-xls", OLE2 + "Workbook".encode("utf-16-le"), unsupported)
    yield bad("docx-was-xlsx", lambda: docx(extra={"xl/workbook.xml": "<a/>"}), unsupported,
              says="Excel")  # fmt: skip
    yield bad("docx-was-odt", lambda: zipped({"mimetype": "x", "content.xml": "<a/>"}),
              unsupported, says="OpenDocument")  # fmt: skip
    yield bad("docx-was-zip", lambda: zipped({"readme.txt": "words"}), unsupported, says="ZIP")
    yield bad("docx-empty-zip", lambda: zipped({}), unsupported)
    yield bad("docx-other-type", lambda: docx(p("a"), main="application/xml"), unsupported)
    yield bad("docx-no-document", lambda: docx(extra={"_rels/.rels": "<a/>"}), unsupported)
    yield bad("docx-no-body", document(f"<w:document {NAMES}/>"), unsupported, says="damaged")
    yield bad("docx-no-paragraphs", docx, EmptySource, says="no words")
    yield bad("docx-blank-paragraphs", lambda: docx(p(" "), p("")), EmptySource, says="no words")
    yield bad("docx-broken-xml", document("<w:document"), unsupported, says="damaged")
    yield bad("docx-noise-xml", document(noise(500)), unsupported, says="damaged")
    for share in (0.1, 0.5, 0.95):
        yield bad(f"docx-cut-{share}", partial(cut_docx, share), TruncatedSource)
    yield bad("docx-spoilt-directory", lambda: spoilt(docx(p("a")), b"PK\x01\x02", b"XXXX"),
              unsupported, says="damaged")  # fmt: skip
    yield bad("docx-spoilt-part", lambda: spoilt(docx(p("a")), b"PK\x03\x04", b"XXXX"),
              unsupported, says="damaged")  # fmt: skip
    yield bad("docx-lying-sizes", lying_sizes, unsupported, says="damaged")
    yield bad("docx-bomb", document(b" " * (64 << 20)), SourceTooLarge, says="unpacks")
    yield bad("docx-many-parts", lambda: docx(extra={f"a{i}": "" for i in range(6000)}),
              SourceTooLarge, says="parts")  # fmt: skip
    yield bad("docx-entity", document(with_dtd('<!ENTITY x SYSTEM "file:///etc/passwd">', "&x;")),
              unsupported, says="entities")  # fmt: skip
    yield bad("docx-remote-dtd", document('<!DOCTYPE w SYSTEM "http://localhost:9/x.dtd"><w/>'),
              unsupported, says="entities")  # fmt: skip
    yield bad("docx-laughs", document(with_dtd(LAUGHS, "&l9;")), unsupported)
    yield bad("docx-laughs-utf16", document(with_dtd(LAUGHS, "&l9;").encode("utf-16")),
              unsupported)  # fmt: skip
    deep = f"<w:document {NAMES}><w:body>" + "<w:sdt>" * 10**5
    yield bad("docx-deep", document(deep), SourceTooLarge, says="nested")
    for name in ("../../etc/cron.d/x", "/etc/passwd", "word/..\\..\\x"):
        made = partial(docx, p("a"), extra={name: "x"})
        yield bad(f"docx-path-{name[:3]}", made, unsupported, says="unsafe names")


def nested_tables(depth: int) -> bytes:
    """Return a DOCX of tables within tables, words in the innermost."""
    inner = p(SENTENCE)
    for _ in range(depth):
        inner = table([inner + p("")])
    return docx(inner)


def odd_files() -> Iterator[Odd]:
    """Yield every strange file that must be read."""
    loop = stream(
        words() + b"/X Do", b"/Type /XObject /Subtype /Form /BBox [0 0 612 792]"
        b" /Resources << /Font << /F 5 0 R >> /XObject << /X 6 0 R >> >>"
    )  # fmt: skip
    yield Odd("pdf-form-in-itself", lambda: one_page(
        stream(words() + b"/X Do"), loop, resources=b"/XObject << /X 6 0 R >>"))  # fmt: skip
    yield Odd("pdf-owner-password", lambda: typeset([SENTENCE], password=""))
    yield Odd("pdf-scripts", lambda: pdf(
        b"<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"
        b" /AA << /WC << /S /Launch /F (calc.exe) >> >> >>",
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
        b" /Resources << /Font << /F 5 0 R >> >> >>",
        stream(words()),
        FONT,
    ))  # fmt: skip
    yield Odd("pdf-named-docx", lambda: typeset([SENTENCE]), name="form.docx")
    yield Odd("pdf-after-rubbish", lambda: b"\n\nSent by a scanner\n" + typeset([SENTENCE]))
    yield Odd("pdf-before-rubbish", lambda: typeset([SENTENCE]) + b"\r\n\x00\x00 sent by a mailer")
    yield Odd("pdf-unfilled", lambda: typeset([SENTENCE, "Call [INSERT NAME] first."]),
              "Call [INSERT NAME] first.")  # fmt: skip
    yield Odd("pdf-compressed", lambda: one_page(
        stream(zlib.compress(words()), b"/Filter /FlateDecode")))  # fmt: skip
    yield Odd("docx-named-pdf", lambda: docx(p(SENTENCE)))
    yield Odd("docx-unfilled", lambda: docx(p("Call [INSERT NAME] first.")),
              "Call [INSERT NAME] first.")  # fmt: skip
    yield Odd("docx-nested-tables", lambda: nested_tables(60))
    yield Odd("docx-with-pdf-inside", lambda: zipped_after(b"%PDF-1.7 an attachment"))
    for name in ("../../etc/passwd", "a\x00\n\x1b]0;b.docx", "n" * 5000 + ".docx", "", "C:\\x\\y"):
        yield Odd(f"named-{name[:3]!r}", lambda: docx(p(SENTENCE)), name=name)


def zipped_after(data: bytes) -> bytes:
    """Return a DOCX whose archive begins with an unpacked part of these bytes."""
    whole, buffer = BytesIO(docx(p(SENTENCE))), BytesIO()
    with ZipFile(whole) as given, ZipFile(buffer, "w", ZIP_STORED) as made:
        made.writestr("word/embeddings/attachment.pdf", data)
        for name in given.namelist():
            made.writestr(name, given.read(name))
    return buffer.getvalue()
