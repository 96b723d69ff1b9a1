"""Made-up reports for the tests of renderers."""

from dataclasses import replace

from conspectus.domain.document import Document, Section, Statement
from conspectus.domain.facts import Fact, Part
from conspectus.domain.findings import Finding
from conspectus.domain.report import Omission, Report, SourceCard
from conspectus.domain.source import Evidence

SHA = "5f2b" * 16


def on_page(
    page: int, quote: str, printed: str | None = None, group: str | None = None
) -> Evidence:
    """Return evidence on a page of a PDF."""
    return Evidence(
        page, printed, None, quote, 10, 10 + len(quote), ((72.0, 90.5, 300.0, 102.0),), group
    )


def in_paragraph(anchor: str, quote: str) -> Evidence:
    """Return evidence in a paragraph of a DOCX."""
    return Evidence(None, None, anchor, quote, 0, len(quote))


CHOICE = on_page(1, "Taking part in this research is\nyour choice.", "1")
BROKEN = (
    on_page(3, "You will be in the study for about", "2", group="2:640"),
    on_page(4, "12 months and have 6 visits.", "3", group="2:640"),
)
VISIT = on_page(4, "Each visit takes 2 hours; we will draw blood (about 3 teaspoons).", "3")
RISK = on_page(5, "Liver damage: fewer than 1 in 100 people <1%> & it may be permanent.", "4")
MARKUP = on_page(6, '<script>alert("x")</script> | *not* _markup_ & `code` [a](b) \\ # ~', "v")
TABLE = in_paragraph("t1r2c1p1", "You will get a $25 gift card – after each visit.")
PARAGRAPH = in_paragraph("p12", "Call the study team at 555-0100 with any question.")


def statement(
    number: str, text: str, *evidence: Evidence, facts: tuple[str, ...] = (), item: bool = False
) -> Statement:
    """Return a statement, framing when it has no evidence."""
    kind = "factual" if evidence else "framing"
    return Statement(number, text, kind, facts, evidence, item)


DOCUMENT = Document(
    "Key information: The A&B <Study> of *Sleep*",
    (
        Section(
            "about",
            "What this is, and that it is your choice",
            (
                statement("about-1", "This is a research study.", CHOICE, facts=("voluntary",)),
                statement("about-2", "You choose whether to join.", CHOICE, facts=("voluntary",)),
                statement("about-3", "The form does not name a sponsor."),
            ),
        ),
        Section(
            "taking-part",
            "What will happen & how long it takes",
            (
                statement(
                    "taking-part-1",
                    "You will be in the study for about 12 months and have 6 visits.",
                    *BROKEN,
                    facts=("duration",),
                ),
                statement("taking-part-2", "If you join, the study includes:"),
                statement("taking-part-3", "Visits of 2 hours", VISIT, item=True),
                statement("taking-part-4", "Blood draws: about 3 teaspoons", VISIT, item=True),
                statement("taking-part-5", "+ 1 < 2 is no list item", MARKUP, item=True),
                statement("taking-part-6", "1. This sentence begins with a number.", VISIT),
                statement("taking-part-7", "# This one looks like a heading.", CHOICE, MARKUP),
            ),
        ),
        Section(
            "money",
            "Risks, payment and questions",
            (
                statement("money-1", "Liver damage: fewer than 1 in 100 people (<1%).", RISK),
                statement("money-2", "You will get a $25 gift card after each visit.", TABLE),
                statement("money-3", "Call 555-0100 with any question.", PARAGRAPH),
            ),
        ),
    ),
)

REPORT = Report(
    document_id="a1b2c3d4e5f6a7b8c9d0",
    plugin_id="informed-consent-ki",
    plugin_version="1.0",
    parameters={"audience": "auto", "max_words": 850},
    model="offline/1",
    source=SourceCard("A & B <consent>.pdf", SHA, "application/pdf", 24, "en"),
    document=DOCUMENT,
    facts={
        "voluntary": Fact(
            "voluntary", "Taking part is your choice.", "stated", (Part("", (CHOICE,)),)
        ),
        "duration": Fact("duration", "about 12 months, 6 visits", "stated", (Part("", BROKEN),)),
        "procedures": Fact(
            "procedures",
            ("Visits of 2 hours", "Blood draws: about 3 teaspoons"),
            "stated",
            (Part("Visits", (VISIT,)), Part("Blood", (VISIT, RISK))),
        ),
        "randomized": Fact("randomized", False, "unstated"),
        "study_id": Fact("study_id", None, "unstated"),
        "sponsor": Fact("sponsor", None, "rejected"),
    },
    omissions=(
        Omission("risk: liver", "included", "", (RISK,)),
        Omission("risk: bleeding", "absent", "The risk section of the form does not name it."),
        Omission("costs", "absent", "The form does not state it."),
        Omission("risk: infection", "absent", "The risk section of the form does not name it."),
        Omission(
            "duty: You must not drive for 24 hours", "left_out", "Explained in the form.", (MARKUP,)
        ),
    ),
    findings=(
        Finding("CR-A5-WHY", "info", "Judge whether the reasons <for and against> would matter."),
        Finding(
            "KI-F5",
            "error",
            "The summary does not name other options.",
            None,
            None,
            "45 CFR 46.116(a)(5)(i)",
        ),
        Finding(
            "FID-NUM",
            "warning",
            "“3 teaspoons” is not borne out.",
            "taking-part",
            "taking-part-4",
            "our own",
        ),
        Finding(
            "CR-A3",
            "warning",
            "A sentence has 27 words | too long.",
            "money",
            None,
            "45 CFR 46.116(a)(3)",
        ),
    ),
    readability={
        "flesch_kincaid_grade": 7.4,
        "smog": 9.0,
        "words": 85,
        "sentences": 13,
        "mean_sentence_words": 6.5,
        "longest_sentence_words": 14,
    },
    provenance={"conspectus": "0.1.0", "plugin": "informed-consent-ki 1.0", "source_sha256": SHA},
)

EMPTY = replace(
    REPORT,
    document=Document("Summary", ()),
    facts={},
    omissions=(),
    findings=(),
    readability={},
    provenance={},
    parameters={},
    source=replace(REPORT.source, pages=None, language=None),
)


def with_text(text: str) -> Report:
    """Return a report that says the text in every place that a source or a plugin can fill."""
    piece = on_page(2, text, text)
    return replace(
        EMPTY,
        source=replace(EMPTY.source, name=text),
        document=Document(text, (Section("s", text, (statement("s-1", text, piece),)),)),
        facts={"f": Fact("f", (text,), "stated", (Part(text, (piece,)),))},
        omissions=(Omission(text, "left_out", text, (piece,)), Omission(text, "absent", text)),
        findings=(Finding(text, "error", text, "s", "s-1", text),),
        provenance={"plugin": text},
        parameters={"focus": text},
    )
