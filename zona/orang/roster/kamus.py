"""What a column of a list of people may be for, and the words offices write above it. Pure."""

import re

from zona.impor.lama.kamus import arti_kata

NAMA, NIP, JABATAN, TIM, PERAN, POSEL = "nama", "nip", "jabatan", "tim", "peran", "posel"
TELEPON, LEWAT = "telepon", ""
MEDAN = {
    LEWAT: "tidak dipakai",
    NAMA: "Nama",
    NIP: "NIP",
    JABATAN: "Jabatan",
    TIM: "Pengungkit",
    PERAN: "Peran",
    POSEL: "Pos-el",
}
"""What may be chosen for a column, by its code. A telephone number may not: none is kept (docs/adr, "Told once")."""
DIBACA = (NAMA, NIP, JABATAN, TIM, PERAN, POSEL)

_KATA: tuple[tuple[str, int, str], ...] = (
    (NAMA, 95, r"nama(?: lengkap| pegawai| anggota| personil| personel| dan gelar)*"),
    (NAMA, 60, r"^(?:pegawai|personil|personel)$"),
    (NIP, 95, r"nip|nomor induk pegawai|ni ?p3k|ni ?pppk|nip nrp"),
    (PERAN, 96, r"(?:jabatan|kedudukan|posisi|tugas|peran) (?:dalam|di|pada)(?: dalam)? tim"),
    (PERAN, 92, r"peran|kedudukan|sebagai"),
    (JABATAN, 95, r"jabatan(?: (?:fungsional|struktural|pelaksana|dinas|kantor))?"),
    (TIM, 95, r"pengungkit|area(?: perubahan| pengungkit)?|komponen(?: pengungkit)?|tim(?: kerja)?"),
    (TIM, 90, r"pokja|kelompok(?: kerja)?|bidang tugas"),
    (POSEL, 95, r"(?:alamat )?(?:pos ?el|e ?mail|surel|surat elektronik)"),
    (TELEPON, 97, r"(?:no|nomor|nomer)? ?(?:hp|handphone|telp|tlp|telepon|telpon|wa|whatsapp|ponsel|kontak)"),
    (LEWAT, 90, r"^(?:no|nomor|no urut|nomor urut|nmr)$"),
    (LEWAT, 90, r"pangkat|golongan|gol|pendidikan|keterangan|ket|unit kerja|nik|tmt|tanggal|jenis kelamin|alamat"),
)
KATA = tuple((medan, yakin, re.compile(rf"\b(?:{pola})(?!\w)")) for medan, yakin, pola in _KATA)


def arti_kolom(teks: str) -> tuple[str, int] | None:
    """The field a heading names and how sure (0–100); None where it says nothing known."""
    arti = arti_kata(teks, KATA)
    return (arti[0].medan, arti[0].yakin) if arti else None
