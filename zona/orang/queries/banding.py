"""What each row of a list of people would do in an office: somebody new, changed, the same, asked or refused, and why.

Who is meant is told by the NIP, by what was printed for one, else by the whole name where nobody has a NIP; all that is
less sure is asked. Four queries, however many rows. No writes: domain/banyak.py does what stands here.
"""

from collections import defaultdict
from collections.abc import Mapping

from zona.impor.lama.orang import kata_nama
from zona.inti.kata import satu_titik
from zona.orang.enums import Jenis
from zona.orang.queries.hasil import BARU, BATAS_NAMA, KOSONG, TETAP, HasilBaris, Jawaban, Masalah
from zona.orang.queries.kenal import kenali_kantor, rapat, sebut
from zona.orang.queries.wewenang import larangan
from zona.orang.roster import kamus as k
from zona.orang.roster.daftar import Daftar
from zona.orang.roster.nilai import DIKENAL, baca_nip, baca_peran, baca_tim, posel_sah, tim_ada
from zona.organisasi.domain.tim import peran_sah
from zona.organisasi.enums import PENGARAH, Peran
from zona.organisasi.models import Keanggotaan, Pengguna, Satker, Tim

LABEL = {"nama": "Nama", "nip": "NIP", "nip_naskah": "NIP tercetak", "jabatan": "Jabatan", "posel": "Pos-el"}
BATAS_KUTIP = 60
BATAS_KOLOM = 200
"""More columns than a list has: what has no column of its own is told last."""
HILANG = "NIP tersimpan sebagai angka ({}), sehingga angka di belakangnya hilang. Ketik ulang NIP-nya sebagai teks."


