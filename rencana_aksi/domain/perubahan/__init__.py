"""The draft of a perubahan: rows of its own beside those in force (docs/adr/0040).

salin      copying rows in force into the draft
gabung     merging the draft into the plan in force, when it is ditetapkan
putusan    what the head decides of progress recorded meanwhile on rows that the draft removes
kembali    putting one row of the draft back as it is in force
"""
