"""Editing the rows of a plan while it is draf or perubahan: add, change, move, remove.

baris     what every change of a row shares: the lock of the plan, the row's `revisi`, the trail
urutan    the order of siblings, and the numbers and letters that follow from it
kerja, aksi, syarat, program     adding and changing one of each
pindah, hapus                    moving within the pengungkit, removing what nothing hangs on
"""
