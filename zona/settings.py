"""All settings, from the environment. Every variable is listed in README, "Untuk dipakai sungguhan"."""

import re
import secrets
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from environs import Env

env = Env()
AKAR = Path(__file__).resolve().parent.parent

# --- What kind of installation -------------------------------------------------------------------
PRODUKSI = env.bool("ZONA_PRODUKSI", False)
DEBUG = env.bool("ZONA_DEBUG", False)
DATA = env.path("ZONA_DATA", AKAR / "data")
DATA.mkdir(parents=True, exist_ok=True)

ZONA_CONTOH = env.bool("ZONA_CONTOH", not PRODUKSI)
ZONA_SANDI_CONTOH = env.str("ZONA_SANDI_CONTOH", "contoh-zona-2023")
ZONA_HARI_INI = env.date("ZONA_HARI_INI", None)
ZONA_BATAS_UNGGAH_MB = env.int("ZONA_BATAS_UNGGAH_MB", 25)
ZONA_BATAS_KIRIMAN_MB = env.int("ZONA_BATAS_KIRIMAN_MB", 2048)
ZONA_FOLDER_UNGGAHAN = DATA / "unggahan"  # what is still on its way, in pieces
CLAMAV_SOCKET = env.str("CLAMAV_SOCKET", "")  # /path or host:port of clamd; empty: files are not scanned
ZONA_TAUTAN_DALAM: list[str] = env.list("ZONA_TAUTAN_DALAM", [])  # ip:port that is not public and may be visited
ZONA_SABAR_DOKUMEN = env.float("ZONA_SABAR_DOKUMEN", 5.0)  # seconds before a page says that a document is being made
TSA_URL = env.str("TSA_URL", "")  # of a time stamping authority (RFC 3161); empty: signatures without a time stamp
ZONA_SERTIFIKAT_TEPERCAYA = env.path("ZONA_SERTIFIKAT_TEPERCAYA", None)  # folder of root certificates of signers
ZONA_PKCS11_PUSTAKA = env.str("ZONA_PKCS11_PUSTAKA", "")  # library of the token the kepala signs with; empty: none
ZONA_PKCS11_TOKEN = env.str("ZONA_PKCS11_TOKEN", "")
ZONA_PKCS11_SERTIFIKAT = env.str("ZONA_PKCS11_SERTIFIKAT", "")  # label of certificate and key in it
ZONA_JUMLAH_PROKSI = env.int("ZONA_JUMLAH_PROKSI", 0)


def _kunci_rahasia() -> str:
    """The key from the environment; outside production, one made once and kept in data/."""
    if PRODUKSI:
        return env.str("ZONA_KUNCI_RAHASIA")
    if kunci := env.str("ZONA_KUNCI_RAHASIA", ""):
        return kunci
    berkas = DATA / "kunci-rahasia"
    if not berkas.exists():
        calon = DATA / f"kunci-{secrets.token_hex(8)}"
        calon.touch(mode=0o600)
        calon.write_text(secrets.token_urlsafe(64))
        with suppress(FileExistsError):  # of two first starts at once, the first to finish wins whole
            berkas.hardlink_to(calon)
        calon.unlink()
    return berkas.read_text()


SECRET_KEY = _kunci_rahasia()
ALLOWED_HOSTS = env.list("ZONA_HOST", ["127.0.0.1", "localhost", "[::1]"])
CSRF_TRUSTED_ORIGINS: list[str] = env.list("ZONA_ASAL_TEPERCAYA", [])

# --- Rooms: the order is the import order, lowest first (pyproject.toml, import-linter) -----------
INSTALLED_APPS = [
    "zona.inti",
    "zona.organisasi",
    "pengungkit",
    "rencana_aksi",
    "bukti_fisik",
    "zona.kiriman",
    "zona.matriks",
    "zona.nilai",
    "zona.impor",
    "zona.orang",
    "zona.naskah",
    "zona.dokumen",
    "zona.surat",
    "zona.pengesahan",
    "zona.pintu",
    "zona.portalrb",
    "zona.tahapan",
    "zona.kabar",
    "zona.mulai",
    "zona.beranda",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "template_partials",
    "axes",
    "csp",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "zona.inti.middleware.HtmxTanggapan",
    "zona.organisasi.middleware.WajibGantiSandi",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "zona.urls"
WSGI_APPLICATION = "zona.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [AKAR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "zona.inti.context_processors.zona",
            ],
            "builtins": [
                "template_partials.templatetags.partials",
                "zona.inti.templatetags.zona",
            ],
        },
    }
]

# --- Data ----------------------------------------------------------------------------------------
DATABASES = {"default": env.dj_db_url("DATABASE_URL", f"sqlite:///{DATA / 'zona.sqlite3'}", conn_max_age=60)}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"].setdefault("OPTIONS", {}).update(
        transaction_mode="IMMEDIATE",
        timeout=20,
        init_command="PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
    )
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# One cache per worker: it only ever holds pages keyed by a satker's revision (zona/inti/cache.py).
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "OPTIONS": {"MAX_ENTRIES": 400}},
}

S3_BUCKET = env.str("S3_BUCKET", "")


