"""Reading files of strangers in a process of its own, with limits, that can be killed.

The child imports this package first of all, so it loads nothing by itself: take `SandboxedReader`
and `Limits` from `conspectus.adapters.sandbox.reader`.
"""
