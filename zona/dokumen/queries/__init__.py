"""What a document needs beside the matrix. No writes."""
