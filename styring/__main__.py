"""`python -m styring`, and the entry point of the `styring` command."""

import os

# Pydantic would look through every installed package for plugins each time we start.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

from styring.app import main

if __name__ == "__main__":
    main()
