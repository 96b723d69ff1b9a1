"""The claim check: true claims pass, quoted or in plain words; corrupted ones are refused."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.domain.claims import check_claim

PAY = "You will receive $15 per hour, up to a maximum of $300, for 3-5 hours twice a week."
UNPAID = "You will not be paid for taking part in this study."
BENEFIT = "You may or may not receive any direct benefit from being in this study."
RARE = "Rarely, the study drug can cause serious liver damage; headache is common (10%)."
DRUG = "You will take one 50 mg tablet once a day for twelve months."
LEAVE = "Taking part is voluntary. You may withdraw at any time without any penalty."
VISITS = "There are 11 clinic visits and 4 telephone calls over approximately 2 years."
SHARE = "Your samples may be shared with other researchers without additional consent."
COSTS = "The sponsor will not pay for standard care. Some tests will be billed to your insurance."
QUOTES = (PAY, UNPAID, BENEFIT, RARE, DRUG, LEAVE, VISITS, SHARE, COSTS)


def rules(claim: str, *quotes: str) -> set[str]:
    """Check a claim and return the rules it breaks."""
    return {finding.rule for finding in check_claim(claim, quotes)}


@pytest.mark.parametrize("quote", QUOTES)
def test_a_quote_bears_itself(quote: str) -> None:
    """What is quoted whole is borne out, among other quotes as well."""
    assert check_claim(quote, [quote]) == []
    assert check_claim(quote, QUOTES) == []


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("You get $15 an hour.", PAY),
        ("It takes 3 to 5 hours, two times a week.", PAY),
        ("It takes three to five hours twice per week.", PAY),
        ("You will get up to $300.", PAY),
        ("No payment: you will not be paid.", UNPAID),
        ("There is no compensation for taking part.", UNPAID),
        ("You may or may not benefit.", BENEFIT),
        ("A common side effect is headache (1 in 10).", RARE),
        ("Rarely, the drug may cause serious damage to the liver.", RARE),
        ("You will take one tablet of 50 mg every day for one year.", DRUG),
        ("You will take a 50 mg pill daily for 12 months.", DRUG),
        ("You do not have to take part.", LEAVE),
        ("You may stop whenever you want, with no penalty.", LEAVE),
        ("You can leave the study at any time.", LEAVE),
        ("About 2 years, with 11 clinic visits and four phone calls.", VISITS),
        ("Other researchers may get your samples without asking you again.", SHARE),
        ("Your insurance will be billed for some tests.", COSTS),
        ("Half of the people get a placebo.", "50% of participants receive a placebo."),
        ("1 in 100 people had seizures.", "Seizures occurred in 1% of subjects."),
        ("The visits are every other week.", "Clinic visits take place every two weeks."),
        ("The study drug is free.", "The study drug is provided at no cost to you."),
        ("We cannot promise this.", "There is no guarantee of this; it cannot be guaranteed."),
        ("You must not get pregnant.", "Participants must not become pregnant."),
        ("Your doctor can stop it.", "Your physician may discontinue it."),
        ("Stage 2 cancer", "People with Stage II cancer"),
        ("Version 3.0 (8 March 2022)", "Protocol v3.0, 08Mar2022"),
        ("Call 555-010-4477.", "Telephone (555) 010-4477"),
        ("Nobody can tell who gets worse.", "No one can tell who will get worse."),
        ("If you decide to stop, tell us.", "Should you decide to stop, please notify us."),
    ],
)
def test_plain_words_for_what_the_quote_says_pass(claim: str, quote: str) -> None:
    """Number words, synonyms, units and negations said in another way are borne out."""
    assert check_claim(claim, [quote]) == []


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("You get $16 an hour.", PAY),
        ("You get $15 a visit.", PAY),
        ("You get $15.", PAY),
        ("It takes 5 hours twice a week.", PAY),
        ("It takes 3-5 days twice a week.", PAY),
        ("It takes 3-5 hours three times a week.", PAY),
        ("It takes 3-5 hours twice a month.", PAY),
        ("You get at least $300.", PAY),
        ("You will take one 50 mcg tablet a day.", DRUG),
        ("You will take one 50 mg tablet once a week.", DRUG),
        ("You will take one 50 mg tablet twice a day.", DRUG),
        ("You will take it for 12 weeks.", DRUG),
        ("You will take it for 10 months.", DRUG),
        ("There are 4 clinic visits.", VISITS),
        ("There are 11 telephone calls.", VISITS),
        ("Headache is common (1 in 100).", RARE),
        ("Headache is rare (10%).", RARE),
        ("Commonly, the drug can cause serious liver damage.", RARE),
        ("All tests will be billed to your insurance.", COSTS),
        ("Call 555-010-4478.", "Telephone 555-010-4477"),
        ("The protocol is AB-124.", "Protocol AB-123"),
        ("Stage 3 cancer", "People with Stage II cancer"),
    ],
)
def test_numbers_units_and_frequencies_must_stand_in_the_quote(claim: str, quote: str) -> None:
    """Another number, unit, period, bound or frequency is refused by FID-NUM."""
    assert "FID-NUM" in rules(claim, quote)


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("You will be paid for taking part in this study.", UNPAID),
        ("You may be paid for taking part.", UNPAID),
        ("You will not receive $15 per hour.", PAY),
        ("You may receive $15 per hour.", PAY),
        ("You may receive a direct benefit.", BENEFIT),
        ("You will receive a direct benefit.", BENEFIT),
        ("You may not receive any direct benefit.", BENEFIT),
        ("You cannot withdraw at any time.", LEAVE),
        ("You may withdraw, with a penalty.", LEAVE),
        ("You must take part.", LEAVE),
        ("Your samples will be shared with other researchers.", SHARE),
        ("Your samples are shared with other researchers.", SHARE),
        ("Your samples may be shared with other researchers with your consent.", SHARE),
        ("The sponsor will pay for standard care.", COSTS),
        ("The sponsor may not pay for standard care.", COSTS),
        ("The drug does cause serious liver damage.", RARE),
        ("You may return the tablets.", "You must return the tablets."),
        ("You must fast.", "You should fast."),
        ("You can drive home.", "You can't drive home."),
        ("It is known whether it works.", "It is not known whether it works."),
        ("You have insurance.", "This holds if you don't have insurance."),
    ],
)
def test_negations_and_modals_must_be_those_of_the_quote(claim: str, quote: str) -> None:
    """A negation or modal lost, gained or changed is refused by FID-NEG."""
    assert rules(claim, quote) & {"FID-NEG", "FID-CLAUSE"}


ADDED = (
    "and you may die",
    "which has been shown to cure the disease",
    "your employer will be told",
    "and lunch is provided",
    "and the study drug is proven to be safe",
    "and parking costs nothing",
    "because it is better than any other treatment",
    "and the police may be informed",
    "and your family will be contacted",
    "and a lawyer will be present",
    "so your cancer will not come back",
    "and the FDA has approved it",
    "and it has never harmed anyone",
    "and hair loss",
)


@pytest.mark.parametrize("added", ADDED)
@pytest.mark.parametrize("quote", [PAY, UNPAID, LEAVE, VISITS])
@pytest.mark.parametrize("form", ["{0}, {1}.", "{0}; {1}.", "{0} ({1}).", "{1}, {0}.", "{0} {1}."])
def test_a_clause_that_no_quote_bears_is_refused(added: str, quote: str, form: str) -> None:
    """Whatever the connection, at the end or before, the added clause is found."""
    assert check_claim(form.format(quote.rstrip("."), added), QUOTES) != []


def test_a_clause_put_in_the_middle_is_refused() -> None:
    """The added clause need not stand at the end."""
    claim = DRUG.replace(" for twelve", ", which may cause blindness, for twelve")
    assert "FID-CLAUSE" in rules(claim, DRUG)


@pytest.mark.parametrize("quotes", [[], [""], [" \n"]])
def test_without_a_quote_nothing_is_borne_out(quotes: list[str]) -> None:
    """No quote, or a blank one, bears nothing."""
    assert [finding.rule for finding in check_claim("You may leave.", quotes)] == ["FID-QUOTE"]


def test_an_empty_claim_is_no_claim() -> None:
    """There must be something to check."""
    assert rules(" ", PAY) == {"FID-QUOTE"}


def test_the_finding_names_what_is_not_borne_out() -> None:
    """The message shows the number, word or clause to look at, and the severity is error."""
    (finding,) = check_claim("You will take it for 10 months.", [DRUG])
    assert finding.severity == "error"
    assert '"10 months"' in finding.message


def test_the_typography_of_a_quote_does_not_matter() -> None:
    """Curly quotes, ligatures and line-end hyphens are folded first."""
    quote = "You don\u2019t have the \ufb01rst  dose"
    assert check_claim("You don't have the first dose", [quote]) == []


@given(st.sampled_from(QUOTES), st.integers(1, 9999))
def test_no_number_can_be_changed(quote: str, value: int) -> None:
    """A claim with a number that the quote does not hold is refused."""
    spans = list(re.finditer(r"\d+", quote))
    for span in spans:
        if str(value) not in re.findall(r"\d+", quote):
            claim = quote[: span.start()] + str(value) + quote[span.end() :]
            assert check_claim(claim, [quote]) != []


@given(st.text(max_size=60), st.lists(st.text(max_size=60), max_size=3))
def test_any_text_can_be_checked(claim: str, quotes: list[str]) -> None:
    """No text makes the check fail, and a text that says something bears itself."""
    check_claim(claim, quotes)
    if claim.strip():
        assert check_claim(claim, [claim]) == []


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("fever", "pain"),
        ("Liver failure", "You may feel pain or have some bleeding."),
        ("pain, bleeding, heart attack", "You may feel pain or have some bleeding."),
        ("Seizures; kidney damage", "You may feel pain or have some bleeding."),
        ("MRI scans", "You will have blood tests and fill in a survey."),
        ("Study doctor: 555-010-0199; lawyer", "Study doctor: 555-010-0199"),
    ],
)
def test_a_fragment_that_no_quote_names_is_refused(claim: str, quote: str) -> None:
    """An item of a list is a claim of its own: a risk that the form does not name is false."""
    assert check_claim(claim, [quote])


RISKS = "The study drug may cause nausea, vomiting, liver damage or a rash."


@pytest.mark.parametrize(
    ("claim", "quotes"),
    [
        ("Side effects: nausea, vomiting, dizziness, rash", [RISKS]),
        ("Study drug: nausea, vomiting (mild), liver damage", [RISKS]),
        ("Voluntary; you may leave at any time; legal rights kept", [LEAVE]),
        ("To learn whether the drug is safe", ["We test how people react to the drug."]),
        ("One tablet of 50 mg a day, twelve months, no placebo", [DRUG]),
    ],
)
def test_a_note_in_a_borne_claim_may_add_what_is_in_place(claim: str, quotes: list[str]) -> None:
    """A careful reader's notes name more of the topic, and deny what no quote speaks of."""
    assert check_claim(claim, quotes) == []


