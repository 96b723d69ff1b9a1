"""How the sections of a key-information document tell facts."""

from dataclasses import replace

import pytest

from conspectus.domain.blocks import blocks
from conspectus.domain.document import Document
from conspectus.domain.facts import Fact, Facts, Part
from conspectus.domain.source import Evidence
from conspectus.pipeline.write import write
from conspectus.plugins.informed_consent_ki import plugin

WORDS = tuple(
    enumerate(
        ["red", "blue", "green", "brown", "black", "white", "pink", "grey", "yellow", "purple"], 2
    )
)
PARAMETERS = {"max_words": 850, "audience": "auto", "sections": []}


def _fact(name: str, *texts: str, value: object = None, quote: str = "") -> Fact:
    parts = tuple(
        Part(text, (Evidence(1, "1", None, quote or text, n, n + len(quote or text)),))
        for n, text in enumerate(texts)
    )
    return Fact(name, value if isinstance(value, bool) else " ".join(texts), "stated", parts)


def _write(*facts: Fact, **parameters: object) -> Document:
    known: Facts = {
        question.name: Fact(question.name, None, "unstated")
        for question in plugin.questions
        if not question.adds_to
    }
    known.update({fact.name: fact for fact in facts if fact.name in known})
    more = [part for fact in facts if fact.name == "other_risks" for part in fact.parts]
    known["key_risks"] = replace(known["key_risks"], more=tuple(more))
    return write(known, plugin, {**PARAMETERS, **parameters})


def _told(document: Document, section: str) -> list[str]:
    found = next(part for part in document.sections if part.id == section)
    return [f"- {s.text}" if s.item else s.text for s in found.statements]


def test_the_order_is_that_of_the_regulation() -> None:
    """Research and choice, purpose, people, procedures, benefits, risks, alternatives."""
    document = _write()
    assert [section.id for section in document.sections][:7] == [
        "about", "purpose", "people", "taking-part", "reasons-for", "reasons-against", "options",
    ]  # fmt: skip
    assert _told(document, "about")[0] == "You are being asked to take part in a research study."


def test_what_was_not_found_is_named_once_a_section() -> None:
    """One calm sentence says what was not found; it does not claim that the form is silent."""
    document = _write(_fact("costs", "The tests cost you nothing."))
    assert _told(document, "money") == [
        "The tests cost you nothing.",
        "This summary found no statement about payment or injuries. Ask the study team about it.",
    ]


def test_there_is_no_gap_where_a_statement_beside_it_speaks_of_it() -> None:
    """A summary does not say that it found nothing about what stands in the line above."""
    document = _write(_fact("visits_or_time", "It lasts 9 weeks with 4 visits."))
    assert not any("how long it takes" in line for line in _told(document, "taking-part"))
    paid = _write(_fact("compensation", "You need not pay for the lamp."))
    assert not any("costs" in line for line in _told(paid, "money"))


def test_a_lead_in_goes_when_all_of_its_items_were_told_before() -> None:
    """A colon promises a list."""
    text = "You wear a lamp on the head every night for nine weeks."
    document = _write(_fact("purpose", text), _fact("procedures", text, quote=text))
    assert "What happens in the study:" not in _told(document, "taking-part")


def test_grave_further_risks_have_room_of_their_own() -> None:
    """Lesser risks give way to them, not they to lesser ones."""
    filler = [f"A {word} rash may come with aches and last {n} days" for n, word in WORDS]
    grave = "The wire may tear the vein and cause heavy bleeding in the chest"
    document = _write(_fact("key_risks", "Headache"), _fact("other_risks", *filler, grave))
    assert f"- {grave}" in _told(document, "reasons-against")


def test_an_enumeration_becomes_a_lead_in_and_items() -> None:
    """Each line rests on the evidence of the whole."""
    document = _write(_fact("population", "You cannot join if you: are pregnant; take aspirin."))
    assert _told(document, "people")[:3] == [
        "You cannot join if you:", "- Are pregnant", "- Take aspirin",
    ]  # fmt: skip
    people = next(part for part in document.sections if part.id == "people")
    assert all(statement.evidence for statement in people.statements[:3])


def test_a_single_condition_is_no_list() -> None:
    """One entry reads on from its lead-in."""
    document = _write(_fact("early_termination", "We may stop your part if: The band hurts you."))
    assert _told(document, "stopping") == ["We may stop your part if the band hurts you."]


