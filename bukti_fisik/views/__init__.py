"""Traffic of evidence: sending it (unggah), judging it (verifikasi), reading it (berkas)."""