@pytest.mark.parametrize(
    "added",
    ["hair loss", "a free meal", "parking", "coma", "death", "a lawsuit", "a bonus", "cure"],
)
def test_a_note_out_of_place_or_of_weight_is_refused(added: str) -> None:
    """A risk among payments, a gift, and whatever is grave must stand in a quote."""
    assert "FID-CLAUSE" in rules(f"{PAY.rstrip('.')}, {added}.", PAY)


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("You stay for some weeks.", "You stay for some days."),
        ("Blood is taken in the first week.", "Blood is taken in the first month."),
    ],
)
def test_a_unit_without_a_number_must_stand_in_the_quote(claim: str, quote: str) -> None:
    """A bare "weeks" is as false as "12 weeks" where the quote says "days"."""
    assert "FID-NUM" in rules(claim, quote)


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("You can leave only if you are pregnant.", "You can leave if you are pregnant."),
        ("Samples are shared with asking again.", "Samples are shared."),
        ("You may leave, with loss of benefits.", LEAVE),
        ("No nausea, vomiting, liver damage or rash", RISKS),
    ],
)
def test_a_restriction_or_denial_put_in_is_refused(claim: str, quote: str) -> None:
    """A claim may not open by denying its quote, restrict it, or say "with" for "without"."""
    assert check_claim(claim, [quote])


