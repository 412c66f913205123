"""The lowest versions that pyproject.toml allows of what it names, as constraints for pip."""

import re
import tomllib
from itertools import chain
from pathlib import Path

project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]
extras = project["optional-dependencies"]
for wanted in chain(project["dependencies"], *(extras[name] for name in ("pdf", "test"))):
    if bound := re.match(r"([\w.-]+)>=([\w.]+)", wanted):
        print(f"{bound[1]}=={bound[2]}")
