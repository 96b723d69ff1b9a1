"""The world: one outside thing a file, none of which knows another."""
