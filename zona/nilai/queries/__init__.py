"""Reading score and capaian into what the page draws. No writes."""
