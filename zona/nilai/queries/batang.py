"""Bars: how long, and where the thresholds stand, in percent of their width as SVG writes it."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from zona.inti.angka import bulat


@dataclass(frozen=True, slots=True)
class Tanda:
    """A threshold on a bar: `x` is an SVG length."""

    x: str
    minimal: Decimal


@dataclass(frozen=True, slots=True)
class Batang:
    """`isi` is an SVG length: 37.5%."""

    isi: str
    tanda: tuple[Tanda, ...] = ()


def batang(nilai: Fraction, bobot: Fraction | Decimal, minimal: Iterable[Decimal] = ()) -> Batang:
    """A bar as long as the weight, filled by the points. A weight of nothing is an empty bar."""

    def persen(n: Fraction | Decimal) -> str:
        return f"{bulat(Fraction(n) * 100 / Fraction(bobot) if bobot else Fraction(0), 1)}%"

    return Batang(persen(nilai), tuple(Tanda(persen(m), m) for m in minimal))
