"""Built-in plugins. They come through the same entry point as anyone's and know only `domain`."""
