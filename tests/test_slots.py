"""How many documents are made at once."""

from hypothesis import given
from hypothesis import strategies as st

from conspectus.domain.slots import REST_SECONDS, Slots


@given(slots=st.integers(1, 64), under_way=st.integers(0, 80), waits=st.booleans())
def test_some_slot_is_always_there_and_never_more_than_all(
    slots: int, under_way: int, waits: bool
) -> None:
    """One rests while somebody waits, but for the only one."""
    room = Slots(slots)
    room.given(1 if waits else 0)
    used = max(1, slots - 1) if waits else slots
    assert room.free(under_way) == max(0, used - under_way)


def test_all_slots_are_used_again_a_while_after_the_last_who_waited() -> None:
    """What nobody waits for does not prolong it."""
    now = 100.0
    room = Slots(4, lambda: now)
    room.given(10)
    now += REST_SECONDS / 2
    room.given(0)
    assert room.free(0) == 3
    now += REST_SECONDS
    assert room.free(0) == 4
