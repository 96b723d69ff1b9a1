"""What is told of the whole study: nothing that a form says of a part of it alone."""

from training.marked import marked

from conspectus.adapters.model_offline import OfflineModel
from conspectus.adapters.model_offline.homes import Homes
from conspectus.adapters.model_offline.odds import Odds
from conspectus.adapters.model_offline.sheet import Sheet
from conspectus.adapters.model_offline.vocabulary import NONE
from conspectus.domain.request import Citation, Claim, Extract, Reply, Request
from conspectus.plugins.informed_consent_ki.classifier import CLASSIFIER
from conspectus.plugins.informed_consent_ki.questions import QUESTIONS


def _asked(name: str, *texts: str) -> Reply:
    """Return the answer of a form, whose headings begin with "# ", to one question."""
    extracts = tuple(marked("\n".join(texts))[0])
    answer = OfflineModel().answer(Request(QUESTIONS, extracts, classifier=CLASSIFIER))
    return next(reply for reply in answer.replies if reply.question == name)


def _told(name: str, *texts: str) -> str:
    return " ".join(claim.text for claim in _asked(name, *texts).claims)


START = (
    "# What is this study about?",
    "We want to learn whether a warm foot bath helps people with gout to sleep.",
    "# What will happen?",
    "You will come to the clinic 4 times over 6 months.",
)


def test_what_no_cue_finds_is_not_taken_from_an_optional_part() -> None:
    """The classifier looks where the cues look: not under a heading that is away."""
    nothing = "None for you. Nothing is done about the pain in your toes."
    lines = ("# Optional: the nail sub-study", "## Benefits", nothing)
    assert _told("benefit", *START, *lines) == ""


def test_a_line_yet_to_be_filled_in_says_nothing() -> None:
    """What stands in square brackets is a note to the writer of the form."""
    extracts = marked("# Other choices\n[usual care, another medicine, or no treatment at all]")[0]
    sentences = Sheet(extracts).sentences
    odds = Odds(sentences, CLASSIFIER, Homes(sentences, NONE))
    question = next(question for question in QUESTIONS if question.name == "alternatives")
    assert odds.likely(question, alone=True) is None


GENES = "We would read some of your genes, to learn why gout runs in families."


def test_what_is_told_of_an_optional_part_says_so() -> None:
    """Genes that are read only in an optional part are told as that, and its heading is cited."""
    reply = _asked("genetic_testing", *START, "# Optional: the family sub-study", GENES)
    assert reply.boolean is True
    assert reply.claims[0].text == f"Optional: {GENES}"
    assert "Optional: the family sub-study" in [c.quote for c in reply.claims[0].citations]


def test_a_passage_that_one_may_say_no_to_is_an_optional_part() -> None:
    """No heading says so; a sentence of the passage does."""
    choice = "You can be in the main study without it."
    passage = f"Some of you will be asked for a nail scan. The scan lasts 3 hours. {choice}"
    told = _told("visits_or_time", *START, passage)
    assert "4 times" in told
    assert "3 hours" not in told
    assert choice not in _told("voluntary", *START, "Joining is your choice.", passage)


def test_a_sentence_on_parts_that_follow_heads_them() -> None:
    """Where one says that these additional studies may be declined, all after it are such."""
    lines = (
        "# Whom can I ask?",
        "Call us. You may take part in these additional studies if you want to.",
        "## Toes and genes",
        GENES,
    )
    told = _told("genetic_testing", *START, *lines)
    assert told.startswith("Optional: ")


def test_what_is_kept_only_if_one_says_yes_below_is_told_as_that() -> None:
    """From the sentence with the condition to the end of its passage all hangs on it."""
    passage = (
        "We use your blood for the tests of the study. "
        "The rest is thrown away unless you say yes below. "
        "That research may include tests of your genes."
    )
    told = _told("genetic_testing", *START, "# What happens to my blood?", passage)
    assert told == "Optional: That research may include tests of your genes."


def test_what_says_itself_that_it_may_be_declined_needs_no_label() -> None:
    """The condition is in the sentence."""
    line = f"If you agree, {GENES[0].lower()}{GENES[1:]}"
    told = _told("genetic_testing", *START, "# Optional: the family sub-study", line)
    assert told.startswith("If you agree,")


CANNOT = (
    "# Who can take part?",
    "You can take part if you are 20 to 70 years old.",
    "You will not be able to take part if you:",
    "- had surgery on a foot in the last 2 years",
    "- are pregnant or plan to become pregnant",
    "- take part in another study of gout",
)


