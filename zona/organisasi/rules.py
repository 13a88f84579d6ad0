"""The rights of produk.md §5, in one place. `pengguna.boleh("nama", objek)` asks; an object tells its `lingkup`.

A right says who may, never when: that a plan or an assessment is locked is a rule of the domain.
Each list has its `visible_to(pengguna)`; tests/test_hak.py holds every cell, and that lists and rights agree.
"""

from typing import Any

import rules

from zona.organisasi.enums import Peran


def _peran(nama: str, peran: Peran) -> rules.Predicate:
    """Holds the role in the office and year of the object, whichever pengungkit."""

    @rules.predicate(name=nama)
    def punya(pengguna: Any, objek: Any) -> bool:
        return any(p == peran for p, _ in pengguna.peran_di(objek.lingkup))

    return punya


kepala = _peran("kepala", Peran.KEPALA)
ketua = _peran("ketua", Peran.KETUA)
penilai = _peran("penilai", Peran.PENILAI)
admin = _peran("admin", Peran.ADMIN)


@rules.predicate
def koordinator_sendiri(pengguna: Any, objek: Any) -> bool:
    """Coordinator of the pengungkit the object belongs to."""
    lingkup = objek.lingkup
    return bool(lingkup.area) and (Peran.KOORDINATOR, lingkup.area) in pengguna.peran_di(lingkup)


@rules.predicate
def anggota_sendiri(pengguna: Any, objek: Any) -> bool:
    """Member of the pengungkit the object belongs to."""
    lingkup = objek.lingkup
    return bool(lingkup.area) and (Peran.ANGGOTA, lingkup.area) in pengguna.peran_di(lingkup)


@rules.predicate
def penanggung_jawab(pengguna: Any, objek: Any) -> bool:
    return objek.penanggung_jawab_id == pengguna.pk


@rules.predicate
def pembuat(pengguna: Any, objek: Any) -> bool:
    return objek.pembuat_id == pengguna.pk


@rules.predicate
def orang_dalam(pengguna: Any, objek: Any) -> bool:
    """Of the office itself, or given a standing role in it (a penilai from outside). A team of a year is no way in:
    who was in one and now works elsewhere reads the new office."""
    lingkup = objek.lingkup
    tetap = {Peran.PENILAI, Peran.ADMIN}
    return pengguna.satker_id == lingkup.satker_id or any(p in tetap for p, _ in pengguna.peran_di(lingkup))


@rules.predicate
def bukan_pembawa(pengguna: Any, objek: Any) -> bool:
    """Nobody verifies what they brought in, by whatever door (produk.md §4)."""
    return not objek.dibawa_oleh(pengguna)


@rules.predicate
def di_luar_tim(pengguna: Any, objek: Any) -> bool:
    """In no team of the office that year, the steering pair included: what is assessed is the work of who is."""
    tetap = {Peran.PENILAI, Peran.ADMIN}
    return all(p in tetap for p, _ in pengguna.peran_di(objek.lingkup))


penilai_luar = penilai & di_luar_tim


@rules.predicate
def pihak_kedua(pengguna: Any, objek: Any) -> bool:
    """Neither who proposed it nor whom it makes leader."""
    return pengguna.pk not in (objek.diusulkan_oleh_id, objek.calon_id)


@rules.predicate
def pergantian_kepala(pengguna: Any, objek: Any) -> bool:
    """The proposal changes the kepala, which the ketua may confirm as well."""
    return bool(objek.peran == Peran.KEPALA)


HAK: dict[str, rules.Predicate] = {
    "baca": orang_dalam,
    "buat_rencana": ketua | admin,
    "ubah_rencana": ketua | koordinator_sendiri,
    "buang_rencana": ketua | (pembuat & orang_dalam),
    "catat_status": ketua | koordinator_sendiri | (anggota_sendiri & penanggung_jawab),
    "tunjuk_penanggung": ketua | koordinator_sendiri,
    "unggah_bukti": kepala | ketua | koordinator_sendiri | anggota_sendiri,
    "verifikasi_bukti": (kepala | ketua | koordinator_sendiri) & bukan_pembawa,
    "catat_bukti": kepala | ketua | koordinator_sendiri | penilai_luar,
    "isi_lke": ketua | koordinator_sendiri,
    "nilai_lke": penilai_luar,
    "susun_laporan": ketua,
    "ajukan": kepala | ketua,
    "sahkan": kepala,
    "kunci_tpi": penilai_luar,
    "kelola_akun": admin,
    "usulkan_akun": ketua | admin,
    "usulkan_pimpinan": admin,
    "setujui_pimpinan": orang_dalam & pihak_kedua & (kepala | (ketua & pergantian_kepala)),
    "kirim_kabar": ketua | koordinator_sendiri,
    "buka_pintu": kepala | ketua,
    "kelola_token": admin,
    "susun_surat": kepala | ketua,
    "catat_pakta": kepala | ketua | admin,
}
