"""C functions with plain integer arguments.

With them `map` drives a function over a whole page without a Python frame for each call.
"""

import ctypes
from typing import Any

POINTER, INT, UINT = ctypes.c_void_p, ctypes.c_int, ctypes.c_uint


def prototype(function: Any, result: Any, *arguments: Any) -> Any:
    """Return the C function with another signature."""
    address = ctypes.cast(function, ctypes.c_void_p).value or 0
    return ctypes.PYFUNCTYPE(result, *arguments)(address)
