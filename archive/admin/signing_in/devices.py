"""A telephone that gives codes (TOTP), and the ten codes on paper for the day when it is lost."""

from dataclasses import dataclass

import segno
from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
from django_otp import verify_token
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

RECOVERY_CODES = 10
_DIGITS = 6


@dataclass(frozen=True)
class Enrolment:
    """What a telephone reads, or its owner types, to give codes from now on."""

    picture: str
    key: str


def has_telephone(user: AbstractBaseUser) -> bool:
    """Whether a telephone of this account gives codes that count."""
    return bool(TOTPDevice.objects.filter(user=user, confirmed=True).exists())


def enrolment_of(user: AbstractBaseUser) -> Enrolment:
    """The key that waits for its first code; made if there is none, the same until it is confirmed."""
    device = _waiting(user)
    address = device.config_url
    key = address.partition("secret=")[2].partition("&")[0]
    groups = " ".join(key[start : start + 4] for start in range(0, len(key), 4))
    return Enrolment(segno.make(address, micro=False).svg_data_uri(scale=5, border=4, light="white"), groups)


def _waiting(user: AbstractBaseUser) -> TOTPDevice:
    with transaction.atomic():
        device = TOTPDevice.objects.select_for_update().filter(user=user, confirmed=False).order_by("pk").first()
        return device or TOTPDevice.objects.create(user=user, name="telephone", confirmed=False)


def confirm(user: AbstractBaseUser, code: str) -> TOTPDevice | None:
    """The telephone, if `code` is of the key that waits; from then on it counts."""
    with transaction.atomic():
        device = TOTPDevice.objects.select_for_update().filter(user=user, confirmed=False).order_by("pk").first()
        if device is None or not device.verify_token(_plain(code)):
            return None
        TOTPDevice.objects.filter(user=user).exclude(pk=device.pk).delete()
        device.confirmed = True
        device.save()
        return device


def new_recovery_codes(user: AbstractBaseUser) -> list[str]:
    """Ten codes that count once each; those of before count no more."""
    with transaction.atomic():
        StaticDevice.objects.filter(user=user).delete()
        device = StaticDevice.objects.create(user=user, name="paper")
        codes = [StaticToken.random_token() for _ in range(RECOVERY_CODES)]
        StaticToken.objects.bulk_create(StaticToken(device=device, token=code) for code in codes)
    return codes


def recovery_codes_left(user: AbstractBaseUser) -> int:
    """How many of the ten have not been used."""
    return int(StaticToken.objects.filter(device__user=user).count())


def device_of(user: AbstractBaseUser, code: str) -> TOTPDevice | StaticDevice | None:
    """The telephone or the paper that this code is of, None if it is of neither (or tried too fast)."""
    plain = _plain(code)
    kind = TOTPDevice if len(plain) == _DIGITS and plain.isdecimal() else StaticDevice
    for device in kind.objects.filter(user=user, confirmed=True):
        found: TOTPDevice | StaticDevice | None = verify_token(user, device.persistent_id, plain)
        if found is not None:
            return found
    return None


def forget(user: AbstractBaseUser) -> bool:
    """Telephone and paper count no more; at the next sign-in a telephone is taken up anew. Whether there was one."""
    with transaction.atomic():
        telephones, _ = TOTPDevice.objects.filter(user=user).delete()
        papers, _ = StaticDevice.objects.filter(user=user).delete()
    return bool(telephones or papers)


def _plain(code: str) -> str:
    """Letters and digits alone, small, digits of any script as 0–9."""
    kept = "".join(letter for letter in code if letter.isalnum()).lower()
    return "".join(str(int(letter)) if letter.isdecimal() else letter for letter in kept)
