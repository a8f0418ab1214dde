"""Ways to get in touch: the source page gives none of the region's own."""

CHANNELS = []
