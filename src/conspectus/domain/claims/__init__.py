"""The claim check: whether the words of a claim are borne out by its quotes."""
