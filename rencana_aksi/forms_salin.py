"""Choosing, row by row, what of a plan goes into another year."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField

from pengungkit.models import Instrumen
from rencana_aksi.beku import AksiBeku, KerjaBeku, PengungkitBeku, ProgramBeku, SyaratBeku
from rencana_aksi.domain.beda_kata import sebaris
from rencana_aksi.domain.salin.jadwal import JadwalBaru
from rencana_aksi.domain.salin.rancangan import Pilihan, Rancangan
from zona.inti.waktu import TAHUN_AKHIR, TAHUN_AWAL

SALIN, NANTI, TINGGAL = "salin", "nanti", "tinggal"
BARIS = [(SALIN, "Salin"), (TINGGAL, "Tinggalkan")]
AKSI = [(SALIN, "Salin"), (NANTI, "Nanti, tanpa jadwal"), (TINGGAL, "Tinggalkan")]


@dataclass(frozen=True, slots=True)
class Teks:
    """A text with the words it has and would have (beda_kata.sebaris); `dipilih`: it takes the new ones."""

    kunci: str
    kata: list[tuple[str, str]]
    dipilih: bool


@dataclass(frozen=True, slots=True)
class BarisAksi:
    """`syarat`: evidence whose text names a year; `tetap`: how many more go as they are."""

    aksi: AksiBeku
    pilihan: BoundField
    teks: Teks | None
    jadwal: JadwalBaru
    syarat: list[Teks]
    tetap: int


@dataclass(frozen=True, slots=True)
class BarisKerja:
    kerja: KerjaBeku
    pilihan: BoundField
    teks: Teks | None
    aksi: list[BarisAksi]
    syarat: list[Teks]
    tetap: int


@dataclass(frozen=True, slots=True)
class BarisProgram:
    program: ProgramBeku
    pilihan: BoundField
    teks: Teks | None


@dataclass(frozen=True, slots=True)
class BagianSalin:
    pengungkit: PengungkitBeku
    program: list[BarisProgram]
    kerja: list[BarisKerja]


class TahunForm(forms.Form):
    """The year to copy into: the preview is drawn for it."""

    ke = forms.IntegerField(label="Tahun baru", min_value=TAHUN_AWAL, max_value=TAHUN_AKHIR)


class _PilihInstrumen(forms.ModelChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.nama} (bawaan rencana baru)" if obj.bawaan else f"{obj.nama} (dipakai rencana ini)"


class SalinForm(forms.Form):
    """One choice a row. What is not sent stays as it was proposed, except texts: those not ticked keep their words."""

    sidik_dibaca = forms.RegexField(r"^[0-9a-f]{64}$", required=False, widget=forms.HiddenInput)
    ke = forms.IntegerField(widget=forms.HiddenInput)
    instrumen = _PilihInstrumen(
        Instrumen.objects.none(), label="Instrumen dan bobotnya", empty_label=None, widget=forms.RadioSelect
    )
    tim = forms.BooleanField(label="Salin tim kerja beserta perannya", required=False)
    ganti = forms.MultipleChoiceField(required=False)

    def __init__(self, data: Any = None, *, rancangan: Rancangan, instrumen: Any) -> None:
        self.rancangan = rancangan
        awal = {"sidik_dibaca": rancangan.sidik, "ke": rancangan.ke, "tim": True, "instrumen": instrumen.first()}
        awal["ganti"] = [kunci for kunci, usul in rancangan.usul.items() if usul.bawaan]
        super().__init__(data, initial=awal)
        self.fields["instrumen"].queryset = instrumen  # type: ignore[attr-defined]  # a ModelChoiceField
        self.fields["ganti"].choices = [(k, k) for k in rancangan.usul]  # type: ignore[attr-defined]  # likewise
        for p in rancangan.isi.pengungkit:
            self._tambah("program", [satu.id for satu in p.program], BARIS)
            self._tambah("kerja", [k.id for k in p.kerja], BARIS)
            self._tambah("aksi", [a.id for k in p.kerja for a in k.aksi], AKSI)
        self.dipilih = set(self["ganti"].value() or [])

    def _tambah(self, jenis: str, nomor: list[int], pilihan: list[tuple[str, str]]) -> None:
        for pk in nomor:
            self.fields[f"{jenis}-{pk}"] = forms.ChoiceField(label="Pilihan", choices=pilihan, required=False)

    def pilihan(self) -> Pilihan:
        """What was chosen, once it is valid."""
        isi = self.cleaned_data

        def yang(jenis: str, nilai: str) -> frozenset[int]:
            awal = f"{jenis}-"
            return frozenset(int(k.removeprefix(awal)) for k, v in isi.items() if k.startswith(awal) and v == nilai)

        return Pilihan(
            yang("kerja", TINGGAL), yang("aksi", TINGGAL), yang("program", TINGGAL), yang("aksi", NANTI),
            frozenset(isi["ganti"]), isi["tim"],
        )  # fmt: skip

    def bagian(self) -> Iterator[BagianSalin]:
        """The rows with their fields, in the order of the document."""
        for p in self.rancangan.isi.pengungkit:
            program = [
                BarisProgram(x, self[f"program-{x.id}"], self._teks(f"program-{x.id}", x.uraian)) for x in p.program
            ]
            yield BagianSalin(p, program, [self._kerja(k) for k in p.kerja])

    def _kerja(self, k: KerjaBeku) -> BarisKerja:
        aksi = [
            BarisAksi(
                a, self[f"aksi-{a.id}"], self._teks(f"aksi-{a.id}", a.uraian), self.rancangan.jadwal[a.id],
                *self._syarat(syarat),
            )
            for a, syarat in k.baris
        ]  # fmt: skip
        return BarisKerja(k, self[f"kerja-{k.id}"], self._teks(f"kerja-{k.id}", k.uraian), aksi, *self._syarat(k.umum))

    def _syarat(self, syarat: tuple[SyaratBeku, ...]) -> tuple[list[Teks], int]:
        teks = [t for s in syarat if (t := self._teks(f"syarat-{s.id}", s.teks))]
        return teks, len(syarat) - len(teks)

    def _teks(self, kunci: str, semula: str) -> Teks | None:
        usul = self.rancangan.usul.get(kunci)
        return Teks(kunci, sebaris(semula, usul.baru), kunci in self.dipilih) if usul else None
