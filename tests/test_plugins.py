"""Plugins: installed by entry point, checked against the contract, written in one file."""

from dataclasses import replace
from pathlib import Path

import pytest

from conspectus import Aspect, Cue, Plugin, Question, Rule, SectionTemplate
from conspectus.adapters.entry_points import from_file, installed
from conspectus.domain.errors import InvalidPlugin
from conspectus.domain.plugin import Template
from conspectus.domain.rules import Decide
from conspectus.domain.text.classifier import Classifier
from conspectus.plugins.informed_consent_ki.classifier import CLASSIFIER
from conspectus.service.plugins import check_plugin
from plugins import plugin

GOLD_FIELDS = (
    "study_title",
    "study_id",
    "sponsor",
    "condition",
    "intervention",
    "purpose",
    "population",
    "is_pediatric",
    "number_of_participants",
    "randomized",
    "washout_required",
    "procedures",
    "biospecimens",
    "genetic_testing",
    "duration",
    "visits_or_time",
    "key_risks",
    "reproductive_risks",
    "radiation",
    "direct_benefit",
    "benefit",
    "alternatives",
    "affects_treatment_options",
    "compensation",
    "costs",
    "injury",
    "confidentiality",
    "data_sharing",
    "voluntary",
    "contact",
    "early_termination",
)


def test_the_built_in_plugin_comes_through_the_entry_point() -> None:
    """It takes the same door as a stranger's."""
    assert "informed-consent-ki" in installed()


def test_the_built_in_plugin_asks_the_questions_of_the_gold_format() -> None:
    """The 31 keys, each once; a further question only adds to one of them."""
    questions = installed()["informed-consent-ki"].questions
    assert sorted(q.name for q in questions if not q.adds_to) == sorted(GOLD_FIELDS)
    assert {q.adds_to for q in questions if q.adds_to} <= set(GOLD_FIELDS)


def test_the_installed_plugins_hold_the_contract() -> None:
    """`plugins check` has nothing to say about them."""
    assert {name: check_plugin(p) for name, p in installed().items() if check_plugin(p)} == {}


def test_the_plugin_of_the_documentation_holds_the_contract() -> None:
    """The single file that the docs show can be used as it stands."""
    example = Path(__file__).parents[1] / "docs" / "example_plugin.py"
    assert check_plugin(from_file(example)) == []


def _broken() -> list[tuple[Plugin, str]]:
    question = plugin.questions[1]

    def failing(fact, parameters):
        raise KeyError("nothing")
        yield ""

    def writing(template: Template) -> Plugin:
        return replace(plugin, sections=(SectionTemplate("s", "S", template),))

    def ruled(decide: Decide) -> Plugin:
        return replace(
            plugin,
            rules=(Rule("R-1", "ours", "2026-01-01", "KI", "D", "Is it so?", decide=decide),),
        )

    def asking(*aspects: Aspect) -> Plugin:
        return replace(plugin, questions=(Question("q", "text", "What?", aspects),))

    return [
        (replace(plugin, id="Not An Id"), "id"),
        (replace(plugin, version="one"), "version"),
        (replace(plugin, questions=()), "questions"),
        (replace(plugin, sections=()), "sections"),
        (replace(plugin, questions=(question, question)), "defined 2 times"),
        (replace(plugin, questions=(replace(question, ask="Pay"),)), "not a question"),
        (asking(Aspect("a", (Cue("(unclosed"),))), "pattern"),
        (asking(Aspect("a", (Cue("x*"),))), "matches everything"),
        (asking(Aspect("a", (Cue("x"),), form="capture")), "value"),
        (replace(plugin, questions=(question,)), "which no question asks for"),
        (replace(plugin, classifier=CLASSIFIER), "asks for its label 'alternatives'"),
        (replace(plugin, classifier=Classifier(Path("nowhere.json"))), "nowhere.json cannot be"),
        (replace(plugin, parameters={"type": "nonsense"}), "parameters"),
        (writing(failing), "section 's' fails with KeyError"),
        (writing(lambda fact, parameters: None), "section 's' fails with TypeError"),
        (writing(lambda fact, parameters: [3]), "where a text or an Item is wanted"),
        (writing(lambda fact, parameters: ["You come to 9 visits."]), "a number"),
        (writing(lambda fact, parameters: ["You come for twelve weeks."]), "a number"),
        (writing(lambda fact, parameters: ["Watch for bleeding."]), "the harm 'bleeding'"),
        (replace(plugin, title=lambda fact: None), "its title"),
        (replace(plugin, further=lambda f, s: 1 / 0), "its further parts fails with ZeroDivision"),
        (replace(plugin, further=lambda f, s: {"key_risks": ["death"]}), "which is no Part"),
        (replace(plugin, further=lambda f, s: {"moon": ()}), "'moon', which no question asks for"),
        (replace(plugin, omissions=lambda d, f, s: 1 / 0), "its omission ledger fails with Zero"),
        (replace(plugin, omissions=lambda d, f, s: ["death"]), "which is no Omission"),
        (replace(plugin, tuned=lambda parameters: {}["x"]), "its tuned rules fails with KeyError"),
        (ruled(lambda d, f, s: {}["x"]), "rule 'R-1' fails with KeyError"),
        (ruled(lambda d, f, s: ["a breach"]), "rule 'R-1': it gives 'a breach'"),
    ]


@pytest.mark.parametrize(("broken", "complaint"), _broken())
def test_a_broken_plugin_is_told_what_is_wrong(broken: Plugin, complaint: str) -> None:
    """Each breach of the contract gives a line that names it."""
    assert any(complaint in line for line in check_plugin(broken)), check_plugin(broken)


@pytest.mark.parametrize("text", ["", "plugin = 1", "1/0", "def broken("])
def test_a_file_that_defines_no_plugin_is_refused(tmp_path: Path, text: str) -> None:
    """One line names the file and the reason."""
    path = tmp_path / "mine.py"
    path.write_text(text)
    with pytest.raises(InvalidPlugin, match=r"mine\.py"):
        from_file(path)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    """A wrong path is told as such."""
    with pytest.raises(InvalidPlugin, match="no plugin file"):
        from_file(tmp_path / "none.py")


def test_an_installed_plugin_that_cannot_be_loaded_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A package with a mistake in it is told by name, with what to do."""
    info = tmp_path / "broken-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: broken\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[conspectus.plugins]\nnotice = broken_notice:plugin\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(InvalidPlugin, match=r"'notice' \(broken_notice:plugin\).*uninstall"):
        installed()
