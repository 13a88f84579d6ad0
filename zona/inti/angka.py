"""The one place where numbers are rounded: at the edge, for people. Indonesian decimals (8,10)."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

ROMAWI = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


def romawi(n: int) -> str:
    """I to XII, as chapters and months are numbered; any other number as it is."""
    return ROMAWI[n - 1] if 0 < n <= len(ROMAWI) else str(n)


def bulat(nilai: Decimal | Fraction | int, tempat: int = 2) -> Decimal:
    """Round half up to `tempat` decimals. Exact: Fractions are divided as integers, never as floats."""
    pecahan = Fraction(nilai)
    skala = 10**tempat
    tanda = -1 if pecahan < 0 else 1
    utuh = (abs(pecahan) * skala * 2 + 1) // 2
    return (Decimal(tanda * utuh) / skala).quantize(Decimal(1).scaleb(-tempat), rounding=ROUND_HALF_UP)


def angka_id(nilai: Decimal | Fraction | int | None, tempat: int = 2) -> str:
    """8,10; a dash when there is none."""
    return "–" if nilai is None else f"{bulat(nilai, tempat):f}".replace(".", ",")


def bobot_id(nilai: Decimal | Fraction | int) -> str:
    """A weight as documents write it: 5, 17,5, 0,25 (no trailing zeros, at most 3 decimals)."""
    teks = f"{bulat(nilai, 3):f}"
    return teks.rstrip("0").rstrip(".").replace(".", ",")
