from perhekeskus.formats.common import *  # noqa: F403
