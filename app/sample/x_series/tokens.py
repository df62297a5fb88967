"""Access tokens: personal ones, and pairs given out to add-ons that rotate with every refresh."""

import secrets
from dataclasses import dataclass, field

_TOKEN_SECONDS = 86_400


@dataclass(slots=True)
class Grants:
    """Codes and tokens given out by `/connect` and `/api/1.0/token` (section 2.2)."""

    codes: set[str] = field(default_factory=set)
    """Authorization codes not yet used."""
    access: dict[str, float] = field(default_factory=dict)
    """Access token to its end, UNIX seconds."""
    refresh: dict[str, str] = field(default_factory=dict)
    """Refresh token to the access token it replaces."""

    def authorize(self) -> str:
        """Let the retailer say yes in the browser: return an authorization code, good once."""
        code = secrets.token_urlsafe(12)
        self.codes.add(code)
        return code

    def holds(self, token: str, now: float) -> bool:
        """Whether `token` was given out here and still works."""
        return self.access.get(token, 0.0) > now

    def redeem_code(self, code: str, now: float) -> tuple[str, str] | None:
        """Return a new access and refresh token for a code, or None."""
        if code not in self.codes:
            return None
        self.codes.remove(code)
        return self._issue(now)

    def rotate(self, refresh_token: str, now: float) -> tuple[str, str] | None:
        """Return a new pair for a refresh token and end the old access token, or None."""
        old = self.refresh.pop(refresh_token, None)
        if old is None:
            return None
        self.access.pop(old, None)
        return self._issue(now)

    def _issue(self, now: float) -> tuple[str, str]:
        access, refresh = f"lsxs_at_{secrets.token_hex(16)}", f"lsxs_rt_{secrets.token_hex(16)}"
        self.access[access] = now + _TOKEN_SECONDS
        self.refresh[refresh] = access
        return access, refresh
