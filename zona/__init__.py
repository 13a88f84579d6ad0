"""Zona: an office plans, tracks, proves and scores its way to Zona Integritas menuju WBK."""
