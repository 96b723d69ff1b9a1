"""Verbs: the only code that knows the order of the work."""
