"""The meaning of what recurs, within windows of time (without any: the plan's year).

    setiap hari, hari kerja, Senin …     an RRULE of single days
    setiap (n) minggu                    an RRULE of whole calendar weeks, Monday to Sunday, lying wholly inside
    setiap (n) bulan, triwulan, tahun    windows of that length, each due at its end (four for "setiap triwulan")
    … tanggal 5, minggu pertama, …       an RRULE starting on that day of the month
    … akhir bulan                        windows from the 21st to the last day
    … bulan berikutnya                   the same in the month after each: December's falls in the January after

Several windows of time, or a single occurrence, give plain dates or windows instead of an RRULE.
"""

from datetime import date, timedelta
from typing import Any

from rencana_aksi.domain.jadwal import BATAS_LAMA_HARI, Jadwal, Kejadian
from rencana_aksi.domain.jadwal_teks.bulanan import bulanan
from rencana_aksi.domain.jadwal_teks.paham import TidakPaham, makna_jadwal
from rencana_aksi.domain.jadwal_teks.pola import HARI_KERJA, KODE_HARI, Ulang, aturan_tiap, rrule_mulai
from zona.inti.waktu import tanggal_id


def sebar(u: Ulang, tahun: int) -> Jadwal:
    """The schedule; what was assumed is noted in `u.catatan`. Raises TidakPaham where the words do not settle it, or
    for too many occurrences."""
    _lengkapi(u)
    batas = date(tahun, 12, 31)
    jangka = u.jangka or [(date(tahun, 1, 1), batas)]
    bagian = [makna_jadwal(_satu(u, *satu)) for satu in jangka]
    kejadian = [k for jadwal in bagian for k in jadwal.kejadian]
    hasil = bagian[0] if len(bagian) == 1 and len(kejadian) > 1 else makna_jadwal(_daftar(kejadian))
    if u.jangka is None:
        u.catatan.append(f"Jangka waktunya tidak ditulis; dibaca sepanjang {tahun}, tahun rencana.")
        if (terakhir := hasil.kejadian[-1].jatuh_tempo) and terakhir > batas:
            u.catatan.append(f"Yang terakhir jatuh tempo {tanggal_id(terakhir)}, sesudah tahun rencana.")
    return hasil


def _daftar(kejadian: list[Kejadian]) -> dict[str, Any]:
    """Dated occurrences as plain dates, or windows where one lasts more than a day."""
    pasang = [(k.mulai, k.jatuh_tempo) for k in kejadian if k.mulai and k.jatuh_tempo]
    if all(a == b for a, b in pasang):
        return {"tanggal": [a.isoformat() for a, _ in pasang]}
    return {"rentang": [[a.isoformat(), b.isoformat()] for a, b in pasang]}


def _lengkapi(u: Ulang) -> None:
    """Settle the unit. Raises TidakPaham where unit and place in it do not go together."""
    if u.berikutnya and not u.dalam_bulan:
        raise TidakPaham(
            'Sesudah "bulan berikutnya" tulis kapan, misalnya minggu pertama atau tanggal 5.', "bulan berikutnya"
        )
    mingguan = bool(u.hari) and not u.urut
    if not u.satuan:
        u.satuan = "minggu" if mingguan else "bulan"
    elif (mingguan and u.satuan != "minggu") or (u.dalam_bulan and u.satuan != "bulan"):
        raise TidakPaham(
            "Satuan dan waktunya tidak cocok: hari untuk minggu, tanggal atau minggu ke berapa untuk bulan."
        )
    if u.dalam_bulan and u.kalender and not u.berikutnya:
        raise TidakPaham("Bulan yang mana? Tulis bulannya, atau bulan berikutnya.")
    if u.satuan == "kerja":
        u.catatan.append("Hari kerja dibaca Senin sampai Jumat; hari libur nasional tidak dikeluarkan.")
    if u.satuan == "minggu" and not u.hari:
        u.catatan.append('Minggu dibaca pekan utuh, Senin sampai Minggu; untuk harinya tulis "hari Minggu".')
    if u.tiap > 1 and (u.dalam_bulan or u.hari or u.satuan == "hari") and not (u.berikutnya or u.jangka):
        raise TidakPaham("Mulai kapan? Tulis misalnya mulai Februari.")
    if any(k != -1 and not 1 <= k <= 4 for k in u.urut):
        raise TidakPaham("Hari ke berapa dalam bulan: pertama sampai keempat, atau terakhir.")


def _satu(u: Ulang, a: date, b: date) -> dict[str, Any]:
    """The meaning within one window of time."""
    if u.satuan == "bulan":
        return bulanan(u, a, b)
    if u.satuan == "hari":
        return rrule_mulai(aturan_tiap("DAILY", u.tiap), a, b)
    if u.satuan == "kerja":
        return rrule_mulai(f"FREQ=WEEKLY;BYDAY={HARI_KERJA}", a, b)
    if u.hari:
        hari = ",".join(KODE_HARI[h] for h in sorted(set(u.hari)))
        a += timedelta(days=min((h - a.weekday()) % 7 for h in u.hari))  # every second week from the first of them
        return rrule_mulai(aturan_tiap("WEEKLY", u.tiap), a, b, pilih=f"BYDAY={hari}", tetap="," in hari)
    lama = 7 * u.tiap
    if lama > BATAS_LAMA_HARI:
        raise TidakPaham(f"{u.tiap} minggu terlalu lama; paling banyak {BATAS_LAMA_HARI // 7}.")
    senin = a + timedelta(days=-a.weekday() % 7)
    return rrule_mulai(aturan_tiap("WEEKLY", u.tiap), senin, b, lama=lama)
