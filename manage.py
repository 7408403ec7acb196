#!/usr/bin/env python
"""Django's command line for the archive; `script/server` calls it in the right order."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    try:
        from django.core.exceptions import ImproperlyConfigured
        from django.core.management import execute_from_command_line
        from django.db.utils import Error as DatabaseFailure
    except ImportError as error:
        raise SystemExit(
            "Django is not installed here. Run script/server once, then .venv/bin/python manage.py …"
        ) from error
    try:
        execute_from_command_line(sys.argv)
    except (ImproperlyConfigured, DatabaseFailure) as error:
        # What the person who runs this can mend is a sentence, not a page of our own lines.
        from archive.record.troubles import trouble_of

        trouble = trouble_of(error)
        if "--traceback" in sys.argv or (isinstance(error, DatabaseFailure) and trouble is None):
            raise
        remedy = f"\n{trouble.sentence}" if trouble else ""
        sys.stderr.write(f"manage.py: {str(error).strip()}{remedy}\n")
        raise SystemExit(1) from None
    except KeyboardInterrupt:
        raise SystemExit(130) from None


if __name__ == "__main__":
    main()
