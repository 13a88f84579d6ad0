"""Kinds within an instrument and an assessment."""

from django.db.models import TextChoices


class Kelompok(TextChoices):
    PENGUNGKIT = "pengungkit", "Pengungkit"
    HASIL = "hasil", "Hasil"


class Aspek(TextChoices):
    PEMENUHAN = "pemenuhan", "Pemenuhan"
    REFORM = "reform", "Reform"


class JenisJawaban(TextChoices):
    YA_TIDAK = "YA_TIDAK", "Ya/Tidak"
    ABC = "ABC", "A–C"
    ABCD = "ABCD", "A–D"
    ABCDE = "ABCDE", "A–E"
    PERSEN = "PERSEN", "Persentase"
    NILAI_0_4 = "NILAI_0_4", "Nilai 0–4"


class JenisPenilaian(TextChoices):
    MANDIRI = "mandiri", "Penilaian mandiri"
    TPI = "tpi", "Penilaian TPI"


class StatusPenilaian(TextChoices):
    DRAF = "draf", "Draf"
    DIAJUKAN = "diajukan", "Diajukan"
    DIKUNCI = "dikunci", "Dikunci"
