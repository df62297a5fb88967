"""Refusals of the sample eCom store: status, code and message as they travel (API §15)."""

from typing import Any


class Refusal(Exception):
    """The service says no; `code` and `args` are left out of the answer where empty."""

    def __init__(
        self,
        status: int,
        message: str = "",
        code: str = "",
        arguments: dict[str, Any] | None = None,
        headers: dict[str, str] | None = None,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.code = code
        self.arguments = arguments
        self.headers = headers or {}

    def document(self) -> dict[str, Any] | None:
        """Return the answer's JSON; None for an answer without body."""
        body: dict[str, Any] = {}
        if self.message:
            body["errorMessage"] = self.message
        if self.code:
            body["errorCode"] = self.code
        if self.arguments:
            body["args"] = self.arguments
        return body or None


def wrong_parameter(message: str) -> Refusal:
    """400: a field or parameter is of the wrong kind."""
    return Refusal(400, message, "WRONG_PARAMETER")


def product_not_found(product_id: int) -> Refusal:
    """404 for a product."""
    return Refusal(404, f"Product #{product_id} not found", "PRODUCT_NOT_FOUND")


def combination_not_found(combination_id: int) -> Refusal:
    """404 for a variation."""
    return Refusal(404, f"Combination #{combination_id} not found", "COMBINATION_NOT_FOUND")


def category_not_found(category_id: int) -> Refusal:
    """404 for a category."""
    return Refusal(404, f"Category #{category_id} not found", "CATEGORIES_NOT_FOUND")


def order_not_found(order_id: str) -> Refusal:
    """404 for an order; no code is known for it."""
    return Refusal(404, f"Order #{order_id} not found")


def not_on_plan(message: str) -> Refusal:
    """402: the store's plan hasn't got the feature."""
    return Refusal(402, message, "NOT_AVAILABLE_ON_CURRENT_PLAN")
