"""The screens: one file each, painting facts and passing on clicks."""
