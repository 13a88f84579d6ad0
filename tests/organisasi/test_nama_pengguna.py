"""Usernames out of printed names."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zona.organisasi.domain.nama_pengguna import usul_username


@pytest.mark.parametrize(
    ("nama", "username"),
    [
        ("Dr. Puji Retno Hardiningtyas", "puji.hardiningtyas"),
        ("Kasman, M.Hum.", "kasman"),
        ("M. Syamsur Rijal, S.Hum.", "syamsur.rijal"),
        ("I Nyoman Cahyasabudhi S., S.Pd.", "nyoman.cahyasabudhi"),
        ("Ni'mah Nur'aini", "nimah.nuraini"),
        ("Hj. Siti", "siti"),
        ("H. A. B.", "a.b"),
        ("Élodie Françoise", "elodie.francoise"),
        ("Ani Ani", "ani"),
        ("李", "pengguna"),
        ("Dr.", "pengguna"),
    ],
)
def test_username_of_a_name(nama: str, username: str) -> None:
    assert usul_username(nama, lambda u: False) == username


def test_taken_usernames_are_numbered() -> None:
    assert usul_username("Ani", {"ani", "ani2"}.__contains__) == "ani3"


@given(st.text(max_size=200))
def test_any_name_gives_a_valid_username(nama: str) -> None:
    username = usul_username(nama, lambda u: False)
    assert re.fullmatch(r"[a-z][a-z0-9._-]*", username)
    assert len(username) <= 60
