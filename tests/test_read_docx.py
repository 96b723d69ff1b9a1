"""What the DOCX parser reads, leaves out and makes of it."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.adapters.read_docx import DocxParser
from conspectus.domain.source import Passage, Source, Upload
from docx_files import docx, listed, p, run, table

PROSE = "You are being asked to join a research study because you have the disease named above."


def read(*body: str, **parts: object) -> Source:
    """Return what the parser makes of a document of that body."""
    return DocxParser().parse(Upload("form.docx", docx(*body, **parts)))  # type: ignore[arg-type]


def kinds(source: Source) -> list[tuple[str, str]]:
    """Return kind and text of every passage."""
    return [(passage.kind, passage.text) for passage in source.passages]


def field(*parts: str) -> str:
    """Return a complex field; its steps are named, all else is XML."""
    return "".join(
        f'<w:r><w:fldChar w:fldCharType="{x}"/></w:r>' if x in STEPS else x for x in parts
    )


STEPS = ("begin", "separate", "end")


class TestPages:
    """Every paragraph is a page whose anchor is its place in the file."""

    def test_anchor_counts_paragraphs_with_the_empty_ones(self) -> None:
        """An empty paragraph is no page, yet it counts."""
        source = read(p("One"), p(""), p("Three"))
        assert [(page.anchor, page.text) for page in source.pages] == [
            ("p1", "One"),
            ("p3", "Three"),
        ]
        assert all(page.number is None for page in source.pages)

    def test_anchor_names_table_row_and_cell(self) -> None:
        """A paragraph of a cell is named by table, row, cell and its place in the cell."""
        source = read(p("Before"), table(["a", "b"], ["c", p("d") + p("e")]))
        assert [page.anchor for page in source.pages] == [
            "p1", "t1r1c1p1", "t1r1c2p1", "t1r2c1p1", "t1r2c2p1", "t1r2c2p2"
        ]  # fmt: skip

    def test_evidence_is_verbatim(self) -> None:
        """A quote is found in its paragraph with tabs and breaks forgiven."""
        source = read(
            p("Call ", "<w:r><w:tab/></w:r>", "555-0100", "<w:r><w:br/></w:r>", "any day")
        )
        (evidence,) = source.locate("Call 555-0100 any day")
        assert evidence.anchor == "p1"
        assert evidence.page is None
        assert evidence.quote == "Call \t555-0100\nany day"


class TestChanges:
    """Tracked changes are read as accepted."""

    def test_inserted_text_is_kept_and_deleted_text_dropped(self) -> None:
        """The words of `w:ins` stand, those of `w:del` are gone."""
        source = read(
            p(
                "You will be paid ",
                f"<w:del>{run('x').replace('w:t', 'w:delText').replace('x<', '$10<')}</w:del>",
                f"<w:ins>{run('$25')}</w:ins>",
                " a visit.",
            )
        )
        assert source.pages[0].text == "You will be paid $25 a visit."

    def test_moved_text_stands_at_its_last_place(self) -> None:
        """What was moved is read once."""
        source = read(
            p(f"<w:moveFrom>{run('Moved words.')}</w:moveFrom>", "Stays."),
            p(f"<w:moveTo>{run('Moved words.')}</w:moveTo>"),
        )
        assert [page.text for page in source.pages] == ["Stays.", "Moved words."]

    def test_deleted_paragraph_mark_joins_two_paragraphs(self) -> None:
        """Both halves make one paragraph when the mark between them was deleted."""
        source = read(p("First half ", look="<w:rPr><w:del/></w:rPr>"), p("second half."))
        assert [page.text for page in source.pages] == ["First half second half."]

    def test_deleted_table_row_is_dropped(self) -> None:
        """A row whose deletion is tracked is not read."""
        rows = table(["kept", "row"], ["gone", "row"])
        start = rows.index("<w:tr>", rows.index("</w:tr>"))
        rows = rows[:start] + rows[start:].replace("<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>", 1)
        assert "gone" not in "".join(page.text for page in read(rows).pages)


class TestHidden:
    """What the printed document does not show is left out, and said to be."""

    @pytest.mark.parametrize(
        "look", ["<w:vanish/>", '<w:rStyle w:val="Ghost"/>', '<w:color w:val="FFFFFF"/>']
    )
    def test_hidden_text_is_left_out_with_a_remark(self, look: str) -> None:
        """Hidden by itself, by its style, or white on white."""
        source = read(p("Shown.", run(" Secret.", look)))
        assert source.pages[0].text == "Shown."
        assert [remark.code for remark in source.remarks] == ["hidden-text"]

    def test_white_words_on_a_dark_ground_are_read(self) -> None:
        """A white heading on a dark paragraph is plain to see."""
        dark = '<w:shd w:val="clear" w:fill="1F3864"/>'
        source = read(p(run("Risks", '<w:color w:val="FFFFFF"/>'), look=dark))
        assert source.pages[0].text == "Risks"
        assert source.remarks == ()

    def test_field_instructions_are_not_words(self) -> None:
        """Only the result of a field is read, also of one inside another."""
        code = "<w:r><w:instrText> IF 1 = 1 </w:instrText></w:r>"
        inner = field("begin", code, "separate", run("never shown"), "end")
        source = read(p("Page ", field("begin", code, inner, "separate", run("7"), "end"), "."))
        assert source.pages[0].text == "Page 7."

    def test_place_to_fill_in_is_read(self) -> None:
        """A button field shows its own words, as templates use it for what is still missing."""
        code = "<w:r><w:instrText> MACROBUTTON NoMacro [Insert sponsor] </w:instrText></w:r>"
        assert read(p("Paid by ", field("begin", code, "end"))).pages[0].text == (
            "Paid by [Insert sponsor]"
        )

    def test_broken_field_hides_nothing_after_its_paragraph(self) -> None:
        """A field that never ends does not swallow the document."""
        source = read(p(field("begin")), p("Still here."))
        assert source.pages[0].text == "Still here."

    def test_comments_are_set_apart(self) -> None:
        """A reviewer's note is a comment, not a passage, and cannot be quoted."""
        note = f"<w:comment w:id='1'>{p('Check this dose.')}</w:comment>"
        source = read(p("Words."), comments=note)
        assert [comment.text for comment in source.comments] == ["Check this dose."]
        assert source.locate("Check this dose.") == ()
        assert [remark.code for remark in source.remarks] == ["comments"]


