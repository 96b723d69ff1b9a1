"""Language models of any provider, through pydantic-ai.

pydantic-ai is slow to load: `caller` and `providers` need it, and are imported when a call is due.
"""
