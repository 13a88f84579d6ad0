"""What the log says."""

import logging

from django.core.exceptions import PermissionDenied
from django.http import Http404


class TanpaJejakTolakan(logging.Filter):
    """A refusal is an answer, not a fault: its line stays, the traceback goes."""

    def filter(self, record: logging.LogRecord) -> bool:
        if record.exc_info and isinstance(record.exc_info[1], (PermissionDenied, Http404)):
            record.exc_info = record.exc_text = None
        return True
