"""Places: the source slides name none."""

PLACES = []
