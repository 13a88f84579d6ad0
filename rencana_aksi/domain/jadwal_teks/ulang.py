"""What recurs: "setiap bulan (minggu pertama bulan berikutnya)", "Senin dan Kamis setiap minggu", "tiga bulan sekali".

A unit (every n days, weeks, months), where in it, and within which windows of time; in any order.
"""

from datetime import date
from itertools import pairwise

from rencana_aksi.domain.jadwal_teks import kamus
from rencana_aksi.domain.jadwal_teks.daftar import Butir, baca_butir, lengkapi
from rencana_aksi.domain.jadwal_teks.kata import Aliran, Jenis, Kata
from rencana_aksi.domain.jadwal_teks.letak import KE, baca_letak
from rencana_aksi.domain.jadwal_teks.paham import TidakPaham, bagian_asing, kutip
from rencana_aksi.domain.jadwal_teks.pola import Ulang
from rencana_aksi.domain.jadwal_teks.titik import AWAL_TITIK, baca_titik
from zona.inti.waktu import tanggal_id

PENGISI = (Jenis.KURUNG, Jenis.PISAH, "secara", "berkala", "sekali", "pada", "paling", "lambat", "selambatnya")
BATAS = (*AWAL_TITIK, Jenis.SAMPAI, "selama", "mulai")


def berulang(kata: list[Kata]) -> bool:
    """Whether the text speaks of something that recurs."""
    satuan = (*kamus.PANJANG, "hari", "minggu")
    return any(k.jenis is Jenis.SATUAN or k.nama == "setiap" for k in kata) or any(
        k.nama in satuan and lanjut.nama == "sekali" for k, lanjut in pairwise(kata)
    )


def baca_ulang(a: Aliran, tahun: int) -> Ulang:
    """The whole text. Raises TidakPaham."""
    u = Ulang()
    while not a.habis:
        awal = a.i
        if a.lewati(*PENGISI) or _setiap(u, a) or _satuan(u, a) or baca_letak(u, a) or _jangka(u, a, tahun):
            continue
        raise bagian_asing(a.teks(awal))
    return u


def _setiap(u: Ulang, a: Aliran) -> bool:
    """The word and what it is said of; "setiap (bulan) Maret dan September" is every month of those."""
    awal = a.i
    if not a.bila("setiap"):
        return False
    if a.cocok(Jenis.BULAN) or (a.cocok("bulan") and a.cocok(Jenis.BULAN, maju=1)):
        return _pasang(u, "bulan", 1, a.teks(awal, a.i + 1))
    if not (_satuan(u, a) or baca_letak(u, a)):
        raise TidakPaham(
            f"{kutip(a.teks(awal))}: setiap apa? Tulis misalnya setiap bulan, setiap Senin, atau setiap tanggal 5.",
            a.teks(awal),
        )
    return True


def _satuan(u: Ulang, a: Aliran) -> bool:
    """A unit: "triwulan", "tiga bulan", "3 (tiga) bulan", "bulanan", "1 kali"."""
    awal = a.i
    if kata := a.bila(Jenis.SATUAN):
        return _pasang(u, kata.nama, 1, kata.teks)
    banyak = a.bila(Jenis.ANGKA, Jenis.BILANGAN)
    if banyak and a.cocok(Jenis.KURUNG) and a.cocok(Jenis.BILANGAN, maju=1) and a.lihat(1).angka == banyak.angka:
        a.i += 1 + 1 + a.cocok(Jenis.KURUNG, maju=2)
    if banyak and a.bila("kali"):
        if banyak.nilai != 1:
            raise TidakPaham(f"{kutip(a.teks(awal, a.i))} belum menyebut kapan.", a.teks(awal, a.i))
        return True
    if not _nama_satuan(a, bool(banyak)):
        a.i = awal
        return False
    a.i += 1
    nama = a.lihat(-1).nama
    if nama == "hari" and a.bila("kerja"):
        nama = "kerja"
    return _pasang(u, nama, banyak.nilai if banyak else 1, a.teks(awal, a.i))


def _nama_satuan(a: Aliran, berbilang: bool) -> bool:
    """A unit here, and no "bulan April", "tahun 2023", "triwulan II", "minggu pertama", "hari Senin"."""
    bukan: dict[str, tuple[Jenis | str, ...]] = {
        "hari": (Jenis.HARI, Jenis.URUT, "minggu"),
        "minggu": () if berbilang else KE,
        "bulan": (Jenis.BULAN, "berikutnya"),
        **dict.fromkeys(kamus.SUKU, (*KE, Jenis.ANGKA, Jenis.SAMPAI)),
        "tahun": (Jenis.TAHUN,),
    }
    return a.cocok(*bukan) and not a.cocok(*bukan[a.lihat().nama], maju=1)


def _pasang(u: Ulang, nama: str, banyak: int, teks: str) -> bool:
    satuan, tiap = ("bulan", banyak * kamus.PANJANG[nama]) if nama in kamus.PANJANG else (nama, banyak)
    if banyak < 1 or (satuan == "kerja" and banyak > 1):
        raise bagian_asing(teks)
    if u.satuan and (u.satuan, u.tiap) != (satuan, tiap):
        raise TidakPaham(f"{kutip(teks)} bertentangan dengan satuan yang sudah disebut.", teks)
    u.satuan, u.tiap, u.kalender = satuan, tiap, nama not in ("bulan", satuan)
    return True


def _jangka(u: Ulang, a: Aliran, tahun: int) -> bool:
    """Within what: "selama Januari–Juni 2023", "mulai Maret" (to the end of the plan's year), "sampai Juni" (from its
    beginning)."""
    awal = a.i
    if u.jangka is not None or not a.cocok(*BATAS):
        return False
    sampai = a.lihat().teks[:1].isalpha() and a.bila(Jenis.SAMPAI)
    if sampai or a.lewati("mulai"):
        titik = baca_titik(a)
        if sampai or not a.cocok(Jenis.SAMPAI):
            [(pertama, terakhir)], catatan = lengkapi([Butir(titik)], tahun)
            awal_tahun, akhir_tahun = date(tahun, 1, 1), date(tahun, 12, 31)
            jangka = (awal_tahun, terakhir) if sampai else (pertama, akhir_tahun)
            if jangka[1] < jangka[0]:
                raise TidakPaham(f"{kutip(a.teks(awal, a.i))} di luar {tahun}, tahun rencana; tulis kedua ujungnya.")
            u.jangka = [jangka]
            ujung = f"sejak {tanggal_id(awal_tahun)}" if sampai else f"sampai {tanggal_id(akhir_tahun)}"
            u.catatan += [*catatan, f"Ujung lainnya tidak ditulis; dibaca {ujung}."]
            return True
        a.i = awal
    tegas = a.cocok("selama", "mulai")
    butir = baca_butir(a)
    if u.tanggal and not tegas and any("hari" in (b.awal.bentuk, b.ujung.bentuk) for b in butir):
        bagian = a.teks(0, a.i)
        raise TidakPaham(f'{kutip(bagian)} belum jelas; tulis "selama" di depan jangka waktunya.', bagian)
    u.jangka, catatan = lengkapi(butir, tahun)
    u.catatan += catatan
    return True