@pytest.mark.parametrize("quote", ["[telephone number of the above]", "Phone: ________", "<phone>"])
def test_an_unfilled_placeholder_bears_that_it_is_blank(quote: str) -> None:
    """What the form leaves to be filled in may be said to be blank; what it fills in may not."""
    claim = "Study staff: telephone number left blank"
    told = "call the study staff at this telephone number"
    assert check_claim(claim, [told, quote.replace("Phone", "Telephone number")]) == []
    assert check_claim(claim, [told, "555-010-4477"])


def test_a_strict_check_asks_that_notes_are_borne_too() -> None:
    """Who chooses quotes for a list must not lose the one that bears its last item."""
    claim = "Nausea, vomiting, rash, fever"
    assert check_claim(claim, [RISKS]) == []
    assert check_claim(claim, [RISKS], strict=True)
    assert check_claim(claim, [RISKS, "Some people had a fever."], strict=True) == []
    assert check_claim("Nausea, no fever", [RISKS], strict=True)


@pytest.mark.parametrize(
    ("claim", "quote", "borne"),
    [
        ("2023-0418-B", "PAU IRB # 2023-0418-B", True),
        ("5432", "under Project # 5432.", True),
        ("2023-0418-C", "PAU IRB # 2023-0418-B", False),
        ("20", "PAU IRB # 2023-0418-B", False),
        ("Study number: 2023-0418-B.", "PAU IRB # 2023-0418-B, study 7", True),
        ("Study number: 2023-0419-B.", "PAU IRB # 2023-0418-B, study 7", False),
    ],
)
def test_a_study_number_is_borne_by_a_quote_that_holds_it(
    claim: str, quote: str, borne: bool
) -> None:
    """A code is compared as a whole word, never in part."""
    assert (check_claim(claim, [quote], strict=True) == []) is borne


