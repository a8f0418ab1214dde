"""Of what a history is kept; nothing of the search is translated."""

from perhekeskus.translating import register
from search import models

register(models.SearchSynonym)
