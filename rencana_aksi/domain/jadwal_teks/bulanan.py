"""What recurs by months: whole units, or days in each; in the month itself or the one after."""

from calendar import monthrange
from datetime import date, timedelta
from typing import Any

from dateutil.relativedelta import relativedelta

from rencana_aksi.domain.jadwal_teks.paham import TidakPaham
from rencana_aksi.domain.jadwal_teks.pola import KODE_HARI, Ulang, aturan_tiap, rrule_mulai
from zona.inti.waktu import BULAN


def bulanan(u: Ulang, a: date, b: date) -> dict[str, Any]:
    """The meaning within one window of time. Raises TidakPaham."""
    n = u.tiap
    if u.berikutnya or not u.dalam_bulan:
        awal = _bulan_utuh(u, a, b)
        if u.berikutnya:
            a, b = a + relativedelta(months=n), _akhir(b + timedelta(days=1), 1)
    else:
        if n > 1 and a.day > max(1, min(u.tanggal, default=21 if u.akhir else 1)):
            raise TidakPaham("Mulai bulan apa? Jangka waktunya mulai sesudah tanggal itu.")
        awal = _awal_bulan(a, b, n)
    if not u.dalam_bulan:
        return {"rentang": [[h.isoformat(), _akhir(h, n).isoformat()] for h in awal]}
    if u.berikutnya:
        awal = [h + relativedelta(months=n) for h in awal]
    if u.akhir:
        jendela = [(h.replace(day=21), _akhir(h, 1)) for h in awal]
        dalam = [[m.isoformat(), s.isoformat()] for m, s in jendela if a <= m and s <= b]
        if not dalam:
            raise TidakPaham("Tidak ada satu pun di dalam jangka waktunya.")
        return {"rentang": dalam}
    if u.urut:
        hari = ",".join(f"{k}{KODE_HARI[h]}" for k in sorted(set(u.urut), key=lambda k: k % 9) for h in u.hari)
        return rrule_mulai(aturan_tiap("MONTHLY", n), a, b, pilih=f"BYDAY={hari}", tetap=True)
    for h in awal:
        _ada(u, h)
    tanggal = ",".join(str(t) for t in sorted(u.tanggal, key=lambda t: t % 40))
    tetap = len(u.tanggal) > 1 or not 1 <= u.tanggal[0] <= 28
    return rrule_mulai(aturan_tiap("MONTHLY", n), a, b, pilih=f"BYMONTHDAY={tanggal}", tetap=tetap, lama=u.lama)


def _bulan_utuh(u: Ulang, a: date, b: date) -> list[date]:
    """The first days of the units that fill the window of time exactly. Raises TidakPaham where they do not."""
    awal = _awal_bulan(a, b, u.tiap)
    sejajar = not u.kalender or (a.month - 1) % u.tiap == 0
    if a.day != 1 or b != _akhir(awal[-1], u.tiap) or not sejajar:
        raise TidakPaham(f"Jangka waktunya harus kelipatan utuh dari {u.tiap} bulan; tulis bulan awal dan akhirnya.")
    return awal


def _awal_bulan(a: date, b: date, n: int) -> list[date]:
    banyak = (b.year - a.year) * 12 + b.month - a.month
    return [a.replace(day=1) + relativedelta(months=m) for m in range(0, banyak + 1, n)]


def _akhir(awal: date, n: int) -> date:
    return awal + relativedelta(months=n, days=-1)


def _ada(u: Ulang, bulan: date) -> None:
    """The days exist in that month; none is left out or moved in silence. Raises TidakPaham."""
    panjang = monthrange(bulan.year, bulan.month)[1]
    if (terakhir := max(u.tanggal) + u.lama - 1) > panjang and max(u.tanggal) > 0:
        raise TidakPaham(
            f"Tanggal {terakhir} tidak ada pada {BULAN[bulan.month - 1]} {bulan.year}; "
            "tulis hari terakhir setiap bulan, atau sebut bulan-bulannya."
        )
