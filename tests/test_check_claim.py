"""The claim check: true claims pass, quoted or in plain words; corrupted ones are refused."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.domain.claims.check import check_claim

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


SHARES = "Hives (12%), dizzy spells (30%) or a burn (2%)."
FEES = "The first talk pays $15 and the second talk pays $45."


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("Burn (30%).", SHARES),
        ("A burn happened in 12% of people.", SHARES),
        ("Dizzy spells (12%), hives (30%).", SHARES),
        ("The first talk pays $45.", FEES),
        ("Talk 1 lasts 4 hours.", "Talk 1 lasts 1 hour and talk 2 lasts 4 hours."),
        ("You have a 1 in 4 chance of the cream.", "1 in 4 get the gel and 3 in 4 get the cream."),
        ("Sham: hives 30%.", "Cream: hives 30%, burn 4%. Sham: hives 9%, burn 1%."),
        ("9% of people on the drug had hives.", "30% on the drug and 9% on placebo had hives."),
        ("You use 6 mL for 3 weeks.", "You use 2 mL of cream for 3 weeks, then 6 mL."),
        ("The gel takes 5 minutes.", "The cream takes 5 minutes. The gel takes 3 hours."),
    ],
)
def test_a_figure_is_not_given_to_another_thing_of_the_list(claim: str, quote: str) -> None:
    """In a list of rates, sums or times every figure stays with what stands beside it."""
    assert check_claim(claim, [quote])


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("Burn (2%) or hives (12%).", SHARES),
        ("Of 100 people, 30% had dizzy spells.", SHARES + " 100 people were asked."),
        ("The second talk pays $45.", FEES),
        ("Hives happened in 30% of people on the cream.", "Cream: hives 30%. Sham: hives 9%."),
        ("Call $20; scan $70", "Scan $70 Call $20"),
    ],
)
def test_a_figure_may_be_told_in_another_order(claim: str, quote: str) -> None:
    """What a figure belongs to is read from either side of it."""
    assert check_claim(claim, [quote]) == []


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("$70 is paid.", "Up to $70 is paid."),
        ("1 in 50 people fainted.", "Fewer than 1 in 50 people fainted."),
        ("4 swabs are taken.", "At least 4 swabs are taken."),
        ("20 people fainted.", "More than 20 people fainted."),
        ("The visit takes 3 hours.", "The visit takes no more than 3 hours."),
    ],
)
def test_a_bound_may_not_be_left_out(claim: str, quote: str) -> None:
    """A most or a least is no exact number."""
    assert check_claim(claim, [quote])


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("You get $70 at most.", "Up to $70 is paid to you."),
        ("You get a maximum of $70.", "Up to $70 is paid to you."),
        ("1 in 50 people fainted.", "About 1 in 50 people fainted."),
        ("You get $70.", "Up to $70 is paid. | You get $70."),
    ],
)
def test_a_bound_may_be_said_otherwise(claim: str, quote: str) -> None:
    """Other words for it, and an "about" left out, are true to the number."""
    assert check_claim(claim, quote.split(" | ")) == []


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("You must shave your arm.", "It is not true that you must shave your arm."),
        ("There are no burns.", "It would be wrong to say that there are no burns."),
        ("The cream heals scars.", "Some say that the cream heals scars, but this is false."),
        ("The clinic will pay for burns.", "The clinic will pay for burns only if it is closed."),
        ("You may wash your arm.", "You may wash your arm only after the last photograph."),
        ("The clinic will pay for burns.", "The clinic will pay for burns unless you smoked."),
        ("All visits are paid.", "All visits are paid except the last."),
        ("Nobody sees your photographs.", "Nobody except the nurse sees your photographs."),
        ("The cream may harm your baby.", "If you are nursing, the cream may harm your baby."),
        ("The cream heals burns.", "The cream heals burns in mice."),
    ],
)
def test_what_a_sentence_depends_on_is_kept_in_a_strict_check(claim: str, quote: str) -> None:
    """A condition, an exception or a denial of the whole may not be left out."""
    assert check_claim(claim, [quote], strict=True)


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("The cream may harm a nursing baby.", "If it is nursing, the cream may harm your baby."),
        ("Who is nursing may harm the baby.", "If you are nursing, you may harm your baby."),
        ("We learn about itching.", "We want to learn if the cream stops itching."),
        ("The clinic pays for burns.", "The clinic pays for burns. If you ask, it also pays cabs."),
        ("Clinic line: 555-0111", "If you have questions, call the clinic line: 555-0111."),
        ("In mice, the cream heals burns.", "The cream heals burns in mice."),
    ],
)
def test_a_condition_told_in_other_words_passes(claim: str, quote: str) -> None:
    """So does what another sentence says without it, a question, and a note without a verb."""
    assert check_claim(claim, [quote], strict=True) == []


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("Group A uses gel.", "Group A uses cream. Group B uses gel."),
        ("The sham may cause burns.", "The cream may cause burns. The sham is harmless."),
        (
            "The cost of the photograph is paid by the clinic.",
            "The cost of the cream is paid by the clinic. The cost of the photograph is yours.",
        ),
        ("Mild: burns.", "Severe: burns, scars. Mild: itching, redness."),
        (
            "During the study: stop shaving.",
            "Before the study: stop shaving. During the study: rest.",
        ),
        ("The lamp may cause scars.", "The lamp may break and the cream may cause scars."),
        ("Children may join.", "Adults may join. Children may not."),
    ],
)
def test_what_is_said_of_one_is_not_said_of_another(claim: str, quote: str) -> None:
    """Words of two statements with different subjects do not bear out a third."""
    assert check_claim(claim, [quote])
    assert check_claim(claim, quote.replace(". ", ".|").split("|"))


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("Cream and gel may cause burns.", "The cream may cause burns. The gel may cause burns."),
        ("Burns and scars: the cream may cause them.", "The cream may cause burns. Scars happen."),
        ("Group B uses gel.", "Group A uses cream. Group B uses gel."),
        ("The cream may cause burns.", "The cream is used daily. It may cause burns."),
    ],
)
def test_what_two_statements_say_of_one_may_be_joined(claim: str, quote: str) -> None:
    """The same subject, or one that a pronoun stands for, is no other subject."""
    assert check_claim(claim, [quote]) == []


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        (
            "Itching is lower with gel than with cream.",
            "Itching is lower with cream than with gel.",
        ),
        ("The risk is that of a sunburn.", "The risk is greater than that of a sunburn."),
        ("Cream hurts more than gel.", "Gel hurts more than cream."),
    ],
)
def test_a_comparison_is_neither_turned_nor_dropped(claim: str, quote: str) -> None:
    """What is compared stays on its side of the "than"."""
    assert check_claim(claim, [quote])
    assert check_claim(quote, [quote, claim]) == []
