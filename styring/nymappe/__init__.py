"""What a new data folder begins with."""
