"""What can be set on the sample POS: limits, traps, and both readings of what is uncertain.

Sections named here are those of the X-Series API reference.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

READ_SCOPES = frozenset(
    {
        "channels:read",
        "inventory:read",
        "outlets:read",
        "payment_types:read",
        "product:cost:view",
        "products:read",
        "products:read:price_books",
        "registers:read",
        "retailer:read",
        "sales:read",
        "suppliers:read",
        "taxes:read",
        "users:read",
    }
)
"""Every scope a read can ask for (section 2.3)."""


@dataclass(frozen=True, slots=True)
class XSeriesKnobs:
    """Settings of the sample POS; replace the whole on `XSeriesStore.knobs` at run time."""

    # Access (section 2)
    tokens: frozenset[str] = frozenset({"lsxs_pt_sample"})
    """Personal tokens that work with `scopes`."""
    scopes: frozenset[str] = READ_SCOPES
    """Scopes granted to every token."""
    client_id: str = "sample-app"
    """Of the add-on that asks `/api/1.0/token`."""
    client_secret: str = "sample-secret"  # noqa: S105 - opens nothing but this sample
    """Of the same add-on."""
    refresh_answers_all: bool = True
    """Whether a refresh names `refresh_token` and `domain_prefix`; older servers left them out."""
    user_agent_required: bool = True
    """Whether requests without `User-Agent` are refused (section 1)."""
    user_agent_status: Literal[400, 403] = 400
    """How."""

    # Versions (section 1)
    dated_versions: tuple[str, ...] = ("2026-07",)
    """Dated versions served; calls to older ones are answered by the oldest of these."""
    serves_2_0: bool = True
    """False: API 2.0 is past its end and answered by the oldest dated version."""

    # Limits (section 10)
    rate_limit: bool = True
    """Whether requests are limited at all."""
    rate_per_register: int = 300
    """Requests a window for each register."""
    rate_extra: int = 50
    """Requests a window on top."""
    rate_seconds: float = 300.0
    """Length of the window."""
    retry_hint: Literal["date", "seconds", "body", "none"] = "date"
    """How a 429 says when to come back: `Retry-After` as date or seconds, in the body, not."""
    old_limit_shape: bool = False
    """Whether a 429 has the older body with `limits`."""
    latency_seconds: float = 0.0
    """Passed on the clock before each answer."""

    # Lists (section 3)
    page_default: int = 100
    """`page_size` when none is asked for."""
    page_cap: int = 10_000
    """Highest `page_size`."""
    sales_page_cap: int = 500
    """Highest `page_size` of sales."""
    short_pages: bool = False
    """Whether pages hold fewer rows than asked for though more follow."""
    empty_lists: frozenset[str] = frozenset()
    """Lists that answer nothing, such as `products`."""
    ends_early: Mapping[str, int] = field(default_factory=dict)
    """List to the number of rows after which it wrongly seems to be over."""
    broken_cursor: Literal["no", "null", "stuck"] = "no"
    """Whether `version.max` of a page with rows is null, or what was sent as `after`."""
    before_inclusive: bool = True
    """Whether `before` lets its own version through."""
    categories_nested: bool = False
    """Whether `/product_categories` puts `page_info` inside `data`, the other nesting."""
    null_past_end: bool = True
    """Whether `/inventory_levels` answers `null` past its end instead of an empty array."""
    version_envelope: bool = True
    """Whether `/inventory` of API 2.0 carries `version`; the specification's samples don't."""
    user_as_list: bool = False
    """Whether `/user` answers a list."""
    product_as_list: bool = False
    """Whether `/products/{id}` answers a list of one."""

    # Rows (sections 4 and 6)
    empty: Literal["null", "missing", "object"] = "null"
    """How empty fields look; `object` prints `{}` where an object belongs, else null."""
    lower_code_types: bool = False
    """Whether types of product codes are in lower case."""
    online_flag_in: frozenset[Literal["2.0", "dated"]] = frozenset({"2.0"})
    """Versions whose products carry `ecwid_enabled_webstore`."""
    family_id_shown: bool = True
    """Whether products carry `family_id`."""
    upper_case_ids: bool = False
    """Whether rows of inventory name products and outlets in upper case."""
    current_amount_shown: bool = True
    """Whether rows of `/inventory` also carry `current_amount`."""
    unknown_extras: bool = True
    """Whether rows carry fields that no reference names."""
    deleted_by_id: Literal["row", "404"] = "row"
    """Answer to `/products/{id}` for a deleted product."""

    # Versions of rows
    pictures_move_version: bool = True
    """Whether a change of pictures moves the product's version."""
    renames_move_products: bool = True
    """Whether renaming a brand, tag, supplier or category moves the products' versions."""
    late_commits: float = 0.0
    """Share of the writes that commit with a version below one already shown."""

    # Pictures (section 5)
    picture_size: int = 160
    """Pixels a side of `original`."""
    cdn_refuses_tokens: bool = True
    """Whether a picture asked for with an `Authorization` header is refused with 400."""