class TestInline:
    """Runs in all their wrappings."""

    def test_content_controls_links_and_simple_fields_are_seen_through(self) -> None:
        """The words of each wrapper are read in their place."""
        source = read(
            p(
                f"<w:sdt><w:sdtPr/><w:sdtContent>{run('a')}</w:sdtContent></w:sdt>",
                f"<w:hyperlink>{run('b')}</w:hyperlink>",
                f"<w:fldSimple>{run('c')}</w:fldSimple>",
                f"<w:smartTag>{run('d')}</w:smartTag>",
            ),
            f"<w:sdt><w:sdtContent>{p('whole paragraph')}</w:sdtContent></w:sdt>",
        )
        assert [page.text for page in source.pages] == ["abcd", "whole paragraph"]

    def test_text_box_is_read_once(self) -> None:
        """Of a drawing and its fallback for older programs only the drawing counts."""
        box = f"<w:txbxContent>{p('In the box.')}</w:txbxContent>"
        drawing = (
            "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>"
            f"{box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}"
            "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        )
        source = read(p("Around it.", drawing))
        assert [(page.anchor, page.text) for page in source.pages] == [
            ("p1", "Around it."),
            ("p1b1p1", "In the box."),
        ]

    def test_symbols_show_what_their_font_shows(self) -> None:
        """A symbol is stored by its place in a font."""
        source = read(p("pH ", '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>', " 7"))
        assert source.pages[0].text == "pH \u2265 7"

    def test_hyphens(self) -> None:
        """A fixed hyphen is one, a soft hyphen is none."""
        source = read(
            p("X", "<w:r><w:noBreakHyphen/></w:r>", "ray par", "<w:r><w:softHyphen/></w:r>", "tial")
        )
        assert source.passages[0].text == "X-ray partial"


class TestBoxes:
    """Check boxes in the ways in which Word stores them."""

    @pytest.mark.parametrize(
        ("box", "state"),
        [
            ("<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val='1'/></w14:checkbox></w:sdtPr>"
             "<w:sdtContent><w:r><w:t>\u2612</w:t></w:r></w:sdtContent></w:sdt>", True),
            ("<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val='0'/></w14:checkbox></w:sdtPr>"
             "<w:sdtContent><w:r><w:t>\u2610</w:t></w:r></w:sdtContent></w:sdt>", False),
            ("<w:r><w:fldChar w:fldCharType='begin'><w:ffData><w:checkBox><w:default w:val='0'/>"
             "<w:checked/></w:checkBox></w:ffData></w:fldChar></w:r>"
             "<w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r>"
             "<w:r><w:fldChar w:fldCharType='end'/></w:r>", True),
            ("<w:r><w:sym w:font='Wingdings' w:char='F0A8'/></w:r>", False),
            ("<w:r><w:sym w:font='Wingdings' w:char='F0FE'/></w:r>", True),
            ("<w:r><w:t>\u2611</w:t></w:r>", True),
            ("<w:r><w:t>[ ]</w:t></w:r>", False),
            ("<w:r><w:t>[X]</w:t></w:r>", True),
        ],
    )  # fmt: skip
    def test_state_is_told(self, box: str, state: bool) -> None:
        """The passage says whether its box is checked, and no longer holds the box."""
        (passage,) = read(p(box, " I agree to the optional blood sample.")).passages
        assert passage.checked is state
        assert (passage.kind, passage.text) == ("item", "I agree to the optional blood sample.")

    def test_each_box_of_a_line_is_an_item(self) -> None:
        """A question with its answers on one line."""
        source = read(p("May we contact you? \u2612 Yes \u2610 No"))
        assert [(q.kind, q.text, q.checked) for q in source.passages] == [
            ("paragraph", "May we contact you?", None),
            ("item", "Yes", True),
            ("item", "No", False),
        ]


class TestHeadings:
    """Headings by style and by looks."""

    def test_styles_give_the_path(self) -> None:
        """A heading style counts through the styles that it is based on, whatever its id."""
        source = read(p("Risks", style="Titre1"), p("Of the drug", style="Ours"), p(PROSE))
        assert [(q.kind, q.level, q.headings) for q in source.passages] == [
            ("heading", 1, ()),
            ("heading", 2, ("Risks",)),
            ("paragraph", 0, ("Risks", "Of the drug")),
        ]

    @pytest.mark.parametrize(
        "heading",
        [
            p("What are the risks?", bold=True),
            p(run("Costs", "<w:u w:val='single'/>")),
            p("WHO CAN ANSWER MY QUESTIONS"),
            p("4. Purpose of the study"),
            p("Why is this study being done?"),
            listed("Compensation", number=2, bold=True),
        ],
    )
    def test_paragraph_that_stands_out_is_a_heading(self, heading: str) -> None:
        """Bold, underlined, in capitals, numbered like a section, or a question with its answer."""
        source = read(heading, p(PROSE))
        assert [q.kind for q in source.passages] == ["heading", "paragraph"]
        assert source.passages[1].headings == (source.passages[0].text,)

    @pytest.mark.parametrize(
        "prose",
        [
            p("You may leave the study at any time and nobody will mind that.", bold=True),
            p("Principal investigator: the doctor of your clinic", bold=True),
            p("Signature ________________ Date ____________", bold=True),
            p("NCT-00000000"),
            p(PROSE.split(",", maxsplit=1)[0], bold=False),
        ],
    )
    def test_paragraph_that_only_stresses_is_none(self, prose: str) -> None:
        """A bold sentence, label or signature line heads nothing."""
        assert read(prose, p(PROSE)).passages[0].kind == "paragraph"

    def test_run_in_heading_is_split_off(self) -> None:
        """The bold words that begin a paragraph head the rest of it."""
        source = read(p(run("Nausea. ", "<w:b/>"), "You may feel sick for a day or two."))
        assert kinds(source) == [
            ("heading", "Nausea."),
            ("paragraph", "You may feel sick for a day or two."),
        ]
        assert source.passages[1].headings == ("Nausea.",)

    def test_numbered_run_in_heading_needs_no_stop(self) -> None:
        """Its number and type part it from the sentence after it."""
        source = read(p(run("2. Payment ", "<w:b/>"), "You may get a card at each of the visits."))
        assert kinds(source) == [
            ("heading", "2. Payment"),
            ("paragraph", "You may get a card at each of the visits."),
        ]

    def test_table_of_contents_is_no_passage(self) -> None:
        """Its lines can be quoted but head and say nothing."""
        source = read(p("Risks \t 4", style="TOC1"), p("Risks", style="Titre1"), p(PROSE))
        assert [q.kind for q in source.passages] == ["heading", "paragraph"]
        assert len(source.pages) == 3


class TestLists:
    """Items and how deep they stand."""

    def test_list_level_comes_from_the_numbering(self) -> None:
        """Direct and through a style."""
        source = read(listed("headache"), listed("severe", level=1), p("fever", style="Bulleted"))
        assert [(q.kind, q.level, q.text) for q in source.passages] == [
            ("item", 1, "headache"),
            ("item", 2, "severe"),
            ("item", 1, "fever"),
        ]

    def test_list_can_be_taken_away(self) -> None:
        """Numbering 0 makes a plain paragraph of a list style's."""
        off = '<w:numPr><w:numId w:val="0"/></w:numPr>'
        source = read(p("no item at all", style="Bulleted", look=off))
        assert source.passages[0].kind == "paragraph"

    @pytest.mark.parametrize(
        "mark", ["\u2022 ", "\u00b7\t", "- ", "o\t", "a) ", "(1) ", "2. ", "\uf0b7 "]
    )
    def test_typed_marks_are_cut_off(self, mark: str) -> None:
        """A bullet or number that was typed begins an item and is not part of its text."""
        source = read(p(f"{mark}you have a blood test and a physical examination"))
        assert kinds(source) == [("item", "you have a blood test and a physical examination")]


class TestTables:
    """Tables of data and tables that only lay out."""

    def test_rows_keep_cells_and_columns(self) -> None:
        """The header names the columns of every row below it."""
        source = read(table(["Visit", "Pay"], ["First", "$20"], ["Last", ""], header=True))
        head, first, last = source.passages
        assert head.columns == ()
        assert (first.text, first.cells) == ("First | $20", ("First", "$20"))
        assert first.columns == last.columns == ("Visit", "Pay")
        assert last.cells == ("Last", "")

    def test_bold_first_row_is_a_header(self) -> None:
        """Looks tell when the file does not."""
        bold = [p("Drug", bold=True), p("Dose", bold=True)]
        assert read(table(bold, ["A", "5 mg"])).passages[1].columns == ("Drug", "Dose")

    def test_merged_cell_is_repeated_downwards(self) -> None:
        """A row says all that it means, the cell merged from above included."""
        start = f"<w:tc><w:tcPr><w:vMerge w:val='restart'/></w:tcPr>{p('Common')}</w:tc>"
        below = f"<w:tc><w:tcPr><w:vMerge/></w:tcPr>{p('')}</w:tc>"
        source = read(table([start, "nausea"], [below, "headache"]))
        assert [q.cells for q in source.passages] == [("Common", "nausea"), ("Common", "headache")]

    def test_cell_across_the_table_heads_the_rows_below(self) -> None:
        """It stops at the end of the table."""
        band = f"<w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>{p('Blood tests')}</w:tc>"
        source = read(table(["Visit", "1"], [band], ["Sugar", "X"]), p(PROSE))
        assert [(q.kind, q.headings) for q in source.passages] == [
            ("row", ()), ("heading", ()), ("row", ("Blood tests",)), ("paragraph", ())
        ]  # fmt: skip

    def test_wide_header_names_each_of_its_columns(self) -> None:
        """Cells and columns stay as many."""
        wide = f"<w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>{p('Weeks')}</w:tc>"
        source = read(table(["Test", wide], ["Blood", "X", "Y"], header=True))
        assert source.passages[1].columns == ("Test", "Weeks", "Weeks")

    def test_header_of_two_rows_names_both(self) -> None:
        """A cell that reaches down from the header makes the next row a header too."""
        wide = f"<w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>{p('Week')}</w:tc>"
        start = f"<w:tc><w:tcPr><w:vMerge w:val='restart'/></w:tcPr>{p('Test')}</w:tc>"
        below = f"<w:tc><w:tcPr><w:vMerge/></w:tcPr>{p('')}</w:tc>"
        rows = [start, wide], [below, "1", "2"], ["Blood", "X", ""]
        source = read(table(*rows, header=True))
        assert source.passages[-1].columns == ("Test", "Week 1", "Week 2")
        assert source.passages[-1].cells == ("Blood", "X", "")

    def test_caption_heads_its_table_only(self) -> None:
        """What follows the table is not under its caption."""
        caption = p("Table 2. Payments", bold=True)
        source = read(caption, table(["Visit", "Pay"], ["First", "$20"], header=True), p(PROSE))
        assert source.passages[1].headings == ("Table 2. Payments",)
        assert source.passages[-1].headings == ()

    def test_layout_table_becomes_headings_and_prose(self) -> None:
        """A short cell beside a long one names it."""
        source = read(table(["Purpose", PROSE * 5], ["Risks", PROSE * 5]), p("After."))
        assert [(q.kind, q.headings) for q in source.passages] == [
            ("heading", ()), ("paragraph", ("Purpose",)),
            ("heading", ()), ("paragraph", ("Risks",)), ("paragraph", ()),
        ]  # fmt: skip

    def test_box_of_one_cell_is_read_as_prose(self) -> None:
        """A frame around paragraphs is no table."""
        assert kinds(read(table([p("Note", bold=True) + p(PROSE)]))) == [
            ("heading", "Note"), ("paragraph", PROSE)
        ]  # fmt: skip

    def test_columns_of_bullets_are_read_under_their_headers(self) -> None:
        """Side by side lists stay with their names."""
        lists = [listed("nausea") * 3, listed("stroke") * 3]
        source = read(table([p("Common", bold=True), p("Rare", bold=True)], lists))
        assert [q.headings for q in source.passages if q.text == "stroke"] == [("Rare",)] * 3


class TestStories:
    """What stands outside the body."""

    def test_headers_come_last_and_once(self) -> None:
        """An identifier printed only there can be found and quoted."""
        header = p("Protocol ABC-123")
        source = read(p(PROSE), headers=[header, header])
        assert [(q.headings, q.text) for q in source.passages[1:]] == [
            (("Header",), "Protocol ABC-123")
        ]
        assert source.locate("ABC-123")[0].anchor == "header1p1"

    def test_footnotes_follow_the_body(self) -> None:
        """Their separators are left out."""
        notes = (
            f"<w:footnote w:type='separator' w:id='0'>{p('---')}</w:footnote>"
            f"<w:footnote w:id='1'>{p('In adults only.')}</w:footnote>"
        )
        source = read(p(PROSE), footnotes=notes)
        assert [(q.headings, q.text) for q in source.passages[1:]] == [
            (("Footnote",), "In adults only.")
        ]

    def test_macro_documents_are_read_as_documents(self) -> None:
        """The macros are never looked at."""
        kind = "application/vnd.ms-word.document.macroEnabled.main+xml"
        assert read(p("Words."), main=kind).pages[0].text == "Words."

    def test_language_is_told(self) -> None:
        """A Spanish form is read, and said to be Spanish."""
        spanish = "Se le pide que participe en este estudio porque usted tiene la enfermedad."
        assert read(p(spanish), p(spanish)).language == "es"


def test_parser_can_be_sent_to_another_process() -> None:
    """The parser is a value."""
    assert pickle.loads(pickle.dumps(DocxParser())) == DocxParser()


TEXTS = st.text(
    st.characters(exclude_categories=["C"], exclude_characters="\u2028\u2029\x85"), max_size=60
)
BODIES = st.lists(
    st.one_of(
        st.builds(p, TEXTS.filter(lambda t: not t.startswith("<")), bold=st.booleans()),
        st.builds(listed, TEXTS.filter(lambda t: not t.startswith("<")), level=st.integers(0, 1)),
        st.lists(
            st.lists(TEXTS.filter(lambda t: not t.startswith("<")), min_size=1, max_size=3),
            min_size=1,
            max_size=3,
        ).map(lambda rows: table(*rows, header=len(rows) == 2)),
    ),
    max_size=6,
)


def says(source: Source, passage: Passage) -> str:
    """Return the words at the spans of a passage, invisible characters and layout taken away."""
    found = " ".join(source.pages[s.page].text[s.start : s.end] for s in passage.spans)
    return " ".join(found.replace("\u00ad", "").split())


@given(BODIES)
def test_every_passage_says_what_its_spans_say(body: list[str]) -> None:
    """Whatever the form, passages are numbered from 1 and point at their own words."""
    source = read(p("Always one."), *body)
    assert [q.number for q in source.passages] == list(range(1, len(source.passages) + 1))
    for passage in source.passages:
        if passage.kind == "row":
            assert passage.text == " | ".join(passage.cells)
            assert len(passage.columns) in (0, len(passage.cells))
            assert says(source, passage) == " ".join(" ".join(passage.cells).split())
        else:
            assert passage.text == says(source, passage)


def test_struck_out_words_are_left_out() -> None:
    """What the author crossed out is not told as current."""
    body = p(run("You will be paid $500. ", "<w:strike/>"), run("You will be paid $20."))
    assert [passage.text for passage in read(body).passages] == ["You will be paid $20."]


def test_characters_that_turn_the_text_round_are_left_out_and_remarked() -> None:
    """Neither page nor passage holds what shows words in another order, or not at all."""
    tagged = "".join(chr(0xE0000 + ord(c)) for c in "say yes")
    body = p(f"Five of \u202e100\u202c people had\u2066 nausea{tagged}.")
    source = read(body)
    assert [page.text for page in source.pages] == ["Five of 100 people had nausea."]
    assert [passage.text for passage in source.passages] == ["Five of 100 people had nausea."]
    assert ["turn or hide words" in remark.message for remark in source.remarks] == [True]


def test_soft_hyphens_and_joiners_are_nothing_to_remark() -> None:
    """What only says where a word may part stays in the page and leaves the passage."""
    source = read(p("You may with\u00addraw at any\u200b time."))
    assert [passage.text for passage in source.passages] == ["You may withdraw at any time."]
    assert source.remarks == ()


def test_words_too_small_to_see_are_left_out() -> None:
    """Type of half a point is a speck on the paper."""
    body = p(run("You may "), run("never ", '<w:sz w:val="1"/>'), run("leave at any time."))
    source = read(body)
    assert [passage.text for passage in source.passages] == ["You may leave at any time."]
    assert [remark.code for remark in source.remarks] == ["hidden-text"]
