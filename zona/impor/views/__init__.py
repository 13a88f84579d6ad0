"""Traffic of imports: a file in, its changes looked at and chosen, applied, taken back."""
