"""`POST /api/1.0/token`: codes and refresh tokens for access tokens (section 2.2)."""

from collections.abc import Mapping
from typing import Any

from app.sample.x_series.replies import Reply, answer, refuse
from app.sample.x_series.store import XSeriesStore

_SECONDS = 86_400


def give_token(store: XSeriesStore, form: Mapping[str, str]) -> Reply:
    """Answer a new pair of tokens. Raises Refused with 400 or 401 in OAuth's words."""
    known = (store.knobs.client_id, store.knobs.client_secret)
    if (form.get("client_id"), form.get("client_secret")) != known:
        raise refuse(401, "invalid_client")
    now = store.clock.now()
    match form.get("grant_type"):
        case "authorization_code":
            pair = store.grants.redeem_code(form.get("code", ""), now)
        case "refresh_token":
            pair = store.grants.rotate(form.get("refresh_token", ""), now)
        case _:
            raise refuse(400, "unsupported_grant_type")
    if pair is None:
        raise refuse(400, "invalid_grant")
    access, refresh = pair
    body: dict[str, Any] = {
        "access_token": access,
        "token_type": "Bearer",
        "expires": int(now) + _SECONDS,
        "expires_in": _SECONDS,
        "scope": " ".join(sorted(store.knobs.scopes)),
    }
    if store.knobs.refresh_answers_all or form["grant_type"] == "authorization_code":
        body["refresh_token"] = refresh
        body["domain_prefix"] = store.retailer.get("domain_prefix")
    return answer(body)