@pytest.mark.parametrize(
    ("name", "section", "text", "line"),
    [
        ("population", "people", "Adults who have asthma.",
         "People who can take part: adults who have asthma."),
        ("duration", "taking-part", "From now until your baby is 12 weeks old.",
         "Time in the study: from now until your baby is 12 weeks old."),
        ("study_title", "about", "Breathing Lessons at School",
         "Study name: Breathing Lessons at School."),
        ("sponsor", "about", "Funded by the Lark Fund.", "The study is funded by the Lark Fund."),
        ("sponsor", "about", "The Lark Fund gave a grant.", "The Lark Fund gave a grant."),
    ],
)  # fmt: skip
def test_what_has_no_verb_gets_a_label(name: str, section: str, text: str, line: str) -> None:
    """A fragment stands under words that make it a statement; a sentence needs none."""
    assert line in _told(_write(_fact(name, text)), section)


@pytest.mark.parametrize(
    ("name", "section", "text"),
    [
        ("duration", "taking-part", "A letter at 6 months and at 24 months."),
        ("duration", "taking-part", "Fill in a form on the web, once."),
        ("duration", "taking-part", "Duration of the course: two terms."),
        ("visits_or_time", "taking-part", "Answer a survey each spring."),
        ("purpose", "purpose", "A research study of a soft cap."),
    ],
)
def test_a_label_is_put_only_before_what_it_is_the_label_of(
    name: str, section: str, text: str
) -> None:
    """An order, a moment and what has a label of its own are told as they stand."""
    assert text in _told(_write(_fact(name, text)), section)


@pytest.mark.parametrize(
    "text", ["We ask how students get by.", "You are assigned by chance, as when straws are drawn:"]
)
def test_a_whole_sentence_is_told_whatever_it_ends_with(text: str) -> None:
    """Only a lead that lacks its last words says nothing."""
    assert text.replace(":", ".") in _told(_write(_fact("purpose", text)), "purpose")


def test_who_gives_the_money_is_not_called_the_sponsor() -> None:
    """The form's own label decides, though to fund and to sponsor may mean the same."""
    quote = "Supported by: a grant of the Lark Fund"
    fact = _fact("sponsor", "A grant of the Lark Fund", quote=quote)
    given = replace(fact, parts=(replace(fact.parts[0], aspect="funder"),))
    assert "Supported by: A grant of the Lark Fund." in _told(_write(given), "about")
    assert "Sponsor: A grant of the Lark Fund." in _told(_write(fact), "about")


def test_an_order_is_nothing_that_is_tested() -> None:
    """What the reader is to do belongs to what will happen."""
    why = "We want to learn."
    assert _purpose("Fill in a form on the web", aspect="asked", purpose=why) == [why]


def test_sentences_that_go_on_from_each_other_get_no_label() -> None:
    """A label is for words that are no sentence, and would part two that belong together."""
    text = "The lamp wakes you at six each morning. It shines for an hour."
    told = _told(_write(_fact("visits_or_time", text)), "taking-part")
    assert told[0] == "The lamp wakes you at six each morning."
    assert told[1] == "It shines for an hour."


def test_a_name_that_no_label_fits_is_not_told() -> None:
    """Nothing in the evidence says what Lark of Boston has to do with the study."""
    assert not any(
        "Lark" in line for line in _told(_write(_fact("sponsor", "Lark of Boston")), "about")
    )


def test_numbers_of_the_study_stand_in_one_line() -> None:
    """Two numbers are no reason for two sentences."""
    document = _write(
        _fact("study_id", "25-0417", "NCT00000001", quote="Study number: 25-0417 NCT00000001")
    )
    assert "Study numbers: 25-0417, NCT00000001." in _told(document, "contacts")


def test_payments_by_visit_are_items() -> None:
    """Sentences first, then what is paid for what."""
    document = _write(_fact("compensation", "Visit 1: $20", "You get a card.", "Visit 2: $30"))
    assert _told(document, "money")[:4] == [
        "You get a card.", "What is paid:", "- Visit 1: $20", "- Visit 2: $30",
    ]  # fmt: skip


