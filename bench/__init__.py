"""Speed and memory, as ratios inside one run: absolute times belong to one machine."""
