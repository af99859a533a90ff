"""RapidSMS as its documentation sets it up: Django, the database router, the generic HTTP backend, keyword handlers.

https://rapidsms.readthedocs.io/en/latest/topics/router/db.html · …/backends/http.html · …/applications/handlers.html
Celery runs the router's tasks at once, in the request: no queue between, which spares the peer a broker and a worker.
"""

import os

SECRET_KEY = "k" * 50
ALLOWED_HOSTS = ["*"]
DEBUG = False
USE_TZ = True
ROOT_URLCONF = "urls"
WSGI_APPLICATION = "wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "rapidsms",
    "rapidsms.backends.database",
    "rapidsms.router.db",
    "rapidsms.contrib.handlers",
    "parcels",
]
MIDDLEWARE = ["django.middleware.security.SecurityMiddleware", "django.middleware.common.CommonMiddleware"]
TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}]

if os.environ["PEER_DATABASE"].endswith(".db"):
    DATABASES = {
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": os.environ["PEER_DATABASE"],
            "CONN_MAX_AGE": None,
            "OPTIONS": {
                "timeout": 30,
                "transaction_mode": "IMMEDIATE",
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
            },
        }
    }
else:
    DATABASES = {
        "default": {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": os.environ["PEER_DATABASE"],
            "HOST": os.environ["PEER_HOST"],
            "USER": "postgres",
            "CONN_MAX_AGE": None,
        }
    }

RAPIDSMS_ROUTER = "rapidsms.router.db.DatabaseRouter"
INSTALLED_BACKENDS = {"gateway": {"ENGINE": "parcels.gateway.Gateway"}}
RAPIDSMS_HANDLERS = ["parcels.handlers.Hold", "parcels.handlers.Schedule", "parcels.handlers.Redirect"]
CELERY_TASK_ALWAYS_EAGER = True
LOGGING = {"version": 1, "disable_existing_loggers": False, "root": {"level": "WARNING"}}