def test_a_row_of_a_table_is_not_told_and_cites_nothing() -> None:
    """Its evidence does not stick to the statement that follows."""
    document = _write(
        _fact("radiation", "Chest X-ray | X | |", value=True), _fact("benefit", "You may benefit.")
    )
    assert _told(document, "reasons-against") == [
        "This summary found no statement about risks. Ask the study team about it."
    ]
    cited = {name for _, statement in document.statements for name in statement.facts}
    assert cited == {"benefit"}


def test_a_fact_that_is_true_is_told_and_a_false_one_is_not() -> None:
    """Chance is told with the sentence of the form."""
    yes = _write(_fact("randomized", "Chance decides your group.", value=True))
    no = _write(_fact("randomized", "Nobody is put in a group by chance.", value=False))
    assert "Chance decides your group." in _told(yes, "taking-part")
    assert not any("chance" in line for line in _told(no, "taking-part"))


def test_nearly_the_same_is_not_said_twice() -> None:
    """A second statement that adds no word of weight is left out; a negation is one."""
    first = "You can leave the study at any time without giving a reason to the doctor."
    again = "You can leave the study at any time, without giving any reason to the study doctor."
    other = "You cannot leave the study at any time without giving a reason to the doctor."
    assert first in _told(_write(_fact("voluntary", first, again)), "about")
    assert again not in _told(_write(_fact("voluntary", first, again)), "about")
    assert other in _told(_write(_fact("voluntary", first, other)), "about")


def _risks(document: Document) -> list[str]:
    return [line for line in _told(document, "reasons-against") if line.startswith("- ")]


def test_the_gravest_risks_come_first_and_others_fill_the_room() -> None:
    """What names a harm beyond the main risks is told; what names no further one is not."""
    document = _write(
        _fact("key_risks", "A rash", "Nausea"),
        _fact(
            "other_risks",
            "You could get gangrene of a toe.",
            "Some people vomit.",
            "Nausea may come back often.",
            "You could die.",
        ),
    )
    assert _risks(document) == [
        "- You could die", "- You could get gangrene of a toe", "- Some people vomit",
        "- A rash", "- Nausea",
    ]  # fmt: skip


def test_a_fuller_sentence_stands_for_the_main_risk_it_repeats() -> None:
    """Nobody reads the same words twice."""
    document = _write(
        _fact("key_risks", "Steroids often bring hunger and acne"),
        _fact("other_risks", "Steroids often bring hunger and acne and can thin the bones."),
    )
    assert _risks(document) == ["- Steroids often bring hunger and acne and can thin the bones"]


def test_other_risks_give_way_before_the_rest_is_cut() -> None:
    """A document that is too long loses the further risks, not a word of its other sections."""

    def long(word: str) -> str:
        return " ".join(f"{word}{n}" for n in range(40))

    rest = [_fact("purpose", f"We learn {long('a')}."), _fact("key_risks", "Nausea")]
    others = _fact("other_risks", f"You may vomit {long('b')}.", f"You may faint {long('c')}.")
    full = _write(*rest, others, max_words=400)
    tight = _write(*rest, others, max_words=230)
    assert len(_risks(full)) == 3
    assert len(_risks(tight)) < 3
    assert _told(tight, "purpose") == _told(full, "purpose")


def test_death_never_gives_way() -> None:
    """However little room there is, a document whose form names death tells of it."""
    long = " ".join(f"word{n}" for n in range(300))
    facts = (
        _fact("purpose", f"We learn {long}."),
        _fact("key_risks", "Nausea"),
        _fact("other_risks", "You may vomit.", "There also is a risk of death."),
    )
    assert _risks(_write(*facts, max_words=350)) == ["- There also is a risk of death", "- Nausea"]


@pytest.mark.parametrize(
    "said",
    [
        "Your data may be used for future research",
        "Nobody died",
        "The study drug lowers the risk of stroke",
        "It may help your pain",
        "Headache in people given placebo",
        "Most employers to discriminate against you",
        "You can reach out to the study staff by phone (555-0100)",
        "Genetic information could, if it got out",
        "No patients had a stroke",
        "The risk of infection is not higher than usual",
        "Parent: will it sting?",
        "Spinal puncture (a needle in the spine)",
        "The sedation carries its own risks",
        "Charts may be looked at by the Ethics Board",
    ],
)
def test_what_is_no_risk_is_not_told_as_one(said: str) -> None:
    """Uses of data, benefits, denials and what befell the others are no risks."""
    document = _write(_fact("key_risks", said), _fact("other_risks", said))
    assert _told(document, "reasons-against") == [
        "This summary found no statement about risks. Ask the study team about it."
    ]


