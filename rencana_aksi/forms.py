"""What people fill in about the plan."""

from datetime import date
from typing import Any

from django import forms

from rencana_aksi.enums import Status
from rencana_aksi.models import Pelaksanaan
from zona.inti.waktu import tanggal_id


class _Tanggal(forms.DateInput):
    """The browser's own date field: it speaks ISO, shows the person's own way."""

    input_type = "date"

    def __init__(self, **atribut: Any) -> None:
        super().__init__(attrs=atribut, format="%Y-%m-%d")


class StatusForm(forms.Form):
    """The state of one occurrence. A note that is not sent (one-click buttons) stays as it is.
    `status_lama`, hidden, tells what the person saw, so that two at once do not undo each other."""

    status_lama = forms.CharField(required=False, widget=forms.HiddenInput, max_length=10)
    status = forms.ChoiceField(label="Status", choices=Status.choices)
    realisasi = forms.DateField(label="Tanggal realisasi", required=False, widget=_Tanggal)
    jatuh_tempo = forms.DateField(label="Tanggal baru", required=False, widget=_Tanggal)
    alasan = forms.CharField(
        label="Alasan",
        required=False,
        max_length=2000,
        help_text="Wajib bila ditunda atau batal.",
        widget=forms.Textarea({"rows": 2}),
    )
    catatan = forms.CharField(label="Catatan", required=False, max_length=4000, widget=forms.Textarea({"rows": 2}))

    def __init__(self, *args: Any, pelaksanaan: Pelaksanaan, hari_ini: date, **kwargs: Any) -> None:
        self.pelaksanaan = pelaksanaan
        awal: dict[str, Any] = {
            "status_lama": pelaksanaan.status,
            "status": pelaksanaan.status,
            "realisasi": pelaksanaan.realisasi or hari_ini,
            "jatuh_tempo": pelaksanaan.jatuh_tempo if pelaksanaan.status == Status.DITUNDA else None,
            "alasan": pelaksanaan.alasan,
            "catatan": pelaksanaan.catatan,
        }
        kwargs["initial"] = {**awal, **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        self.fields["realisasi"].widget.attrs["max"] = hari_ini.isoformat()
        self.fields[
            "realisasi"
        ].help_text = f"Bila selesai: tanggal terlaksananya, paling akhir {tanggal_id(hari_ini)}."
        semula = pelaksanaan.jatuh_tempo_semula or pelaksanaan.jatuh_tempo
        self.fields["jatuh_tempo"].help_text = (
            f"Bila ditunda: sesudah {tanggal_id(semula)}." if semula else "Bila ditunda: tanggal barunya."
        )

    def clean(self) -> dict[str, Any]:
        """A new date for anything but ditunda is told, not dropped."""
        isi = super().clean() or {}
        if self.add_prefix("catatan") not in self.data:
            isi["catatan"] = None
        baru = isi.get("jatuh_tempo")
        if baru and isi.get("status") != Status.DITUNDA and baru != self.pelaksanaan.jatuh_tempo:
            self.add_error("jatuh_tempo", "Tanggal baru hanya dipakai bila statusnya Ditunda.")
        return isi
