"""Words that several commands take."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

DEFAULT_PLUGIN = "informed-consent-ki"


class Format(StrEnum):
    """The formats of a result."""

    MD = "md"
    HTML = "html"
    DOCX = "docx"
    JSON = "json"


PluginOrFile = Annotated[
    str, typer.Option("-p", "--plugin", help="A plugin id, or a Python file that defines one.")
]
Output = Annotated[
    Path | None,
    typer.Option("-o", "--output", help="Write here.", show_default="standard output"),
]
Parameter = Annotated[
    list[str] | None,
    typer.Option("--param", help="A parameter of the plugin, NAME=VALUE. Repeatable."),
]
