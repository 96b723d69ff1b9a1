"""The checks that rules are made of, and rules as data."""
