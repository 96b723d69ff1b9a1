"""Rules as data: loading, judging, and the page that tells of them."""

import re
from pathlib import Path

import pytest

from conspectus.domain.checks.ruleset import load_rules
from conspectus.domain.errors import InvalidPlugin
from conspectus.domain.report import Omission
from conspectus.domain.rules import combine, judge
from conspectus.plugins.informed_consent_ki.rules import RULES
from rule_cases import NOTHING, Case, document, facts_of, proved, quote, said, source_of

PAGE = Path(__file__).parents[1] / "docs" / "rules.md"

OWN = """
[guard.minors]
any = ['\\bassent\\b']

[phrase.text-message]
any = ['\\btext(?:ing)? messages?\\b']

[[rule]]
id = "UNI-7"
citation = "University policy 7.2"
effective = "2025-06-01"
scope = "KI"
kind = "D"
asks = "Is texting explained?"
severity = "info"
[[rule.check.statements.never]]
what = "speaks of text messages. Use the word of policy 7.2."
phrase = "text-message"

[[rule]]
id = "UNI-8"
citation = "University policy 8"
effective = "2025-06-01"
scope = "SRC"
kind = "D"
asks = "Does the form tell how a minor says no?"
severity = "error"
when = "minors"
[[rule.check.source.need]]
what = "how a minor says no"
any = ['\\bminor may say no\\b']
"""


def test_an_institution_adds_rules_without_code() -> None:
    """Rules of a TOML file judge like built-in ones, errors first."""
    case = Case(said("You will get text messages."), source_of("We ask for the assent of minors."))
    findings = judge(load_rules(OWN), case.document, {}, case.source)
    assert [(f.rule, f.severity, f.citation) for f in findings] == [
        ("UNI-8", "error", "University policy 8"),
        ("UNI-7", "info", "University policy 7.2"),
    ]
    assert "text messages" in findings[1].message


LEDGER = """
[[rule]]
id = "UNI-9"
citation = "University policy 9"
effective = "2025-06-01"
scope = "KI"
kind = "F"
asks = "Is no parking fee left out, and does its statement come from the part on money?"
[rule.check]
left-out = [{ what = "is a fee. Add it.", any = ['\\bparking\\b'], unless = ['free parking'] }]
grounds = { fact = "costs", what = "the part on money", headings = ['\\bmoney\\b'] }
"""


def test_a_rule_may_ask_of_the_ledger_and_of_where_a_fact_comes_from() -> None:
    """Both are declared: which words no left out line may say, which headings a quote needs."""
    (rule,) = load_rules(LEDGER)
    source = source_of("# Purpose", "You pay for the bus.", "# Money", "You pay for parking.")
    lines = (
        Omission("duty: Pay the parking fee.", "left_out", "No room."),
        Omission("duty: There is free parking.", "left_out", "No room."),
        Omission("duty: Show the parking card.", "included", ""),
    )
    for told, ledger, findings in (
        ("You pay for parking.", (), 0),
        ("You pay for the bus.", (), 1),
        ("You pay for parking.", lines, 1),
    ):
        statement = proved(told, quote(told, source), fact="costs")
        assert len(judge([rule], statement, {}, source, ledger)) == findings


def test_a_guarded_rule_rests_where_it_does_not_apply() -> None:
    """Without minors the rule for minors asks nothing."""
    assert judge(load_rules(OWN), NOTHING, {}, source_of("Adults only.")) == ()


def test_a_later_rule_replaces_the_one_of_its_id() -> None:
    """An institution may be stricter than a built-in rule, in the same place."""
    own = load_rules(OWN.replace("UNI-8", "CR-A3"))
    joined = combine(RULES, own)
    assert [rule.id for rule in joined] == [rule.id for rule in RULES] + ["UNI-7"]
    assert {rule.id: rule for rule in joined}["CR-A3"].citation == "University policy 8"


