"""What comes in from outside: forms and sheets, read as reports with their places."""
