"""One sheet read row by row into rencana kerja by pengungkit. Pure."""

from zona.impor.lama import kamus as k
from zona.impor.lama.area import kenali_area
from zona.impor.lama.baris import Jenis, golongkan
from zona.impor.lama.hasil import ANTARA, Bagian, LembarDipakai, Lewat, Susunan
from zona.impor.lama.kamus import kata_judul
from zona.impor.lama.lembar import BarisLama
from zona.impor.lama.pecah import lepas_nomor, pecah, satu_baris
from zona.impor.lama.peta import BUKTI_KERJA, BUKTI_SENDIRI, IKUT, JADI_KERJA, TINGGAL
from zona.impor.lama.rakit import AksiLama, BuktiLama, Cara, Catatan, KerjaLama, SelWaktu
from zona.impor.lama.sel import nomor_sel, teks_sel, waktu_baris
from zona.impor.lama.tingkat import bertingkat, kepala_tanpa_nomor, tingkat
from zona.impor.lama.waktu import TAK_ADA
from zona.organisasi.enums import AREA


class Pembaca:
    """One sheet, row by row."""

    def __init__(self, satu: LembarDipakai, tahun: int, hasil: Susunan) -> None:
        self.lembar, self.judul, self.peta, self.hasil = satu.lembar, satu.judul, satu.peta, hasil
        self.tahun = tahun
        self.kerja: dict[str, list[KerjaLama]] = {kode: [] for kode in AREA}
        self.kini: KerjaLama | None = None
        self.aksi: AksiLama | None = None
        self.sumber = self._sumber_lembar()
        self.area = self.sumber.usul
        self.bagian_kerja = False
        self.terbaca = list(golongkan(self.lembar, self.judul, self.peta))
        isi = [t.baris for t in self.terbaca if t.jenis is Jenis.ISI]
        kolom = self.peta.satu
        self.tunggal = kolom(k.KERJA) < 0 or kolom(k.AKSI) < 0
        self.utama = max(kolom(k.KERJA), kolom(k.AKSI))
        letak = (self.utama, kolom(k.NO), kolom(k.HURUF))
        self.bertingkat = self.tunggal and bertingkat(isi, *letak)
        self.tanpa_nomor = kepala_tanpa_nomor(isi, *letak) if self.bertingkat else frozenset()

    def cara(self) -> Cara:
        semua = [kerja for milik in self.kerja.values() for kerja in milik]
        letak = self.peta.letak
        if self.peta.bukti == BUKTI_SENDIRI:
            beraksi = any(b.aksi for kerja in semua for b in kerja.bukti)
            bukti_aksi = beraksi or all(len(kerja.aksi) < 2 for kerja in semua)
        else:
            bukti_aksi = self.peta.bukti != BUKTI_KERJA
        if not bukti_aksi and self.peta.bukti == BUKTI_SENDIRI and any(kerja.bukti for kerja in semua):
            pesan = "Bukti hanya tertulis sekali untuk setiap rencana kerja, jadi dibaca sebagai bukti seluruhnya."
            self.hasil.catatan.append(Catatan(self.lembar.nama, pesan))
        return Cara(
            self.tahun,
            berwaktu=any(letak(medan) for medan in (k.JADWAL, k.MULAI, k.TEMPO, *k.PERIODE)),
            berorang=bool(letak(k.PENANGGUNG)),
            bernomor=2 * sum(bool(kerja.nomor) for kerja in semua) >= len(semua),
            bukti_aksi=bukti_aksi,
        )

    # --- which pengungkit ---------------------------------------------------------------------------

    def _sumber_lembar(self) -> Bagian:
        """The sheet's own words: a title above the table that names one pengungkit, else the sheet's name."""
        atas = [" ".join(b.kata) for b in self.lembar.baris if b.nomor < self.judul.baris]
        sebut = [(teks, kode) for teks in atas if not teks.isdecimal() and (kode := kenali_area(teks))]
        if len({kode for _, kode in sebut}) == 1:
            return self._bagian(sebut[0][0], "judul lembar", sebut[0][1])
        return self._bagian(self.lembar.nama, "nama lembar", kenali_area(self.lembar.nama))

    def _bagian(self, teks: str, asal: str, usul: str) -> Bagian:
        kunci = kata_judul(teks)[:100] or kata_judul(asal)
        return self.hasil.bagian.setdefault(kunci, Bagian(kunci, teks[:120], self.peta.bagian.get(kunci, usul), asal))

    def _ganti_area(self, teks: str, asal: str) -> None:
        lain = JADI_KERJA if self.peta.satu(k.KERJA) < 0 and asal == ANTARA else IKUT
        bagian = self._bagian(teks, asal, kenali_area(teks, kepala=asal == ANTARA) or lain)
        if bagian.usul == JADI_KERJA:
            butir = lepas_nomor(teks)
            self._kerja_baru(butir.teks, butir.tanda or "1", self.lembar.nama)
            self.bagian_kerja = True
        elif bagian.usul != IKUT:
            self.sumber, self.area = bagian, bagian.usul
            self.kini = self.aksi = None
            self.bagian_kerja = False
        bagian.banyak += bagian.usul in (IKUT, JADI_KERJA)

    # --- rows ---------------------------------------------------------------------------------------

    def baca(self) -> None:
        for t in self.terbaca:
            if t.jenis is Jenis.LEWAT:
                self._lewati(t.baris, t.kata)
            elif t.jenis is Jenis.BAGIAN:
                self._ganti_area(t.kata, ANTARA)
            else:
                self._isi(t.baris)

    def _lewati(self, b: BarisLama, alasan: str) -> None:
        akhir = self.hasil.lewat[-1] if self.hasil.lewat else None
        if akhir and (akhir.lembar, akhir.alasan, akhir.sampai + 1) == (self.lembar.nama, alasan, b.nomor):
            self.hasil.lewat[-1] = Lewat(akhir.lembar, akhir.baris, b.nomor, akhir.teks, alasan)
        else:
            self.hasil.lewat.append(Lewat(self.lembar.nama, b.nomor, b.nomor, " ".join(b.kata)[:120], alasan))

    def _isi(self, b: BarisLama) -> None:
        ke = self.peta.satu(k.PENGUNGKIT)
        if ke >= 0 and (nama := satu_baris(b.sendiri(ke))) and kata_judul(nama)[:100] != self.sumber.kunci:
            self._ganti_area(nama, "kolom pengungkit")
        if self.area not in AREA:
            self.sumber.banyak += 1
            self._lewati(b, "bagian yang ditinggalkan" if self.area == TINGGAL else "pengungkitnya belum dipilih")
            return
        self.sumber.banyak += 1
        if self.tunggal:
            self._baris_tunggal(b)
        else:
            self._baris_penuh(b)
        self._bukti(b)

    def _kerja_baru(self, teks: str, nomor: str, sel: str) -> None:
        if self.area in AREA:
            self.kini, self.aksi = KerjaLama(teks, nomor, sel), None
            self.kerja[self.area].append(self.kini)

    def _baris_penuh(self, b: BarisLama) -> None:
        """Rencana kerja and actions in columns of their own."""
        kolom = self.peta.satu
        butir, nomor = lepas_nomor(teks_sel(b, kolom(k.KERJA))), nomor_sel(b, kolom(k.NO))
        nomor = nomor or butir.tanda
        sama = self.kini and (self.kini.uraian, self.kini.nomor) == (butir.teks, nomor or self.kini.nomor)
        baru = bool(butir.teks) and not sama
        if baru:
            self._kerja_baru(butir.teks, nomor, self._sel(b, kolom(k.KERJA)))
        self._baris_aksi(b, kolom(k.AKSI))
        if self.kini and baru and self.aksi is None:
            self.kini.sendiri = self._aksi_dari(b, butir.teks, "", kolom(k.KERJA))

    def _baris_tunggal(self, b: BarisLama) -> None:
        """One column of words: its numbers say what is a rencana kerja and what an action of it; without levels, each
        row is a rencana kerja with itself for its action."""
        kolom, teks = self.peta.satu, teks_sel(b, self.utama)
        if not teks:
            self._baris_aksi(b, self.utama)
            return
        nomor, huruf = nomor_sel(b, kolom(k.NO)), nomor_sel(b, kolom(k.HURUF))
        butir = lepas_nomor(teks)
        tinggi = tingkat(teks, nomor, huruf)
        di_bawah = self.bagian_kerja or (self.bertingkat and tinggi != 1 and b.nomor not in self.tanpa_nomor)
        if self.kini and di_bawah:
            self._baris_aksi(b, self.utama)
        else:
            self._kerja_baru(butir.teks, nomor or butir.tanda, self._sel(b, self.utama))
            if self.kini:
                self.kini.sendiri = self._aksi_dari(b, butir.teks, "", self.utama)

    def _baris_aksi(self, b: BarisLama, ke: int) -> None:
        """Actions that the row names; where it names none, it goes on about the last."""
        huruf = nomor_sel(b, self.peta.satu(k.HURUF))
        butir = pecah(teks_sel(b, ke), per_baris=False)
        if len(butir) == 1 and self.aksi and self.aksi.sama(butir[0].teks, huruf or butir[0].tanda):
            butir = []
        if not butir:
            milik = self.aksi or (self.kini and self.kini.sendiri)
            if milik:
                milik.waktu.append(waktu_baris(b, self.peta, penuh=False))
                milik.orang.append(teks_sel(b, self.peta.satu(k.PENANGGUNG)))
                self._letak(milik, b)
            return
        if self.kini is None:
            self._kerja_baru(butir[0].teks, "", self._sel(b, ke))
            pesan = "Rencana kerjanya tidak tertulis; kata-kata rencana aksinya dipakai."
            self.hasil.catatan.append(Catatan(self._sel(b, ke), pesan))
        if self.kini is None:
            return
        for bukti in self.kini.bukti:
            bukti.bersama |= any(kolom in b.turun for kolom in self.peta.letak(k.BUKTI)) and bukti.aksi is not None
        aksi = [self._aksi_dari(b, satu.teks, huruf or satu.tanda, ke) for satu in butir]
        if len(aksi) > 1:
            self._bagi(b, aksi)
        self.kini.aksi += aksi
        self.aksi = aksi[-1]

    def _bagi(self, b: BarisLama, aksi: list[AksiLama]) -> None:
        """Several actions of one cell share the row's time and people, line by line where there are as many lines."""
        for medan in (k.JADWAL, k.PENANGGUNG):
            bagian = pecah(b.teks(self.peta.satu(medan)), per_baris=True) if self.peta.letak(medan) else []
            if len(bagian) != len(aksi):
                continue
            for satu, isi in zip(aksi, bagian, strict=True):
                if medan == k.JADWAL:
                    satu.waktu = [SelWaktu(isi.teks)]
                else:
                    satu.orang = [isi.teks]

    def _aksi_dari(self, b: BarisLama, teks: str, tanda: str, ke: int) -> AksiLama:
        orang = self.peta.satu(k.PENANGGUNG)
        aksi = AksiLama(
            teks,
            tanda,
            self._sel(b, ke),
            [waktu_baris(b, self.peta, penuh=True)],
            [b.teks(orang) if orang >= 0 else ""],
        )
        self._letak(aksi, b)
        return aksi

    def _letak(self, aksi: AksiLama, b: BarisLama) -> None:
        """The first cells that say when and who."""
        waktu = (k.JADWAL, k.MULAI, k.TEMPO, *k.PERIODE)
        for nama, semua in (("jadwal", waktu), ("penanggung_jawab", (k.PENANGGUNG,))):
            kolom = [ke for medan in semua if (ke := self.peta.satu(medan)) >= 0]
            if terisi := [ke for ke in kolom if b.teks(ke).lower() not in TAK_ADA]:
                aksi.letak.setdefault(nama, self._sel(b, terisi[0]))

    def _bukti(self, b: BarisLama) -> None:
        for ke in self.peta.letak(k.BUKTI):
            teks = b.sendiri(ke)
            if not teks or teks.lower() in TAK_ADA or self.kini is None:
                continue
            beraksi = len(pecah(teks_sel(b, self.peta.satu(k.AKSI)), per_baris=False)) < 2
            aksi = len(self.kini.aksi) - 1 if self.aksi and beraksi else None
            self.kini.bukti += [BuktiLama(satu.teks, aksi, self._sel(b, ke)) for satu in pecah(teks, per_baris=True)]

    def _sel(self, b: BarisLama, ke: int) -> str:
        return self.lembar.sel(b.nomor, ke)
