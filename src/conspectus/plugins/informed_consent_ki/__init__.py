"""Key information from an informed-consent form."""
