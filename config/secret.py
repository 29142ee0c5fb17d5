"""Makes the secret key of this installation, once: python -m config.secret PATH.

It stands apart from Django, whose settings cannot be read before the secret exists.
"""

import os
import secrets
import sys
import tempfile
from pathlib import Path


def keep(path: Path) -> bool:
    """Write a new secret to `path` unless there is one; say whether it was written."""
    if path.exists():
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, draft = tempfile.mkstemp(dir=path.parent)  # mode 600 from the start
    with os.fdopen(descriptor, "w") as file:
        file.write(secrets.token_urlsafe(50))
    try:
        os.link(draft, path)  # whole or not at all, and never over another's
    except FileExistsError:
        return False
    finally:
        os.unlink(draft)
    return True


if __name__ == "__main__":
    keep(Path(sys.argv[1]))
