"""Reading files of strangers in a process of its own, with limits, that can be killed.

The forkserver imports this package first, so it loads nothing by itself: take `SandboxedReader`
and `Limits` from `conspectus.adapters.sandbox.reader`.
"""
