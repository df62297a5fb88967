"""What can be set on the sample eCom store.

Plan, limits, delays, and both readings of what the references leave open.
"""

from dataclasses import dataclass
from typing import Literal

SCOPES = frozenset(
    {
        "read_store_profile",
        "read_store_profile_extended",
        "read_store_limits",
        "read_catalog",
        "create_catalog",
        "update_catalog",
        "update_catalog_batch_delete",
        "read_brands",
        "read_orders",
        "update_orders",
        "create_orders",
    }
)
"""Every access scope a call can ask for (API §2)."""

MOVING = frozenset({"stock", "variation", "picture", "category", "deletion"})
"""Kinds of change, besides a change of the product itself, that may move time stamps."""


@dataclass(frozen=True, slots=True)
class ESeriesKnobs:
    """Settings of the sample store; replace the whole on `ESeriesStore.knobs` at run time."""

    # Access and limits (API §2, §15)
    tokens: frozenset[str] = frozenset({"secret_sample"})
    """Tokens that work with the granted scopes."""
    public_tokens: frozenset[str] = frozenset({"public_sample"})
    """Tokens that only read enabled items."""
    query_token: bool = False
    """Whether older clients may put their token into the query (API §1)."""
    scopes: frozenset[str] = SCOPES
    """Scopes granted to `tokens`."""
    rate_limit: bool = True
    """Whether requests are limited at all."""
    requests_per_minute: int = 600
    """Requests a token may send in 60 seconds."""
    bad_token_requests: int = 20
    """Requests a minute with a token that doesn't work before it is blocked."""
    bad_token_block_seconds: float = 1800.0
    """How long such a token is blocked."""
    inner_requests_count: bool = False
    """Whether requests inside a batch count toward the rate limit; not documented."""
    suspended: bool = False
    """Whether every call is answered 402 `STORE_IS_SUSPENDED`."""
    import_running: bool = False
    """Whether writes to categories are answered 449 (API §10)."""

    # Delays
    latency_seconds: float = 0.0
    """Passed on the clock before each answer."""
    search_lag_seconds: float = 0.0
    """How far searches of products run behind the writes; reads by id never do (API §5)."""
    category_count_lag_seconds: float = 120.0
    """How far `productCount` of categories runs behind (API §10)."""
    async_fetch_seconds: float = 2.0
    """How long a picture sent by the async form shows its source address (API §9)."""
    batch_queue_seconds: float = 0.0
    """How long a batch stays `QUEUED`."""
    batch_request_seconds: float = 0.0
    """How long each request inside a batch takes."""
    batch_retry_seconds: float = 3.0
    """Pause before a request inside a batch is repeated after 5xx or a timeout (API §11.4)."""
    batch_retries: int = 5
    """How often it is repeated, where `stopOnFirstFailure` is off."""
    deduplication_seconds: float = 3600.0
    """How long a `deduplicationKey` is remembered."""

    # Plan and profile (API §12)
    features: tuple[str, ...] = (
        "COMBINATIONS",
        "PRODUCT_DIMENSIONS",
        "COMPARE_TO_PRICE",
        "WHOLESALE_PRICES",
        "INVENTORY_TRACKING",
    )
    """`account.availableFeatures`."""
    max_products: int | None = None
    """Product limit of the plan: 402 on creates beyond it."""
    max_categories: int | None = None
    """Category limit of the plan."""
    limit_scope: str = "read_store_limits"
    """The scope that shows `maxProductLimit`; the other reading: `read_store_profile_extended`."""
    closed: bool = False
    """`settings.closed`."""
    store_name: str = "Harbour & Pine"
    """`settings.storeName`."""
    weight_unit: str = "KILOGRAM"
    """One of CARAT, GRAM, OUNCE, POUND, KILOGRAM."""
    dimensions_unit: str = "CM"
    """One of MM, CM, IN, YD."""
    currency: str = "EUR"
    """ISO code."""
    currency_precision: int = 2
    """Decimal places of prices."""
    prices_include_tax: bool = True
    """`taxSettings.pricesIncludeTax`."""
    languages: tuple[str, ...] = ("en",)
    """Enabled languages, the default one first."""
    timezone: str = "Europe/Amsterdam"
    """`formatsAndUnits.timezone`."""
    order_prefix: str = ""
    """Put before the text id of new orders."""
    order_suffix: str = ""
    """Put behind it."""
    non_unique_skus: bool = False
    """The toggle `ALLOW_EMPTY_AND_NON_UNIQUE_SKU`."""

    # Sizes and lengths; the service publishes few figures, None sets none
    page_cap: int = 100
    """Highest and default `limit` of lists."""
    deleted_default_limit: int = 100
    """Default `limit` of the lists of what was deleted; the other reading: 10 (API §4)."""
    max_batch_requests: int = 500
    """Requests in one batch."""
    max_combinations_per_request: int = 200
    """Variations in one write with `saveCombinations=true`."""
    max_image_bytes: int = 20 * 1024 * 1024
    """Size of one picture."""
    max_name_length: int | None = None
    """Characters in a product's name."""
    max_sku_length: int | None = None
    """Characters in a SKU."""
    max_options: int | None = None
    """Options of one product."""
    max_variations: int | None = None
    """Variations of one product."""

    # Connected to a POS by the service's own link (API §6, §15)
    restricted_fields: frozenset[str] = frozenset()
    """Product fields whose write is answered 409 `NOT_ALLOWED_TO_UPDATE_PARAMETER`."""
    external_categories: bool = False
    """Whether writes to categories answer 409 `NOT_ALLOWED_TO_UPDATE_EXTERNAL_CATEGORIES`."""
    location_inventory: bool = False
    """Whether `locationInventory` may be written."""

    # Both readings of what is uncertain
    moves_updated: frozenset[str] = MOVING
    """Which changes move a product's `updateTimestamp`; subset of `MOVING`."""
    moves_stats: frozenset[str] = MOVING
    """Which changes move `productsUpdated` of latest-stats; subset of `MOVING`."""
    reformat_descriptions: bool = True
    """Whether HTML texts are serialised anew."""
    name_moves_translation: bool = True
    """Whether writing `name` also writes the default language of `nameTranslated`."""
    quantity_alone_tracks: bool = False
    """Whether `quantity` without `unlimited` in a PUT starts tracking."""
    first_sku_stock: Literal["unlimited", "zero", "product"] = "unlimited"
    """What a variation has that gets its first own SKU without stock in the same write."""
    unlimited_delta: Literal["zero", "error"] = "zero"
    """Answer to a stock delta on an unlimited record: `updateCount` 0, or 400."""
    attributes_replace: bool = True
    """Whether `attributes` in a PUT take the place of the whole list."""
    translated_value_wins: bool = True
    """Whether an attribute's translation in the default language stands above its `value`."""
    unknown_attribute: Literal["error", "ignore"] = "error"
    """What happens to the value of an attribute that the product's type hasn't got."""
    sku_error_status: int = 409
    """Status of `SKU_ALREADY_EXISTS`; the other reading: 400."""
    wholesale_error_status: int = 400
    """Status of refused wholesale prices; 409 in older references."""
    save_combinations_drops_missing: bool = True
    """Whether variations missing from a `saveCombinations=true` write are deleted."""
    variations_descending: bool = False
    """Whether variations are listed newest first."""
    main_move_renumbers: bool = True
    """Whether ordering another picture first makes it the main one and renumbers the gallery."""
    gallery_becomes_main: bool = True
    """Whether a gallery upload becomes the main picture of a product that has none."""
    gallery_moves_up: bool = False
    """Whether the first gallery picture takes the place of a deleted main picture."""
    unknown_picture: Literal["404", "zero"] = "404"
    """Answer to deleting a gallery picture that isn't there: 404, or `deleteCount` 0."""
    oversize_status: Literal[400, 413] = 400
    """Answer to a picture that is too big."""
    async_answers_id: bool = True
    """Whether async uploads answer `{"id"}`; the other reading: nothing."""
    category_children: Literal["delete", "move_up"] = "delete"
    """What happens to the children of a deleted category."""
    batch_status_name: str = "httpStatusCode"
    """Name of the status inside batch answers; the other reading: `httpCode`."""
    batch_plain_body: bool = True
    """Whether batch answers carry `httpBody` when `escapedJson` isn't asked for."""
    stats_count_names: tuple[str, str] = ("productCount", "categoryCount")
    """Names of the counts in latest-stats; the other reading: with `Required` at their ends."""
    lower_stock_at: Literal["placed", "paid"] = "placed"
    """When an order lowers stock."""
    restock_cancelled: bool = True
    """Whether cancelling an order puts its items back."""
    order_number_works: bool = False
    """Whether an order can also be read by its number instead of its text id."""
    empty_error_share: float = 0.0
    """Share of refusals whose body is empty."""
    unknown_extras: bool = True
    """Whether answers carry fields and enum values that no reference names."""
    gzip: bool = True
    """Whether long answers are compressed for clients that accept it."""
