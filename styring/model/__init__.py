"""What a municipality talks about, as frozen Pydantic models. Knows no files."""
