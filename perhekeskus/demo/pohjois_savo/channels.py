"""Ways to get in touch: the source papers give none of the region's own."""

CHANNELS = []
