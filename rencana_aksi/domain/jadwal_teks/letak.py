"""Where in a week or month something recurs: "hari Senin", "tanggal 5 dan 20", "minggu pertama", "akhir bulan"."""

from rencana_aksi.domain.jadwal_teks import kamus
from rencana_aksi.domain.jadwal_teks.jendela import hari_minggu
from rencana_aksi.domain.jadwal_teks.kata import Aliran, Jenis
from rencana_aksi.domain.jadwal_teks.paham import TidakPaham, bagian_asing, kutip
from rencana_aksi.domain.jadwal_teks.pola import Ulang

KE = (Jenis.URUT, Jenis.ROMAWI)


def baca_letak(u: Ulang, a: Aliran) -> bool:
    """Take the place that starts here into `u`; False where there is none. Raises TidakPaham."""
    awal = a.i
    if a.cocok("bulan") and a.cocok("berikutnya", maju=1):
        a.i += 2
        u.berikutnya = True
        return True
    kedua = u.dalam_bulan or bool(u.hari)
    if not (_hari_terakhir(u, a) or _hari(u, a) or _tanggal(u, a) or _minggu(u, a) or _sepertiga(u, a)):
        return False
    if kedua:
        raise TidakPaham(f"{kutip(a.teks(awal, a.i))} menyebut waktu yang kedua.", a.teks(awal, a.i))
    if u.dalam_bulan and a.cocok("bulan") and not a.cocok("berikutnya", maju=1):
        a.i += 1  # "minggu pertama bulan …"
    return True


def _hari_terakhir(u: Ulang, a: Aliran) -> bool:
    if not (a.cocok("hari", "tanggal") and a.cocok(Jenis.URUT, maju=1) and a.lihat(1).nilai == kamus.TERAKHIR):
        return False
    a.i += 2
    u.tanggal = [kamus.TERAKHIR]
    return True


def _hari(u: Ulang, a: Aliran) -> bool:
    """Days of the week ("Senin–Jumat" too); with "pertama" or "terakhir" those of the month."""
    if not _nama_hari(a):
        return False
    dari = a.i + a.cocok("hari")
    if a.cocok(Jenis.SAMPAI, maju=dari - a.i + 1) and a.cocok(Jenis.HARI, maju=dari - a.i + 2):
        a.i = dari + 3
        awal, akhir = a.lihat(-3), a.lihat(-1)
        if not awal.angka or akhir.nilai <= awal.nilai:
            raise bagian_asing(a.teks(dari, a.i))
        u.hari = list(range(awal.nilai, akhir.nilai + 1))
        return True
    while True:
        a.bila("hari")
        kata = a.lihat()
        a.i += 1
        u.hari.append(kata.nilai if kata.jenis is Jenis.HARI else kamus.MINGGU)
        i = a.i
        if not (a.lewati(Jenis.PISAH) and _nama_hari(a, lanjut=True)):
            a.i = i
            break
    u.urut = _urut(a)
    return True


def _nama_hari(a: Aliran, lanjut: bool = False) -> bool:
    """A day's name here. "Minggu" is the Sunday after "hari" or another day's name, unless it is numbered."""
    if a.cocok("hari"):
        return a.cocok(Jenis.HARI, "minggu", maju=1)
    return a.cocok(Jenis.HARI) or (lanjut and a.cocok("minggu") and not a.cocok(*KE, maju=1))


def _urut(a: Aliran) -> list[int]:
    """Ordinals: "pertama dan ketiga"."""
    urut: list[int] = []
    while kata := a.bila(*KE):
        urut.append(kata.nilai)
        i = a.i
        if not (a.lewati(Jenis.PISAH) and a.cocok(*KE)):
            a.i = i
    return urut


def _tanggal(u: Ulang, a: Aliran) -> bool:
    """Days of the month: "tanggal 5", "tanggal 5, 15 dan 25", "tanggal 1–5"."""
    awal = a.i
    if not a.bila("tanggal"):
        return False
    angka = a.bila(Jenis.ANGKA)
    if angka is None:
        raise bagian_asing(a.teks(awal, a.i + 1))
    u.tanggal = [angka.nilai]
    if a.cocok(Jenis.SAMPAI) and a.cocok(Jenis.ANGKA, maju=1):
        a.i += 2
        u.lama = a.lihat(-1).nilai - angka.nilai + 1
    while u.lama == 1:
        i = a.i
        if not (a.lewati(Jenis.PISAH) and a.cocok(Jenis.ANGKA)):
            a.i = i
            break
        if a.lihat(-1).teks[0] in ",;" and a.cocok(Jenis.BULAN, "bulan", maju=1):
            bagian = a.teks(awal, a.i + 2)
            raise TidakPaham(f'{kutip(bagian)} belum jelas; tulis "selama" di depan jangka waktunya.', bagian)
        a.i += 1
        u.tanggal.append(a.lihat(-1).nilai)
    if u.lama < 1 or not all(1 <= t <= 31 for t in u.tanggal) or len(set(u.tanggal)) < len(u.tanggal):
        raise bagian_asing(a.teks(awal, a.i))
    return True


def _minggu(u: Ulang, a: Aliran) -> bool:
    """Weeks of the month: days 1–7, 8–14, 15–21, 22–28, and the last seven."""
    awal = a.i
    if not (a.cocok("minggu") and a.cocok(*KE, maju=1)):
        return False
    a.i += 1
    ke = _urut(a)
    teks = a.teks(awal, a.i)
    if 5 in ke:
        raise TidakPaham("Minggu kelima tidak ada di setiap bulan.", teks)
    if len(set(ke)) < len(ke):
        raise bagian_asing(teks)
    u.tanggal = [-7 if k == kamus.TERAKHIR else hari_minggu(k, teks)[0] for k in ke]
    u.lama = 7
    return True


def _sepertiga(u: Ulang, a: Aliran) -> bool:
    """Beginning, middle or end of the month, as in "akhir Maret 2023"."""
    awal = a.i
    if a.cocok(Jenis.BULAN, maju=1) or not (kata := a.bila(*kamus.BAGIAN)):
        return False
    if a.cocok(*kamus.SUKU, "tahun"):
        a.i += 1
        raise TidakPaham(f"{kutip(a.teks(awal, a.i))} belum jelas; tulis bulannya.", a.teks(awal, a.i))
    if not u.satuan and not a.cocok("bulan", "setiap", Jenis.SATUAN):
        raise TidakPaham(f"{kutip(kata.teks)} apa? Tulis misalnya {kata.teks} bulan.", kata.teks)
    if kata.nama == "akhir":
        u.akhir = True
        u.catatan.append("Akhir bulan dibaca tanggal 21 sampai hari terakhirnya.")
    else:
        u.tanggal, u.lama = [kamus.BAGIAN[kata.nama][0]], kamus.SEPULUH
    return True
