"""What the sample shop sells: trades, kinds of goods, and the words its products are named with."""

from dataclasses import dataclass

Choice = tuple[str, tuple[str, ...]]
"""An attribute and its values, in the order they are sold in."""

_COLOUR: Choice = (
    "Colour",
    ("Navy", "Oat", "Forest", "Rust", "Charcoal", "Sky", "Cream", "Black", "White", "Plum"),
)
_GLAZE: Choice = ("Glaze", ("Speckled White", "Ink", "Celadon", "Sand", "Matt Black"))
_SIZE: Choice = ("Size", ("XS", "S", "M", "L", "XL", "XXL"))
_AGE: Choice = ("Age", ("0-3 m", "3-6 m", "6-12 m", "1-2 y", "3-4 y"))
_SHOE: Choice = ("Size", ("36", "37", "38", "39", "40", "41", "42", "43", "44"))
_FIT: Choice = ("Fit", ("Regular", "Relaxed"))
_VOLUME: Choice = ("Volume", ("350 ml", "500 ml", "750 ml", "1 l"))
_PACK: Choice = ("Weight", ("125 g", "250 g", "500 g", "1 kg"))
_ROAST: Choice = ("Grind", ("Whole bean", "Filter", "Espresso"))
_SCENT: Choice = ("Scent", ("Fig & Cassis", "Sea Salt", "Cedar", "Wild Rose"))
_PILLOW: Choice = ("Size", ("45 x 45 cm", "50 x 50 cm", "60 x 40 cm"))
_BED: Choice = ("Size", ("Single", 'Double 54"', "Queen", "King"))
_LITRES: Choice = ("Capacity", ("18 L", "28 L", "45 L", "65 L"))
_LENS: Choice = ("Lens", ("Clear", "Smoke", "Amber"))


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of goods and what its products have in common."""

    noun: str
    path: tuple[str, ...]
    """Its category, from the root."""
    shape: str
    """Of `pictures.SHAPES`."""
    code: str
    """Middle of its SKUs."""
    styles: tuple[str, ...]
    """Words before the noun."""
    prices: tuple[int, int]
    """Lowest and highest price with tax, whole units."""
    grams: tuple[int, int]
    """Lightest and heaviest."""
    choices: tuple[Choice, ...] = ()
    """Attributes its families may have, at most three."""
    centimetres: tuple[int, int, int] | None = None
    """Usual length, width, height."""
    tracked: bool = True
    """Whether stock is counted."""
    by_weight: bool = False
    """Whether it is sold in fractions."""


@dataclass(frozen=True, slots=True)
class Trade:
    """A part of the shop: who makes its goods, who delivers them, and what they are."""

    name: str
    brands: tuple[str, ...]
    suppliers: tuple[str, ...]
    kinds: tuple[Kind, ...]
    sentences: tuple[str, ...]
    """HTML for descriptions; `{name}` and `{brand}` stand for the product's."""


LINES = (
    "Harbour", "Kauri", "Fern", "Coast", "Saltwater", "Meadow", "Juniper", "Marlin", "Willow",
    "Ember", "Heron", "Pebble", "Dune", "Lantern", "Orchard", "Tidal", "Bramble", "Cinder", "Alder",
    "Skylark", "Quarry", "Foxglove", "Drift", "Summit", "Hazel", "Lagoon", "Thistle", "Rata",
    "Plover", "Sorrel", "Beacon", "Clover", "Moana", "Wharf", "Aurora", "Bluff", "Cobble", "Nīkau",
    "Petrel", "Sable", "Larch", "Isla", "Rowan", "Tarn", "Verbena", "Zephyr", "Mistral", "Acorn",
    "Finch", "Ravine",
)  # fmt: skip
"""Names of product lines."""

EDITIONS = (
    "Classic", "Studio", "Natural", "Heritage", "Everyday", "Limited", "Reserve", "Coastal",
    "Winter", "Summer", "Autumn", "Spring", "Garden", "Workshop", "Weekend", "Traveller", "Market",
    "Atelier", "Original", "Slate", "Ivory", "Ochre", "Indigo", "Sage", "Copper", "Linen", "Cotton",
    "Oak", "Birch", "Moss", "Clay", "Stone", "Salt", "Smoke", "Amber", "Rose", "Plum", "Fig",
    "Honey", "Mint", "North", "South", "East", "West", "Mini", "Grand", "Duo", "Trio", "Select",
    "Signature",
)  # fmt: skip
"""What sets one product of a line apart from the next."""

