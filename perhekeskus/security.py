"""Addresses that are secret: what must not be written down or told on."""

from __future__ import annotations

import logging
import re

# An organiser's cancel link: who knows the address may cancel.
SECRET_ADDRESSES = "/peru/"
_SECRET = re.compile(rf"{SECRET_ADDRESSES}[^/\s]+")


class WithoutTokens(logging.Filter):
    """Takes the secret end of an address out of what is logged."""

    def filter(self, record: logging.LogRecord) -> bool:
        message = record.getMessage()
        if SECRET_ADDRESSES in message:
            record.msg, record.args = _SECRET.sub(f"{SECRET_ADDRESSES}…", message), ()
        return True
