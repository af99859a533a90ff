"""Makes the tables and `python prepare.py COUNT` customers, each with a parcel whose question is open."""

import os
import sys

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings")

import django
from django.core.management import call_command

django.setup()
call_command("migrate", verbosity=0)  # RapidSMS first: the tables of `parcels` point to its own
call_command("migrate", run_syncdb=True, verbosity=0)

from parcels.models import Parcel  # noqa: E402
from rapidsms.models import Backend, Connection  # noqa: E402

backend, _ = Backend.objects.get_or_create(name="gateway")
numbers = range(1, int(sys.argv[1]) + 1)
connections = Connection.objects.bulk_create(
    [Connection(backend=backend, identity=f"+86138{n:08}") for n in numbers], batch_size=1000
)
Parcel.objects.bulk_create(
    [Parcel(connection=c, tracking_no=f"FY{n:010}") for n, c in zip(numbers, connections, strict=True)], batch_size=1000
)
