"""What a finished form does not hold: placeholders, comments, drafting text; misnamed products."""

import re
from collections.abc import Iterable, Iterator

from conspectus.domain.checks.wording import SourceWording, Wording, place, plain, wording_of
from conspectus.domain.document import Document
from conspectus.domain.facts import Facts
from conspectus.domain.findings import Finding
from conspectus.domain.source import Source

_MOST = 10  # placeholders or comments named; the rest is counted
_TEMPLATE = 8  # different placeholders that make a form a template

_ASKED = (
    r"insert|enter|add|list|describe|specify|indicate|select|delete|choose|include|state\b|name|title"
    r"|study|sponsor|drug|device|investigator|pi\b|phone|telephone|number|date|amount|institution"
    r"|site|local|your|if applicable|optional|tb[dc]|x+\b|\.\.+|_+"
)
_PLACEHOLDERS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\[\s*(?i:{_ASKED})[^\[\]\n]{{0,160}}\]",
        r"\[(?=[^\[\]\n]*[A-Z]{3})[A-Z][A-Z0-9 ,/&'\u2019()-]{5,80}\]",
        r"<<?\s*(?:[A-Za-z]+[ /_-]){1,8}[A-Za-z]+\s*>{1,2}",
        r"<<?\s*(?i:insert|name|date|title)\b[^<>\n]{0,80}>{1,2}",
        r"\{\{?[^{}\n]{2,80}\}?\}",
        r"\u00ab[^\u00ab\u00bb\n]{2,80}\u00bb",
        r"\(\s*(?i:insert|enter|specify|describe|list) (?!below)[^()\n]{3,120}\)",
        r"XX(?<!\wXX)(?:X+\b|(?= (?:days|weeks|months|years|hours|minutes|visits|people)\b))",
        r"xxx(?<!\wxxx)x*\b",
        r"\$\s?[xX]{2,}",
        r"TB(?<!\wTB)[DC]\b",
        r"Lorem ipsum",
        r"Click (?:or tap )?here to enter",
        r"Choose an item\b",
    )
)
_BLANK = re.compile(r"_{3,}")
_BEFORE_BLANK = re.compile(r"(?:[a-z,] |\$ ?|[a-z] \()$")
_AFTER_BLANK = re.compile(r"\)? ?[a-z,.;%)\[]")
_SIGNED = re.compile(
    r"sign|initial|print|witness|\bdate\b|\bi,? _|name|\byes\b|\bno\b|agree|discussed",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"Comment(?:ed)? \[[A-Za-z]{1,4}\d{1,3}\]:?")
_INSTRUCTIONS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?:delete|remove) (?:this|these|the) (?:text|section|instructions?|paragraph|box)",
        r"instructions? (?:to|for) (?:the )?(?:investigator|researcher|author|study team|pi\b)",
        r"(?:sample|suggested|template|example) (?:consent )?(?:language|text|wording)\b",
        r"(?:consent|icf) template\b",
        r"template (?:instructions|version)",
    )
)


def unfinished_source(document: Document, facts: Facts, source: Source) -> Iterator[Finding]:
    """Find unfilled placeholders, reviewers' comments and drafting instructions in the form."""
    wording = wording_of(source)
    placeholders = _placed(wording, _placeholders(wording))
    yield from _listed(placeholders, "an unfilled placeholder", "Fill it in.")
    comments = [(place(source, note), note.text) for note in source.comments]
    inline = ((m.start(), wording.line(m.start())[1]) for m in _COMMENT.finditer(wording.text))
    comments += _placed(wording, inline)
    yield from _listed(comments, "a reviewer's comment", "Upload the version without comments.")
    yield from _listed(
        _placed(wording, _instructions(wording)), "a drafting instruction", "Take it out."
    )
    if len({text.lower() for _, text in placeholders}) >= _TEMPLATE:
        message = "The source reads like a template, not like a finished document."
        yield Finding("", "error", f"{message} Upload the one that people are given.")


def _placeholders(wording: Wording) -> Iterator[tuple[int, int]]:
    text = wording.text
    for pattern in _PLACEHOLDERS:
        yield from (match.span() for match in pattern.finditer(text))
    for match in _BLANK.finditer(text):
        start, end = match.span()
        first, last = wording.line(start)
        filled = _BEFORE_BLANK.search(text, max(first, start - 3), start)
        if filled and _AFTER_BLANK.match(text, end) and not _SIGNED.search(text, first, last):
            yield max(first, start - 30), min(last, end + 20)


def _instructions(wording: Wording) -> Iterator[tuple[int, int]]:
    for pattern in _INSTRUCTIONS:
        for match in pattern.finditer(wording.plain):
            yield wording.sentence(match.start())


def _placed(wording: SourceWording, spans: Iterable[tuple[int, int]]) -> list[tuple[str, str]]:
    return [(wording.place(start), wording.text[start:end]) for start, end in sorted(spans)]


def _listed(found: list[tuple[str, str]], what: str, remedy: str) -> Iterator[Finding]:
    unique = list(dict.fromkeys(found))
    for where, text in unique[:_MOST]:
        shown = text if len(text) <= 100 else text[:99] + "\u2026"
        yield Finding("", "warning", f"{where}: {what}: \u201c{shown}\u201d. {remedy}")
    if rest := unique[_MOST:]:
        pages = ", ".join(dict.fromkeys(where for where, _ in rest[:50]))
        yield Finding("", "warning", f"{len(rest)} more like {what} ({pages}). {remedy}")


_PRODUCT = re.compile(
    r"\b(?:(?!COVID|SARS|NCT|IRB|HUM)[A-Z]{2,}[A-Z0-9]*-?\d{2,}[A-Za-z0-9-]*"
    r"|[A-Za-z]{3,}(?:mab|nib|ciclib|parib|vir|stat|gliptin|gliflozin|tide|sertib|leucel|limus|rsen|siran|gene))\b"
)
_NOT_PROVEN = r"(?:investigational|experimental|not (?:yet )?(?:been )?approved|unapproved)"


def product_called_treatment(document: Document, facts: Facts, source: Source) -> Iterator[Finding]:
    """Find statements that call a product treatment which the form calls investigational."""
    fact = facts.get("intervention")
    if fact is None or fact.status != "stated":
        return
    told = " ".join(part.text for part in fact.parts)
    text = wording_of(source).plain
    names = [
        name
        for name in dict.fromkeys(re.escape(plain(m[0])) for m in _PRODUCT.finditer(told))
        if re.search(
            rf"{_NOT_PROVEN}[^.\n]{{0,60}}\b{name}\b|\b{name}\b[^.\n]{{0,80}}{_NOT_PROVEN}", text
        )
    ]
    if not names:
        return
    listed = "|".join(names)
    called = re.compile(
        rf"\b(?:treat(?:ment|ed|ing)|therapy) with (?:the )?(?:{listed})\b"
        rf"|\b(?:{listed}) (?:is an? (?:\w+ )?)?(?:treatment|therapy)\b"
    )
    for section, statement in document.statements:
        if match := called.search(plain(statement.text)):
            message = f"\u201c{match[0]}\u201d calls an investigational product a treatment."
            remedy = "Name the product itself, or say \u201cstudy drug\u201d."
            yield Finding("", "warning", f"{message} {remedy}", section.id, statement.id)
