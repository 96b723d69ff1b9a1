"""The offline model on tables of risks: none is lost, and each keeps what its table says of it."""

import pytest

from conspectus.adapters.model_offline import OfflineModel
from conspectus.adapters.read_docx import DocxParser
from conspectus.adapters.read_pdf import PdfParser
from conspectus.domain.facts import Part
from conspectus.domain.request import Citation, Claim, Extract, Request
from conspectus.domain.source import Source, Upload
from conspectus.pipeline.extract import ask, facts_of
from conspectus.plugins.informed_consent_ki import plugin
from conspectus.plugins.informed_consent_ki.questions import QUESTIONS
from docx_files import docx, p, table
from pdf_forms import BOLD, Form

KEY_RISKS = next(question for question in QUESTIONS if question.name == "key_risks")
THIRDS, HALVES = (72, 230, 390, 540), (72, 230, 540)
RATES = ("Common (more than 20\nin 100)", "Occasional (4-20 in 100)", "Rare (fewer than 4)")
FIRST = (("Nausea", "Rash", "Liver failure"), ("Headache", "Infection", "Heart attack"))
SECOND = (("Hair loss", "Blood clots", "Seizures"), ("Tiredness", "Fever", "Kidney damage"))
TOLD = {
    "Common": {"Nausea", "Headache", "Hair loss", "Tiredness"},
    "Occasional": {"Rash", "Infection", "Blood clots", "Fever"},
    "Rare": {"Liver failure", "Heart attack", "Seizures", "Kidney damage"},
}


def _form(edges: tuple[int, ...], *tables: tuple[tuple[tuple[str, ...], ...], int]) -> Source:
    """Return a PDF form with tables of (rows, header rows) under its risks, one a page."""
    form = Form().line("Consent to take part in research", font=BOLD, size=15).space(8)
    form.line("What will happen?", font=BOLD, size=13).prose("You will come to the clinic twice.")
    form.line("What are the risks?", font=BOLD, size=13).prose("The drug has side effects.")
    for number, (rows, bold) in enumerate(tables):
        if number:
            form.page()
        form.table(edges, rows, bold)
    form.line("Is it voluntary?", font=BOLD, size=13).prose("You may say no. You may stop.")
    return PdfParser().parse(Upload("form.pdf", form.data()))


def _risks(source: Source) -> dict[str, Part]:
    """Return the risks that pass the evidence guard, by their text."""
    answer = OfflineModel().answer(ask(source, plugin))
    return {part.text: part for part in facts_of(answer, source, plugin)["key_risks"].parts}


def _claims(*rows: Extract) -> dict[str, Claim]:
    """Return the risks told of rows that stand in a form, by their text."""
    rest = [Extract(n, "paragraph", "You will come here.", (f"Part {n}",)) for n in range(3, 9)]
    answer = OfflineModel().answer(Request((KEY_RISKS,), (*rows, *rest)))
    return {claim.text: claim for claim in answer.replies[0].claims}


def _row(number: int, *cells: str, columns: tuple[str, ...] = ()) -> Extract:
    return Extract(number, "row", " | ".join(cells), ("Risks",), cells=cells, columns=columns)


@pytest.mark.parametrize(
    "tables",
    [
        [((RATES, *FIRST, *SECOND), 1)],
        [((RATES, *FIRST), 1), ((RATES, *SECOND), 1)],
        [((RATES, *FIRST), 1), (SECOND, 0)],
    ],
    ids=["one page", "header repeated", "header missing"],
)
def test_each_risk_keeps_the_frequency_of_its_column(
    tables: list[tuple[tuple[tuple[str, ...], ...], int]],
) -> None:
    """No cell of a row is lost, and none takes the header of another, over a page break too."""
    found = _risks(_form(THIRDS, *tables))
    for often, risks in TOLD.items():
        assert {f"{often}: {risk}" for risk in risks} <= found.keys()


def test_a_frequency_is_proved_by_header_and_cell() -> None:
    """The evidence of a risk with its frequency holds the words of both."""
    part = _risks(_form(THIRDS, ((RATES, *FIRST), 1)))["Rare: Liver failure"]
    assert any(e.quote.startswith("Rare") for e in part.evidence)
    assert any("Liver failure" in e.quote for e in part.evidence)