TRADES = (
    Trade(
        "Clothing",
        ("Rata Wear", "Common Thread & Co", "Søster", "Two Needles"),
        ("Southern Apparel Ltd", "Thread Importers"),
        (
            Kind("Tee", ("Clothing", "Tops", "T-shirts"), "tee", "TEE",
                 ("Organic Cotton", "Heavy", "Striped", "Pocket", "Long-Sleeve", "Boxy"),
                 (29, 69), (140, 260), (_COLOUR, _SIZE, _FIT)),
            Kind("Jumper", ("Clothing", "Tops", "Knitwear"), "tee", "JMP",
                 ("Merino", "Fisherman's", "Cable-Knit", "Lambswool", "Roll-Neck"),
                 (89, 240), (380, 900), (_COLOUR, _SIZE)),
            Kind("Shirt", ("Clothing", "Tops", "Shirts"), "tee", "SHT",
                 ("Linen", "Oxford", "Flannel", "Chambray", "Grandad"),
                 (69, 149), (180, 360), (_COLOUR, _SIZE, _FIT)),
            Kind("Romper", ("Clothing", "Baby"), "tee", "RMP",
                 ("Muslin", "Ribbed", "Quilted"), (35, 59), (90, 180), (_COLOUR, _AGE)),
            Kind("Socks", ("Clothing", "Accessories", "Socks"), "box", "SCK",
                 ("Possum Merino", "Ribbed", "Hiking", "Everyday"), (14, 32), (40, 110),
                 (_COLOUR,)),
            Kind("Scarf", ("Clothing", "Accessories", "Scarves"), "box", "SCF",
                 ("Wool", "Silk", "Chequered", "Fringed"), (45, 120), (90, 300), (_COLOUR,)),
        ),
        (
            "<p>{name} is cut generously and gets softer with every wash.</p>",
            "<p>Made by {brand} in a small mill; 100&nbsp;% natural fibre &amp; nothing else.</p>",
            "<p>Wash at 30&deg;, dry flat. <em>Don&rsquo;t tumble dry.</em></p>",
            "<ul>\n<li>Flat seams</li>\n<li>Spare button inside</li>\n</ul>",
            "<p>If you are between sizes, take the &ldquo;larger&rdquo; one.</p>",
        ),
    ),
    Trade(
        "Homeware",
        ("Nordlys Home", "Marlowe & Daughters", "Oddfellow Goods", "Casa Brío"),
        ("Homestead Wholesale", "Nordlys Trading AS"),
        (
            Kind("Cushion Cover", ("Home", "Living", "Cushions"), "box", "CSH",
                 ("Linen", "Velvet", "Bouclé", "Block-Print"), (39, 89), (180, 420),
                 (_COLOUR, _PILLOW), (45, 45, 3)),
            Kind("Duvet Set", ("Home", "Bedroom", "Bed Linen"), "box", "DUV",
                 ("Washed Cotton", "Linen", "Seersucker"), (149, 420), (1200, 3400),
                 (_COLOUR, _BED), (40, 32, 9)),
            Kind("Table Lamp", ("Home", "Lighting"), "lamp", "LMP",
                 ("Brass", "Paper", "Terrazzo", "Rattan", "Opal Glass"), (89, 320), (900, 4200),
                 (_COLOUR,), (28, 28, 46)),
            Kind("Candle", ("Home", "Living", "Candles"), "mug", "CND",
                 ("Soy", "Beeswax", "Pillar", "Travel"), (19, 64), (180, 620), (_SCENT,),
                 (8, 8, 10)),
            Kind("Serving Bowl", ("Home", "Kitchen & Table", "Bowls"), "bowl", "BWL",
                 ("Stoneware", "Olive Wood", "Enamel", "Ribbed"), (35, 120), (420, 2100), (_GLAZE,),
                 (27, 27, 9)),
            Kind("Tea Towel", ("Home", "Kitchen & Table", "Linens"), "box", "TWL",
                 ("Linen", "Waffle", "Printed"), (15, 29), (70, 130), (), (24, 18, 1)),
        ),
        (
            "<p>{name}: made to be used every day and handed on later.</p>",
            "<p>{brand} has worked with the same two workshops since 1987.</p>",
            "<p>Slight differences in colour &amp; grain are part of it.</p>",
            "<p>Size &plusmn; 1&frac12;&nbsp;cm. Wipe clean with a damp cloth.</p>",
            "<h4>Good to know</h4>\n<p>Weight &lt; 5&nbsp;kg, comes in a sturdy box.</p>",
        ),
    ),
    Trade(
        "Drinkware",
        ("Marlowe Ceramics", "Tin & Kettle", "Halden"),
        ("Clay Street Pottery", "Halden Europe BV"),
        (
            Kind("Mug", ("Home", "Kitchen & Table", "Mugs"), "mug", "MUG",
                 ("Enamel", "Stoneware", "Espresso", "Camp", "Latte", "Hand-Thrown"), (18, 49),
                 (160, 430), (_GLAZE,), (12, 9, 9)),
            Kind("Drink Bottle", ("Outdoor", "Bottles & Flasks"), "bottle", "BTL",
                 ("Insulated", "Steel", "Trail", "Kids'"), (29, 75), (190, 480), (_COLOUR, _VOLUME),
                 (8, 8, 26)),
            Kind("Teapot", ("Home", "Kitchen & Table", "Teapots"), "mug", "TPT",
                 ("Cast-Iron", "Stoneware", "Glass"), (59, 149), (700, 2300), (), (22, 15, 14)),
            Kind("Tumbler Set", ("Home", "Kitchen & Table", "Glasses"), "box", "TMB",
                 ("Recycled Glass", "Ribbed", "Café"), (32, 88), (800, 1600), (), (24, 24, 12)),
        ),
        (
            "<p>{name} holds just the right amount &mdash; and keeps it warm.</p>",
            "<p>Thrown, glazed &amp; fired by {brand}. Dishwasher safe.</p>",
            "<p>Not for the microwave if the rim is gilded.</p>",
            "<p>Fits under most caf&eacute; machines.<br>Capacity &asymp; 350&nbsp;ml.</p>",
        ),
    ),
    Trade(
        "Outdoor",
        ("Kestrel Outdoor", "Tussock", "High Camp"),
        ("Alpine Distribution", "Tussock Gear Ltd"),
        (
            Kind("Tent", ("Outdoor", "Camping", "Tents"), "tent", "TNT",
                 ("Two-Person", "Family", "Ultralight", "Trekking"), (249, 990), (1400, 9800),
                 (_COLOUR,), (52, 18, 18)),
            Kind("Pack", ("Outdoor", "Packs & Bags"), "box", "PCK",
                 ("Day", "Alpine", "Roll-Top", "Commuter"), (89, 380), (480, 2200),
                 (_COLOUR, _LITRES), (55, 32, 20)),
            Kind("Sunglasses", ("Outdoor", "Accessories"), "ball", "SUN",
                 ("Polarised", "Wraparound", "Kids'"), (39, 180), (22, 48), (_COLOUR, _LENS),
                 (16, 6, 6)),
            Kind("Boots", ("Outdoor", "Footwear"), "box", "BTS",
                 ("Leather", "Trail", "Winter", "Approach"), (149, 420), (780, 1700), (_SHOE,),
                 (34, 22, 13)),
            Kind("Camp Stove", ("Outdoor", "Camping", "Cooking"), "ball", "STV",
                 ("Gas", "Twin", "Titanium"), (59, 260), (110, 2600), (), (14, 10, 9)),
        ),
        (
            "<p>{name} is built for long days &amp; short nights.</p>",
            "<p>{brand} repairs everything it makes, for life.</p>",
            "<p>Water column &gt; 3000&nbsp;mm. Taped seams.</p>",
            "<ol>\n<li>Shake out</li>\n<li>Air dry</li>\n<li>Store loosely</li>\n</ol>",
        ),
    ),
    Trade(
        "Toys & Books",
        ("Tinker & Tot", "Paper Moon Press", "Little Fern"),
        ("Playwell Distributors", "Book Line"),
        (
            Kind("Ball", ("Toys", "Outdoor Play"), "ball", "BAL",
                 ("Rubber", "Knitted", "Bouncing"), (9, 39), (80, 480), (_COLOUR,), (20, 20, 20)),
            Kind("Building Set", ("Toys", "Wooden Toys"), "box", "BLD",
                 ("Beech", "Rainbow", "Castle", "Railway"), (29, 180), (400, 3800), (),
                 (36, 28, 9)),
            Kind("Puzzle", ("Toys", "Games & Puzzles"), "box", "PZL",
                 ("100-Piece", "500-Piece", "1000-Piece", "Floor"), (19, 49), (250, 900), (),
                 (27, 27, 5)),
            Kind("Picture Book", ("Books", "Children"), "box", "BOK",
                 ("Bedtime", "Animal", "Counting", "Te Reo"), (19, 39), (180, 520), (),
                 (25, 25, 1)),
        ),
        (
            "<p>{name} &ndash; for small hands from 3&nbsp;years.</p>",
            "<p>{brand} paints with water-based colours only.</p>",
            "<p>Caution: small parts, not for children &lt; 36 months.</p>",
            "<p>&ldquo;Played with every single day&rdquo;, writes a customer.</p>",
        ),
    ),
    Trade(
        "Food",
        ("Pōhutukawa Pantry", "Lighthouse Roasters", "Bee & Barrow"),
        ("Pantry Wholesale Co-op", "Lighthouse Roasters Ltd"),
        (
            Kind("Coffee", ("Food & Drink", "Coffee & Tea"), "box", "COF",
                 ("House Blend", "Single-Origin", "Decaf", "Dark Roast"), (14, 58), (130, 1050),
                 (_PACK, _ROAST), (20, 9, 7)),
            Kind("Honey", ("Food & Drink", "Pantry"), "mug", "HNY",
                 ("Mānuka", "Clover", "Raw", "Creamed"), (9, 79), (280, 720), (_PACK,), (8, 8, 10)),
            Kind("Chocolate", ("Food & Drink", "Sweets"), "box", "CHO",
                 ("Dark 70 %", "Sea-Salt", "Hazelnut", "Crème Brûlée"), (7, 24), (80, 260), (),
                 (16, 8, 1)),
            Kind("Cheese", ("Food & Drink", "Deli"), "bowl", "CHS",
                 ("Aged", "Blue", "Goat's", "Smoked"), (28, 64), (1000, 1000), (), None,
                 by_weight=True),
        ),
        (
            "<p>{name} comes from growers {brand} knows by name.</p>",
            "<p>Best before: see the lid. Store cool &amp; dry.</p>",
            "<p>Contains milk, nuts &amp; traces of soya.</p>",
            "<table><tr><td>Energy</td><td>2&thinsp;250&nbsp;kJ</td></tr></table>",
        ),
    ),
    Trade(
        "Services",
        ("Counter & Care",),
        ("In-house",),
        (
            Kind("Gift Wrapping", ("Services",), "box", "WRP",
                 ("Paper", "Furoshiki", "Ribbon"), (4, 12), (0, 0), (), None, tracked=False),
            Kind("Engraving", ("Services",), "mug", "ENG",
                 ("One-Line", "Three-Line"), (15, 45), (0, 0), (), None, tracked=False),
        ),
        (
            "<p>{name}, done while you wait.</p>",
            "<p>Ask at the counter for our &frac12;-hour service.</p>",
        ),
    ),
)  # fmt: skip
"""All trades of the shop; the last sells services."""

SHARES = (26, 22, 14, 14, 13, 10, 1)
"""Share of the products in each trade, per cent."""

TAGS = ("summer", "gift", "sale", "new", "vegan", "bestseller", "local", "clearance", "winter")
"""Tags, called categories on the wire."""
