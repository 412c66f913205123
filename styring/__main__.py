"""`python -m styring`, and the entry point of the `styring` command."""

import gc
import os
import sys


def main() -> None:
    """Runs the command line and ends the process with its exit status."""
    # What is read lives until the end, and the end is soon: looking for garbage only takes time.
    gc.disable()
    # Pydantic would look through every installed package for plugins each time we start.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        from styring.app import main as run

        run()
    except KeyboardInterrupt:  # before the program had got so far as to expect it
        sys.exit(130)


if __name__ == "__main__":
    main()
