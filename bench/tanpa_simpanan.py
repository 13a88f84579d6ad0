"""Settings of the run in which no drawn page is kept: every request draws."""

from zona.settings import *  # noqa: F403

CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
