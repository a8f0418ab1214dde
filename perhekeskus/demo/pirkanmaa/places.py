"""Places: the source page gives no address."""

PLACES = []
