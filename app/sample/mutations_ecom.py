"""What happens in the online store, one function an act: orders, edits by people, clean-ups.

Unknown ids raise the service's own 404 (`Refusal`).
"""

from typing import Any

from app.sample.e_series import categories, images, orders, pictures, products, stock, variations
from app.sample.e_series.store import ESeriesStore
from app.sample.pictures import make_picture


def place_order(
    store: ESeriesStore, product_id: int, quantity: int = 1, combination_id: int | None = None
) -> str:
    """Let a shopper buy; lowers the stock; returns the order's id."""
    with store.lock:
        return orders.place(store, [orders.Line(product_id, quantity, combination_id)])


def cancel_order(store: ESeriesStore, order_id: str) -> None:
    """Cancel an order; its pieces go back."""
    with store.lock:
        orders.set_payment(store, order_id, "CANCELLED")


def edit(store: ESeriesStore, product_id: int, **fields: Any) -> None:
    """Change fields of a product, with their wire names."""
    with store.lock:
        products.update(store, product_id, fields)


def edit_name(store: ESeriesStore, product_id: int, name: str) -> None:
    """Rename a product."""
    edit(store, product_id, name=name)


def edit_price(store: ESeriesStore, product_id: int, price: float) -> None:
    """Reprice a product."""
    edit(store, product_id, price=price)


def edit_description(store: ESeriesStore, product_id: int, description: str) -> None:
    """Describe a product anew, HTML."""
    edit(store, product_id, description=description)


def edit_seo(store: ESeriesStore, product_id: int, title: str, description: str) -> None:
    """Write texts for search engines, which never come from the POS."""
    edit(store, product_id, seoTitle=title, seoDescription=description)


def set_compare_to_price(store: ESeriesStore, product_id: int, price: float | None) -> None:
    """Show a former price, which never comes from the POS."""
    edit(store, product_id, compareToPrice=price)


def edit_stock(store: ESeriesStore, product_id: int, delta: int) -> None:
    """Correct a product's stock by hand."""
    with store.lock:
        stock.adjust(store, product_id, None, delta)


def hide(store: ESeriesStore, product_id: int) -> None:
    """Hide a product."""
    edit(store, product_id, enabled=False)


def show(store: ESeriesStore, product_id: int) -> None:
    """Show a product."""
    edit(store, product_id, enabled=True)


def add_picture(store: ESeriesStore, product_id: int, seed: int) -> None:
    """Put a picture behind the others."""
    with store.lock:
        picture = pictures.new_picture(store, make_picture(seed))
        images.add_to_gallery(store, product_id, picture)


def delete_product(store: ESeriesStore, product_id: int) -> None:
    """Delete a product."""
    with store.lock:
        products.delete(store, product_id)


def delete_variation(store: ESeriesStore, product_id: int, combination_id: int) -> None:
    """Delete one variation."""
    with store.lock:
        variations.delete(store, product_id, combination_id)


def create_product(store: ESeriesStore, **fields: Any) -> int:
    """Enter a product by hand; returns its id."""
    with store.lock:
        return products.create(store, fields)


def assign_category(store: ESeriesStore, product_id: int, name: str) -> int:
    """Put a product into a category of people's own, made if need be; returns its id."""
    with store.lock:
        known = [key for key, found in store.categories.items() if found["name"] == name]
        category_id = known[0] if known else categories.create(store, {"name": name})
        categories.assign(store, category_id, [product_id])
        return category_id
