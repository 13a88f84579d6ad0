"""What people fill in about evidence. The files themselves are opened by zona.inti.berkas."""

from typing import Any

from django import forms

from bukti_fisik.enums import HalSiap
from bukti_fisik.queries.siap import DaftarSiap
from rencana_aksi.models import Pelaksanaan, SyaratBukti


class UnggahForm(forms.Form):
    """What goes with the files of one upload."""

    pelaksanaan = forms.ModelChoiceField(
        Pelaksanaan.objects.none(),
        required=False,
        error_messages={"invalid_choice": "Pelaksanaan itu bukan milik aksi yang meminta bukti ini."},
    )
    catatan = forms.CharField(
        required=False, max_length=2000, error_messages={"max_length": "Catatan paling panjang 2.000 huruf."}
    )

    def __init__(self, *args: Any, syarat: SyaratBukti, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        milik = Pelaksanaan.objects.filter(aksi=syarat.aksi_id) if syarat.aksi_id else Pelaksanaan.objects.none()
        self.fields["pelaksanaan"].queryset = milik  # type: ignore[attr-defined]  # a ModelChoiceField


class AlasanForm(forms.Form):
    """Why a piece of evidence is returned or withdrawn."""

    alasan = forms.CharField(
        label="Alasan",
        max_length=2000,
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": "Tulis alasannya."},
    )


class SaringSiapForm(forms.Form):
    """What the list of what is not ready is filtered by. Offered are people whose turn it is, and oneself."""

    pengungkit = forms.ChoiceField(label="Pengungkit", required=False)
    hal = forms.ChoiceField(label="Hal", required=False, choices=[("", "Semua hal"), *HalSiap.choices])
    pemilik = forms.ChoiceField(label="Giliran", required=False)

    def __init__(self, *args: Any, daftar: DaftarSiap, saya: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        area = [(a.kode, f"{a.kode}. {a.nama}") for a in daftar.area]
        giliran_saya = sum(n for pk, _, n in daftar.pemilik if pk == saya)
        orang = [(str(saya), f"Saya ({giliran_saya})")]
        orang += [(str(pk), f"{nama} ({n})") for pk, nama, n in daftar.pemilik if pk != saya]
        for kolom, kata, pilihan in (("pengungkit", "Semua pengungkit", area), ("pemilik", "Semua orang", orang)):
            self.fields[kolom].choices = [("", kata), *pilihan]  # type: ignore[attr-defined]  # a ChoiceField

    @property
    def terisi(self) -> dict[str, str]:
        """Only the filters in use that can be read."""
        self.is_valid()
        return {k: v for k, v in self.cleaned_data.items() if v}