NOTES = (
    "The sponsor supplies the study cream free of charge.",
    "Your skin will be photographed at four visits.",
    "The photographs are stored under a number. Your data may help others.",
)


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("You get cream; who pays for travel is not stated.", "You will get cream."),
        ("You get cream. The form names no amount.", "You will get cream."),
        ("You get cream (no total given).", "You will get cream."),
        ("Growth hormone deficiency (GHD) is treated.", "GHD is treated."),
        ("A test for CMV", "A test for cytomegalic marker virus"),
        ("You keep the right to sue for it.", "You do not give up the right to sue for it."),
        ("Joining gives up no right to sue.", "You do not give up your right to sue by joining."),
        ("Insurance may not cover the cream.", "Some health plans will not cover the cream."),
        ("Your skin may improve.", "It is possible that your skin will improve."),
        ("A 15-minute talk every two months", "Every two months we talk (15 minutes)."),
        ("Between day 3 and 9", "Between day 3 and day 9 you come back."),
        ("The cream might stop too soon.", "The cream might be stopped before you should stop."),
        ("Rash (rare); rarely fever", "Rash is rare. Rarely, a fever occurs."),
        ("Late effects are treated.", "Treatments are given for late effects."),
    ],
)
def test_what_says_the_same_in_notes_passes(claim: str, quote: str) -> None:
    """Abstentions, acronyms, rights kept and hopes are no claims beyond the quote."""
    assert check_claim(claim, [quote]) == []


def test_an_abstention_may_not_become_a_disclosure() -> None:
    """Who says that the form states something must say what it states."""
    assert check_claim("You get cream. Who pays is stated.", ["You will get cream."])
    assert check_claim("You get cream. The form names the amount.", ["You will get cream."])


@pytest.mark.parametrize("aside", ["arm cleaned first", "the nurse wears gloves"])
def test_a_long_borne_claim_may_hold_an_aside(aside: str) -> None:
    """In a short claim, and in a strict check, the same words are refused."""
    claim = f"Sponsor supplies cream free; skin photographed; four visits; {aside}"
    assert check_claim(claim, NOTES) == []
    assert check_claim(claim, NOTES, strict=True)