def test_what_needs_judgement_is_reported_as_open() -> None:
    """A rule of kind J has no check and never passes by itself."""
    text = re.sub(r"\[\[rule\.check.*?\n\n", "\n", OWN, count=1, flags=re.DOTALL)
    rules = load_rules(text.replace('kind = "D"', 'kind = "J"', 1))
    (finding,) = judge(rules[:1], NOTHING, {}, source_of())
    assert (finding.severity, finding.message) == ("info", "Is texting explained?")


def test_judging_is_deterministic_and_in_reading_order() -> None:
    """Errors come first, then rules in their order, then statements as they are read."""
    texts = [(f"The drug is safe {n}.", ("x",)) for n in range(12)]
    case = Case(document(("One", texts[:6]), ("Two", texts[6:])), source_of("Call us."))
    once = judge(RULES, case.document, {}, case.source)
    assert once == judge(RULES, case.document, {}, case.source)
    ranks = [("error", "warning", "info").index(finding.severity) for finding in once]
    assert ranks == sorted(ranks)
    places = [finding.statement for finding in once if finding.rule == "DX-3"]
    assert places == [statement.id for _, statement in case.document.statements]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('kind = "D"', 'kind = "Q"', "`kind` is 'Q', not one of D, F, J"),
        ('citation = "University policy 7.2"\n', "", "rule UNI-7: `citation` is missing"),
        ("2025-06-01", "June 2025", "not a date like"),
        ("UNI-8", "UNI-7", "stands twice"),
        ("severity", "severty", "`severty` is not known here"),
        ('when = "minors"', 'when = "adults"', "not one of minors"),
        ("assent\\\\b", "assent(\\\\b", "which is no pattern"),
        ("minor may", "Minor may", "searches lower-case text"),
        ('phrase = "text-message"', 'phrase = "fax"', "not one of text-message"),
        ("[[rule]]", "[[rule]", "not TOML"),
        ("rule.check.source.need", "rule.check.source.needs", "`needs` is not known here"),
        ("[[rule.check.source.need]]", "[rule.check]\ncode = 'magic'\n[x]", "'magic', not one of"),
        ("any = ['\\bminor may say no\\b']", "any = []", "must be a list of texts"),
    ],
)
def test_a_broken_rules_file_says_where_and_why(old: str, new: str, told: str) -> None:
    """The message names the rule, the key and what would be right."""
    broken = OWN.replace(old.replace("\\\\", "\\"), new.replace("\\\\", "\\"))
    assert broken != OWN
    with pytest.raises(InvalidPlugin) as error:
        load_rules(broken)
    assert told in str(error.value)


def test_a_fact_that_the_plugin_lacks_is_the_rule_s_fault() -> None:
    """A misspelt fact is reported, not passed over."""
    own = OWN.replace(
        "[[rule.check.statements.never]]",
        "[rule.check]\nfacts.purpse = 'why'\n[[rule.check.statements.never]]",
    )
    findings = judge(load_rules(own)[:1], NOTHING, facts_of("purpose"), source_of())
    assert [("purpse" in finding.message) for finding in findings] == [True]


# ------------------------------------------------------------------ documentation


def test_every_rule_is_documented() -> None:
    """The page of rules has a row for each, with its citation, date and question."""
    row = re.compile(r"^\| `([^`]+)` \|" + r" (.*?) \|" * 5 + "$", re.MULTILINE)
    rows = {name: tuple(cells) for name, *cells in row.findall(PAGE.read_text("utf-8"))}
    assert rows == {
        rule.id: (
            rule.citation,
            rule.effective,
            f"{rule.scope} {rule.kind}",
            rule.severity,
            rule.asks,
        )
        for rule in RULES
    }


def test_the_example_of_the_documentation_loads() -> None:
    """What the page tells an institution to write is accepted."""
    (example,) = re.findall(r"```toml\n(.*?)```", PAGE.read_text("utf-8"), re.S)
    assert [rule.id for rule in load_rules(example)] == ["UNI-1", "UNI-2"]
