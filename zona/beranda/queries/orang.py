"""What a person is told at the head of their first page about roles: a change of kepala or ketua that waits for them or
was decided, an invitation that waits for their answer."""

from django.urls import reverse

from zona.beranda.queries.pengesahan import KabarPengesahan
from zona.inti.waktu import tanggal_id
from zona.organisasi.enums import KeadaanUsulan, Lingkup
from zona.organisasi.models import Pengguna, Satker, UsulanPimpinan
from zona.organisasi.queries.ajakan import ajakan_untuk
from zona.organisasi.queries.pimpinan import usulan_berkabar


def kabar_orang(satker: Satker, pengguna: Pengguna) -> list[KabarPengesahan]:
    """What is this person's turn first. Three queries at most."""
    kabar = [
        KabarPengesahan(
            f"{a.satker.nama} mengajak Anda sebagai {a.get_untuk_display()}.",
            "Jawab",
            reverse("organisasi:ajakan"),
            True,
        )
        for a in ajakan_untuk(pengguna)
    ]
    if pengguna.satker_id == satker.pk:
        kabar += [k for u in usulan_berkabar(satker) if (k := _usulan(satker, u, pengguna))]
    return sorted(kabar, key=lambda k: not k.mendesak)


def _usulan(satker: Satker, usulan: UsulanPimpinan, pengguna: Pengguna) -> KabarPengesahan | None:
    """To who may decide, who is made or unmade leader, who leads and who administers."""
    alamat = reverse("orang:pimpinan", args=[satker.slug, usulan.tahun])
    hal = f"Pergantian {usulan.peran} {usulan.tahun} dari {usulan.pendahulu or '–'} kepada {usulan.calon}"
    sk = f"SK {usulan.nomor_sk}, {tanggal_id(usulan.tanggal_sk)}"
    menunggu = usulan.keadaan == KeadaanUsulan.MENUNGGU
    if menunggu and pengguna.boleh("setujui_pimpinan", usulan):
        kalimat = f"{hal} ({sk}) diusulkan {usulan.diusulkan_oleh} dan menunggu konfirmasi Anda."
        return KabarPengesahan(kalimat, "Baca dan putuskan", alamat, True)
    peran = {p for p, _ in pengguna.peran_di(Lingkup(satker.pk, usulan.tahun))}
    bersangkutan = pengguna.pk in (usulan.calon_id, usulan.pendahulu_id)
    if not bersangkutan and not peran & {"kepala", "ketua", "admin"}:
        return None
    if menunggu:
        return KabarPengesahan(f"{hal} ({sk}) menunggu konfirmasi.", "Lihat", alamat)
    oleh = usulan.diputus_oleh or "pengelola Zona"
    kata = "berlaku" if usulan.keadaan == KeadaanUsulan.BERLAKU else "ditolak"
    return KabarPengesahan(f"{hal} ({sk}) {kata}, diputus {oleh}.", "Lihat", alamat)
