"""The LKE as a workbook."""
