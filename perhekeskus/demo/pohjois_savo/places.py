"""Places: the source papers name none."""

PLACES = []
