"""Two versions of a form, and what changed between them."""
