"""manage.py buat_satker: the first office of a real installation, and its admin."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from zona.inti.errors import DomainError
from zona.organisasi.domain.satker import buat_satker


class Command(BaseCommand):
    help = "Membuat satker baru dan akun adminnya dengan sandi sementara, yang dicetak sekali ini saja."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("kode", help="2–20 huruf, angka, tanda hubung; menjadi bagian alamat halaman")
        parser.add_argument("--nama", required=True, help="nama satker")
        parser.add_argument("--admin", required=True, metavar="USERNAME", help="nama pengguna admin satker")
        parser.add_argument("--nama-admin", default="", help="nama lengkap admin; bila kosong, nama penggunanya")
        parser.add_argument("--nip-admin", default=None, help="18 angka")
        parser.add_argument("--zona-waktu", default="Asia/Jakarta", help="misalnya Asia/Makassar")
        parser.add_argument("--induk", default="", help="kementerian dan unit di atasnya, sebagai kop surat")
        parser.add_argument("--alamat", default="")
        parser.add_argument("--kota", default="")
        parser.add_argument("--json", action="store_true", help="satu objek JSON pada keluaran")

    def handle(self, **pilihan: Any) -> None:
        nama_isian = ("kode", "nama", "admin", "nama_admin", "nip_admin", "zona_waktu", "induk", "alamat", "kota")
        try:
            satker, admin, sandi = buat_satker(oleh=None, **{nama: pilihan[nama] for nama in nama_isian})
        except DomainError as galat:
            raise CommandError(galat.pesan) from galat
        if pilihan["json"]:
            hasil = {"satker": satker.kode, "admin": admin.username, "sandi_sementara": sandi}
            self.stdout.write(json.dumps(hasil, ensure_ascii=False))
            return
        self.stdout.write(f"Satker {satker.kode} ({satker.nama}) dibuat.")
        self.stdout.write(f"Admin: {admin.username}, sandi sementara: {sandi}")
        self.stdout.write(
            "Sandi ini berlaku 72 jam, tidak dapat ditampilkan lagi, dan harus diganti saat pertama masuk."
        )
