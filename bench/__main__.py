"""python -m bench: each size of data in turn, then one table (or one JSON object)."""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any


def _bacaan() -> argparse.Namespace:
    """What bin/bench --help tells of."""
    urai = argparse.ArgumentParser(prog="bin/bench", add_help=False)
    urai.add_argument("--kali", default="1,10")
    urai.add_argument("--ulang", type=int, default=20)
    urai.add_argument("--tanpa-beban", action="store_true")
    urai.add_argument("--json", action="store_true")
    return urai.parse_args()


def _jalankan(kali: int, pilihan: argparse.Namespace) -> dict[str, Any]:
    """One size in a process of its own, with settings and data of its own. Raises CalledProcessError."""
    with tempfile.TemporaryDirectory(prefix="zona-bench-") as data:
        asing = ("ZONA_", "DATABASE_URL", "S3_", "DJANGO_")
        env = {k: v for k, v in os.environ.items() if not k.startswith(asing)}
        env |= {"ZONA_DATA": data, "ZONA_CONTOH": "1", "ZONA_HARI_INI": "2023-03-15"}
        env |= {"DJANGO_SETTINGS_MODULE": "zona.settings", "ZONA_TINGKAT_LOG": "ERROR"}
        argumen = [str(kali), str(pilihan.ulang), "0" if pilihan.tanpa_beban else "1"]
        perintah = [sys.executable, "-m", "bench.mulai", *argumen]
        akar = Path(__file__).resolve().parent.parent
        keluaran = subprocess.run(perintah, cwd=akar, env=env, stdout=subprocess.PIPE, check=True).stdout  # noqa: S603
    hasil: dict[str, Any] = json.loads(keluaran)
    return hasil


def _tabel(judul: Sequence[str], baris: Iterable[Sequence[Any]]) -> str:
    """Columns as wide as they need; words to the left, numbers to the right."""
    semua = [list(judul), *([f"{s:.1f}" if isinstance(s, float) else str(s) for s in b] for b in baris)]
    lebar = [max(len(b[i]) for b in semua) for i in range(len(judul))]
    kiri = [all(not b[i][:1].isdigit() for b in semua) for i in range(len(judul))]
    return "\n".join(
        "  ".join(s.ljust(w) if k else s.rjust(w) for s, w, k in zip(b, lebar, kiri, strict=True)).rstrip()
        for b in semua
    )


def _teks(hasil: dict[str, Any]) -> str:
    isi = ", ".join(f"{n} {nama.replace('_', ' ')}" for nama, n in hasil["baris"].items())
    kolom = ("halaman", "orang", "keadaan", "kueri", "ms", "cpu", "n", "byte", "gzip")
    bagian = [
        f"{hasil['kali']} × data: {isi}",
        _tabel(kolom, ([h[k] for k in kolom] for h in hasil["halaman"])),
        "Kunjungan pertama (byte terkirim, gzip):",
        _tabel(
            ("halaman", "html", "css", "js", "gambar", "jumlah", "permintaan"),
            ([nama, *k.values()] for nama, k in hasil["kunjungan_pertama"].items()),
        ),
    ]
    bagian.append("\n".join(f"{n}: {u['ms']} ms ({u['atas']}, n {u['n']})" for n, u in hasil["nilai"].items()))
    for nama, laju in hasil.get("laju_matriks", {}).items():
        bagian.append(
            f"Matriks lewat gunicorn, {laju['pekerja']} pekerja, {nama}: {laju['per_detik']} halaman/detik, "
            f"{laju['cpu']} ms prosesor sebuah ({laju['alat']}, {laju['sambungan']} sambungan, {laju['detik']} detik)"
        )
    return "\n\n".join(bagian)


def main() -> int:
    pilihan = _bacaan()
    semua = []
    for kali in (int(k) for k in pilihan.kali.split(",")):
        sys.stderr.write(f"Mengukur {kali} × data …\n")
        try:
            semua.append(_jalankan(kali, pilihan))
        except subprocess.CalledProcessError as galat:
            sys.stderr.write(f"Pengukuran {kali} × data gagal.\n")
            return galat.returncode
    mesin = {"python": platform.python_version(), "inti": os.cpu_count(), "mesin": platform.machine()}
    if pilihan.json:
        json.dump({"mesin": mesin, "ukuran": semua}, sys.stdout, ensure_ascii=False, indent=1)
        sys.stdout.write("\n")
        return 0
    sys.stdout.write(
        f"Python {mesin['python']}, {mesin['inti']} inti, {mesin['mesin']}; ms: median dari n permintaan.\n"
    )
    sys.stdout.write("dingin: tidak ada yang disimpan; hangat: diminta lagi tanpa perubahan.\n\n")
    sys.stdout.write("\n\n\n".join(_teks(h) for h in semua) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