class Banding:
    """One list against one office and year."""

    def __init__(
        self, satker: Satker, tahun: int, daftar: Daftar, jawaban: Mapping[int, Jawaban], oleh: Pengguna | None
    ) -> None:
        self.oleh = oleh
        self.daftar = daftar
        self.hasil = [HasilBaris(b, jawaban.get(b.nomor, KOSONG)) for b in daftar.baris]
        for h in self.hasil:
            h.nip = baca_nip(h.baris.nip)
        self.kenal = kenali_kantor(satker, tahun)
        self.dahulu: dict[str, list[HasilBaris]] = defaultdict(list)
        self.menurut_nomor = {h.baris.nomor: h for h in self.hasil}
        self.menurut_nip: dict[str, HasilBaris] = {}
        self.pemilik: dict[int, HasilBaris] = {}

    def jalan(self) -> list[HasilBaris]:
        for h in self.hasil:
            if h.jawaban.lewati:
                continue
            self._isi(h)
            self._tempat(h)
            self._siapa(h)
            self._data(h)
            self.dahulu[kata_nama(h.baris.nama)].append(h)
        self._ganda()
        self._pemimpin()
        self._ikut()
        for h in self.hasil:
            h.masalah.sort(key=lambda m: self.daftar.kolom.get(m.medan, BATAS_KOLOM + k.DIBACA.index(m.medan)))
            if not h.masalah and not h.jawaban.lewati:
                self._perubahan(h)
                for medan, pesan in larangan(h, self.kenal, self.oleh):
                    self._tolak(h, medan, pesan)
        return self.hasil

    # --- what stands in the row ---------------------------------------------------------------------

    def _tolak(self, h: HasilBaris, medan: str, pesan: str, *, tanya: bool = False) -> None:
        h.masalah.append(Masalah(medan, self.daftar.sel(h.baris.nomor, medan), satu_titik(pesan), tanya))

    def _isi(self, h: HasilBaris) -> None:
        b, nip = h.baris, h.nip
        if not kata_nama(b.nama):
            self._tolak(h, k.NAMA, "Namanya kosong." if not b.nama else f'"{_kutip(b.nama)}" bukan nama orang.')
        for medan in (k.NAMA, k.JABATAN):
            if (banyak := len(getattr(b, medan))) > BATAS_NAMA:
                self._tolak(h, medan, f"{LABEL[medan]} berisi {banyak} huruf, paling banyak {BATAS_NAMA}.")
        if b.posel and not posel_sah(b.posel):
            self._tolak(h, k.POSEL, f'"{_kutip(b.posel)}" bukan alamat pos-el.')
        if nip.hilang:
            self._tolak(h, k.NIP, HILANG.format(nip.tercetak))
        elif nip.soal and nip.tercetak not in self.kenal.naskah and not h.jawaban.naskah:
            pesan = f"NIP {nip.tercetak} {nip.soal}. Perbaiki, atau simpan sebagaimana tercetak."
            self._tolak(h, k.NIP, pesan, tanya=True)

    def _tempat(self, h: HasilBaris) -> None:
        """The team and the role: known, and such as that team has."""
        b = h.baris
        tim, peran = baca_tim(b.tim), baca_peran(b.peran)
        if tim is None:
            self._tolak(h, k.TIM, f'Pengungkit "{_kutip(b.tim)}" tidak dikenal; yang dikenal: {tim_ada()}.')
        if b.peran and peran is None:
            self._tolak(h, k.PERAN, f'Peran "{_kutip(b.peran)}" tidak dikenal; yang dikenal: {DIKENAL}.')
        if tim is None or (b.peran and peran is None):
            return
        if peran in (Peran.KEPALA, Peran.KETUA):
            tim = tim or PENGARAH
        if peran is None and tim:
            ada = " atau ".join(p.label for p in peran_sah(tim))
            self._tolak(h, k.PERAN, f"Perannya kosong; dalam {_nama_tim(tim)}: {ada}.")
        elif peran in TETAP and tim:
            self._tolak(h, k.PERAN, f"{peran.label} bukan peran dalam tim; kosongkan pengungkitnya.")
        elif peran in (Peran.KOORDINATOR, Peran.ANGGOTA) and not tim:
            self._tolak(h, k.TIM, f"Peran {peran.label} memerlukan pengungkit I–VI.")
        elif peran and tim and peran not in peran_sah(tim):
            ada = ", ".join(p.label for p in peran_sah(tim))
            self._tolak(h, k.PERAN, f"{_nama_tim(tim)} tidak mempunyai peran {peran.label}; yang ada: {ada}.")
        h.tim, h.peran = tim, peran

    # --- who it is ------------------------------------------------------------------------------------

    def _siapa(self, h: HasilBaris) -> None:
        """By the NIP, by what was printed for one, by the answer; else by the name, or asked."""
        nip = h.nip
        if nip.angka and (sama := self.menurut_nip.get(nip.angka)):
            self._seperti(h, sama)
            if kata_nama(sama.baris.nama) != kata_nama(h.baris.nama):
                self._tolak(h, k.NIP, f"NIP ini sudah dipakai {sama.baris.nama} di baris {sama.baris.nomor}.")
            return
        if nip.angka:
            self.menurut_nip[nip.angka] = h
        dikenal = self.kenal.nip.get(nip.angka) or (self.kenal.naskah.get(nip.tercetak) if nip.soal else None)
        if dikenal:
            h.pengguna = dikenal
        elif h.jawaban.siapa:
            self._dijawab(h)
        else:
            self._menurut_nama(h)

    def _dijawab(self, h: HasilBaris) -> None:
        siapa = h.jawaban.siapa
        if siapa.startswith("b") and siapa[1:].isdecimal():
            dahulu = self.menurut_nomor.get(int(siapa[1:]))
            if dahulu and dahulu.baris.nomor < h.baris.nomor and not dahulu.jawaban.lewati:
                self._seperti(h, dahulu)
                if h.nip.angka or h.nip.tercetak:
                    self._tolak(h, k.NIP, f"NIP-nya berbeda dari baris {dahulu.baris.nomor}, orang yang sama.")
                return
        if siapa.isdecimal() and int(siapa) in self.kenal.orang:
            h.pengguna = self.kenal.orang[int(siapa)]
        elif siapa != BARU:
            self._menurut_nama(h)

    def _seperti(self, h: HasilBaris, dahulu: HasilBaris) -> None:
        h.bersama = dahulu.baris.nomor if dahulu.bersama is None else dahulu.bersama
        h.pengguna = dahulu.pengguna

    def _menurut_nama(self, h: HasilBaris) -> None:
        kunci = "" if h.nip.hilang else kata_nama(h.baris.nama)
        ada = self.kenal.nama.get(kunci, []) if kunci else []
        baris = [d for d in self.dahulu[kunci] if d.bersama is None] if kunci else []
        if (
            not h.nip.angka
            and not h.nip.tercetak
            and (tentu := self.kenal.tentu(h.baris.nama, h.tim, h.peran, berulang=bool(baris)))
        ):
            h.pengguna = tentu
            return
        terpakai = {d.pengguna.pk for d in baris if d.pengguna}
        h.pilihan = [(str(p.pk), sebut(p)) for p in ada if p.pk not in terpakai]
        h.pilihan += [(f"b{d.baris.nomor}", f"orang yang sama dengan baris {d.baris.nomor}") for d in baris]
        if h.pilihan:
            h.pilihan.append((BARU, "orang lain yang bernama sama (akun baru)"))
            sebutan = [sebut(p) for p in ada if p.pk not in terpakai] + [f"baris {d.baris.nomor}" for d in baris]
            kata = f"Ada nama yang sama: {'; '.join(sebutan)}. Orang yang sama, atau orang lain?"
            self._tolak(h, k.NAMA, kata, tanya=True)

    # --- what changes ---------------------------------------------------------------------------------

    def _data(self, h: HasilBaris) -> None:
        """Fields of the account that the row says otherwise; what it leaves empty stays."""
        b, p = h.baris, h.pengguna
        if p and not p.is_active and h.peran:
            self._tolak(h, k.NAMA, f"Akun {p} nonaktif. Aktifkan dahulu, atau kosongkan perannya.")
        isi: dict[str, str | None] = {m: getattr(b, m) for m in (k.NAMA, k.JABATAN, k.POSEL) if getattr(b, m)}
        if h.nip.angka:
            isi |= {"nip": h.nip.angka, "nip_naskah": ""}
        elif h.nip.tercetak:
            if p and p.nip:
                self._tolak(h, k.NIP, f"{p.nama} sudah ber-NIP {p.nip}; kosongkan sel ini, atau perbaiki.")
            isi["nip_naskah"] = h.nip.tercetak
        if p:
            isi = {m: nilai for m, nilai in isi.items() if (getattr(p, m) or "") != nilai}
        acuan = self.pemilik.setdefault(p.pk, h) if p else (self.menurut_nomor[h.bersama] if h.bersama else h)
        if acuan is not h:
            self._serasi(h, acuan)
            isi = {}
        h.data = isi

    def _serasi(self, h: HasilBaris, acuan: HasilBaris) -> None:
        """Two rows of one person say the same of it; a cell may be empty in the second."""
        for medan in (k.NAMA, k.JABATAN, k.POSEL):
            nilai, dahulu = getattr(h.baris, medan), getattr(acuan.baris, medan)
            if nilai and rapat(nilai) != rapat(dahulu):
                pesan = f"{LABEL[medan]} berbeda dari baris {acuan.baris.nomor}, orang yang sama: {dahulu or 'kosong'}."
                self._tolak(h, medan, pesan)
        h.bersama = acuan.baris.nomor

    def _diri(self, h: HasilBaris) -> tuple[str, int]:
        """Whom the row is about: an account, or the row that makes it."""
        if h.pengguna:
            return ("akun", h.pengguna.pk)
        return ("baris", h.baris.nomor if h.bersama is None else h.bersama)

    def _ganda(self) -> None:
        """A person stands in a team once, and so does who leads it."""
        tempat: dict[tuple[tuple[str, int], str], HasilBaris] = {}
        pemimpin: dict[tuple[str, Peran], HasilBaris] = {}
        for h in self.hasil:
            if h.jawaban.lewati or not (h.tim and h.peran) or any(m.medan in (k.TIM, k.PERAN) for m in h.masalah):
                continue
            lain = tempat.setdefault((self._diri(h), h.tim), h)
            if lain is not h:
                self._tolak(h, k.TIM, f"Orang ini sudah ada dalam {_nama_tim(h.tim)} di baris {lain.baris.nomor}.")
            elif h.peran != Peran.ANGGOTA and (dahulu := pemimpin.setdefault((h.tim, h.peran), h)) is not h:
                pesan = f"{_nama_tim(h.tim)} sudah mempunyai {h.peran.label} di baris {dahulu.baris.nomor}"
                self._tolak(h, k.PERAN, f"{pesan}: {dahulu.baris.nama}.")

    def _pemimpin(self) -> None:
        """Who leads a team today keeps it, unless the list gives them another role in that team."""
        pindah = {
            (h.pengguna.pk, h.tim)
            for h in self.hasil
            if h.pengguna and h.tim and not h.masalah and self.kenal.peran_di(h.pengguna, h.tim) not in (None, h.peran)
        }
        pemegang = self.kenal.pemegang()
        for h in self.hasil:
            m = pemegang.get((h.tim, str(h.peran))) if h.peran and not h.jawaban.lewati else None
            if m and self._diri(h) != ("akun", m.pengguna_id) and (m.pengguna_id, h.tim) not in pindah:
                pesan = f"{_nama_tim(h.tim)} sudah mempunyai {m.get_peran_display()}: {m.pengguna.nama}."
                self._tolak(h, k.PERAN, pesan)

    def _ikut(self) -> None:
        """A row of somebody whom an earlier row would make waits with it."""
        for h in self.hasil:
            acuan = self.menurut_nomor.get(h.bersama) if h.bersama is not None and h.pengguna is None else None
            if acuan and not acuan.siap and not h.jawaban.lewati:
                pesan = f"Menunggu baris {acuan.baris.nomor}, orang yang sama, yang belum dapat diterapkan."
                self._tolak(h, k.NAMA, pesan, tanya=acuan.jenis == Jenis.DITANYA)

    def _perubahan(self, h: HasilBaris) -> None:
        """Old and new of all the row changes, for people."""
        p = h.pengguna
        h.perubahan = [
            (LABEL[m], (getattr(p, m) or "–") if p else "", nilai or "–")
            for m, nilai in h.data.items()
            if p or (nilai and m != k.NAMA)
        ]
        if h.peran in TETAP:
            h.masuk = p is None or (p.pk, h.peran.value) not in self.kenal.tetap
            h.perubahan += [("Peran tetap", "", h.peran.label)] if h.masuk else []
        elif h.peran:
            lama = self.kenal.anggota.get((p.pk, h.tim)) if p else None
            h.sebutan = _sebutan(h, lama)
            h.masuk = lama is None or (lama.peran, lama.sebutan) != (h.peran.value, h.sebutan)
            if h.masuk:
                dahulu = (lama.sebutan or lama.get_peran_display()) if lama else ""
                h.perubahan.append((_nama_tim(h.tim), dahulu, h.sebutan or h.peran.label))


def _sebutan(h: HasilBaris, lama: Keanggotaan | None) -> str:
    """The role as the list prints it, kept for the steering pair only (Keanggotaan); plain words leave it as it is."""
    if h.tim != PENGARAH or not h.peran:
        return ""
    if rapat(h.baris.peran) == rapat(h.peran.label):
        return lama.sebutan if lama and lama.peran == h.peran else ""
    return h.baris.peran[:60]


def _kutip(teks: str) -> str:
    """As much of a cell's words as a sentence bears."""
    return teks if len(teks) <= BATAS_KUTIP else f"{teks[: BATAS_KUTIP - 1]}…"


def _nama_tim(kode: str) -> str:
    return Tim(kode=kode).nama


def bandingkan(
    satker: Satker,
    tahun: int,
    daftar: Daftar,
    jawaban: Mapping[int, Jawaban] | None = None,
    oleh: Pengguna | None = None,
) -> list[HasilBaris]:
    """What each row would do if `oleh` brought it (None: the operator), in the order of the list."""
    return Banding(satker, tahun, daftar, jawaban or {}, oleh).jalan()
