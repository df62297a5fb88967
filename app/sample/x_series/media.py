"""The picture server: files by picture id and size name, drawn when they are asked for."""

from starlette.requests import Request

from app.sample.pictures import make_picture
from app.sample.x_series.replies import Reply, not_found, refuse
from app.sample.x_series.shapes import PICTURE_SIZES
from app.sample.x_series.store import XSeriesStore

_PLACEHOLDER_SEED = 4


def serve_picture(store: XSeriesStore, request: Request, path: str) -> Reply:
    """Answer `/cdn/products/{id}/{size}.png`. Raises Refused with 400 or 404.

    A picture that was handed in as a file is answered as it is in every size.
    """
    if store.knobs.cdn_refuses_tokens and "authorization" in request.headers:
        raise refuse(400, "InvalidArgument", "Only one auth mechanism allowed")
    parts = path.removesuffix(".png").split("/")
    picture = store.pictures.get(parts[1]) if len(parts) == 3 else None
    if picture is None or parts[2] not in PICTURE_SIZES:
        raise not_found("Picture")
    if isinstance(picture, bytes):
        return Reply(200, picture, _kind_of(picture))
    side = max(1, round(store.knobs.picture_size * PICTURE_SIZES[parts[2]]))
    return Reply(200, make_picture(picture, side), "image/png")


def serve_placeholder() -> Reply:
    """Answer the picture that stands where a product has none."""
    return Reply(200, make_picture(_PLACEHOLDER_SEED, 64), "image/png")


def _kind_of(picture: bytes) -> str:
    if picture.startswith(b"\xff\xd8"):
        return "image/jpeg"
    if picture.startswith(b"GIF8"):
        return "image/gif"
    return "image/webp" if picture[8:12] == b"WEBP" else "image/png"
