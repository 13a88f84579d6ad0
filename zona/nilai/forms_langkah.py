"""What is asked of "what to do next": whose questions, which gates, and other answers to try."""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from django import forms

from pengungkit.beku import Naskah
from pengungkit.domain.isian import BULAT, periksa_isian
from pengungkit.forms import ANGKA
from pengungkit.struktur import Isian
from zona.inti.errors import DomainError
from zona.nilai.queries.langkah import nama_coba
from zona.nilai.queries.putusan import PREDIKAT

BANYAK = re.compile(r"[0-9]{1,9}", re.ASCII)


class SaringLangkahForm(forms.Form):
    """What is not understood counts as not asked (`terisi`)."""

    pengungkit = forms.ChoiceField(label="Bagian", required=False)
    oleh = forms.ChoiceField(label="Penanggung jawab bukti", required=False)
    predikat = forms.ChoiceField(label="Ambang", choices=[(k, nama) for k, nama in PREDIKAT.items()], required=False)
    tetap_hasil = forms.BooleanField(label="Hasil tetap seperti sekarang", required=False)

    def beri_pilihan(self, pengungkit: Iterable[tuple[str, str]], orang: Iterable[tuple[int, str]]) -> None:
        """What there is to choose from is known only when the questions are."""
        self.fields["pengungkit"].choices = [("", "Semua"), *pengungkit]  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["oleh"].choices = [("", "Siapa saja"), *((str(pk), nama) for pk, nama in orang)]  # type: ignore[attr-defined]  # a ChoiceField

    @property
    def terisi(self) -> dict[str, Any]:
        predikat = self.data.get("predikat", "")
        return {
            "pengungkit": self.data.get("pengungkit", ""),
            "oleh": self.data.get("oleh", ""),
            "predikat": predikat if predikat in PREDIKAT else "wbk",
            "tetap_hasil": bool(self.data.get("tetap_hasil")),
        }


def baca_coba(data: Mapping[str, str], soal: Mapping[str, Naskah]) -> tuple[dict[str, Isian], list[str]]:
    """The answers that are tried, by question code, and a sentence for each that its question cannot have. What is
    left empty stays as it is."""
    hasil: dict[str, Isian] = {}
    galat = []
    for kode, satu in soal.items():
        try:
            isian = _isian(data, kode, satu)
            periksa_isian(satu, isian)
        except DomainError as salah:
            galat.append(f"{kode}: {salah.pesan}")
            continue
        if isian != Isian():
            hasil[kode] = isian
    return hasil, galat


def _isian(data: Mapping[str, str], kode: str, soal: Naskah) -> Isian:
    teks = str(data.get(nama_coba(kode), "")).strip()
    if soal["pilihan"]:
        return Isian(pilihan=teks or None)
    if not soal["masukan"]:
        if teks and not ANGKA.fullmatch(teks):
            raise DomainError("Isi dengan angka, misalnya 3,72.")
        return Isian(angka=Decimal(teks.replace(",", ".")) if teks else None)
    isi = {m["kode"]: str(data.get(nama_coba(kode, m["kode"]), "")).strip() for m in soal["masukan"]}
    if any(n and not BANYAK.fullmatch(n) for n in isi.values()):
        raise DomainError(BULAT)
    return Isian(masukan={b: int(n) for b, n in isi.items() if n})
