"""Reading one point of a schedule: "25 Januari 2023", "akhir Maret", "minggu kedua", "TW I 2023", "tahun 2023"."""

from typing import Any

from rencana_aksi.domain.jadwal_teks import kamus
from rencana_aksi.domain.jadwal_teks.jendela import Titik, hari_minggu
from rencana_aksi.domain.jadwal_teks.kata import Aliran, Jenis
from rencana_aksi.domain.jadwal_teks.paham import TidakPaham, bagian_asing, kutip

Isi = dict[str, Any]
AWAL_TITIK: tuple[Jenis | str, ...] = (
    Jenis.ANGKA, Jenis.PENUH, Jenis.BULAN, Jenis.TAHUN, Jenis.HARI,
    "pada", "tanggal", "bulan", "hari", "minggu", "tahun", *kamus.BAGIAN, *kamus.SUKU,
)  # fmt: skip


def baca_titik(a: Aliran, sebelum: Titik | None = None) -> Titik:
    """The point that starts here; "II" or "ketiga" alone counts on from `sebelum` ("triwulan I dan II").
    Raises TidakPaham."""
    mulai = a.i
    a.lewati("pada", "selama")
    nama_hari = baca_nama_hari(a)
    if nama_hari is not None:
        a.lewati(Jenis.PISAH)
    isi = _tanggal(a, mulai) or _bagian(a, mulai, sebelum) or _suku(a, sebelum) or _bulan(a, mulai) or _tahun_saja(a)
    if isi is None or (nama_hari is not None and "hari" not in isi):
        raise bagian_asing(a.teks(mulai, max(a.i, mulai + 1)) or a.teks(mulai - 1, mulai))
    if "hari" in isi and nama_hari is None and a.cocok(Jenis.KURUNG) and a.cocok(Jenis.HARI, "minggu", maju=1):
        a.bila(Jenis.KURUNG)
        nama_hari = baca_nama_hari(a, wajib=True)
        if not a.bila(Jenis.KURUNG):
            raise bagian_asing(a.teks(mulai, a.i))
    return Titik(teks=a.teks(mulai, a.i), nama_hari=nama_hari, **isi)


def baca_nama_hari(a: Aliran, wajib: bool = False) -> int | None:
    """A day's name here. "Minggu" is one where `wajib`, after "hari", or before ", 2 Juli"; otherwise it is a week."""
    if kata := a.bila(Jenis.HARI):
        return kata.nilai
    if a.cocok("hari") and a.cocok(Jenis.HARI, "minggu", maju=1):
        a.bila("hari")
        return baca_nama_hari(a, wajib=True)
    koma = a.cocok(Jenis.PISAH, maju=1) and a.cocok(Jenis.ANGKA, Jenis.PENUH, "tanggal", maju=2)
    if a.cocok("minggu") and (wajib or koma):
        a.bila("minggu")
        return kamus.MINGGU
    return None


def _tanggal(a: Aliran, mulai: int) -> Isi | None:
    disebut = a.bila("tanggal")
    if penuh := a.bila(Jenis.PENUH):
        tahun, bulan, hari = penuh.angka
        return {"tahun": tahun, "bulan": bulan, "hari": hari}
    if angka := a.bila(Jenis.ANGKA):
        isi = {"hari": angka.nilai, **(_bulan(a, mulai) or {})}
        if "bulan" not in isi and a.cocok(Jenis.TAHUN, "tahun"):
            raise TidakPaham(f"Bulan pada {kutip(a.teks(mulai, a.i))} tidak ditulis.", a.teks(mulai, a.i))
        return isi
    if disebut:
        raise bagian_asing(a.teks(mulai, a.i + 1))
    return None


def _bagian(a: Aliran, mulai: int, sebelum: Titik | None) -> Isi | None:
    sambung = sebelum is not None and sebelum.bentuk == "bagian" and a.cocok(Jenis.URUT, Jenis.ROMAWI)
    if a.cocok("minggu") or sambung:
        a.bila("minggu")
        ke = a.bila(Jenis.URUT, Jenis.ROMAWI)
        if ke is None:
            raise TidakPaham(
                f'{kutip(a.teks(mulai, a.i + 1))} belum jelas; tulis "minggu kedua Juli" untuk pekannya, '
                '"Minggu, 2 Juli" untuk harinya.',
                a.teks(mulai, a.i + 1),
            )
        bagian = hari_minggu(ke.nilai, a.teks(mulai, a.i))
    elif kata := a.bila(*kamus.BAGIAN):
        bagian = kamus.BAGIAN[kata.nama]
    else:
        return None
    a.bila("bulan")
    bulan = a.bila(Jenis.BULAN)
    if bulan is None and not a.cocok(Jenis.PISAH, Jenis.SAMPAI):
        raise TidakPaham(f"Bulan pada {kutip(a.teks(mulai, a.i))} tidak jelas; tulis namanya.", a.teks(mulai, a.i))
    return {"bagian": bagian, "bulan": bulan.nilai if bulan else None, "tahun": baca_tahun(a) if bulan else None}


def _suku(a: Aliran, sebelum: Titik | None) -> Isi | None:
    mulai = a.i
    if kata := a.bila(*kamus.SUKU):
        panjang = kamus.SUKU[kata.nama]
        if a.cocok(Jenis.SAMPAI):  # TW-I
            a.bila(Jenis.SAMPAI)
        ke = a.bila(Jenis.URUT, Jenis.ROMAWI, Jenis.ANGKA)
    elif sebelum is not None and sebelum.suku and a.cocok(Jenis.URUT, Jenis.ROMAWI):
        panjang, ke = sebelum.suku[0], a.bila(Jenis.URUT, Jenis.ROMAWI)
    else:
        return None
    if ke is None or not 1 <= ke.nilai <= 12 // panjang:
        raise bagian_asing(a.teks(mulai, a.i if ke else a.i + 1))
    return {"suku": (panjang, ke.nilai), "tahun": baca_tahun(a)}


def _bulan(a: Aliran, mulai: int) -> Isi | None:
    disebut = a.bila("bulan")
    if bulan := a.bila(Jenis.BULAN):
        return {"bulan": bulan.nilai, "tahun": baca_tahun(a)}
    if disebut:
        raise bagian_asing(a.teks(mulai, a.i + 1))
    return None


def _tahun_saja(a: Aliran) -> Isi | None:
    if a.cocok("tahun") and not a.cocok(Jenis.TAHUN, maju=1):
        a.bila("tahun")
        return {"tahun": None}
    tahun = baca_tahun(a)
    return None if tahun is None else {"tahun": tahun}


def baca_tahun(a: Aliran) -> int | None:
    """The year here: "2023" or "tahun 2023" here."""
    if a.cocok("tahun") and a.cocok(Jenis.TAHUN, maju=1):
        a.bila("tahun")
    tahun = a.bila(Jenis.TAHUN)
    return tahun.nilai if tahun else None