@pytest.mark.parametrize("said", ["There are no known risks", "You may lose your hearing"])
def test_what_the_form_says_of_risk_is_told(said: str) -> None:
    """That none is known is an answer too."""
    assert _risks(_write(_fact("key_risks", said))) == [f"- {said}"]


def test_that_no_risk_is_known_is_a_sentence_and_no_item() -> None:
    """Under "The main risks are:" it would read as one of them."""
    quote = Evidence(1, "1", None, "There are no known risks.", 0, 25)
    part = Part("There are no known risks", (quote,), "none_known")
    fact = Fact("key_risks", (part.text,), "stated", (part,))
    assert _told(_write(fact), "reasons-against") == ["There are no known risks."]


def test_other_risks_are_told_though_no_main_one_was_found() -> None:
    """What was found of risks is told, under whatever question."""
    assert _risks(_write(_fact("other_risks", "You may lose your hearing."))) == [
        "- You may lose your hearing"
    ]


def test_plain_words_say_a_thing_once() -> None:
    """Two hard words may have one plain one."""
    assert _risks(_write(_fact("key_risks", "Fatigue or tiredness"))) == ["- Tiredness"]


def test_a_risk_that_points_back_is_told_without_pointing() -> None:
    """After "Others may" the sentence that it answers is lost."""
    document = _write(_fact("key_risks", "Others may be serious and may result in death"))
    assert _risks(document) == ["- Some may be serious and may result in death"]


def test_a_hope_for_others_is_not_made_one_for_some_of_you() -> None:
    """That others may be helped promises nothing to who takes part."""
    document = _write(_fact("benefit", "Others may be helped by what is learned."))
    assert any("Others may be helped" in line for line in _told(document, "reasons-for"))


def test_a_short_item_may_repeat_words_of_another_section() -> None:
    """To become pregnant as a reason to be taken out is another thing than as a duty."""
    document = _write(
        _fact("reproductive_risks", "You must not become pregnant in the study.", value=True),
        _fact("early_termination", "We may stop your part if you: become pregnant; feel ill."),
    )
    assert "- Become pregnant" in _told(document, "stopping")


@pytest.mark.parametrize(
    ("texts", "asked"),
    [
        (("Your child may stop.", "Your child will wear a band."), "let your child take part"),
        (("From now until your baby is born.", "Your baby was born early."), "to take part"),
    ],
)
def test_the_form_tells_who_is_asked(texts: tuple[str, str], asked: str) -> None:
    """A parent is asked for the child; a mother-to-be is asked for herself."""
    document = _write(_fact("voluntary", texts[0]), _fact("duration", texts[1]))
    assert asked in _told(document, "about")[0]


def test_the_lead_in_of_a_list_stands_alone() -> None:
    """The sentences before it are a paragraph of their own."""
    document = _write(
        _fact("duration", "It takes a day."), _fact("procedures", "Blood test", "X-ray")
    )
    section = next(part for part in document.sections if part.id == "taking-part")
    assert [(block.listed, len(block.statements)) for block in blocks(section)] == [
        (False, 1), (False, 1), (True, 2),
    ]  # fmt: skip


def _purpose(*texts: str, aspect: str = "titled", **facts: str) -> list[str]:
    """Tell why the study is done, where `texts` say what is tested."""
    thing = _fact("intervention", *texts, quote=f"A study of {texts[0]} in adults")
    thing = replace(thing, parts=tuple(replace(part, aspect=aspect) for part in thing.parts))
    return _told(_write(thing, *(_fact(name, text) for name, text in facts.items())), "purpose")


def test_what_is_tested_is_a_sentence_unless_it_is_named_already() -> None:
    """A name that title or purpose tells is not told again under a label."""
    why = "We want to learn about pain."
    assert _purpose("A cold patch", purpose=why) == [why, "The study tests a cold patch."]
    named = "We want to know whether a cold patch helps."
    assert _purpose("A cold patch", purpose=named) == [named]
    assert _purpose("A cold patch", purpose=why, study_title="A cold patch for pain") == [why]


def test_what_no_title_names_stays_under_its_label() -> None:
    """That something is asked does not mean that it is tested."""
    told = _purpose("About 70 questions", aspect="asked", purpose="We want to learn.")
    assert told[1:] == ["In the study: about 70 questions."]


