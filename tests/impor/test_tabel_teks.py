"""Text tables as they are saved: whatever their letters and whatever stands between their cells."""

from io import BytesIO

import pytest

from zona.impor.lama.baca import baca_lama
from zona.inti.errors import DomainError

BARIS = (("Nama", "NIP", "Jabatan"), ("Siti Zaénab, S.S., M.Hum.", "198001012005012001", "Peneliti, muda"))
SANDI = {
    "utf-8": "", "utf-8-sig": "", "utf-16": "", "utf-16-le": "\ufeff", "utf-16-be": "\ufeff", "cp1252": "",
}  # fmt: skip


def tulis(pemisah: str) -> str:
    return "\r\n".join(pemisah.join(f'"{s}"' if pemisah == "," else s for s in baris) for baris in BARIS) + "\r\n"


@pytest.mark.parametrize("pemisah", [",", ";", "\t"])
@pytest.mark.parametrize("sandi", SANDI)
@pytest.mark.parametrize("nama", ["daftar.csv", "daftar.txt"])
def test_every_way_to_save_text_is_read_the_same(sandi: str, pemisah: str, nama: str) -> None:
    data = (SANDI[sandi] + tulis(pemisah)).encode(sandi)
    lembar = baca_lama(BytesIO(data), nama).lembar[0]
    assert [b.nilai for b in lembar.baris] == list(BARIS)


def test_utf16_without_its_mark_and_a_line_that_names_the_sign_are_read() -> None:
    for data in (tulis("\t").encode("utf-16-le"), f"sep=;\r\n{tulis(';')}".encode()):
        lembar = baca_lama(BytesIO(data), "daftar.csv").lembar[0]
        assert [b.nilai for b in lembar.baris] == list(BARIS)


@pytest.mark.parametrize("data", [b"\xff\xfea", b"abc\x00\x00\x00def\x01ghijklm", b"\xff\xfe\x00\xd8"])
def test_what_is_no_text_is_told_with_a_way_out(data: bytes) -> None:
    with pytest.raises(DomainError, match="isinya bukan teks"):
        baca_lama(BytesIO(data), "daftar.csv")
