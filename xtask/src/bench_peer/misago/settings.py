"""Misago as its authors run it in production (rafalp/misago_docker), with its own project as the base.

What differs from there: no nginx before it, so that its files are sent by WhiteNoise and its pages are packed
by Django; connections to the database are kept, as Django advises; plain HTTP, so that cookies go without TLS.
"""

import os

from devproject.settings import *

HERE = os.environ["PEER_FOLDER"]

DEBUG = False
SECRET_KEY = "of a forum that lives for minutes, on the loopback alone, and holds nobody"
ALLOWED_HOSTS = ["127.0.0.1"]

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "postgres",
        "USER": "postgres",
        "HOST": "127.0.0.1",
        "PORT": os.environ["PEER_POSTGRES_PORT"],
        "CONN_MAX_AGE": 600,
    }
}

REDIS = "redis://127.0.0.1:" + os.environ["PEER_REDIS_PORT"]
CACHES = {
    "default": {
        "BACKEND": "django_redis.cache.RedisCache",
        "LOCATION": REDIS + "/1",
        "OPTIONS": {"CLIENT_CLASS": "django_redis.client.DefaultClient"},
    }
}
CELERY_BROKER_URL = REDIS + "/0"
SESSION_ENGINE = "django.contrib.sessions.backends.cache"

MIDDLEWARE = [name for name in MIDDLEWARE if not name.startswith("debug_toolbar")]
MIDDLEWARE.insert(0, "django.middleware.gzip.GZipMiddleware")
MIDDLEWARE.insert(0, "whitenoise.middleware.WhiteNoiseMiddleware")

STATIC_ROOT = os.path.join(HERE, "static")
WHITENOISE_ROOT = os.path.join(HERE, "root")
MEDIA_ROOT = os.path.join(WHITENOISE_ROOT, "media")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

MISAGO_USER_DATA_DOWNLOADS_WORKING_DIR = os.path.join(HERE, "userdata")
MISAGO_AVATAR_GALLERY = os.path.join(HERE, "avatargallery")
del MISAGO_AVATARS_SIZES
LOGGING = {"version": 1, "disable_existing_loggers": True}
