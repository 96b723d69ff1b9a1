"""What the forms of a review ask for, done: fields of a form in, acts out."""

from collections.abc import Mapping

from pydantic import ValidationError

from conspectus.domain.document import Section, Statement
from conspectus.domain.review.acts import ActRefused
from conspectus.domain.text.legible import legible
from conspectus.service.review import Opened
from conspectus.web.access import Caller
from conspectus.web.act_shapes import Proposal
from conspectus.web.desk import Desk
from conspectus.web.pages.chosen import Given, spot_data, spots_of

Act = Mapping[str, object]

LINE = "line."
"""Fields of lines of the ledger begin so."""

REASONS = (
    "Told in the full form; not key to the decision.",
    "Said in other words in this document.",
    "Does not concern the people who get this document.",
)
"""Usual reasons to leave a line of the ledger out."""


class Desired:
    """One form that was sent, about one document; `do` holds what to do and, behind ":", to what.

    Each verb returns what to look at next: "statement:ID", "section:ID", "line:ID", "fact:NAME",
    "ledger" or "sign".
    """

    def __init__(self, at: Desk, who: Caller, document: str, given: Given) -> None:
        self._at, self._who, self._document, self._given = at, who, document, given
        self._seen = int(seen) if (seen := given.get("seen", "")).isdecimal() else -1
        self._verb, _, self._target = given.get("do", "").partition(":")

    async def done(self) -> str:
        """Do it. Raises what `Reviews.act` raises."""
        verbs = {
            "save": self._save,
            "add": self._add,
            "delete": self._delete,
            "up": self._up,
            "down": self._down,
            "move": self._move,
            "correct": self._correct,
            "tell": self._tell,
            "leave": self._leave,
            "approve": self._approve,
            "sign": self._sign,
            "withdraw": self._withdraw,
            "undo": self._undo,
        }
        if self._verb not in verbs:
            raise ActRefused("The form is not one of ours. Load the page again.")
        return await verbs[self._verb]()

    async def _save(self) -> str:
        """Give a statement other words, other evidence or both; an act for each that changed."""
        found = await self._open()
        _, _, statement = _place(found, self._target)
        spots, text = spots_of(self._given), self._given.get("text", "")
        if not legible(text):
            raise ActRefused("The words: nothing was given.")
        acts: list[Act] = []
        if spots != [spot_data(piece) for piece in statement.evidence]:
            acts.append({"kind": "cite", "statement": self._target, "evidence": spots})
        if legible(text) != legible(statement.text):
            acts.append({"kind": "edit", "statement": self._target, "text": text})
        for act in acts:
            self._proposal(act)  # nothing is done unless all of it can be
        for act in acts:
            await self._act(**act)
        return f"statement:{self._target}"

    async def _add(self) -> str:
        given = self._given
        found = await self._act(
            kind="add",
            section=self._target,
            text=given.get("text", ""),
            evidence=spots_of(given),
            after=given.get("after", ""),
            item="item" in given,
        )
        return f"statement:{self._target}-a{found.review.seen}"

    async def _delete(self) -> str:
        section, place, _ = _place(await self._open(), self._target)
        await self._act(kind="delete", statement=self._target)
        others = [one.id for one in section.statements if one.id != self._target]
        return f"statement:{others[min(place, len(others) - 1)]}" if others else "sign"

    async def _up(self) -> str:
        section, place, _ = _place(await self._open(), self._target)
        if not place:
            raise ActRefused("It is the first of its section already.")
        return await self._put(section, section.statements[place - 2].id if place > 1 else "")

    async def _down(self) -> str:
        section, place, _ = _place(await self._open(), self._target)
        if place == len(section.statements) - 1:
            raise ActRefused("It is the last of its section already.")
        return await self._put(section, section.statements[place + 1].id)

    async def _move(self) -> str:
        found, wanted = await self._open(), self._given.get("to", "")
        section = next((one for one in found.review.document.sections if one.id == wanted), None)
        if section is None:
            raise ActRefused("Choose a section of the document.")
        others = [one.id for one in section.statements if one.id != self._target]
        return await self._put(section, others[-1] if others else "")

    async def _put(self, section: Section, after: str) -> str:
        await self._act(kind="move", statement=self._target, section=section.id, after=after)
        return f"statement:{self._target}"

    async def _correct(self) -> str:
        value: object = self._given.get("value", "")
        form = self._given.get("form", "")
        if form == "list":
            value = [line.strip() for line in str(value).splitlines() if line.strip()]
        elif form == "boolean":
            value = value == "yes"
        evidence = spots_of(self._given)
        if "unstated" in self._given:
            value, evidence = None, []
        await self._act(kind="correct", fact=self._target, value=value, evidence=evidence)
        return f"fact:{self._target}"

    async def _tell(self) -> str:
        await self._at.reviews.tell(*self._whose, self._seen, self._target)
        return await self._line()

    async def _leave(self) -> str:
        lines = [name.removeprefix(LINE) for name in self._given if name.startswith(LINE)]
        lines = [self._target] if self._target else lines
        if not lines:
            raise ActRefused("Choose at least one line of the ledger.")
        await self._act(kind="resolve", lines=lines, reason=self._reason())
        return await self._line()

    def _reason(self) -> str:
        """Return the reason in the reviewer's own words, or the usual one that was chosen."""
        usual = self._given.get("usual", "")
        chosen = REASONS[int(usual)] if usual in map(str, range(len(REASONS))) else ""
        return self._given.get("reason", "").strip() or chosen

    async def _line(self) -> str:
        found = await self._open()
        return next((f"line:{line.id}" for line in found.examined.ledger if line.open), "ledger")

    async def _approve(self) -> str:
        """Lead to the next section that nobody approved, or to the sign-off."""
        found = await self._act(kind="approve", section=self._target)
        sections = [one.id for one in found.review.document.sections if one.statements]
        at = sections.index(self._target)
        rest = [*sections[at + 1 :], *sections[:at]]
        waiting = (one for one in rest if one not in found.review.approved)
        return next((f"section:{one}" for one in waiting), "sign")

    async def _sign(self) -> str:
        given = self._given
        await self._act(kind="sign", name=given.get("name", ""), meaning=given.get("meaning", ""))
        return "sign"

    async def _withdraw(self) -> str:
        await self._act(kind="withdraw", reason=self._given.get("reason", ""))
        return "sign"

    async def _undo(self) -> str:
        await self._at.reviews.undo(*self._whose, self._seen)
        return "undo"

    @property
    def _whose(self) -> tuple[str, str, str]:
        return self._who.workspace, self._who.name, self._document

    async def _open(self) -> Opened:
        return await self._at.reviews.open(self._who.workspace, self._document)

    def _proposal(self, act: Act) -> Proposal:
        try:
            return Proposal.model_validate({"seen": self._seen, "act": act})
        except ValidationError as error:
            raise ActRefused(_told(error)) from None

    async def _act(self, **act: object) -> Opened:
        proposal = self._proposal(act)
        reviews, (workspace, actor, document) = self._at.reviews, self._whose
        spots = [place.spot() for place in proposal.act.places()]
        evidence = await reviews.select(workspace, document, spots)
        found = await reviews.act(
            workspace, actor, document, proposal.seen, proposal.act.act(evidence)
        )
        self._seen = found.review.seen
        return found


def _place(found: Opened, id_: str) -> tuple[Section, int, Statement]:
    for section in found.review.document.sections:
        for place, statement in enumerate(section.statements):
            if statement.id == id_:
                return section, place, statement
    raise ActRefused("The statement is no longer in the document.")


def _told(error: ValidationError) -> str:
    first = error.errors()[0]
    steps = [str(step) for step in first["loc"] if isinstance(step, str)]
    fields = {"text": "The words", "value": "The answer", "reason": "The reason", "name": "Name"}
    field = next((fields[step] for step in reversed(steps) if step in fields), "The form")
    if first["type"] in ("string_too_short", "too_short"):
        if field == "The reason":
            return "Give a reason: choose one, or write one of your own."
        return f"{field}: nothing was given."
    return f"{field}: {first['msg'][:1].lower()}{first['msg'][1:]}."
