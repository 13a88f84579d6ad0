"""manage.py muat_orang BERKAS --satker KODE: people, teams and roles from a list; refused whole when a row is wrong."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from zona.inti.errors import DomainError
from zona.inti.perintah import sebab_berkas
from zona.inti.perintah import tahun as tahun_sah
from zona.inti.waktu import hari_ini
from zona.orang.domain.banyak import BelumSiap, terapkan_daftar
from zona.orang.enums import Jenis
from zona.orang.queries.banding import bandingkan
from zona.orang.queries.hasil import BARU, HasilBaris, Jawaban, jumlah
from zona.orang.roster.baca import baca_berkas
from zona.orang.roster.daftar import Daftar, baca_daftar
from zona.organisasi.models import Satker


class Command(BaseCommand):
    help = (
        "Memuat orang, tim, dan peran satu satker dari daftar CSV atau XLSX (nama, NIP, jabatan, pengungkit, peran, "
        "pos-el). Orang yang tidak disebut dibiarkan. Bila ada baris yang salah, tidak ada yang dimuat."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("berkas", help="CSV atau XLSX, judul kolom di baris mana pun")
        parser.add_argument("--satker", required=True, metavar="KODE", help="kode satker")
        parser.add_argument(
            "--tahun", type=tahun_sah, metavar="N", help="tahun tim; bila kosong, tahun berjalan di satker itu"
        )
        parser.add_argument(
            "--nip-naskah", action="store_true", help="NIP yang tidak sah disimpan sebagaimana tercetak"
        )
        parser.add_argument(
            "--senama-orang-lain", action="store_true", help="nama yang sama tanpa NIP yang sama adalah orang lain"
        )
        parser.add_argument(
            "--yang-benar-saja", action="store_true", help="muat baris yang benar dan tinggalkan yang lain"
        )
        parser.add_argument("--json", action="store_true", help="satu objek JSON pada keluaran")

    def handle(self, *, berkas: str, satker: str, tahun: int | None, **pilihan: Any) -> None:
        kantor = Satker.objects.filter(kode=satker.upper()).first()
        if kantor is None:
            raise CommandError(f'Satker "{satker}" tidak ada.')
        tahun = hari_ini(kantor.zona_waktu).year if tahun is None else tahun
        daftar = _baca(berkas)
        jawaban = _jawaban(kantor, tahun, daftar, pilihan)
        try:
            hasil = terapkan_daftar(
                satker=kantor, tahun=tahun, daftar=daftar, jawaban=jawaban, benar_saja=pilihan["yang_benar_saja"],
                oleh=None,
            )  # fmt: skip
        except BelumSiap as galat:
            self._tulis(kantor, tahun, daftar, galat.hasil, pilihan["json"], dimuat=False)
            baris = "\n".join(f"{berkas}: {m}" for m in _masalah(galat.hasil))
            raise CommandError(f"{galat.pesan}\n{baris}") from galat
        except DomainError as galat:
            raise CommandError(f"{berkas}: {galat.pesan}") from galat
        self._tulis(kantor, tahun, daftar, hasil.baris, pilihan["json"], dimuat=True)
        for m in _masalah(hasil.baris):
            self.stderr.write(f"{berkas}: ditinggalkan: {m}")

    def _tulis(
        self, kantor: Satker, tahun: int, daftar: Daftar, hasil: list[HasilBaris], sebagai_json: bool, *, dimuat: bool
    ) -> None:
        n = jumlah(hasil)
        if sebagai_json:
            isi = {
                "satker": kantor.kode, "tahun": tahun, "dimuat": dimuat,
                "baru": n[Jenis.BARU], "berubah": n[Jenis.BERUBAH], "sama": n[Jenis.SAMA],
                "ditolak": _baris(hasil, Jenis.DITOLAK), "ditanya": _baris(hasil, Jenis.DITANYA),
                "keterangan": list(daftar.keterangan),
            }  # fmt: skip
            self.stdout.write(json.dumps(isi, ensure_ascii=False))
        elif dimuat:
            for kalimat in daftar.keterangan:
                self.stdout.write(kalimat)
            kata = f"{n[Jenis.BARU]} orang baru, {n[Jenis.BERUBAH]} berubah, {n[Jenis.SAMA]} sama"
            self.stdout.write(f"Orang dan tim {kantor.kode} {tahun}: {kata}.")


def _baca(berkas: str) -> Daftar:
    try:
        with Path(berkas).open("rb") as isi:
            return baca_daftar(baca_berkas(isi, Path(berkas).name))
    except OSError as galat:
        raise CommandError(f"{berkas}: tidak dapat dibuka, {sebab_berkas(galat)}.") from galat
    except DomainError as galat:
        raise CommandError(f"{berkas}: {galat.pesan}") from galat


def _jawaban(kantor: Satker, tahun: int, daftar: Daftar, pilihan: dict[str, Any]) -> dict[int, Jawaban]:
    """The answers the options give to every row that asks."""
    if not (pilihan["nip_naskah"] or pilihan["senama_orang_lain"]):
        return {}
    ditanya = [h for h in bandingkan(kantor, tahun, daftar) if any(m.tanya for m in h.masalah)]
    siapa = BARU if pilihan["senama_orang_lain"] else ""
    return {h.baris.nomor: Jawaban(siapa if h.pilihan else "", naskah=pilihan["nip_naskah"]) for h in ditanya}


def _baris(hasil: list[HasilBaris], jenis: Jenis) -> list[dict[str, Any]]:
    return [
        {"baris": h.baris.nomor, "nama": h.baris.nama, "masalah": [{"sel": m.sel, "pesan": m.pesan} for m in h.masalah]}
        for h in hasil
        if h.jenis == jenis
    ]


def _masalah(hasil: list[HasilBaris]) -> list[str]:
    return [f"{m.sel} ({h.baris.nama or 'tanpa nama'}): {m.pesan}" for h in hasil for m in h.masalah]
