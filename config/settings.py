"""Settings: they work out of the box; production demands SECRET_KEY and DATABASE_URL.

Every variable of the environment is read, and described, in `config.environment`.
"""

from config import environment, logs
from config.signing_in import *  # noqa: F403  (each name there is a setting)

BASE_DIR = environment.BASE_DIR

DEBUG = environment.debug()
ARCHIVE_PRODUCTION = environment.production()
SECRET_KEY = environment.secret_key()
ALLOWED_HOSTS = environment.allowed_hosts()
CSRF_TRUSTED_ORIGINS = environment.csrf_trusted_origins()

# The folder that load_archive reads when no path is given.
ARCHIVE_SOURCES = environment.sources()
# Where the files that hold the whole archive lie, built anew when the data have changed.
ARCHIVE_DATA = environment.VAR_DIR / "data"
# The locks of work that processes of their own do for the desk, and whether they do it: else the request itself does.
ARCHIVE_WORK = environment.VAR_DIR / "work"
ARCHIVE_WORK_APART = True
# Whom readers tell of an error.
ARCHIVE_CONTACT = environment.contact()
# Whether a suggestion is confirmed or rejected only when two persons have said so.
ARCHIVE_SECOND_PERSON = environment.second_person()
# Who shows it may read /metrics.
ARCHIVE_METRICS_TOKEN = environment.metrics_token()
# Only then is believed what a proxy writes into the head of a request.
BEHIND_PROXY = environment.behind_proxy()

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    # Brings htmx itself, as a static file.
    "django_htmx",
    # Before the archive, whose pages of staff take the place of theirs.
    "axes",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "archive",
    "config",
]

MIDDLEWARE = [
    # First: it sees every answer, and its id stands in every line of the log.
    "config.requests.RequestLog",
    "django.middleware.security.SecurityMiddleware",
    # Before WhiteNoise, which answers by itself: static files carry the headers too.
    "config.middleware.SecurityHeaders",
    "config.methods.AllowedMethods",
    "config.exposition.Exposition",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # Outside whatever looks at the state of the data.
    "config.reading.ReadsFrom",
    # Outside what compresses: what it keeps is packed already.
    "config.finished_pages.FinishedPages",
    "config.middleware.CompressPublicPages",
    "config.middleware.NoCopiesForStaff",
    "archive.views.readers.ReadersSee",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "config.middleware.LanguageOfAddress",
    "config.middleware.NoNulInAddress",
    "archive.views.resolve.LongAddresses",
    "archive.views.known_symbols.KnownSymbols",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "config.sessions.BoundedSessions",
    "config.second_factor.SecondFactor",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    # Last: what it answers stands for what a locked account would have been answered.
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
CSRF_FAILURE_VIEW = "archive.views.errors.csrf_failure"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "loaders": [
                (
                    "config.templates.Loader",
                    [
                        "django.template.loaders.filesystem.Loader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                )
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "archive.context.archive",
            ],
        },
    },
]

DATABASES = environment.databases()
# With replicas readers read from them (config.reading).
DATABASE_ROUTERS = ["archive.models.databases.ReplicaRouter"] if len(DATABASES) > 1 else []
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Arabic stands at the bare addresses, English under /en/. Message ids are the Arabic sentences.
LANGUAGE_CODE = "ar"
LANGUAGES = [("ar", "العربية"), ("en", "English")]
#: The second: sentences of Django itself that we say otherwise.
LOCALE_PATHS = [BASE_DIR / "locale", BASE_DIR / "locale" / "of_django"]
USE_I18N = True
TIME_ZONE = "UTC"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = environment.VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATICFILES_FINDERS = [
    # What is built from parts: the style sheets and the script.
    "config.finders.BundleFinder",
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        # With DEBUG the files are served as they lie; otherwise under names that carry a digest.
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "config.static_files.Storage"
    },
}
WHITENOISE_USE_FINDERS = DEBUG

CONTENT_SECURITY_POLICY = {
    "default-src": "'self'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
}
PERMISSIONS_POLICY = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"

if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = True
    # Whoever watches the process asks it directly, without the proxy and its certificate.
    SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$", r"^metrics$"]
    SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60

# We answer for our own host name only, not for its subdomains nor for the browsers' preload list.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]

LOGGING = logs.settings_for(production=ARCHIVE_PRODUCTION)
