"""One size of data, in a process and a database of its own: prepare, then measure."""

import itertools
import re
import shutil
from collections.abc import Callable, Iterator
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.core.wsgi import get_wsgi_application
from django.db.models import Count

from bench import beban
from bench.data import jumlah_baris, siapkan
from bench.nilai import ukur_nilai
from bench.peramban import Peramban
from bench.ukur import Ukuran, ukur
from rencana_aksi.enums import Status
from rencana_aksi.models import Pelaksanaan, Rencana, RencanaAksi

KEPALA, KETUA, KOORDINATOR = "kepala", "ketua", "koordinator-1"


def _biarkan() -> None:
    pass


def _dingin() -> None:
    cache.clear()
    shutil.rmtree(settings.DATA / "dokumen", ignore_errors=True)


def ukur_semua(rencana: Rencana, aplikasi: Any, ulang: int) -> Iterator[Ukuran]:
    """Every main page, cold and warm."""
    akar = f"/{rencana.satker.slug}/{rencana.tahun}/"
    aksi = (
        RencanaAksi.objects.filter(rencana_kerja__pengungkit__rencana=rencana, rencana_kerja__pengungkit__kode="I")
        .annotate(bukti=Count("syarat__bukti"))
        .latest("bukti")
    )
    halaman = [
        ("masuk", None, "/masuk/"),
        ("beranda kepala", KEPALA, akar),
        ("tugas saya", KOORDINATOR, akar),
        ("tahapan", KEPALA, f"{akar}tahapan/"),
        ("matriks", KOORDINATOR, f"{akar}rencana/"),
        ("matriks tersaring", KOORDINATOR, f"{akar}rencana/?pengungkit=I&bukti_kurang=1"),
        ("satu aksi", KOORDINATOR, f"{akar}rencana/aksi/{aksi.pk}/"),
        ("nilai 60/40", KETUA, f"{akar}nilai/"),
        ("langkah berikutnya", KETUA, f"{akar}nilai/langkah/"),
        ("syarat pengusulan", KEPALA, f"{akar}nilai/syarat/"),
        ("tim", KEPALA, f"{akar}tim/"),
        ("dokumen", KEPALA, f"{akar}dokumen/"),
        ("XLSX", KEPALA, f"{akar}dokumen/rencana-kerja.xlsx"),
        ("PDF", KEPALA, f"{akar}dokumen/rencana-kerja.pdf"),
    ]
    for nama, orang, alamat in halaman:
        peramban = Peramban(aplikasi, orang)
        peramban.minta(alamat)  # what a worker does once in its life is not the page's cost
        minta = _peminta(peramban, alamat)
        for keadaan, sebelum in (("dingin", _dingin), ("hangat", _biarkan)):
            yield ukur(nama, orang or "–", keadaan, minta, sebelum=sebelum, ulang=ulang)
    yield _ukur_status(rencana, akar, Peramban(aplikasi, KOORDINATOR), ulang)


def _peminta(peramban: Peramban, alamat: str) -> Callable[[], Any]:
    return lambda: peramban.minta(alamat)


def _ukur_status(rencana: Rencana, akar: str, peramban: Peramban, ulang: int) -> Ukuran:
    """An occurrence marked done and not done in turn, as the buttons of the matrix do. Every one of them writes."""
    pelaksanaan = Pelaksanaan.objects.filter(
        aksi__rencana_kerja__pengungkit__rencana=rencana, aksi__rencana_kerja__pengungkit__kode="I", status=Status.BELUM
    ).first()
    if pelaksanaan is None:
        raise RuntimeError("tidak ada pelaksanaan yang belum selesai")
    giliran = itertools.cycle([{"selesai_dari": "belum"}, {"status": "belum"}])
    alamat = f"{akar}rencana/pelaksanaan/{pelaksanaan.pk}/status/"
    return ukur(
        "ubah status (POST)", KOORDINATOR, "tulis", lambda: peramban.minta(alamat, next(giliran), htmx=True),
        sebelum=_biarkan, ulang=ulang,
    )  # fmt: skip


def kunjungan_pertama(aplikasi: Any, orang: str | None, alamat: str) -> dict[str, int]:
    """Bytes of a page and of everything it links to, as a browser with an empty cache takes them over plain HTTP
    (gzip; over HTTPS brotli makes the files smaller still)."""
    peramban = Peramban(aplikasi, orang)
    jawaban = peramban.minta(alamat)
    berkas = sorted(set(re.findall(rb'(?:href|src)="(/static/[^"]+)"', jawaban.utuh)))
    isi = {b.decode(): len(peramban.minta(b.decode()).isi) for b in berkas}
    jumlah = {jenis: sum(n for b, n in isi.items() if b.endswith(jenis)) for jenis in (".css", ".js", ".svg")}
    return {"html": len(jawaban.isi), "css": jumlah[".css"], "js": jumlah[".js"], "gambar": jumlah[".svg"],
            "jumlah": len(jawaban.isi) + sum(isi.values()), "permintaan": 1 + len(isi)}  # fmt: skip


def main(kali: int, ulang: int, dengan_beban: bool) -> dict[str, Any]:
    rencana = siapkan(kali)
    aplikasi = get_wsgi_application()
    akar = f"/{rencana.satker.slug}/{rencana.tahun}/"
    hasil: dict[str, Any] = {
        "kali": kali,
        "baris": jumlah_baris(rencana),
        "halaman": [u.kamus() for u in ukur_semua(rencana, aplikasi, ulang)],
        "kunjungan_pertama": {
            nama: kunjungan_pertama(aplikasi, orang, alamat)
            for nama, orang, alamat in (
                ("masuk", None, "/masuk/"),
                ("beranda kepala", KEPALA, akar),
                ("matriks", KOORDINATOR, f"{akar}rencana/"),
            )
        },
    }
    if dengan_beban:
        kuki = Peramban(aplikasi, KOORDINATOR).kuki
        hasil["laju_matriks"] = {
            nama: beban.laju(f"{akar}rencana/", kuki, setelan)
            for nama, setelan in (("hangat", "zona.settings"), ("digambar tiap kali", "bench.tanpa_simpanan"))
        }
    hasil["nilai"] = ukur_nilai(ulang)  # last: it adds a thousand offices
    return hasil
