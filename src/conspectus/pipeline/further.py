"""What a plugin reads of its facts in the source itself, told beside what was answered."""

from dataclasses import replace

from conspectus.domain.claims.check import check_claim
from conspectus.domain.errors import InvalidPlugin
from conspectus.domain.facts import Facts, Part
from conspectus.domain.plugin import Plugin
from conspectus.domain.source import Source, quoted_words
from conspectus.pipeline.blame import blamed, only


def further(facts: Facts, plugin: Plugin, source: Source) -> Facts:
    """Return the facts with the further parts that their own quotes bear out.

    Raises InvalidPlugin when the plugin's function fails.
    """
    with blamed(plugin, "its further parts"):
        found = {name: only(Part, parts) for name, parts in plugin.further(facts, source).items()}
        if unknown := found.keys() - facts.keys():
            raise InvalidPlugin(f"it gives parts of {min(unknown)!r}, which no question asks for.")
    borne = {name: tuple(filter(_borne, parts)) for name, parts in found.items()}
    return facts | {
        name: replace(facts[name], more=facts[name].more + parts) for name, parts in borne.items()
    }


def _borne(part: Part) -> bool:
    return not check_claim(part.text, quoted_words(part.evidence), strict=True)
