"""Kinds of a proposal, as PortalRB names them."""

from django.db.models import TextChoices


class KategoriUsulan(TextChoices):
    WBK = "WBK", "WBK"
    WBK_AFIRMASI = "WBK-AFIRMASI", "WBK afirmasi"
    WBBM = "WBBM", "WBBM"
