"""Numbers of things, in words."""


def counted(number: int, thing: str) -> str:
    """Return "1 error", "2 errors", "no errors"; the plural of `thing` takes an s."""
    return f"{number or 'no'} {thing}{'s' if number != 1 else ''}"
