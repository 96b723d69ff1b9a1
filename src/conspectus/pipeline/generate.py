"""The whole path: upload, source, facts, document, report."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256

from conspectus.domain.budget import Budget
from conspectus.domain.document import Document
from conspectus.domain.errors import SourceError, UnsupportedLanguage
from conspectus.domain.facts import Facts
from conspectus.domain.findings import Finding
from conspectus.domain.happenings import Happening, Work
from conspectus.domain.plugin import Parameters, Plugin
from conspectus.domain.report import Omission, Report, SourceCard
from conspectus.domain.rules import Rule, combine, judge
from conspectus.domain.source import Source, Upload
from conspectus.domain.text.readability import measure
from conspectus.domain.usage import Usage
from conspectus.pipeline.blame import answerable, blamed, only
from conspectus.pipeline.extract import extract
from conspectus.pipeline.further import further
from conspectus.pipeline.hands import Hands
from conspectus.pipeline.heard import HeardModel
from conspectus.pipeline.plan import Plan
from conspectus.pipeline.reword import reword
from conspectus.pipeline.write import write
from conspectus.ports import Model, Observer, Reader

STAGES = ("read", "extract", "write", "check")


@dataclass(frozen=True, slots=True)
class Parts:
    """The ports that one generation needs, what its calls may cost, and who words the document.

    `plain` lets the model say the template's sentences in plainer words. Answers are shared only
    within the `workspace`. What computes for long is left to the `hands`.
    """

    reader: Reader
    model: Model
    observer: Observer
    budget_usd: float | None = None
    plain: bool = False
    workspace: str = ""
    hands: Hands = field(default_factory=Hands)


async def generate(
    upload: Upload, plugin: Plugin, parameters: Parameters, parts: Parts, version: str
) -> tuple[Report, Usage]:
    """Make the report of an upload, and say what it used.

    `version` is that of the program, for the provenance.

    Raises SourceError when the upload cannot be read, ModelError when the model cannot be asked.
    """
    observer, aside = parts.observer, parts.hands
    with _stage("read", observer):
        source = await parts.reader.read(upload)
        _require_language(source, plugin)
    budget = Budget(parts.budget_usd) if parts.budget_usd is not None else None
    model = HeardModel(parts.model)
    with _stage("extract", observer):
        facts, usage = await extract(source, plugin, model, parts.workspace, budget, aside)
    with _stage("write", observer):
        facts = await aside(further, facts, plugin, source)
        document = await aside(write, facts, plugin, parameters, source)
        blank = await aside(lambda: Plan(source, plugin, 0, budget=budget).blank())
        if plain := parts.plain and model.most_words is not None:
            document, more = await reword(document, model, blank)
            usage += more
        for number, section in enumerate(document.sections, 1):
            observer.section(section.id, number, len(document.sections))
    with _stage("check", observer):
        made = {"conspectus": version, **model.provenance(blank)}
        made |= {"wording": "model"} if plain else {}
        card = (source, plugin, parameters, model.name, facts, document, made)
        report = await aside(_report, *card)
    observer.stage("check", len(STAGES), len(STAGES))
    return report, usage


@contextmanager
def _stage(name: str, observer: Observer) -> Iterator[None]:
    observer.stage(name, STAGES.index(name), len(STAGES))
    work = Work("stage", name, outcome="failed")
    with observer.during(work):
        try:
            yield
        except SourceError as error:
            observer.happened(Happening("unread", error.code))
            raise
        work.outcome = "done"


def _require_language(source: Source, plugin: Plugin) -> None:
    if source.language and source.language not in plugin.languages:
        raise UnsupportedLanguage(
            f"The document is written in the language '{source.language}'; {plugin.id} reads "
            f"{', '.join(plugin.languages)}. Upload a source in one of these languages."
        )


def _report(
    source: Source,
    plugin: Plugin,
    parameters: Parameters,
    model: str,
    facts: Facts,
    document: Document,
    made: Mapping[str, str],
) -> Report:
    omissions, findings = examine(source, plugin, parameters, facts, document)
    remarks = tuple(
        Finding("SRC-READ", "warning", remark.message, citation=remark.code)
        for remark in source.remarks
    )
    provenance = {
        **made,
        "plugin": f"{plugin.id} {plugin.version}",
        "model": model,
        "source_sha256": source.digest,
        "parameters_sha256": _digest(parameters),
    }
    numbered = any(page.number is not None for page in source.pages)
    return Report(
        document_id=_digest(provenance)[:20],
        plugin_id=plugin.id,
        plugin_version=plugin.version,
        parameters=dict(parameters),
        model=model,
        source=SourceCard(
            source.name,
            source.digest,
            source.media_type,
            len(source.pages) if numbered else None,
            source.language,
        ),
        document=document,
        facts=facts,
        omissions=omissions,
        findings=findings + remarks,
        readability=measure(document.text).as_mapping(),
        provenance=provenance,
    )


def examine(
    source: Source, plugin: Plugin, parameters: Parameters, facts: Facts, document: Document
) -> tuple[tuple[Omission, ...], tuple[Finding, ...]]:
    """Return the omission ledger of a document and what the rules find.

    Raises InvalidPlugin, with plugin and rule, when one of the plugin's functions fails.
    """
    with blamed(plugin, "its omission ledger"):
        omissions = only(Omission, plugin.omissions(document, facts, source))
    with blamed(plugin, "its tuned rules"):
        rules = combine(plugin.rules, only(Rule, plugin.tuned(parameters)))
    return omissions, judge(answerable(plugin, rules), document, facts, source, omissions)


def _digest(values: Mapping[str, object]) -> str:
    canonical = repr(sorted((key, values[key]) for key in values))
    return sha256(canonical.encode()).hexdigest()
