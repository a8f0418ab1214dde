"""Ways to get in touch: the source slides give none of the region's own."""

CHANNELS = []
