"""What is asked for without an order comes in none: a query without ORDER BY is answered in random order.

PostgreSQL promises no order and SQLite happens to give that of the rows; code and tests that lean on it show here, on
both. The idea is les-emplois'. Number and shape of queries stay as they are.
"""

from collections.abc import Iterator
from typing import Any

from django.db.models.expressions import OrderBy
from django.db.models.functions import Random
from django.db.models.sql.compiler import SQLAggregateCompiler, SQLCompiler, SQLDeleteCompiler, SQLUpdateCompiler

BAGIAN = "bagian_gabungan"
"""Marks the parts of a UNION: SQLite takes no order there."""

LAIN = (SQLUpdateCompiler, SQLDeleteCompiler, SQLAggregateCompiler)
"""What gives no rows; PostgreSQL's compiler of those that do is a class of its own."""

_asli = SQLCompiler._order_by_pairs


def _bisa_diacak(penyusun: SQLCompiler) -> bool:
    """Does this query give rows whose order somebody could lean on? Not of updates and deletes, of UNION and DISTINCT
    (which take no order of what they do not give), of one aggregate, nor of a subquery that is asked whole."""
    kueri = penyusun.query
    if isinstance(penyusun, LAIN) or kueri.combinator or kueri.distinct or hasattr(kueri, BAGIAN):
        return False
    if kueri.group_by is None and any(a.contains_aggregate for a in kueri.annotation_select.values()):
        return False
    return not kueri.subquery or kueri.is_sliced


def _pasangan(penyusun: SQLCompiler) -> Iterator[Any]:
    kueri = penyusun.query
    for bagian in kueri.combined_queries:
        setattr(bagian, BAGIAN, True)
    urutan = list(_asli(penyusun))
    if penyusun._meta_ordering and kueri.group_by is not None:  # Django leaves the model's own order out of a GROUP BY
        penyusun._meta_ordering, urutan = None, []
    if not urutan and _bisa_diacak(penyusun):
        return iter([(OrderBy(Random()), False)])
    return iter(urutan)


def acak_yang_tak_berurut() -> None:
    """From here on, in this process."""
    SQLCompiler._order_by_pairs = _pasangan
