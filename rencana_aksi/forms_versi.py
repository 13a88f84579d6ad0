"""What is filled in when a plan is returned, enacted, opened for perubahan, or compared."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict

from rencana_aksi.domain.hidup_rencana import BERUBAH
from rencana_aksi.domain.perubahan.putusan import KATA, Pertanyaan
from rencana_aksi.models import Rencana, VersiRencana
from rencana_aksi.queries.periksa import Laporan
from zona.inti.waktu import tanggal_id, tanggal_pendek

KINI = "kini"
PUTUSAN = "putusan-"


class AjukanForm(forms.Form):
    """`temuan_dibaca`, hidden: of what was odd in the plan when the page was drawn. Where something is, whoever submits
    says that they have read it."""

    temuan_dibaca = forms.RegexField(r"^[0-9a-f]{64}$", required=False, widget=forms.HiddenInput)
    sudah_dibaca = forms.BooleanField(
        error_messages={"required": "Baca dahulu temuan pada rencana ini, lalu nyatakan sudah membacanya."}
    )

    def __init__(self, data: Any = None, *, lapor: Laporan) -> None:
        super().__init__(data, auto_id="ajukan_%s", initial={"temuan_dibaca": lapor.sidik})
        self.lapor = lapor
        self.fields["sudah_dibaca"].label = f"Saya sudah membaca {lapor.terbuka} temuan pada rencana ini"
        if not lapor.terbuka:
            del self.fields["sudah_dibaca"]

    def clean(self) -> dict[str, Any]:
        isi = super().clean() or {}
        isi.pop("sudah_dibaca", None)
        return isi


class KembalikanForm(forms.Form):
    alasan = forms.CharField(
        label="Alasan dikembalikan", max_length=2000, widget=forms.Textarea({"rows": 3}),
        help_text="Dibaca ketua tim dan koordinator; sebutkan apa yang perlu diperbaiki.",
    )  # fmt: skip

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, auto_id="kembalikan_%s")


class PerubahanForm(forms.Form):
    alasan = forms.CharField(
        label="Alasan perubahan", max_length=2000, widget=forms.Textarea({"rows": 3}),
        help_text="Tercatat dalam jejak dan pada riwayat rencana.",
    )  # fmt: skip

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, auto_id="perubahan_%s")


class BatalkanForm(forms.Form):
    alasan = forms.CharField(
        label="Alasan dibatalkan", max_length=2000, widget=forms.Textarea({"rows": 3}),
        help_text="Tercatat dalam jejak dan pada riwayat rencana.",
    )  # fmt: skip

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, auto_id="batalkan_%s")


class TetapkanForm(forms.Form):
    """`sidik_dibaca`, hidden: of what was shown when the page was drawn. `tanya`: a field for each question of what was
    recorded meanwhile on rows that the perubahan removes, none of them answered beforehand."""

    sidik_dibaca = forms.RegexField(r"^[0-9a-f]{64}$", required=False, widget=forms.HiddenInput)
    nomor_sk = forms.CharField(label="Nomor SK", max_length=100)
    tanggal_sk = forms.DateField(label="Tanggal SK", widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"))

    def __init__(
        self, data: Any = None, *, rencana: Rencana, hari_ini: date, sidik: str, tanya: Sequence[Pertanyaan] = ()
    ) -> None:
        awal = {"nomor_sk": rencana.nomor_sk, "tanggal_sk": rencana.tanggal_sk, "sidik_dibaca": sidik}
        super().__init__(data, auto_id="tetapkan_%s", initial=awal)
        self.fields["tanggal_sk"].widget.attrs["max"] = hari_ini.isoformat()
        self.fields["tanggal_sk"].help_text = f"Paling akhir {tanggal_id(hari_ini)}."
        self.sidik, self.tanya = sidik, {f"{PUTUSAN}{satu.kunci}": satu for satu in tanya}
        for nama, satu in self.tanya.items():
            self.fields[nama] = forms.ChoiceField(
                label=satu.kalimat,
                choices=[(p, KATA[p]) for p in satu.pilihan],
                widget=forms.RadioSelect,
                error_messages={"required": "Pilih salah satu: tidak ada yang dipilihkan."},
            )

    def clean(self) -> dict[str, Any]:
        """The answers together, by the key of their question."""
        isi = self.cleaned_data
        if (dibaca := isi.get("sidik_dibaca")) and dibaca != self.sidik:
            self.add_error(None, BERUBAH)
        putusan = {satu.kunci: isi.pop(nama) for nama, satu in self.tanya.items() if nama in isi}
        return {**isi, "putusan": putusan}


class BandingForm(forms.Form):
    """Two of the versions, or one and the plan as it stands now. Unfilled: from the version before to now."""

    lama = forms.ChoiceField(label="Dari")
    baru = forms.ChoiceField(label="Menjadi")

    def __init__(self, data: QueryDict, *, versi: Sequence[VersiRencana]) -> None:
        dari = str(versi[0].versi) if versi else KINI
        super().__init__({"lama": dari, "baru": KINI} | data.dict())
        pilihan = [(str(v.versi), f"Versi {v.versi}, SK {tanggal_pendek(v.tanggal_sk)}") for v in versi]
        for nama in ("lama", "baru"):
            self.fields[nama].choices = [*pilihan, (KINI, "Isi kini")]  # type: ignore[attr-defined]  # ChoiceFields
