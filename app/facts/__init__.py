"""What the screens paint: plain, frozen data made from the domain's records; no Qt, no network."""
