"""manage.py buat_satker: the first office and its admin."""

import json
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command

from tests.bantuan import Klien, semua_alamat
from zona.inti.models import Jejak
from zona.inti.waktu import sekarang
from zona.organisasi.models import Pengguna, Penugasan, Satker


def jalankan(capsys, *argumen: str) -> str:
    call_command("buat_satker", *argumen)
    return capsys.readouterr().out


def test_office_and_admin_are_made(db: None, capsys) -> None:
    pilihan = {"--nama": "Kantor Bahasa NTB", "--admin": "sari", "--nama-admin": "Sari Dewi", "--kota": "Mataram"}
    pilihan |= {"--nip-admin": "199001012015032001", "--zona-waktu": "Asia/Makassar"}
    hasil = json.loads(jalankan(capsys, "kbntb", "--json", *(k for pasang in pilihan.items() for k in pasang)))
    satker, admin = Satker.objects.get(), Pengguna.objects.get()
    assert hasil == {"satker": "KBNTB", "admin": "sari", "sandi_sementara": hasil["sandi_sementara"]}
    assert (satker.kode, satker.nama, satker.zona_waktu, satker.kota) == (
        "KBNTB", "Kantor Bahasa NTB", "Asia/Makassar", "Mataram",
    )  # fmt: skip
    assert (admin.nama, admin.nip, admin.satker, admin.wajib_ganti_sandi) == (
        "Sari Dewi", "199001012015032001", satker, True,
    )  # fmt: skip
    assert admin.sandi_sampai - sekarang() > timedelta(hours=71, minutes=50)
    assert list(Penugasan.objects.values_list("satker", "pengguna", "peran")) == [(satker.pk, admin.pk, "admin")]
    tindakan = ["membuat satker", "menambah akun", "memberi peran Admin satker", "memberi sandi sementara"]
    assert [(j.tindakan, j.oleh_nama) for j in Jejak.objects.order_by("id")] == [(t, "Sistem") for t in tindakan]


def test_password_is_printed_once_and_opens(db: None, capsys, klien: Callable[..., Klien]) -> None:
    keluaran = jalankan(capsys, "KB", "--nama", "Kantor Bahasa", "--admin", "sari")
    sandi = keluaran.split("sandi sementara: ")[1].split()[0]
    assert keluaran.splitlines() == [
        "Satker KB (Kantor Bahasa) dibuat.",
        f"Admin: sari, sandi sementara: {sandi}",
        "Sandi ini berlaku 72 jam, tidak dapat ditampilkan lagi, dan harus diganti saat pertama masuk.",
    ]
    assert klien().post("/masuk/", {"username": "sari", "password": sandi}).status_code == 302


SALAH = [
    (["KB", "--nama", "Baru", "--admin", "ani"], "Satker KB sudah ada."),
    (["X", "--nama", "Baru", "--admin", "ani"], "kode: Kode: 2–20 huruf besar, angka, atau tanda hubung."),
    (["XY", "--nama", "", "--admin", "ani"], "nama: Field ini tidak boleh kosong."),
    (["XY", "--nama", "  ", "--admin", "ani"], "nama: Field ini tidak boleh kosong."),
    (["Static", "--nama", "Baru", "--admin", "ani"], "Kode STATIC dipakai alamat Zona sendiri; pilih kode lain."),
    (["XY", "--nama", "Baru", "--admin", "sari"], "Nama pengguna sari sudah dipakai."),
    (["XY", "--nama", "Baru", "--admin", "Ani"], "Huruf kecil, angka, . _ -"),
    (["XY", "--nama", "Baru", "--admin", "ani", "--nip-admin", "1"], "NIP terdiri atas 18 angka."),
    (
        ["XY", "--nama", "Baru", "--admin", "ani", "--zona-waktu", "WITA"],
        "Zona waktu WITA tidak dikenal; contoh yang sah: Asia/Makassar.",
    ),
]


@pytest.mark.parametrize(("argumen", "pesan"), SALAH)
def test_refusal_is_one_sentence_and_leaves_nothing(db: None, capsys, argumen: list[str], pesan: str) -> None:
    jalankan(capsys, "KB", "--nama", "Kantor Bahasa", "--admin", "sari")
    with pytest.raises(CommandError) as galat:
        jalankan(capsys, *argumen)
    assert (str(galat.value), galat.value.returncode) == (pesan, 1)
    assert (Satker.objects.count(), Pengguna.objects.count()) == (1, 1)


def test_no_office_is_called_like_an_address_of_zona_itself(db: None) -> None:
    """An office hides no page, and no page hides an office."""
    kata = {a.pola.split("/")[0] for a in semua_alamat() if not a.pola.startswith("<")} - {""}
    assert {"masuk", "portalrb", "sehat", "verifikasi"} <= kata
    for satu in kata:
        with pytest.raises(CommandError, match=f"Kode {satu.upper()} dipakai alamat Zona sendiri"):
            call_command("buat_satker", satu, "--nama", "Baru", "--admin", "ani")
    assert not Satker.objects.exists()
