"""Many files at once: the old Drive as a ZIP, or a heap dropped on the whole plan. Each gets a proposed place, and only
what a person confirmed is taken. May import bukti_fisik and below. Start at `models.py`.
"""
