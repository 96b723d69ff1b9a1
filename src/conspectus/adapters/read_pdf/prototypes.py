"""C functions with arguments that cost little: plain integers, or references made beforehand.

With them `map` drives a function over a whole page without a Python frame for each call.
"""

import ctypes
from typing import Any

POINTER, INT, UINT = ctypes.c_void_p, ctypes.c_int, ctypes.c_uint


def prototype(function: Any, result: Any, *arguments: Any) -> Any:
    """Return the C function with another signature.

    Without types of arguments each is passed as it comes: small integers as C has them, places in
    memory by `byref` or as `c_void_p`, never as integers, which would be cut to half their size.
    """
    address = ctypes.cast(function, ctypes.c_void_p).value or 0
    return ctypes.PYFUNCTYPE(result, *arguments)(address)