def _s3() -> dict[str, Any]:
    """S3 or alike. Checksums only where asked for: many alikes refuse the newer ones. Files are read in pieces."""
    from botocore.config import Config

    hemat = "when_required"
    return {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": S3_BUCKET,
            "endpoint_url": env.str("S3_ENDPOINT_URL", None),
            "region_name": env.str("S3_REGION", None),
            "file_overwrite": False,
            "default_acl": None,
            "max_memory_size": FILE_UPLOAD_MAX_MEMORY_SIZE,
            "client_config": Config(request_checksum_calculation=hemat, response_checksum_validation=hemat),
        },
    }


FILE_UPLOAD_MAX_MEMORY_SIZE = 512 * 1024
STORAGES = {
    "default": _s3()
    if S3_BUCKET
    else {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": DATA / "berkas", "file_permissions_mode": 0o640},
    },
    "staticfiles": {
        "BACKEND": (
            "django.contrib.staticfiles.storage.StaticFilesStorage"
            if DEBUG
            else "whitenoise.storage.CompressedManifestStaticFilesStorage"
        )
    },
}
STATIC_URL = "static/"
STATIC_ROOT = DATA / "statis"
STATICFILES_DIRS = [AKAR / "static"]
WHITENOISE_MAX_AGE = 31536000

# --- People --------------------------------------------------------------------------------------
AUTH_USER_MODEL = "organisasi.Pengguna"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "zona.organisasi.backends.MasukDenganNip",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
     "OPTIONS": {"user_attributes": ("username", "nip", "nama")}},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]  # fmt: skip
LOGIN_URL = "organisasi:masuk"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "organisasi:masuk"

AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_DISABLE_ACCESS_LOG = True
AXES_LOCKOUT_CALLABLE = "zona.organisasi.kunci_masuk.terkunci"
AXES_CLIENT_IP_CALLABLE = "zona.organisasi.kunci_masuk.alamat_ip"
AXES_USERNAME_CALLABLE = "zona.organisasi.kunci_masuk.nama_pengguna"

# --- Browser safety ------------------------------------------------------------------------------
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_AGE = 60 * 60 * 12
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "zona.inti.views.csrf_gagal"
if PRODUKSI:
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
    SECURE_SSL_REDIRECT = env.bool("ZONA_ALIHKAN_HTTPS", True)
    SECURE_REDIRECT_EXEMPT = [r"^sehat/$"]
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if ZONA_JUMLAH_PROKSI else None
    SECURE_HSTS_SECONDS = 31536000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True

DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000  # a choice for each row of a plan ten times the usual (rencana/salin/)
DATA_UPLOAD_MAX_NUMBER_FILES = 300  # a folder of photos picked at once, without JavaScript
FILE_UPLOAD_MAX_MEMORY_SIZE = 512 * 1024
FILE_UPLOAD_TEMP_DIR = env.str("ZONA_UNGGAH_SEMENTARA", None)


def _alamat_di_sini(alamat: str) -> str:
    """Where bin/run serves on this machine, as a browser on it asks for it."""
    if not re.fullmatch(r"(\S+):\d+", alamat) or alamat.startswith("unix:"):
        return "http://127.0.0.1:8000"
    return "http://" + re.sub(r"^(0\.0\.0\.0|\[::\]):", "127.0.0.1:", alamat)


# --- Mail ----------------------------------------------------------------------------------------
ZONA_ALAMAT_LAMAN = env.str("ZONA_ALAMAT_LAMAN", "").rstrip("/") or (
    f"https://{ALLOWED_HOSTS[0].lstrip('.')}" if PRODUKSI else _alamat_di_sini(env.str("ZONA_ALAMAT", ""))
)
_surat = env.dj_email_url("EMAIL_URL", "smtp://localhost:25" if PRODUKSI else "console://")
if "EMAIL_BACKEND" not in _surat:
    raise ImproperlyConfigured("EMAIL_URL harus berawalan submission://, smtp://, console://, atau file://.")
EMAIL_BACKEND = _surat["EMAIL_BACKEND"]
EMAIL_HOST, EMAIL_PORT = _surat["EMAIL_HOST"] or "localhost", _surat["EMAIL_PORT"] or 25
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _surat["EMAIL_HOST_USER"] or "", _surat["EMAIL_HOST_PASSWORD"] or ""
EMAIL_USE_TLS, EMAIL_USE_SSL = _surat["EMAIL_USE_TLS"], _surat["EMAIL_USE_SSL"]
EMAIL_TIMEOUT = _surat["EMAIL_TIMEOUT"] or 20
EMAIL_FILE_PATH = _surat["EMAIL_FILE_PATH"] or DATA / "surat"
DEFAULT_FROM_EMAIL = env.str("ZONA_SURAT_DARI", f"Zona <zona@{urlsplit(ZONA_ALAMAT_LAMAN).hostname}>")

# --- Language and time ---------------------------------------------------------------------------
LANGUAGE_CODE = "id"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Makassar"  # of the installation's logs; each satker has its own (zona/inti/waktu.py)
USE_THOUSAND_SEPARATOR = False

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"tolakan": {"()": "zona.inti.catatan.TanpaJejakTolakan"}},
    "formatters": {"baris": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"layar": {"class": "logging.StreamHandler", "formatter": "baris", "filters": ["tolakan"]}},
    "root": {"handlers": ["layar"], "level": env.str("ZONA_TINGKAT_LOG", "WARNING")},
}