@pytest.mark.parametrize(
    "added",
    [
        "you will be cured",
        "your employer pays a bonus",
        "the cream is proven to be safe",
        "you may die",
        "12 hours of rest",
        "only men may join",
    ],
)
def test_nothing_grave_counted_or_said_of_you_is_an_aside(added: str) -> None:
    """An aside has nothing at stake, whatever else the claim says that is true."""
    claim = f"Sponsor supplies cream free; skin photographed at four visits; {added}"
    assert check_claim(claim, NOTES)


@pytest.mark.parametrize("added", ["although nobody knows why", "along with free meals"])
@pytest.mark.parametrize("quote", NOTES)
def test_what_is_put_into_a_quote_must_stand_in_a_quote(added: str, quote: str) -> None:
    """Who repeats a quote and adds to it is held to every word."""
    assert check_claim(f"{quote.rstrip('.')} {added}.", NOTES)


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("The cream raises blood sugar.", "The cream lowers blood sugar."),
        ("Use it after meals.", "Use it before meals."),
        ("Your left arm is treated.", "Your right arm is treated."),
        ("Come at 8 a.m. on Monday.", "Come at 8 p.m. on Monday."),
        ("People with eczema are excluded.", "People with eczema are included."),
        ("It hurts more than a pin.", "It hurts less than a pin."),
        ("The dose is increased weekly.", "The dose is decreased weekly."),
        ("Start the cream on Monday.", "Stop the cream on Monday."),
    ],
)
def test_the_opposite_of_what_a_quote_says_is_refused(claim: str, quote: str) -> None:
    """A word that excludes the quote's own, beside the same words, is a false claim."""
    assert check_claim(claim, [quote])
    assert check_claim(quote, [quote, claim]) == []


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("The nurse sees your photographs.", "Only the nurse sees your photographs."),
        ("You may shower at home.", "You may shower only at home."),
        ("Your data may only help others.", "Your data may help others."),
        ("You will be photographed unless you object.", "You will be photographed."),
        ("Visits take place except on weekends.", "Visits take place."),
        ("You stay the night you feel ill.", "You stay the night if you feel ill."),
        ("You rest until noon when the test ends.", "You rest when the test ends."),
    ],
)
def test_a_restriction_dropped_or_put_in_is_refused(claim: str, quote: str) -> None:
    """An only, if, unless, until or except stands where it stands in the quote."""
    assert check_claim(claim, [quote])


def test_an_if_may_be_shared_by_the_items_of_a_list() -> None:
    """One "if" before a list stands for one before every item."""
    quote = "We end it if you feel ill, if you move away, or if the cream runs out."
    claim = "We end it if you feel ill; you move away; the cream runs out"
    assert check_claim(claim, [quote], strict=True) == []


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("It lasts at least 3 weeks.", "It lasts up to 3 weeks."),
        ("It lasts more than 3 weeks.", "It lasts 3 weeks."),
        ("You get less than $40 a visit.", "You get $40 a visit."),
        ("You get exactly $40 a visit.", "You get up to $40 a visit."),
        ("You get $40 in total.", "You get $40 per visit."),
        ("People 18 or under may join.", "People 18 or over may join."),
    ],
)
def test_a_bound_must_be_that_of_the_quote(claim: str, quote: str) -> None:
    """A bound put in or turned round, and a rate made a sum, are other numbers."""
    assert check_claim(claim, [quote])


def test_a_total_may_be_called_the_most() -> None:
    """Who can get $90 in all can get up to $90."""
    assert check_claim("You can get up to $90.", ["The total you can get is $90."]) == []


@pytest.mark.parametrize(
    ("claim", "quote", "borne"),
    [
        ("The sponsor will be paid for it.", "You will be paid for it.", False),
        ("You will pay for the cream.", "The sponsor will pay for the cream.", False),
        ("The employer may see your file.", "The FDA may see your file.", False),
        ("The sponsor will pay for it.", "You will not pay; it is paid by the sponsor.", True),
        ("You can stop.", "You, or the sponsor, can stop it.", True),
    ],
)
def test_what_one_does_is_not_said_of_another(claim: str, quote: str, borne: bool) -> None:
    """Another doer in the same place is refused, unless the quote speaks of that one too."""
    assert (check_claim(claim, [quote]) == []) is borne
