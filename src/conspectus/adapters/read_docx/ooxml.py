"""WordprocessingML vocabulary: names, on/off properties, and children seen through wrappers."""

from collections.abc import Iterator

from lxml.etree import _Element

Element = _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

SEEN_THROUGH = {
    W + name
    for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "hyperlink",
                 "fldSimple", "bdo", "dir", "ruby", "rubyBase")
}  # fmt: skip
REMOVED = {W + "del", W + "moveFrom", W + "rt"}


def val(element: Element | None) -> str | None:
    """Return the `w:val` of an element, None when element or attribute is missing."""
    return None if element is None else element.get(W + "val")


def number(element: Element | None) -> int | None:
    """Return the `w:val` of an element as an integer, None when it is none."""
    try:
        return int(val(element) or "")
    except ValueError:
        return None


def hexadecimal(text: str | None, default: int) -> int:
    """Return the number that an attribute holds in hexadecimal, `default` when it holds none."""
    try:
        return int(text or "", 16)
    except ValueError:
        return default


def on(element: Element | None) -> bool | None:
    """Return the state of an on/off property: None when it is not given at all."""
    if element is None:
        return None
    return val(element) not in ("0", "false", "off", "none")


def children(element: Element) -> Iterator[Element]:
    """Yield the children that a reader of the accepted document sees.

    Content controls, insertions, hyperlinks, simple fields and the like are looked through,
    deletions and the old places of moved text are left out, and of alternative contents the
    first is taken. A content control that is a check box is yielded as it stands.
    """
    stack = list(reversed(element))
    while stack:
        child = stack.pop()
        if child.tag in REMOVED or not isinstance(child.tag, str):
            continue
        if child.tag == MC + "AlternateContent":
            stack.extend(reversed(_alternative(child)))
        elif child.tag in SEEN_THROUGH and check_box(child) is None:
            stack.extend(reversed(child))
        else:
            yield child


def check_box(control: Element) -> bool | None:
    """Return the state of an inline check box content control, None for anything else."""
    if control.tag != W + "sdt" or control.find(f"{W}sdtContent/{W}r") is None:
        return None
    box = control.find(f"{W}sdtPr/{W14}checkbox")
    if box is None:
        return None
    state = box.find(W14 + "checked")
    return state is not None and state.get(W14 + "val") in ("1", "true", "on")


def text_boxes(element: Element) -> list[Element]:
    """Return the contents of the text boxes drawn in a run, each once."""
    return [
        box
        for box in element.iter(W + "txbxContent")
        if not any(up.tag == MC + "Fallback" for up in box.iterancestors())
        or not _chosen_elsewhere(box)
    ]


def _chosen_elsewhere(box: Element) -> bool:
    for up in box.iterancestors(MC + "AlternateContent"):
        choice = up.find(MC + "Choice")
        return choice is not None and next(choice.iter(W + "txbxContent"), None) is not None
    return False


def _alternative(alternate: Element) -> list[Element]:
    for name in ("Choice", "Fallback"):
        branch = alternate.find(MC + name)
        if branch is not None and len(branch):
            return list(branch)
    return []
