"""manage.py periksa_rencana --satker KODE --tahun N: what is odd in a plan. To find something is no failure."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from rencana_aksi.models import Rencana
from rencana_aksi.queries.periksa import Laporan, laporan
from rencana_aksi.queries.periksa.laporan import BarisTemuan
from zona.inti.perintah import tahun as tahun_sah
from zona.inti.waktu import tanggal_id


class Command(BaseCommand):
    help = "Memeriksa apa yang janggal dalam rencana satu tahun. Ada temuan bukan kegagalan."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--satker", required=True, metavar="KODE", help="kode satker pemilik rencana")
        parser.add_argument("--tahun", required=True, type=tahun_sah, metavar="N", help="tahun rencana")
        parser.add_argument("--json", action="store_true", help="satu objek JSON pada keluaran")

    def handle(self, *, satker: str, tahun: int, **pilihan: Any) -> None:
        rencana = (
            Rencana.objects.select_related("satker", "instrumen")
            .filter(satker__kode=satker.upper(), tahun=tahun)
            .first()
        )
        if rencana is None:
            raise CommandError(f'Rencana {tahun} satker "{satker}" tidak ada.')
        hasil = laporan(rencana)
        if pilihan["json"]:
            self.stdout.write(json.dumps(_objek(rencana, hasil), ensure_ascii=False))
            return
        self.stdout.write(f"{rencana} {rencana.satker.kode}: {hasil.terbuka} temuan, {hasil.diterima} diterima.")
        for kelompok in hasil.kelompok:
            if kelompok.baris:
                self.stdout.write(f"\n{kelompok.jenis.nama} ({len(kelompok.baris)})")
            for baris in kelompok.baris:
                self.stdout.write(_kalimat(baris))


def _objek(rencana: Rencana, hasil: Laporan) -> dict[str, Any]:
    return {
        "satker": rencana.satker.kode,
        "tahun": rencana.tahun,
        "versi": rencana.versi,
        "terbuka": hasil.terbuka,
        "diterima": hasil.diterima,
        "jumlah": {k.jenis.kode: len(k.baris) for k in hasil.kelompok},
        "temuan": [_satu(b) for b in hasil.baris],
    }


def _satu(baris: BarisTemuan) -> dict[str, Any]:
    t, d = baris.temuan, baris.diterima
    return {
        "kode": t.kode,
        "alasan": t.jenis.nama,
        "objek": t.objek,
        "objek_id": t.objek_id,
        "tempat": t.tempat,
        "hal": t.hal,
        "uraian": t.uraian,
        "cara": t.cara,
        "sidik": t.sidik,
        "diterima": d and {"oleh": d.oleh, "pada": d.pada.isoformat(), "catatan": d.catatan},
    }


def _kalimat(baris: BarisTemuan) -> str:
    t, d = baris.temuan, baris.diterima
    akhir = f" [memang begitu: {d.oleh}, {tanggal_id(d.pada)}]" if d else ""
    return f"  {t.tempat:8} {t.hal}: {t.uraian} {t.cara}{akhir}"
