"""Traffic of heaps: sending one (kirim), and giving its files their places (kiriman)."""
