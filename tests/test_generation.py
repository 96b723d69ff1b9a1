"""A whole generation, built wholly from the shipped stand-ins: no disk, no network."""

import asyncio
import re
import socket
from pathlib import Path

import pytest

from conspectus.adapters.model_offline import OfflineModel
from conspectus.domain.errors import (
    EmptySource,
    InvalidParameters,
    ModelError,
    UnknownPlugin,
    UnsupportedLanguage,
)
from conspectus.domain.source import Source, Upload
from conspectus.service import Result, Service
from conspectus.testing import (
    DataRenderer,
    ListObserver,
    ScriptedModel,
    TextReader,
    UnreachableModel,
    text_source,
)
from plugins import FORM, plugin

UPLOAD = Upload("form.txt", FORM.encode())


def _service(model=None, reader=None, observer=None) -> Service:
    return Service(
        reader or TextReader(),
        model or OfflineModel(),
        {"data": DataRenderer()},
        {plugin.id: plugin},
        observer or ListObserver(),
        "9.9.9",
    )


def _generate(service: Service, **parameters: object) -> Result:
    return asyncio.run(service.generate(UPLOAD, plugin.id, parameters))


def test_a_generation_touches_neither_disk_nor_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """The stand-ins fill every port; files and sockets are out of reach while it runs."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the world was touched")

    loop = asyncio.new_event_loop()
    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(Path, "open", refuse)
    monkeypatch.setattr("builtins.open", refuse)
    result = loop.run_until_complete(_service().generate(UPLOAD, plugin.id))
    loop.close()
    assert [section.title for section in result.report.document.sections] == ["Money", "Harms"]


def test_every_factual_statement_is_proved_by_a_page_and_a_quote() -> None:
    """The offsets of each quote hold in the page it names."""
    report = _generate(_service()).report
    pages = FORM.split("\f")
    factual = [s for _, s in report.document.statements if s.kind == "factual"]
    assert factual
    for statement in factual:
        for piece in statement.evidence:
            assert pages[piece.page - 1][piece.start : piece.end] == piece.quote


def test_the_same_input_gives_the_same_report() -> None:
    """Two runs differ in their usage only."""
    assert _generate(_service()).report == _generate(_service()).report


def test_another_parameter_gives_another_document_id() -> None:
    """The id names the input, the plugin and the parameters."""
    ids = {_generate(_service(), most=most).report.document_id for most in (1, 2)}
    assert len(ids) == 2


def test_the_observer_sees_every_stage_in_order() -> None:
    """Progress runs from nothing to all stages."""
    observer = ListObserver()
    _generate(_service(observer=observer))
    assert [done for _, done, _ in observer.stages] == [0, 1, 2, 3, 4]


def test_an_unknown_plugin_is_named_with_those_installed() -> None:
    """The message tells what to write instead."""
    with pytest.raises(UnknownPlugin, match="test-summary"):
        asyncio.run(_service().generate(UPLOAD, "nothing"))


@pytest.mark.parametrize("parameters", [{"most": 0}, {"most": "many"}, {"colour": "red"}])
def test_a_wrong_parameter_is_refused_by_name(parameters: dict[str, object]) -> None:
    """Checked against the plugin's schema before anything is read; told are names that it has."""
    with pytest.raises(InvalidParameters, match="most") as refused:
        _generate(_service(), **parameters)
    assert not {"many", "colour", "red"} & set(re.findall(r"\w+", str(refused.value)))


def test_an_unreachable_model_yields_no_document() -> None:
    """No partial document is passed off as whole."""
    with pytest.raises(ModelError):
        _generate(_service(model=UnreachableModel()))


def test_an_empty_upload_is_refused() -> None:
    """A reader's error reaches the door as it is."""
    with pytest.raises(EmptySource):
        asyncio.run(_service().generate(Upload("empty.txt", b" "), plugin.id))


def test_a_form_in_another_language_is_refused_and_the_language_named() -> None:
    """The plugin reads English; a Spanish form is not half understood."""

    class SpanishReader:
        async def read(self, upload: Upload) -> Source:
            source = text_source(FORM)
            return Source(source.name, source.digest, "text/plain", "es", source.pages, ())

    with pytest.raises(UnsupportedLanguage, match="'es'"):
        _generate(_service(reader=SpanishReader()))


def test_a_model_that_knows_nothing_gives_a_document_that_says_so() -> None:
    """What the form does not state is said to be not stated."""
    report = _generate(_service(model=ScriptedModel({}))).report
    texts = [s.text for _, s in report.document.statements]
    assert "The form does not say whether you will be paid." in texts
