"""Several observers as one."""

from contextlib import AbstractContextManager
from types import TracebackType

from conspectus.domain.happenings import Happening, Work
from conspectus.ports import Observer


class SeveralObservers(Observer):
    """Tells each in turn."""

    def __init__(self, *observers: Observer) -> None:
        self._observers = observers

    def stage(self, name: str, done: int, total: int) -> None:
        """Tell each."""
        for one in self._observers:
            one.stage(name, done, total)

    def section(self, name: str, done: int, total: int) -> None:
        """Tell each."""
        for one in self._observers:
            one.section(name, done, total)

    def during(self, work: Work) -> AbstractContextManager[object]:
        """Enter and leave each, the first one outermost."""
        return _Each([one.during(work) for one in self._observers])

    def happened(self, what: Happening) -> None:
        """Tell each."""
        for one in self._observers:
            one.happened(what)


class _Each:
    """Several contexts as one; none of them swallows an error."""

    __slots__ = ("_contexts",)

    def __init__(self, contexts: list[AbstractContextManager[object]]) -> None:
        self._contexts = contexts

    def __enter__(self) -> None:
        for one in self._contexts:
            one.__enter__()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for one in reversed(self._contexts):
            one.__exit__(kind, error, trace)
