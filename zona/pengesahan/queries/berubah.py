"""What has become of the plan since a version of it was signed."""

from dataclasses import dataclass

from rencana_aksi.domain.banding import bandingkan_rencana
from rencana_aksi.models import Rencana, VersiRencana
from rencana_aksi.queries.isi import isi_rencana
from rencana_aksi.queries.versi import isi_versi
from zona.naskah.queries.naskah import Bagian, naskah_berlaku, naskah_versi


@dataclass(frozen=True, slots=True)
class Perubahan:
    """`baris`: (count, how) of changed rows. `naskah`: sections of the text that read otherwise. `versi_baru`: the
    newest ditetapkan version, where it is a later one."""

    versi: int
    baris: tuple[tuple[int, str], ...]
    naskah: int
    versi_baru: int | None

    def __bool__(self) -> bool:
        return bool(self.baris or self.naskah or self.versi_baru)


def perubahan_sejak(versi: VersiRencana, rencana: Rencana) -> Perubahan:
    """Of the plan as it stands now (eleven queries at most)."""
    isi = VersiRencana.objects.get(pk=versi.pk)  # whole: the version at hand may be without its content
    beda = bandingkan_rencana(isi_versi(isi), isi_rencana(rencana)).jumlah
    return Perubahan(
        versi.versi,
        tuple((n, jenis) for jenis, n in beda.items() if n),
        _beda_naskah(naskah_versi(isi), naskah_berlaku(rencana)),
        rencana.versi if rencana.versi > versi.versi else None,
    )


def _beda_naskah(lama: tuple[Bagian, ...], baru: tuple[Bagian, ...]) -> int:
    kiri, kanan = ({b.kode: (b.judul, b.isi) for b in naskah} for naskah in (lama, baru))
    return sum(kiri.get(kode) != kanan.get(kode) for kode in kiri.keys() | kanan.keys())
