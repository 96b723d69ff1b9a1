"""What axe-core finds wrong with a page for people who do not see or use it as most do."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

_GRAVE = ("serious", "critical")
_axe = Axe()


def grave(page: Page) -> list[str]:
    """Return the serious and critical findings: each with its rule and the first place."""
    found = _axe.run(page).response["violations"]
    return [
        f"{one['id']}: {one['help']} ({one['nodes'][0]['html'][:120]})"
        for one in found
        if one["impact"] in _GRAVE
    ]