def test_an_item_is_told_in_the_list_of_its_lead() -> None:
    """Whom the classifier finds barred are not told as those who can take part."""
    reply = _asked("population", *START, *CANNOT)
    barred = [claim for claim in reply.claims if "pregnant" in claim.text]
    assert [claim.text.split(":")[0] for claim in barred] == [
        "You will not be able to take part if you"
    ]
    assert CANNOT[2] in [citation.quote for citation in barred[0].citations]


def test_an_item_that_bears_a_yes_or_no_is_told_with_its_lead() -> None:
    """Nobody learns from "Are pregnant" alone what it is about."""
    reply = _asked("reproductive_risks", *START, *CANNOT)
    told = [claim.text for claim in reply.claims if "pregnant" in claim.text]
    lead = "You will not be able to take part if you: "
    assert told
    assert all(text.startswith(lead) for text in told)


def test_what_is_told_of_one_arm_is_told_under_its_name() -> None:
    """A step under the heading of a group is not everybody's."""
    lines = (
        "# Your group",
        "## Group 1",
        "You will take alvoric tablets by mouth twice a day.",
        "## Group 2",
        "You will get a weekly infusion of alvoric into a vein.",
        "# Procedures for all",
        "You will have a blood draw at each visit.",
    )
    told = [claim.text for claim in _asked("procedures", *START, *lines).claims]
    assert any(text.startswith("Group 1: ") and "tablets" in text for text in told)
    assert any(text.startswith("Group 2: ") and "infusion" in text for text in told)
    assert not any(":" in text for text in told if "blood" in text)


def test_an_arm_named_in_an_opening_is_told_with_what_follows() -> None:
    """The name of a group at the start of an item heads the rest of it."""
    lines = (
        "# Procedures",
        "The computer picks your group:",
        "- Group 1. You will get nothing new.",
        "- Group 2. You will get a weekly infusion of alvoric into a vein.",
    )
    reply = _asked("procedures", *START, *lines)
    told = [claim for claim in reply.claims if "infusion" in claim.text]
    assert [claim.text.split(":")[0] for claim in told] == ["Group 2"]
    assert "Group 2." in [citation.quote for citation in told[0].citations]


def _arms_of(heads: tuple[str, ...]) -> set[str]:
    """Return under which heads the cells of a small table of treatments are told."""
    rows = (heads, ("How", "Alvoric tablets by mouth", "A weekly infusion of alvoric"))
    extracts = [Extract(1, "heading", "Procedures")] + [
        Extract(n, "row", " | ".join(cells), ("Procedures",), 0, cells, heads if n > 2 else ())
        for n, cells in enumerate(rows, 2)
    ]
    answer = OfflineModel().answer(Request(QUESTIONS, tuple(extracts), classifier=CLASSIFIER))
    reply = next(reply for reply in answer.replies if reply.question == "procedures")
    return {claim.text.split(":")[0] + claim.text[-8:] for claim in reply.claims}


def test_a_cell_under_an_arm_is_told_under_its_name() -> None:
    """The head of its column goes with it."""
    assert _arms_of(("", "Group 1", "Group 2")) >= {"Group 2 alvoric"}


def test_heads_of_arms_that_have_slipped_by_a_column_are_put_right() -> None:
    """The first column names the rows, so no arm can head it."""
    assert _arms_of(("Group 1", "Group 2", "")) >= {"Group 2 alvoric"}


def test_what_all_arms_get_is_told_of_all() -> None:
    """The same words under every arm need no name before them."""
    heads = ("", "Group 1", "Group 2")
    cells = ("How", "A weekly infusion", "A weekly infusion")
    piece = Extract(2, "row", " | ".join(cells), (), 0, cells, heads)
    sheet = Sheet([Extract(1, "row", " | ".join(heads), (), 0, heads, ()), piece])
    claim = Claim("A weekly infusion", (Citation(2, "A weekly infusion"),))
    assert sheet.scope.labelled(claim) == claim


def test_an_opening_that_names_an_arm_stays_with_what_is_told() -> None:
    """A phrase cut out of a sentence keeps for whom it is."""
    line = "In clinics of the second list, women wear a small heart monitor, and get a weekly call."
    told = [claim.text for claim in _asked("procedures", *START, "# Procedures", line).claims]
    assert told
    assert all("In clinics of the second list" in text for text in told)


def test_usual_care_is_no_procedure_of_the_study() -> None:
    """What would be done without the study too is told of those who do not join."""
    lines = (
        "# Procedures",
        "In standard surgery one screw is put into the toe.",
        "The chest x-ray before surgery is part of the usual preparation.",
        "You will have a blood draw at each visit.",
    )
    told = _told("procedures", *START, *lines)
    assert "blood draw" in told
    assert "screw" not in told
    assert "x-ray" not in told
