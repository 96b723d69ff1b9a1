"""DOCX files made for tests, part by part, from the XML of their paragraphs."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = (
    f'xmlns:w="{W}" xmlns:r="{R}"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="heading 1"/>
 <w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/>
 <w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Ours"><w:name w:val="Site section"/>
 <w:basedOn w:val="Heading2"/></w:style>
<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="character" w:styleId="Ghost"><w:name w:val="Ghost"/>
 <w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Bulleted"><w:name w:val="List Bullet"/>
 <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
"""
NUMBERING = """
<w:abstractNum w:abstractNumId="0">
 <w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>
 <w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
"""


def run(text: str, look: str = "") -> str:
    """Return a run; `look` is the inside of its properties."""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(*content: str, style: str = "", look: str = "", bold: bool = False) -> str:
    """Return a paragraph of texts and of XML (what begins with `<`)."""
    inner = "".join(c if c.startswith("<") else run(c, "<w:b/>" * bold) for c in content)
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{look}</w:pPr>{inner}</w:p>"


def listed(text: str, level: int = 0, number: int = 1, bold: bool = False) -> str:
    """Return a paragraph of a list; list 1 has bullets, list 2 numbers."""
    place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return p(text, look=place, bold=bold)


def table(*rows: Sequence[str], header: bool = False) -> str:
    """Return a table; a cell is a text or paragraphs or, with its properties, a whole `<w:tc>`."""
    made = ""
    for index, row in enumerate(rows):
        cells = "".join(
            c if c.startswith("<w:tc>") else f"<w:tc>{c if c.startswith('<') else p(c)}</w:tc>"
            for c in row
        )
        first = "<w:trPr><w:tblHeader/></w:trPr>" if header and index == 0 else ""
        made += f"<w:tr>{first}{cells}</w:tr>"
    return f"<w:tbl><w:tblPr/>{made}</w:tbl>"


def docx(
    *body: str,
    headers: Sequence[str] = (),
    footnotes: str = "",
    comments: str = "",
    extra: Mapping[str, str | bytes] | None = None,
    main: str = MAIN,
) -> bytes:
    """Return a DOCX file. `extra` adds parts, or replaces them by name."""
    references = "".join(
        f'<w:headerReference w:type="default" r:id="rIdH{i}"/>' for i in range(len(headers))
    )
    parts: dict[str, str | bytes] = {
        "word/document.xml": f"<w:document {NAMES}><w:body>{''.join(body)}"
        f"<w:sectPr>{references}</w:sectPr></w:body></w:document>",
        "word/styles.xml": f"<w:styles {NAMES}>{STYLES}</w:styles>",
        "word/numbering.xml": f"<w:numbering {NAMES}>{NUMBERING}</w:numbering>",
    }
    related = {"rIdS": ("styles", "styles.xml"), "rIdN": ("numbering", "numbering.xml")}
    for i, header in enumerate(headers):
        parts[f"word/header{i}.xml"] = f"<w:hdr {NAMES}>{header}</w:hdr>"
        related[f"rIdH{i}"] = ("header", f"header{i}.xml")
    for kind, content in (("footnotes", footnotes), ("comments", comments)):
        if content:
            parts[f"word/{kind}.xml"] = f"<w:{kind} {NAMES}>{content}</w:{kind}>"
            related[f"rId{kind}"] = (kind, f"{kind}.xml")
    parts["word/_rels/document.xml.rels"] = _relations(related)
    parts["_rels/.rels"] = _relations({"rId1": ("officeDocument", "word/document.xml")})
    parts["[Content_Types].xml"] = (
        f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{main}"/></Types>'
    )
    return zipped(parts | dict(extra or {}))


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a ZIP archive of named parts."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def _relations(related: Mapping[str, tuple[str, str]]) -> str:
    rows = "".join(
        f'<Relationship Id="{name}" Type="{R}/{kind}" Target="{target}"/>'
        for name, (kind, target) in related.items()
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{rows}</Relationships>'
