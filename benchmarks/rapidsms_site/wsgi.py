import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings")

from celery import Celery
from django.core.wsgi import get_wsgi_application

celery = Celery("peer")
celery.config_from_object("django.conf:settings", namespace="CELERY")
celery.set_default()
application = get_wsgi_application()
