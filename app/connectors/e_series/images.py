"""Requests for pictures of the online store: raw bytes up, ids down (API eCom §9)."""

from app.connectors.answers import Request, segment
from app.connectors.reading import decode_object, text, whole

BYTES_TYPE = "application/octet-stream"
MAIN = "0"
"""The id of a product's main picture."""


def main_upload(product_id: int, content: bytes) -> Request:
    """Replaces the main picture."""
    return _upload(f"/products/{product_id}/image", content)


def gallery_upload(product_id: int, content: bytes) -> Request:
    """Appends a picture to the gallery."""
    return _upload(f"/products/{product_id}/gallery", content)


def variation_upload(product_id: int, variation_id: int, content: bytes) -> Request:
    """Replaces a variation's picture."""
    return _upload(f"/products/{product_id}/combinations/{variation_id}/image", content)


def deletion(product_id: int, image_id: str) -> Request:
    """Deletes a gallery picture, or the main one."""
    if image_id == MAIN:
        return Request("DELETE", f"/products/{product_id}/image")
    return Request("DELETE", f"/products/{product_id}/gallery/{segment(image_id)}")


def variation_deletion(product_id: int, variation_id: int) -> Request:
    """Deletes a variation's picture."""
    return Request("DELETE", f"/products/{product_id}/combinations/{variation_id}/image")


def uploaded_id(body: bytes) -> str:
    """The id of an uploaded picture. Raises ValueError when none is told."""
    told = decode_object(body).get("id")
    found = str(whole(told)) if whole(told) is not None else text(told)
    if not found:
        raise ValueError("no picture id")
    return found


def _upload(path: str, content: bytes) -> Request:
    return Request("POST", path, body=content, content_type=BYTES_TYPE)
