"""Where each question stands on the sheet "Jawaban" of the LKE workbook: rows and columns of the national one, where
the instrument knows them for every question; else one row after the other. Pure."""

from dataclasses import dataclass

from pengungkit.beku import Naskah, soal_naskah

LEMBAR = "Jawaban"
KEPALA = 5
"""Row of the headings. Above it: title, instrument, office, year."""
JAWABAN = {"mandiri": "K", "tpi": "N"}
CATATAN = {"mandiri": "L", "tpi": "Q"}
REVISI = {"mandiri": "R", "tpi": "S"}
BUKTI = "M"


@dataclass(frozen=True, slots=True)
class BarisLke:
    """A row that holds an answer: of a question, or of one count of it (`masukan`, its code; else empty)."""

    nomor: int
    soal: Naskah
    masukan: str
    teks: str
    soal_portalrb: int | None
    komponen: Naskah
    indikator: Naskah

    @property
    def kode(self) -> str:
        """A1.i.a, or R1.1.a.b2 for a count."""
        return f"{self.soal['kode']}.{self.masukan}" if self.masukan else str(self.soal["kode"])

    @property
    def pertama(self) -> bool:
        """The row that also holds what is said of the question as a whole: its note, its evidence."""
        return not self.masukan or self.masukan == self.soal["masukan"][0]["kode"]

    @property
    def tertulis(self) -> str:
        """The question as the sheet has it."""
        if not self.masukan:
            return self.teks
        return f"{self.soal['teks']}\n{self.masukan}: {self.teks}" if self.pertama else f"{self.masukan}: {self.teks}"


def baris_lke(naskah: Naskah) -> list[BarisLke]:
    """The rows in the order of the sheet."""
    isi = [
        (bagian, soal, komponen, indikator)
        for komponen, indikator, soal in soal_naskah(naskah)
        for bagian in soal["masukan"] or [soal]
    ]
    nasional = all(bagian["excel_baris"] for bagian, *_ in isi)
    baris = [
        BarisLke(
            nomor=bagian["excel_baris"] if nasional else KEPALA + 1 + ke,
            soal=soal,
            masukan="" if bagian is soal else bagian["kode"],
            teks=bagian["teks"],
            soal_portalrb=bagian["soal_portalrb"],
            komponen=komponen,
            indikator=indikator,
        )
        for ke, (bagian, soal, komponen, indikator) in enumerate(isi)
    ]
    return sorted(baris, key=lambda b: b.nomor)
