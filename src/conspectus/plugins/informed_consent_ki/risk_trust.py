"""In what kind of place a risk stands, and how far the place is trusted to speak of risks."""

from typing import Literal

Place = Literal["risks", "elsewhere", "optional"]

Trust = Literal["sure", "home", "near", "aside", "far"]
"""How far a place is trusted to speak of risks. What stands in a sure one is a risk unless it is
plainly something else; at home it needs a word of harm or of what may happen; near it, that it may
happen or did; aside, in an optional part, that harm may; far away, that grave harm may or did."""
