"""What comes in from outside: read as reports with their places, and made the acts they are."""
