"""Which of the two pages a person meets first: where the office stands, or what they are to do."""

from zona.organisasi.enums import Peran

KANTOR = "kantor"
TUGAS = "tugas"


def tampilan(peran: frozenset[tuple[str, str]]) -> tuple[str, ...]:
    """The pages open to these roles, the one met first at the front. Everyone of the office may look at the whole;
    tasks have only those in a team."""
    nama = {p for p, _ in peran}
    if not nama & {Peran.KOORDINATOR, Peran.ANGGOTA}:
        return (KANTOR,)
    return (KANTOR, TUGAS) if nama & {Peran.KEPALA, Peran.KETUA} else (TUGAS, KANTOR)
