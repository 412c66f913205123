"""`python -m styring`, and the entry point of the `styring` command."""

from styring.app import main

if __name__ == "__main__":
    main()
