"""The command line as a user meets it: exit codes, one-line errors, results whole or not at all."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from bench.forms import long_form

from conspectus.cli.chosen import shown
from conspectus.settings import Settings

ROOT = Path(__file__).parents[1]
FORM = ROOT / "examples" / "numbered_sections.pdf"
OURS = (
    '[[rule]]\nid = "OURS-1"\ncitation = "Policy 9"\neffective = "2026-01-01"\nscope = "KI"\n'
    'kind = "D"\nasks = "Is the moon named?"\nseverity = "error"\n'
    '[[rule.check.statements.need]]\nwhat = "the moon"\nany = ["moon"]\n'
)


def _run(
    *words: str | Path, cwd: Path = ROOT, **environment: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "conspectus", *map(str, words)],
        cwd=cwd,
        env={**os.environ, "COLUMNS": "120", "NO_COLOR": "1", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def _one_line(error: str) -> bool:
    return error.startswith("conspectus: ") and error.count("\n") == 1 and "Traceback" not in error


@pytest.mark.parametrize("form", ["md", "html", "docx", "json"])
def test_generate_writes_the_same_bytes_each_time(tmp_path: Path, form: str) -> None:
    """The same form gives the same document in every format, but for the usage in JSON."""
    written = []
    for name in ("one", "two"):
        path = tmp_path / f"{name}.{form}"
        assert _run("generate", FORM, "-o", path).returncode in (0, 1)
        data = path.read_bytes()
        written.append(json.loads(data)["report"] if form == "json" else data)
    assert written[0] == written[1]


def test_the_result_goes_to_standard_output_and_the_rest_to_standard_error() -> None:
    """A result can be piped."""
    done = _run("generate", FORM, "-f", "json")
    assert json.loads(done.stdout)["report"]["plugin"]["id"] == "informed-consent-ki"
    assert "questions answered" in done.stderr


def test_parameters_reach_the_plugin() -> None:
    """A section list keeps only those sections."""
    done = _run("generate", FORM, "-f", "json", "--param", "sections=purpose,contacts")
    report = json.loads(done.stdout)["report"]
    assert [section["id"] for section in report["sections"]] == ["purpose", "contacts"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["generate", "nowhere.pdf"], 3),
        (["generate", "pyproject.toml"], 3),
        (["generate", str(FORM), "-p", "nothing"], 2),
        (["generate", str(FORM), "--param", "colour=red"], 2),
        (["generate", str(FORM), "--param", "max_words"], 2),
        (["generate", str(FORM), "--param", "max_words=5"], 2),
        (["generate", str(FORM), "--model", "nothing"], 2),
        (["generate", str(FORM), "-p", "nowhere.py"], 2),
        (["evaluate", "docs"], 2),
        (["plugins", "show", "nothing"], 2),
    ],
)
def test_an_error_is_one_line_and_an_exit_code(words: list[str], code: int) -> None:
    """No traceback, and a line that says what to do."""
    done = _run(*words)
    assert done.returncode == code, done.stderr
    assert _one_line(done.stderr), done.stderr
    assert done.stdout == ""


def test_a_failed_run_leaves_an_older_result_as_it_was(tmp_path: Path) -> None:
    """Nothing is half-written: an error touches no file, and no scrap is left behind."""
    older = tmp_path / "summary.md"
    older.write_text("as it was")
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(b"%PDF-1.7 broken")
    assert _run("generate", bad, "-o", older).returncode == 3
    assert older.read_text() == "as it was"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bad.pdf", "summary.md"]


def test_a_result_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    """A folder in the way of the output is told, not traced."""
    (tmp_path / "summary.md").mkdir()
    done = _run("generate", FORM, "-o", tmp_path / "summary.md")
    assert done.returncode == 2
    assert _one_line(done.stderr.splitlines(keepends=True)[-1])


def test_an_unknown_suffix_asks_for_the_format(tmp_path: Path) -> None:
    """The format is never guessed wrongly."""
    done = _run("generate", FORM, "-o", tmp_path / "summary.odt")
    assert done.returncode == 2
    assert "-f md" in " ".join(done.stderr.split())


def test_a_wrong_setting_is_named(tmp_path: Path) -> None:
    """The message names the variable."""
    done = _run("generate", FORM, CONSPECTUS_MAX_PAGES="none")
    assert done.returncode == 2
    assert "CONSPECTUS_MAX_PAGES" in done.stderr


def test_settings_can_stand_in_a_file(tmp_path: Path) -> None:
    """conspectus.toml in the working folder is read; the environment wins over it."""
    (tmp_path / "conspectus.toml").write_text("max_pages = 2\n")
    assert _run("generate", FORM, cwd=tmp_path).returncode == 3
    assert _run("generate", FORM, cwd=tmp_path, CONSPECTUS_MAX_PAGES="50").returncode in (0, 1)


def test_an_institution_s_rule_is_applied(tmp_path: Path) -> None:
    """A TOML file adds a rule without code; a broken one is named."""
    rules = tmp_path / "ours.toml"
    rules.write_text(OURS)
    done = _run("generate", FORM, "-f", "json", CONSPECTUS_RULES=str(rules))
    assert done.returncode == 1
    findings = json.loads(done.stdout)["report"]["findings"]
    assert [f["citation"] for f in findings if f["rule"] == "OURS-1"] == ["Policy 9"]
    rules.write_text("not toml at all [")
    assert _run("generate", FORM, CONSPECTUS_RULES=str(rules)).returncode == 2


def test_a_plugin_in_a_single_file_can_be_checked_and_used() -> None:
    """The plugin of the documentation runs as it stands."""
    example = ROOT / "docs" / "example_plugin.py"
    assert _run("plugins", "check", example).returncode == 0
    done = _run("generate", FORM, "-p", example, "-f", "json")
    assert json.loads(done.stdout)["report"]["plugin"]["id"] == "parking-notice"


def test_evaluate_prints_a_score_for_each_example() -> None:
    """The shipped examples and their gold are found and scored."""
    done = _run("evaluate", "examples", "--json")
    scores = {one["document"]: one for one in json.loads(done.stdout)}
    assert sorted(scores) == ["master_and_site", "numbered_sections", "question_headings"]
    assert all(one["evidence_valid"] == 1.0 for one in scores.values())


def test_doctor_finds_this_installation_well() -> None:
    """Everything that matters is there, and each setting by its whole name, however narrow."""
    done = _run("doctor", COLUMNS="80")
    assert done.returncode == 0, done.stdout
    assert "informed-consent-ki" in done.stdout
    assert all(f" {Settings.variable(name)} " in done.stdout for name in Settings.model_fields)


def test_doctor_shows_every_setting_with_its_origin_and_advice(tmp_path: Path) -> None:
    """A newcomer sees what is in force and why, and what to do about what is wrong."""
    (tmp_path / "conspectus.toml").write_text("max_pages = 20\n")
    done = _run(
        "doctor",
        cwd=tmp_path,
        CONSPECTUS_OCR="sometimes",
        CONSPECTUS_API_KEY="sesame",
        CONSPECTUS_RULES=str(tmp_path / "none.toml"),
        CONSPECTUS_MEMMORY_MB="300",
        REDIS_URL="redis://me:sesame@host/0",
        COLUMNS="500",
    )
    assert done.returncode == 1
    rows = {
        cells[0]: cells[1:]
        for line in done.stdout.splitlines()
        if len(cells := [cell.strip() for cell in line.strip("│").split("│")]) == 5
    }
    assert {Settings.variable(name) for name in Settings.model_fields} <= rows.keys()
    assert rows["CONSPECTUS_MODEL"] == ["✓", "offline", "default", ""]
    assert rows["CONSPECTUS_MAX_PAGES"] == ["✓", "20", "conspectus.toml", ""]
    assert rows["CONSPECTUS_OCR"][:3] == ["✗", "sometimes", "environment"]
    assert "'auto' or 'off'" in rows["CONSPECTUS_OCR"][3]
    assert "cannot be read" in rows["CONSPECTUS_RULES"][3]
    assert "Was CONSPECTUS_MEMORY_MB meant?" in rows["CONSPECTUS_MEMMORY_MB"][3]
    assert rows["REDIS_URL"] == ["✓", "********", "environment", ""]
    assert "sesame" not in done.stdout


def test_secrets_are_masked() -> None:
    """Neither a key nor a login in an address is shown."""
    assert shown("CONSPECTUS_API_KEY", "sesame") == "********"
    assert shown("CONSPECTUS_URL", "redis://me:pw@host/0") == "redis://********@host/0"
    assert shown("CONSPECTUS_API_KEY", "") == ""


def test_plugins_show_tells_the_institution_s_rules_and_their_source(tmp_path: Path) -> None:
    """Each rule in force stands beside the file that it comes from."""
    rules = tmp_path / "ours.toml"
    rules.write_text(OURS)
    done = _run(
        "plugins", "show", "informed-consent-ki", CONSPECTUS_RULES=str(rules), COLUMNS="300"
    )
    rows = [line for line in done.stdout.splitlines() if "OURS-1" in line or "KI-F1" in line]
    assert [str(rules) in row for row in rows] == [False, True]
    rules.write_text(OURS.replace("severity", "severness"))
    done = _run("plugins", "show", "informed-consent-ki", CONSPECTUS_RULES=str(rules))
    assert (done.returncode, _one_line(done.stderr)) == (2, True)
    assert "ours.toml: rule OURS-1" in done.stderr


def test_a_plugin_that_fails_is_named(tmp_path: Path) -> None:
    """Plugin, section and remedy in one line, with the code of a wrong request."""
    example = (ROOT / "docs" / "example_plugin.py").read_text("utf-8")
    broken = tmp_path / "broken.py"
    broken.write_text(example.replace('    if fact("places")', '    1 / 0\n    if fact("places")'))
    for command in (["generate", FORM, "-p", broken], ["plugins", "check", broken]):
        done = _run(*command)
        told = done.stderr + done.stdout
        assert done.returncode == (2 if command[0] == "generate" else 1)
        assert "'parking-notice', section 'parking' fails with ZeroDivisionError" in told
        assert "Traceback" not in told


def test_a_classifier_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    """One line with the code of a wrong request, from a plugin whose weights are nowhere."""
    broken = tmp_path / "broken.py"
    broken.write_text(
        "from dataclasses import replace\nfrom pathlib import Path\n"
        "from conspectus.domain.text.classifier import Classifier\n"
        "from conspectus.plugins.informed_consent_ki import plugin as theirs\n"
        "plugin = replace(theirs, id='broken', classifier=Classifier(Path('nowhere.json')))\n"
    )
    done = _run("generate", FORM, "-p", broken, "-o", tmp_path / "out.md")
    assert (done.returncode, _one_line(done.stderr)) == (2, True)
    assert "nowhere.json cannot be read" in done.stderr
    assert not (tmp_path / "out.md").exists()


def test_a_broken_gold_file_is_one_line(tmp_path: Path) -> None:
    """File and field are named, with the code of a wrong request."""
    (tmp_path / "form.json").write_text('{"document": "form", "facts": {"pay": {"value": 3}}}')
    done = _run("evaluate", tmp_path)
    assert (done.returncode, _one_line(done.stderr)) == (2, True)
    assert "form.json, field 'facts.pay.value" in done.stderr


def test_gold_without_its_source_is_told(tmp_path: Path) -> None:
    """Nothing is passed over in silence."""
    (tmp_path / "form.json").write_text('{"document": "form", "facts": {}}')
    done = _run("evaluate", tmp_path)
    assert done.returncode == 2
    assert "no PDF or DOCX named 'form'" in done.stderr


def test_plugins_list_and_show_name_what_there_is() -> None:
    """A newcomer sees the plugin, its questions and its parameters."""
    assert "informed-consent-ki" in _run("plugins", "list").stdout
    shown = _run("plugins", "show", "informed-consent-ki").stdout
    assert "key_risks" in shown
    assert "max_words" in shown


def test_version_and_help_are_there() -> None:
    """The first things a newcomer types."""
    assert _run("--version").stdout.startswith("conspectus ")
    for command in ([], ["generate"], ["evaluate"], ["doctor"], ["plugins"]):
        assert "--help" in _run(*command, "--help").stdout


def test_a_settings_file_that_is_no_toml_is_named(tmp_path: Path) -> None:
    """The line tells the file and the place."""
    (tmp_path / "conspectus.toml").write_text("max_pages = = 2")
    done = _run("generate", FORM, cwd=tmp_path)
    assert done.returncode == 2
    assert _one_line(done.stderr)
    assert "conspectus.toml" in done.stderr


def test_the_log_is_json_lines_on_standard_error() -> None:
    """The result on standard output stays what it is, and no word of the form is logged."""
    done = _run("generate", FORM, "-f", "json", CONSPECTUS_OBSERVER="log")
    assert json.loads(done.stdout)["report"]["title"]
    lines = [json.loads(line) for line in done.stderr.splitlines() if line.startswith("{")]
    stages = [line for line in lines if "conspectus.stage" in line]
    assert [line["conspectus.done"] for line in stages] == [0, 1, 2, 3, 4]
    assert len({line["trace.id"] for line in lines}) == 1
    assert "Numbered" not in done.stderr


def test_the_source_is_never_overwritten(tmp_path: Path) -> None:
    """A result on top of its own source would lose the form."""
    form = tmp_path / "form.docx"
    form.write_bytes((ROOT / "examples" / "question_headings.docx").read_bytes())
    before = form.read_bytes()
    done = _run("generate", form, "-o", form)
    assert done.returncode == 2
    assert _one_line(done.stderr)
    assert form.read_bytes() == before


def test_no_more_of_a_file_is_read_than_may_be(tmp_path: Path) -> None:
    """A file that is too large, or has no end, is refused before it fills the memory."""
    huge = tmp_path / "huge.pdf"
    with huge.open("wb") as file:
        file.truncate(1 << 40)
    for path in (huge, Path("/dev/zero")):
        done = _run("generate", path, CONSPECTUS_MAX_BYTES="1000000")
        assert done.returncode == 3
        assert _one_line(done.stderr)
        assert "larger than" in done.stderr


def test_a_rewritten_file_keeps_its_mode_and_a_link_stays_a_link(tmp_path: Path) -> None:
    """What was private stays private, and a link goes on naming the file that is written."""
    private, link = tmp_path / "private.md", tmp_path / "link.md"
    private.write_text("older")
    private.chmod(0o600)
    link.symlink_to(private.name)
    assert _run("generate", FORM, "-o", link).returncode in (0, 1)
    assert link.is_symlink()
    assert private.stat().st_mode & 0o777 == 0o600
    assert "older" not in private.read_text("utf-8")


def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    """What is no regular file takes the bytes straight."""
    pipe, read = tmp_path / "pipe.json", tmp_path / "read.json"
    os.mkfifo(pipe)
    with read.open("wb") as taken, subprocess.Popen(["cat", pipe], stdout=taken) as cat:
        assert _run("generate", FORM, "-o", pipe).returncode in (0, 1)
        cat.wait(timeout=60)
    assert pipe.is_fifo()
    assert json.loads(read.read_bytes())["report"]["sections"]


def test_a_result_appended_through_a_device_leaves_what_was_there(tmp_path: Path) -> None:
    """`-o /dev/stdout` writes where standard output goes."""
    log = tmp_path / "log.md"
    log.write_text("before\n")
    command = f"{sys.executable} -m conspectus generate {FORM} -f md -o /dev/stdout >> {log}"
    subprocess.run(command, shell=True, check=False, cwd=ROOT, stderr=subprocess.DEVNULL)
    assert log.read_text("utf-8").startswith("before\n#")


@pytest.mark.parametrize("where", ["> /dev/full", ">&-"])
def test_output_that_takes_nothing_is_one_line(where: str) -> None:
    """A full or closed standard output is told in one line, never traced."""
    command = f"{sys.executable} -m conspectus generate {FORM} -f json {where}"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 5
    assert _one_line(done.stderr), done.stderr


def test_a_reader_that_goes_away_ends_the_command_quietly() -> None:
    """`| head -0` is no error to talk about."""
    command = [sys.executable, "-m", "conspectus", "generate", FORM, "-f", "json"]
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, text=True, cwd=ROOT)
    os.close(writing)
    assert done.returncode == 128 + signal.SIGPIPE
    assert done.stderr == ""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_command_that_is_told_to_end_leaves_no_scratch(
    tmp_path: Path, number: signal.Signals
) -> None:
    """The reading process is killed and its folder removed before the command ends."""
    form, scratch = tmp_path / "form.pdf", tmp_path / "scratch"
    form.write_bytes(long_form(300))  # the signal comes before it is read, on any machine
    scratch.mkdir()
    before = signal.signal(number, signal.SIG_DFL)  # what runs under nohup lets it be ignored
    with subprocess.Popen(
        [sys.executable, "-m", "conspectus", "generate", form],
        env={**os.environ, "TMPDIR": str(scratch)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        signal.signal(number, before)
        while not any(scratch.iterdir()) and process.poll() is None:
            time.sleep(0.005)
        process.send_signal(number)
        _, error = process.communicate(timeout=60)
    assert (process.returncode, error) == (5, f"conspectus: Stopped by {number.name}.\n")
    assert list(scratch.iterdir()) == []
