"""A review: what people do to a report, and what stands after it."""
