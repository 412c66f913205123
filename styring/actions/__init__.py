"""What people do with the data, as edits: register and wish in, edits out."""