@pytest.mark.parametrize(
    "cell",
    [
        "Liver failure\nHeart attack\nSeizures",
        "Liver failure; heart attack;\nseizures",
        "Liver failure, heart attack,\nseizures",
    ],
    ids=["lines", "semicolons", "commas"],
)
def test_several_risks_of_one_cell_are_all_told(cell: str) -> None:
    """Lines, semicolons and commas part the risks of a cell; all have the frequency."""
    found = _risks(_form(THIRDS, ((RATES, ("Nausea", "Rash", cell)), 1)))
    rare = " ".join(text for text in found if text.startswith("Rare: ")).lower()
    assert all(risk in rare for risk in ("liver failure", "heart attack", "seizures"))


def test_bulleted_cells_lose_no_column() -> None:
    """Cells that hold lists of their own are told with the header above them."""
    cells = tuple("\n".join(f"\u2022 {risk}" for risk in sorted(TOLD[often])) for often in TOLD)
    found = _risks(_form(THIRDS, ((RATES, cells), 1)))
    told = " ".join(found)
    assert all(risk in told for risks in TOLD.values() for risk in risks)
    assert {f"Rare: {risk}" for risk in TOLD["Rare"]} <= found.keys()


def test_frequencies_of_a_docx_table_are_told() -> None:
    """The same holds for a table of a DOCX."""
    rows = table(("Common", "Rare"), ("Nausea", "Liver failure"), ("Rash", "Stroke"), header=True)
    source = DocxParser().parse(
        Upload("form.docx", docx(p("What are the risks?", style="Titre1"), rows))
    )
    wanted = {"Common: Nausea", "Common: Rash", "Rare: Liver failure", "Rare: Stroke"}
    assert wanted <= _risks(source).keys()


@pytest.mark.parametrize("drug", [1, 2])
def test_the_figure_of_the_drug_is_told_not_that_of_the_placebo(drug: int) -> None:
    """Whichever column it is in, the share under the drug stands beside the risk."""
    head, shares = ["Side effect", "Placebo", "Placebo"], ["Rash", "1%", "1%"]
    head[drug], shares[drug] = "Abelimab (N=200)", "6%"
    found = _claims(_row(1, *head), _row(2, *shares, columns=tuple(head)))
    assert list(found) == ["Rash (Abelimab: 6%)"]
    assert Citation(1, "Abelimab (N=200)") in found["Rash (Abelimab: 6%)"].citations


def test_the_placebo_alone_gives_no_figure() -> None:
    """A risk whose only figure is that of the comparison is told without it."""
    head = ("Side effect", "Placebo")
    assert list(_claims(_row(1, *head), _row(2, "Rash", "6%", columns=head))) == ["Rash"]


@pytest.mark.parametrize(
    ("head", "label"), [(("Procedure", "Risks"), "Lung biopsy"), ((), "Lung biopsy:")]
)
def test_a_procedure_labels_its_risks(head: tuple[str, ...], label: str) -> None:
    """In "Procedure | Risks" and "Blood draw: | pain" the first cell says what the risks are of."""
    rows = [_row(2, label, "bleeding, death", columns=head)]
    found = _claims(*([_row(1, *head)] if head else []), *rows)
    assert list(found) == ["Lung biopsy: bleeding, death"]


def test_a_row_opened_by_a_frequency_gives_it_to_its_risks() -> None:
    """In "Rare | liver failure; stroke" the first cell goes with each of them."""
    found = _claims(_row(1, "Rare but serious", "liver failure; stroke"))
    assert list(found) == ["Rare: liver failure", "Rare: stroke"]


def test_a_cell_set_like_a_title_is_one_risk() -> None:
    """Capitals begin lines of a cell only where not every word has one."""
    head = ("Common", "Rare")
    found = _claims(_row(1, *head), _row(2, "Rash", "High Blood Pressure", columns=head))
    assert "Rare: High Blood Pressure" in found


def test_a_cell_that_only_says_how_often_is_no_risk() -> None:
    """Neither frequencies nor ticks are told as risks."""
    head = ("Risk", "Adults", "Children")
    found = _claims(_row(1, *head), _row(2, "Seizures", "Very rare", "Not known", columns=head))
    assert list(found) == ["Seizures"]
