"""What a file would change: three-way, against what it was written from and what stands here. Pure.

A field is changed by the file where file ≠ asal, here where kini ≠ asal, and in conflict where both and they differ.
Without asal the file is compared with what stands here, and no conflict can be told. Of a changed order the fewest rows
are called moved. Occurrences are no rows of their own: their dates are the schedule of their action, and only their
state is compared, and the date agreed on where the schedule names none.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from rencana_aksi.enums import TAK_BERTANGGAL, Status
from zona.impor.butir import NAMA, TURUNAN, Butir, Nilai, butir, nilai_status
from zona.impor.halangan import TANGGAL_TETAP, halangan_isi, halangan_ubah
from zona.impor.isi import AKSI, PELAKSANAAN, SYARAT, IsiRencana
from zona.impor.kenali import kenali
from zona.impor.perlu import Silsilah, beri_perlu, pemegang
from zona.impor.perubahan import HAPUS, PINDAH, TAMBAH, UBAH, Perubahan, Ubahan
from zona.impor.pindah import bergeser, deretan

TERBUKA = (Status.BELUM, Status.BERJALAN, Status.DITUNDA)
DIHAPUS_DI_SINI = "Baris ini sudah dihapus di sini sejak berkas diunduh; diterapkan berarti ditambahkan lagi."
DIUBAH_DI_SINI = "Baris ini diubah di sini sejak berkas diunduh."
SATU_SATUNYA = "Rencana kerjanya akan tinggal tanpa rencana aksi; hapus rencana kerjanya, atau tambahkan aksi lain."


def bandingkan(asal: IsiRencana | None, kini: IsiRencana, berkas: IsiRencana) -> tuple[Perubahan, ...]:
    """In the order of the plan; what is removed stands after what stood before it."""
    return bandingkan_dikenali(asal, kini, dikenali(asal, kini, berkas))


def bandingkan_dikenali(asal: IsiRencana | None, kini: IsiRencana, berkas: IsiRencana) -> tuple[Perubahan, ...]:
    """The same of a file that `dikenali` has been through."""
    return _Banding(asal or kini, kini, berkas).semua()


def dikenali(asal: IsiRencana | None, kini: IsiRencana, berkas: IsiRencana) -> IsiRencana:
    """The file with the keys of all its rows that are known here."""
    hasil = kenali(asal or kini, berkas)
    return kenali(kini, hasil) if asal is not None else hasil


class _Banding:
    def __init__(self, asal: IsiRencana, kini: IsiRencana, berkas: IsiRencana) -> None:
        self.memuat, self.area = berkas.memuat, {p.kode for p in berkas.pengungkit}
        self.asal, self.kini, self.berkas = butir(asal), butir(kini), butir(berkas)
        self.beraksi = {b.induk for b in self.berkas.values() if b.benda == AKSI}
        self.di_kini, self.di_asal = Silsilah(self.kini.values()), Silsilah(self.asal.values())
        self.lagi = self._hidup_lagi()

    def semua(self) -> tuple[Perubahan, ...]:
        pindah = self._pindah()
        urut: list[tuple[tuple[int, int], Perubahan]] = []
        letak: dict[str, int] = {}
        for i, (acuan, b) in enumerate(self.berkas.items()):
            letak[acuan] = i
            urut += [((i, -1), p) for p in self._satu(b)]
            if acuan in pindah:
                urut.append(((i, -1), pindah[acuan]))
        sesudah = -1
        for i, (acuan, k) in enumerate(self.kini.items()):
            sesudah = letak.get(acuan, sesudah)
            if acuan not in self.berkas and (p := self._hapus(k)):
                urut.append(((sesudah, i), p))
        daftar = [p for _, p in sorted(urut, key=lambda satu: satu[0])]
        return tuple(beri_perlu(daftar, self.kini, self.berkas, self.di_kini))

    # --- rows the file has ------------------------------------------------------------------------------

    def _satu(self, b: Butir) -> Iterator[Perubahan]:
        k, a = self.kini.get(b.acuan), self.asal.get(b.acuan)
        if b.benda == PELAKSANAAN:
            yield from self._pelaksanaan(b, k, a)
        elif k is not None:
            if kolom := _kolom(b, k, a or k):
                halangan = halangan_ubah(b, kolom)
                if b.benda == SYARAT and b.induk != k.induk and not self._ikut(b, a or k):
                    halangan = halangan or _bukan_sini(b)
                yield _perubahan(b, UBAH, kolom=kolom, halangan=halangan)
        elif b.acuan in self.lagi or a is None:
            bentrok = b.acuan in self.lagi
            halangan = halangan_isi(b)
            if b.kunci is not None and not bentrok:
                halangan = "Kunci baris ini tidak dikenal di rencana ini. Kosongkan sel kuncinya bila ini baris baru."
            kolom = tuple(Ubahan("", n.kolom, n.nama, "", "", n.teks, n.arti) for n in b.nilai if n.teks)
            yield _perubahan(
                b, TAMBAH, kolom=kolom, bentrok=bentrok, halangan=halangan, catatan=DIHAPUS_DI_SINI if bentrok else ""
            )

    def _pelaksanaan(self, b: Butir, k: Butir | None, a: Butir | None) -> Iterator[Perubahan]:
        """The state of an occurrence, and a date agreed on. One whose date the file changed, or that it adds, has its
        state recorded once the schedule has the new date."""
        dasar = a or k
        b = replace(b, nilai=(self._status(b, dasar), b.nilai[1]))
        if dasar is not None:
            kolom = _kolom(b, k or dasar, dasar)
        else:
            kolom = tuple(
                Ubahan("", n.kolom, n.nama, "", "", n.teks, n.arti)
                for n in b.nilai
                if n.arti not in (None, (None, None), (Status.BELUM, None), *((satu, None) for satu in TURUNAN))
            )
        if kolom:
            hilang = k is None and a is not None
            halangan = "Pelaksanaan ini sudah tidak ada di sini sejak berkas diunduh." if hilang else ""
            yield _perubahan(b, UBAH, kolom=kolom, halangan=halangan or halangan_ubah(b, kolom))

    def _status(self, b: Butir, dasar: Butir | None) -> Nilai:
        """As the file means it: late is no state, and a realisation may be left over from a selesai that is undone."""
        if b.nilai[0].arti is None or dasar is None:
            return b.nilai[0]
        status, realisasi = b.nilai[0].arti
        if status in TURUNAN and dasar.isi.status in TERBUKA:
            status = dasar.isi.status
        if status != Status.SELESAI and realisasi == dasar.isi.realisasi:
            realisasi = None
        return nilai_status(replace(b.isi, status=status, realisasi=realisasi))

    def _hidup_lagi(self) -> set[str]:
        """Rows removed here since that the file changed, or under which it did; with all they hold and are held by."""
        hilang = {n for n in self.berkas if n in self.asal and n not in self.kini}
        hilang = {n for n in hilang if self.berkas[n].benda != PELAKSANAAN}
        berubah = {n for n in hilang if _kolom(self.berkas[n], self.asal[n], self.asal[n])}
        for b in reversed(self.berkas.values()):
            baru = b.acuan not in self.asal and b.acuan not in self.kini and b.benda != PELAKSANAAN
            if (baru or b.acuan in berubah) and b.induk in hilang:
                berubah.add(b.induk)
        hasil = set(berubah)
        for b in self.berkas.values():
            if b.acuan in hilang and b.induk in hasil:
                hasil.add(b.acuan)
        return hasil

    # --- rows the file has no longer ----------------------------------------------------------------------

    def _hapus(self, k: Butir) -> Perubahan | None:
        a = self.asal.get(k.acuan)
        if a is None or k.benda not in self.memuat or k.area not in self.area:
            return None
        if k.benda == PELAKSANAAN:
            return self._hapus_tanggal(k)
        if any(i not in self.berkas for i in pemegang(k)):
            return None  # goes along with what holds it
        bentrok = self._berubah_di_sini(k.acuan)
        kolom = tuple(Ubahan("", n.kolom, n.nama, n.teks, n.teks, "") for n in k.nilai if n.teks)
        catatan = DIUBAH_DI_SINI if bentrok else ""
        halangan = SATU_SATUNYA if k.benda == AKSI and k.induk not in self.beraksi else ""
        return _perubahan(k, HAPUS, kolom=kolom, bentrok=bentrok, halangan=halangan, catatan=catatan)

    def _hapus_tanggal(self, k: Butir) -> Perubahan | None:
        """A date agreed on, of an action that is still in the file without a schedule of its own."""
        aksi = self.berkas.get(k.induk)
        if aksi is None or k.nilai[1].arti is None or not aksi.isi.pelaksanaan or aksi.nilai[1].arti is None:
            return None
        if aksi.nilai[1].arti[1] not in TAK_BERTANGGAL:
            return None
        return _perubahan(k, HAPUS, halangan=TANGGAL_TETAP)

    def _berubah_di_sini(self, acuan: str) -> bool:
        """The row, or what it holds, is not as the file was written from."""
        return self._isi_dari(self.kini, self.di_kini, acuan) != self._isi_dari(self.asal, self.di_asal, acuan)

    def _isi_dari(self, semua: Mapping[str, Butir], di: Silsilah, acuan: str) -> set[tuple[str, str]]:
        """The row and all under it: who they are and what they say."""
        return {(n, repr([satu.arti for satu in semua[n].nilai])) for n in di.bawah(acuan)}

    # --- places -------------------------------------------------------------------------------------------

    def _pindah(self) -> dict[str, Perubahan]:
        hasil: dict[str, Perubahan] = {}
        urut_asal, urut_kini = ({b: i for i, b in enumerate(satu)} for satu in (self.asal, self.kini))
        kini = deretan(self.kini.values())
        for deret, isi in deretan(self.berkas.values()).items():
            ada = [n for n in isi if n in self.kini]
            tetap = [n for n in ada if n in self.asal and self.asal[n].deret == deret == self.kini[n].deret]
            dari_asal = bergeser(tetap, urut_asal)
            geser = dari_asal & bergeser(tetap, urut_kini) or (dari_asal if bergeser(tetap, urut_kini) else set())
            di_sini = bergeser([n for n in kini.get(deret, ()) if n in tetap], urut_asal) if geser else set()
            for n in ada:
                b, k, a = self.berkas[n], self.kini[n], self.asal.get(n, self.kini[n])
                if n in geser:
                    hasil[n] = self._dipindah(b, k, isi, kini, bentrok=n in di_sini)
                elif b.induk not in (a.induk, k.induk) and not self._ikut(b, a):
                    hasil[n] = self._dipindah(b, k, isi, kini, bentrok=k.induk != a.induk, seberang=True)
        return hasil

    def _ikut(self, b: Butir, a: Butir) -> bool:
        """Evidence goes where its action goes."""
        return b.benda == SYARAT and b.nilai[1].arti == a.nilai[1].arti != ""

    def _dipindah(
        self, b: Butir, k: Butir, isi: list[str], kini: dict[str, list[str]], *, bentrok: bool, seberang: bool = False
    ) -> Perubahan:
        halangan = ""
        if seberang and b.benda != AKSI:
            halangan = _bukan_sini(b)
        elif seberang and b.area != k.area:
            halangan = "Rencana aksi tidak dapat dipindahkan ke pengungkit lain."
        elif seberang and k.induk not in self.beraksi:
            halangan = SATU_SATUNYA
        dari, ke = (f"{t}, urutan {u.index(b.acuan) + 1}" for t, u in ((k.tempat, kini[k.deret]), (b.tempat, isi)))
        return _perubahan(b, PINDAH, bentrok=bentrok, halangan=halangan, dari=dari, ke=ke)


def _bukan_sini(b: Butir) -> str:
    return f"{NAMA[b.benda]} tidak dapat dipindahkan ke tempat lain; hapus di sana dan tambahkan di sini."


def _perubahan(b: Butir, jenis: str, *, kolom: tuple[Ubahan, ...] = (), **lain: str | bool) -> Perubahan:
    kode = f"{b.acuan}-{jenis}"
    kolom = tuple(replace(u, kode=f"{kode}-{u.kolom}", sel=_sel(b, u.kolom)) for u in kolom)
    sel = ", ".join(dict.fromkeys(filter(None, (u.sel for u in kolom)))) if jenis == UBAH else b.sel
    return Perubahan(
        kode, jenis, b.benda, b.kunci, b.area, b.tempat, b.teks, sel, kolom, acuan=b.acuan, induk=b.induk,
        **lain,  # type: ignore[arg-type]  # each by its name
    )  # fmt: skip


def _sel(b: Butir, kolom: str) -> str:
    """Where the file says that field."""
    letak: Mapping[str, str] = getattr(b.isi, "letak", {})
    return letak.get(kolom) or b.sel


def _kolom(b: Butir, k: Butir, a: Butir) -> tuple[Ubahan, ...]:
    """The fields that the file says otherwise than both: than it was written with, and than it stands here."""
    return tuple(
        Ubahan("", n.kolom, n.nama, lama.teks, ada.teks, n.teks, n.arti, bentrok=ada.arti != lama.arti)
        for n, ada, lama in zip(b.nilai, k.nilai, a.nilai, strict=True)
        if n.arti is not None and _beda(b, n, lama) and _beda(b, n, ada)
    )


def _beda(b: Butir, n: Nilai, lain: Nilai) -> bool:
    if n.kolom == "tanggal" and lain.arti is None:
        return False  # it was the schedule's then
    if b.benda == AKSI and n.kolom == "jadwal" and n.arti[1] == "?":
        return bool(n.arti[0] != (lain.arti or ("",))[0])  # words alone: what they mean is told only where they differ
    return bool(n.arti != lain.arti)
