"""Tables of products: what stands in their cells, how it is painted and how it is moved about."""
