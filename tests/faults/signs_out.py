"""A program: whoever another test has signed in is no more."""

import django

django.setup()

from django.contrib.auth.models import User  # noqa: E402

User.objects.filter(username__startswith="amina-").delete()
