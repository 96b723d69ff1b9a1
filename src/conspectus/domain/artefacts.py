"""What a finished form does not hold: placeholders, comments, instructions; and misnamed products."""

import re
from collections.abc import Iterator

from conspectus.domain.document import Document
from conspectus.domain.facts import Facts
from conspectus.domain.findings import Finding
from conspectus.domain.source import Source
from conspectus.domain.wording import place, plain, wording_of

_MOST = 10  # placeholders or comments named; the rest is counted
_TEMPLATE = 8  # different placeholders that make a form a template

_PLACEHOLDER = re.compile(
    r"""\[\s*(?i:insert|enter|add|list|describe|specify|indicate|select|delete|choose|include|state
          |name\ of|names?\b|title|study|sponsor|drug|device|investigator|pi\b|phone|telephone|number
          |date|amount|institution|site|local|your|if\ applicable|optional|tb[dc]|x+\b|\.\.+|_+)
        [^\[\]\n]{0,160}\]
      | \[(?=[^\[\]\n]*[A-Z]{3})[A-Z][A-Z0-9 ,/&'\u2019()-]{5,80}\]
      | <{1,2}\s*(?:[A-Za-z]+[ /_-]){1,8}[A-Za-z]+\s*>{1,2} | <{1,2}\s*(?i:insert|name|date|title)\b[^<>\n]{0,80}>{1,2}
      | \{\{?[^{}\n]{2,80}\}?\} | \u00ab[^\u00ab\u00bb\n]{2,80}\u00bb
      | \(\s*(?i:insert|enter|specify|describe|list)\ (?!below)[^()\n]{3,120}\)
      | (?<![\w-])[xX]{3,}(?![\w]) | \$\s?[xX]{2,} | \bXX\ (?=days|weeks|months|years|hours|minutes|visits|people)
      | \bTB[DC]\b | (?i:lorem\ ipsum) | Click\ (?:or\ tap\ )?here\ to\ enter | Choose\ an\ item\b
    """,
    re.VERBOSE,
)
_BLANK = re.compile(r"(?:[a-z,]\ |\$\ ?|[a-z]\ \()_{3,}\)?(?=[ ]?[a-z,.;%)\[])")
_SIGNED = re.compile(r"sign|initial|print|witness|\bdate\b|\bi,? _|name|\byes\b|\bno\b|agree", re.IGNORECASE)
_COMMENT = re.compile(r"\bComment(?:ed)? \[[A-Za-z]{1,4}\d{1,3}\]:?")
_INSTRUCTION = re.compile(
    r"(?:delete|remove) (?:this|these|the) (?:text|section|instructions?|paragraph|box)"
    r"|instructions? (?:to|for) (?:the )?(?:investigator|researcher|author|study team|pi\b)"
    r"|(?:sample|suggested|template|example) (?:consent )?(?:language|text|wording)\b"
    r"|(?:consent|icf) template\b|template (?:instructions|version)",
)


def unfinished_source(document: Document, facts: Facts, source: Source) -> Iterator[Finding]:
    """Unfilled placeholders, reviewers' comments and drafting instructions left in the form."""
    placeholders = [
        (place(source, passage), text)
        for passage in source.passages
        for text in _placeholders(passage.text)
    ]
    yield from _listed(placeholders, "an unfilled placeholder", "Fill it in.")
    comments = [(place(source, note), note.text) for note in source.comments]
    comments += [
        (place(source, passage), passage.text[match.start() :])
        for passage in source.passages
        if "omment" in passage.text
        for match in _COMMENT.finditer(passage.text)
    ]
    yield from _listed(comments, "a reviewer's comment", "Upload the version without comments.")
    wording = wording_of(source)
    instructions = [
        (wording.place(match.start()), wording.text[slice(*wording.sentence(match.start()))])
        for match in _INSTRUCTION.finditer(wording.plain)
    ]
    yield from _listed(instructions, "a drafting instruction", "Take it out.")
    if len({text.lower() for _, text in placeholders}) >= _TEMPLATE:
        message = "The form reads like a template, not like the form of one study."
        yield Finding("", "error", f"{message} Upload the form that people are given.")


def _placeholders(text: str) -> Iterator[str]:
    for match in _PLACEHOLDER.finditer(text):
        yield match[0]
    if "___" in text and not _SIGNED.search(text):
        for match in _BLANK.finditer(text):
            yield text[max(match.start() - 30, 0) : match.end() + 20]


def _listed(found: list[tuple[str, str]], what: str, remedy: str) -> Iterator[Finding]:
    unique = list(dict.fromkeys(found))
    for where, text in unique[:_MOST]:
        shown = text if len(text) <= 100 else text[:99] + "\u2026"
        yield Finding("", "warning", f"{where}: {what}: \u201c{shown}\u201d. {remedy}")
    if rest := unique[_MOST:]:
        pages = ", ".join(dict.fromkeys(where for where, _ in rest[:50]))
        yield Finding("", "warning", f"{len(rest)} more like {what} ({pages}). {remedy}")


_PRODUCT = re.compile(
    r"\b(?:[A-Z]{2,}[A-Z0-9]*-?\d{2,}[A-Za-z0-9-]*"
    r"|[A-Za-z]{3,}(?:mab|nib|ciclib|parib|vir|stat|gliptin|gliflozin|tide|sertib|leucel|limus|rsen|siran|gene))\b"
)
_NOT_PROVEN = r"(?:investigational|experimental|not (?:yet )?(?:been )?approved|unapproved)"


def product_called_treatment(document: Document, facts: Facts, source: Source) -> Iterator[Finding]:
    """A product that the form calls investigational must not be called treatment or therapy."""
    fact = facts.get("intervention")
    if fact is None or fact.status != "stated":
        return
    told = " ".join(part.text for part in fact.parts)
    text = wording_of(source).plain
    names = [
        name
        for name in dict.fromkeys(plain(match[0]) for match in _PRODUCT.finditer(told))
        if re.search(rf"{_NOT_PROVEN}[^.\n]{{0,60}}\b{name}|\b{name}\b[^.\n]{{0,80}}{_NOT_PROVEN}", text)
    ]
    if not names:
        return
    listed = "|".join(map(re.escape, names))
    called = re.compile(
        rf"\b(?:treat(?:ment|ed|ing)|therapy) with (?:the )?(?:{listed})\b"
        rf"|\b(?:{listed}) (?:is an? (?:\w+ )?)?(?:treatment|therapy)\b"
    )
    for section, statement in document.statements:
        if match := called.search(plain(statement.text)):
            message = f"\u201c{match[0]}\u201d calls an investigational product a treatment."
            remedy = "Name the product itself, or say \u201cstudy drug\u201d or \u201cstudy product\u201d."
            yield Finding("", "warning", f"{message} {remedy}", section.id, statement.id)