def test_a_schedule_is_no_reason_for_a_study() -> None:
    """When a drug is taken belongs to what will happen; what is compared belongs here."""
    dose = "You will also get redol by mouth weekly."
    half = "You will get redol or a placebo once a day."
    assert dose not in _purpose(dose, purpose="We want to learn.")
    assert half in _purpose(half, purpose="We want to learn.")


def test_the_aside_that_says_how_long_is_told_alone() -> None:
    """A long sentence about something else gives way to the answer in its brackets."""
    aside = "your total participation including follow-up could be up to 60 months"
    text = (
        "After the last visit, you may be contacted by the study team to check your general "
        f"health until the end of the study ({aside})."
    )
    told = _told(_write(_fact("duration", text)), "taking-part")
    assert told[0] == f"Y{aside[1:]}."


def test_a_part_with_a_label_of_its_own_gets_no_other() -> None:
    """Which session lasts how long needs no "Time:" in front."""
    told = _told(_write(_fact("visits_or_time", "First session: 3 hours")), "taking-part")
    assert told[0] == "First session: 3 hours."


def test_a_single_row_gives_way_to_the_total() -> None:
    """One row of several would pass for all that is paid."""
    paid = _fact("compensation", "Calls (2): $20", "If you do all: $840")
    rows = tuple(replace(p, aspect=a) for p, a in zip(paid.parts, ("amount", "total"), strict=True))
    document = _write(replace(paid, parts=rows))
    assert _told(document, "money")[0] == "If you do all: $840."


def test_where_room_is_short_the_total_is_told() -> None:
    """And of two sentences that affirm a fact the short one, not the one with a long list."""
    listed = f"You have to stop these: {'; '.join(f'medicine {n}' for n in range(20))}."
    paid = _fact("compensation", "You get $20 a visit.", "You get $60 in all.")
    rows = tuple(replace(p, aspect=a) for p, a in zip(paid.parts, ("amount", "total"), strict=True))
    stop = _fact("washout_required", listed, "You will stop some medicines.", value=True)
    document = _write(replace(paid, parts=rows), stop, max_words=100)
    assert "You get $60 in all." in _told(document, "money")
    assert "You get $20 a visit." not in _told(document, "money")
    assert "You will stop some medicines." in _told(document, "taking-part")


@pytest.mark.parametrize("said", ["Coaching-now group", "You may use it or not", "At random"])
def test_what_is_not_done_is_no_procedure(said: str) -> None:
    """The name of a group, a choice and chance are not among what happens."""
    told = _told(_write(_fact("procedures", "Blood test", said)), "taking-part")
    assert "- Blood test" in told
    assert not any(said in line for line in told)


@pytest.mark.parametrize(
    "said",
    [
        "If you take any of the following, you will have to stop:",
        "Then nothing changes.",
        "Once a year we repeat a part of this.",
        "You may get my grades from the school.",
        "If you decide to leave, please tell one of the people.",
    ],
)
def test_what_points_at_something_untold_is_not_told(said: str) -> None:
    """A list that is not there, the sentence before, and the words of the one who signs."""
    document = _write(_fact("visits_or_time", said, "It takes an hour."))
    assert _told(document, "taking-part")[0] == "It takes an hour."


def test_an_item_that_was_only_excepted_is_told() -> None:
    """Nobody learns from "shots (other than redol)" what holds for redol."""
    stop = _fact(
        "washout_required", "You have to stop: shots (other than redol); redol; pills.", value=True
    )
    told = _told(_write(stop), "taking-part")
    assert "- Redol" in told


def test_he_is_the_child_of_the_reader() -> None:
    """A form that says "he" of the one who takes part speaks to a parent."""
    document = _write(
        _fact("voluntary", "His doctors will help."), _fact("duration", "He will come.")
    )
    assert "let your child take part" in _told(document, "about")[0]


@pytest.mark.parametrize("said", ["How often: what may happen", "Uncomfortable"])
def test_the_head_of_a_table_and_a_lone_adjective_are_no_risk(said: str) -> None:
    """Nobody learns from either what may happen."""
    told = _told(_write(_fact("key_risks", "Serious bleeding", said, "Rash")), "reasons-against")
    assert "- Rash" in told
    assert f"- {said}" not in told
