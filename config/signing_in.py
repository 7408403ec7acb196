"""Signing in: what is locked after how many failures, how long a session lasts, what a password must be.

Settings of Django, django-axes and django-otp, which `config.settings` takes over whole.
"""

from datetime import timedelta

from config import environment

LOGIN_URL = "admin:login"
# Where one lands who named no page: Django's own default does not exist here.
LOGIN_REDIRECT_URL = "admin:index"

AUTHENTICATION_BACKENDS = [
    # First: it refuses a locked account before any password is looked at.
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
# Twelve, as NIST SP 800-63B and ASVS 2.1.1 ask of passwords that stand alone.
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
    {"NAME": "config.password_words.OwnWordsValidator"},
]

# Account and address together: nobody locks out an account from elsewhere, nor an office with one of its accounts.
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_FAILURE_LIMIT = 5
# With five failures in a quarter of an hour a list of ten thousand passwords takes three weeks.
AXES_COOLOFF_TIME = timedelta(minutes=15)
# It ends a quarter of an hour after the fifth failure, as the page said, however often one tries meanwhile.
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_RESET_ON_SUCCESS = True
AXES_HANDLER = "axes.handlers.database.AxesDatabaseHandler"
AXES_CLIENT_IP_CALLABLE = "config.addresses.locked_address"
AXES_LOCKOUT_CALLABLE = "archive.admin.signing_in.locked.locked_page"
# Who signed in stands in the log, which is rotated; a table would keep it for good.
AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ACCESS_FAILURE_LOG = False
# What was sent is kept with each failure, without any of these.
AXES_SENSITIVE_PARAMETERS = ["username", "ip_address", "csrfmiddlewaretoken", "next", "token"]
# The archive's own page of failures is in Arabic.
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False

#: Whether staff show a code of their telephone besides the password.
SECOND_FACTOR = environment.second_factor()
OTP_TOTP_ISSUER = "أرشيف التوصيات"

# Seconds without a request; the session is written anew at most once a minute (config.sessions).
SESSION_COOKIE_AGE = 30 * 60
SESSION_ENGINE = "config.session_store"
#: Seconds from signing in after which one signs in again, whatever one does: a working day.
SESSION_LONGEST = 8 * 60 * 60
#: Under which names a session holds when it began and when it was last used, in seconds since 1970.
SESSION_MOMENTS = ("signed_in_at", "seen_at")
SESSION_COOKIE_HTTPONLY = True
CSRF_COOKIE_HTTPONLY = True
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

#: Whether X-Forwarded-For is believed: its last address is the one that our own proxy wrote.
BEHIND_PROXY = environment.behind_proxy()
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = BEHIND_PROXY
# Browsers take these names over HTTPS alone, from this very host, for all of it: no neighbour can plant one.
SESSION_COOKIE_NAME = "__Host-sessionid" if BEHIND_PROXY else "sessionid"
CSRF_COOKIE_NAME = "__Host-csrftoken" if BEHIND_PROXY else "csrftoken"
