"""The same over a real server, from the commands to the last byte."""

import json
import subprocess
import sys
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings

from tests.basis import lingkungan_proses
from tests.e2e.conftest import layani
from tests.sabar import SABAR

SIAPKAN = """
from pengungkit.domain.kunci import ajukan_penilaian, kunci_penilaian
from pengungkit.models import Penilaian
from zona.nilai.models import Usulan
from zona.organisasi.models import Pengguna
from zona.portalrb.domain.token import buat_token
p = Penilaian.objects.select_related("satker").get(tahun=2026, jenis="mandiri")
kepala, admin = (Pengguna.objects.get(username=u) for u in ("kepala", "admin"))
ajukan_penilaian(penilaian=p, oleh=kepala)
kunci_penilaian(penilaian=p, bukti={}, oleh=kepala)
Usulan.objects.create(satker=p.satker, tahun=2026, unit_id="UNIT-NTB", diusulkan_oleh=kepala)
print(buat_token(satker=p.satker, nama="PortalRB", oleh=admin))
"""


def perintah(data: Path, *kata: str) -> str:
    hasil = subprocess.run(
        [sys.executable, "manage.py", *kata],
        cwd=settings.AKAR, env=lingkungan_proses(data), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert hasil.returncode == 0, hasil.stderr
    return hasil.stdout


def test_portalrb_over_http(data_contoh: Path, tmp_path: Path) -> None:
    berkas = tmp_path / "jawaban.json"
    berkas.write_text(json.dumps({"jawaban": {"1": "Ya", "127": 3.72, "R1.1.a": {"b1": 4, "b2": 3}}}))
    tempat = ("--satker", "KBNTB", "--tahun", "2026")
    hasil = json.loads(perintah(data_contoh, "impor_jawaban", str(berkas), *tempat, "--jenis", "mandiri", "--json"))
    assert hasil["total"] == json.loads(perintah(data_contoh, "hitung_skor", *tempat, "--json"))["total"]
    token = perintah(data_contoh, "shell", "-v", "0", "-c", SIAPKAN).strip()
    with layani(data_contoh) as alamat:
        sambungan = HTTPConnection(urlsplit(alamat).netloc, timeout=SABAR)

        def minta(jalur: str, **judul: str) -> tuple[int, object]:
            sambungan.request("GET", f"/portalrb/{jalur}", headers={"Accept": "application/json", **judul})
            tanggapan = sambungan.getresponse()
            assert tanggapan.headers["Content-Type"] == "application/json"
            assert "Set-Cookie" not in tanggapan.headers
            return tanggapan.status, json.loads(tanggapan.read())

        assert minta("pengusulan/unit-wbk")[0] == 401
        status, isi = minta("pengusulan/unit-wbk", Authorization=f"Bearer {token}")
        unit = {
            "id": "UNIT-NTB",
            "kategori": "WBK",
            "afirmasi": False,
            "nama": "Kantor Bahasa Provinsi Nusa Tenggara Barat",
        }
        assert (status, isi) == (200, {"tahun": 2026, "units": [unit]})
        status, isi = minta("lke/jawaban-unit/UNIT-NTB", Authorization=f"Bearer {token}")
        assert isinstance(isi, dict)
        dijawab = {a["soal_id"]: a["jawaban_unit"] for a in isi["answers"] if a["jawaban_unit"] is not None}
        assert (status, len(isi["answers"])) == (200, 127)
        assert (dijawab[1], dijawab[127], sorted(dijawab.values())) == ("Ya", "3.72", ["3", "3.72", "4", "Ya"])
        assert minta("lke/jawaban-unit/UNIT-LAIN", Authorization=f"Bearer {token}")[0] == 404
        assert minta("apa/saja")[0] == 404
        sambungan.close()
