"""manage.py ganti_kepala: a new kepala or ketua where nobody in the office can confirm one."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db.models import Q

from zona.inti.errors import DomainError
from zona.inti.perintah import tahun as tahun_sah
from zona.inti.perintah import tanggal as tanggal_sah
from zona.inti.waktu import hari_ini
from zona.organisasi.domain.pimpinan import ganti_pimpinan
from zona.organisasi.enums import PIMPINAN, Peran
from zona.organisasi.models import Pengguna, Satker


class Command(BaseCommand):
    help = (
        "Mengganti kepala (atau ketua) satu satker bila di kantor itu tidak ada yang dapat mengonfirmasinya. Berlaku "
        "seketika, tercatat sebagai tindakan pengelola, dan dikabarkan kepada yang bersangkutan."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--satker", required=True, metavar="KODE", help="kode satker")
        parser.add_argument(
            "--pengguna", "--nip", dest="pengguna", required=True, metavar="NIP|USERNAME",
            help="penggantinya: NIP atau nama pengguna seorang pegawai satker itu",
        )  # fmt: skip
        parser.add_argument("--nomor-sk", required=True, help="nomor SK pergantian")
        parser.add_argument("--tanggal-sk", required=True, type=tanggal_sah, metavar="YYYY-MM-DD")
        parser.add_argument("--peran", choices=[p.value for p in PIMPINAN], default=Peran.KEPALA.value)
        parser.add_argument("--tahun", type=tahun_sah, metavar="N", help="tahun tim; bila kosong, tahun berjalan")
        parser.add_argument("--alasan", default="", help="mengapa tidak dikonfirmasi di kantor itu")
        parser.add_argument("--json", action="store_true", help="satu objek JSON pada keluaran")

    def handle(self, *, satker: str, pengguna: str, tahun: int | None, peran: str, **pilihan: Any) -> None:
        kantor = Satker.objects.filter(kode=satker.upper()).first()
        if kantor is None:
            raise CommandError(f'Satker "{satker}" tidak ada.')
        calon = Pengguna.objects.filter(Q(username=pengguna.lower()) | Q(nip=pengguna), satker=kantor).first()
        if calon is None:
            raise CommandError(f'"{pengguna}" bukan NIP atau nama pengguna pegawai {kantor}.')
        tahun = hari_ini(kantor.zona_waktu).year if tahun is None else tahun
        try:
            usulan = ganti_pimpinan(
                satker=kantor, tahun=tahun, peran=Peran(peran), calon=calon, nomor_sk=pilihan["nomor_sk"],
                tanggal_sk=pilihan["tanggal_sk"], alasan=pilihan["alasan"],
            )  # fmt: skip
        except DomainError as galat:
            raise CommandError(galat.pesan) from galat
        if pilihan["json"]:
            hasil = {
                "satker": kantor.kode, "tahun": tahun, "peran": peran, "pendahulu": str(usulan.pendahulu or ""),
                "pengganti": calon.nama, "nip": calon.nip, "nomor_sk": usulan.nomor_sk,
                "tanggal_sk": usulan.tanggal_sk.isoformat(),
            }  # fmt: skip
            self.stdout.write(json.dumps(hasil, ensure_ascii=False))
            return
        self.stdout.write(f"{usulan.sebutan} {kantor.kode} {tahun}: {calon} menggantikan {usulan.pendahulu or '–'}.")
