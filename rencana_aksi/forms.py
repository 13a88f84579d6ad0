"""What people fill in about the plan."""

from datetime import date
from typing import Any, cast

from django import forms
from django.db.models import Q

from rencana_aksi.enums import Status, StatusKendala
from rencana_aksi.models import Kendala, Pelaksanaan, RencanaAksi
from rencana_aksi.queries.kendala import SaringKendala, pelaksanaan_kata
from rencana_aksi.queries.penanggung import orang_setim_boleh
from zona.inti.waktu import BULAN, tanggal_id
from zona.organisasi.enums import AREA
from zona.organisasi.models import Pengguna


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


class TanggalForm(forms.Form):
    """A date agreed on for an action whose schedule names none; a window where it has a beginning of its own."""

    jatuh_tempo = forms.DateField(label="Tanggal, atau batas akhirnya", widget=_Tanggal(autofocus=True))
    mulai = forms.DateField(label="Mulai", required=False, widget=_Tanggal, help_text="Hanya bila berupa rentang.")


class PenanggungForm(forms.Form):
    """Who answers for an action: people of its pengungkit's team, and whoever it is now."""

    pengguna = forms.ModelChoiceField(
        Pengguna.objects.none(), label="Penanggung jawab", required=False, empty_label="Belum ditetapkan"
    )

    def __init__(self, data: Any = None, *, aksi: RencanaAksi) -> None:
        super().__init__(data, initial={"pengguna": aksi.penanggung_jawab_id})
        kolom = cast(forms.ModelChoiceField, self.fields["pengguna"])
        kolom.queryset = orang_setim_boleh(aksi.lingkup, aksi.penanggung_jawab_id)


class _PilihPelaksanaan(forms.ModelChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        return pelaksanaan_kata(obj)


class KendalaForm(forms.Form):
    """An obstacle of an action. `penanggung_jawab`: people of that year's teams."""

    uraian = forms.CharField(label="Kendala", max_length=4000, widget=forms.Textarea({"rows": 2, "autofocus": True}))
    dampak = forms.CharField(label="Dampak", required=False, max_length=4000, widget=forms.Textarea({"rows": 2}))
    tindak_lanjut = forms.CharField(
        label="Tindak lanjut", required=False, max_length=4000, widget=forms.Textarea({"rows": 2})
    )
    pelaksanaan = _PilihPelaksanaan(
        Pelaksanaan.objects.none(), label="Pada", required=False, empty_label="Seluruh rencana aksi ini"
    )
    penanggung_jawab = forms.ModelChoiceField(
        Pengguna.objects.none(), label="Penanggung jawab", required=False, empty_label="Belum ditentukan"
    )
    tenggat = forms.DateField(label="Tenggat", required=False, widget=_Tanggal)

    def __init__(self, data: Any = None, *, aksi: RencanaAksi, **kwargs: Any) -> None:
        super().__init__(data, auto_id="kendala_%s", **kwargs)
        lingkup = aksi.lingkup
        setim = Q(keanggotaan__tim__satker=lingkup.satker_id, keanggotaan__tim__tahun=lingkup.tahun)
        terpilih = Q(pk=self.get_initial_for_field(self.fields["penanggung_jawab"], "penanggung_jawab") or 0)
        orang = Pengguna.objects.filter(Q(setim, is_active=True) | terpilih, satker=lingkup.satker_id).distinct()
        self._isi_pilihan("penanggung_jawab", orang)
        self._isi_pilihan("pelaksanaan", aksi.pelaksanaan.all())

    def _isi_pilihan(self, kolom: str, pilihan: Any) -> None:
        self.fields[kolom].queryset = pilihan  # type: ignore[attr-defined]  # a ModelChoiceField


class KendalaUbahForm(KendalaForm):
    """The same with its state. `alasan` only where there is a way back."""

    status = forms.ChoiceField(label="Status", choices=StatusKendala.choices)
    selesai_pada = forms.DateField(label="Tanggal selesai", required=False, widget=_Tanggal)
    alasan = forms.CharField(
        label="Alasan dibuka kembali", required=False, max_length=2000, widget=forms.Textarea({"rows": 2})
    )

    def __init__(self, data: Any = None, *, kendala: Kendala, hari_ini: date) -> None:
        awal = {
            "uraian": kendala.uraian,
            "dampak": kendala.dampak,
            "tindak_lanjut": kendala.tindak_lanjut,
            "pelaksanaan": kendala.pelaksanaan_id,
            "penanggung_jawab": kendala.penanggung_jawab_id,
            "tenggat": kendala.tenggat,
            "status": kendala.status,
            "selesai_pada": kendala.selesai_pada or hari_ini,
        }
        super().__init__(data, aksi=kendala.aksi, initial=awal)
        self.fields["selesai_pada"].widget.attrs["max"] = hari_ini.isoformat()
        self.fields["selesai_pada"].help_text = f"Bila selesai: paling akhir {tanggal_id(hari_ini)}."
        if kendala.status == StatusKendala.TERBUKA:
            del self.fields["alasan"]


class SaringKendalaForm(forms.Form):
    """The list's filters, from the query string."""

    bulan = forms.TypedChoiceField(
        label="Bulan",
        required=False,
        choices=[("", "Sepanjang tahun"), *((str(i), nama) for i, nama in enumerate(BULAN, 1))],
        coerce=int,
        empty_value=None,
    )
    pengungkit = forms.ChoiceField(
        label="Pengungkit", required=False, choices=[("", "Keenam pengungkit"), *((a, f"Pengungkit {a}") for a in AREA)]
    )
    status = forms.ChoiceField(label="Status", required=False, choices=[("", "Semua status"), *StatusKendala.choices])

    @property
    def terisi(self) -> SaringKendala:
        """The filters; none at all when one of them cannot be read."""
        return SaringKendala(**self.cleaned_data) if self.is_valid() else SaringKendala()


class TerimaForm(forms.Form):
    """ "Memang begitu": a finding accepted, why if one likes. `sidik`, hidden, tells which facts the person saw."""

    sidik = forms.CharField(max_length=64, widget=forms.HiddenInput)
    catatan = forms.CharField(label="Catatan (boleh kosong)", required=False, max_length=300)
