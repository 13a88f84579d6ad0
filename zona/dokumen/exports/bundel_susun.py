"""What goes into an evidence bundle, and where: made whole before the first byte is sent, without the files."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from bukti_fisik.enums import StatusBukti
from rencana_aksi.models import Rencana
from zona.dokumen.enums import Susunan
from zona.dokumen.exports.bundel_nama import Nama, nama_berkas, nama_folder
from zona.dokumen.queries.bukti import DITERIMA, SEMUA, Butir, Simpul, susun_lke, susun_rencana
from zona.inti.waktu import tanggal_pendek


@dataclass(slots=True)
class Entri:
    """One bukti at one place. `letak`: its file in the bundle, empty where there is none. `keterangan`: a sentence on
    why it is not there, or where else it is. `termuat`: the file itself stands at `letak`."""

    butir: Butir
    letak: str
    keterangan: str = ""
    termuat: bool = False

    @property
    def rinci(self) -> str:
        """Occurrence, date on the document, first page, version, in words."""
        b = self.butir.bukti
        isi = [f"versi {b.versi}"]
        if b.pelaksanaan:
            isi.append(f"pelaksanaan {tanggal_pendek(b.pelaksanaan.jatuh_tempo)}")
        if b.tanggal_dokumen:
            isi.append(f"bertanggal {tanggal_pendek(b.tanggal_dokumen)}")
        if b.halaman:
            isi.append(f"mulai halaman {b.halaman}")
        return ", ".join(isi)


@dataclass(slots=True)
class Ruas:
    """A heading of the index; `entri` where it is the last one."""

    nama: str
    daun: bool
    anak: list["Ruas"] = field(default_factory=list)
    entri: list[Entri] = field(default_factory=list)

    def semua(self) -> Iterator[Entri]:
        yield from self.entri
        for anak in self.anak:
            yield from anak.semua()


def susun_bundel(rencana: Rencana, susunan: str, *, semua: bool) -> list[Ruas]:
    """The tree of a bundle; `semua`: also what waits or was returned, named so. Nine queries at most."""
    akar = (susun_lke if susunan == Susunan.LKE else susun_rencana)(rencana, SEMUA if semua else DITERIMA)
    nama = Nama()
    return [_ruas(simpul, ke, "", nama, lke=susunan == Susunan.LKE) for ke, simpul in enumerate(akar, 1)]


def _ruas(simpul: Simpul, urut: int, induk: str, nama: Nama, *, lke: bool) -> Ruas:
    """A syarat of the plan is no folder of its own: its files begin with its number."""
    ruas = Ruas(simpul.nama, simpul.daun)
    berfolder = lke or not simpul.daun
    folder = f"{induk}{nama_folder(urut, simpul.kode, simpul.judul)}/" if berfolder else induk
    for ke, butir in enumerate(simpul.butir, 1):
        ruas.entri.append(_entri(butir, ke if lke else butir.nomor, folder, nama))
    ruas.anak = [_ruas(anak, ke, folder, nama, lke=lke) for ke, anak in enumerate(simpul.anak, 1)]
    return ruas


def _entri(butir: Butir, nomor: int, folder: str, nama: Nama) -> Entri:
    bukti = butir.bukti
    if bukti.berkas is None:
        return Entri(butir, "", "Tautan, bukan berkas.")
    if butir.tertahan:
        return Entri(butir, "", f"Berkasnya tidak disertakan: {butir.tertahan}.")
    ekor = []
    if bukti.pelaksanaan and bukti.pelaksanaan.jatuh_tempo:
        ekor.append(bukti.pelaksanaan.jatuh_tempo.isoformat())
    if bukti.versi > 1:
        ekor.append(f"v{bukti.versi}")
    if bukti.status != StatusBukti.DITERIMA:
        ekor.append(f"({bukti.status})")
    ekstensi = bukti.berkas.kunci.rpartition(".")[2]
    return Entri(butir, nama.unik(folder + nama_berkas(nomor, butir.tempat[3], " ".join(ekor), ekstensi)))
