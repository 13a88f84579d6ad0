"""Rounded once, at the edge, half up, with a comma."""

from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

import pytest
from django.template import Context, Template
from hypothesis import given
from hypothesis import strategies as st

from zona.inti.angka import angka_id, bobot_id, bulat


@pytest.mark.parametrize(
    ("nilai", "hasil"),
    [
        (Decimal("8.095"), "8.10"),
        (Decimal("8.094999"), "8.09"),
        (Decimal("2.675"), "2.68"),
        (Decimal("-0.005"), "-0.01"),
        (Decimal("-0.004"), "0.00"),
        (Fraction(2, 3), "0.67"),
        (Fraction(1, 200), "0.01"),
        (Fraction(0), "0.00"),
        (7, "7.00"),
    ],
)
def test_bulat_half_up(nilai: Decimal | Fraction | int, hasil: str) -> None:
    assert str(bulat(nilai)) == hasil


@given(st.decimals(-1000, 1000, allow_nan=False, places=6), st.integers(0, 4))
def test_bulat_is_the_schoolbook_rule(nilai: Decimal, tempat: int) -> None:
    with localcontext(prec=50):
        assert bulat(nilai, tempat) == nilai.quantize(Decimal(1).scaleb(-tempat), rounding=ROUND_HALF_UP)


@pytest.mark.parametrize(("nilai", "hasil"), [(None, "–"), (Decimal("8.1"), "8,10"), (0, "0,00"), (100, "100,00")])
def test_angka_has_a_comma(nilai: Decimal | int | None, hasil: str) -> None:
    assert angka_id(nilai) == hasil


@pytest.mark.parametrize(
    ("nilai", "hasil"),
    [(Decimal("5.000"), "5"), (Decimal("17.5"), "17,5"), (Decimal("0.25"), "0,25"), (100, "100"), (0, "0")],
)
def test_bobot_has_no_idle_zeros(nilai: Decimal | int, hasil: str) -> None:
    assert bobot_id(nilai) == hasil


@pytest.mark.parametrize(
    ("templat", "hasil"),
    [
        ("{{ n|angka }}", "8,10"),
        ("{{ n|angka:0 }}", "8"),
        ("{{ n|bobot }}", "8,095"),
        ("{{ 812|ukuran }} {{ 24576|ukuran }} {{ 1572864|ukuran }}", "812 B 24 KB 1,5 MB"),
        ("{{ 'selesai'|lencana }}", '<span class="status status-selesai">Selesai</span>'),
        ("{{ 'menunggu'|lencana }}", '<span class="status status-menunggu">Menunggu verifikasi</span>'),
    ],
)
def test_filters_are_there_in_every_template(templat: str, hasil: str) -> None:
    assert Template(templat).render(Context({"n": Decimal("8.095")})) == hasil
