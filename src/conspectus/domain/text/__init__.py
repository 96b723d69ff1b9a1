"""Words: how a text is folded, cut, counted, searched and read, whatever it is about."""
