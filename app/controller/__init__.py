"""The one door between the screens and everything else: wishes go in, changed facts come out."""
