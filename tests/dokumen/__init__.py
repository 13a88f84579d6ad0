"""Tests of zona.dokumen."""
