"""What is seen: screens, tables and widgets; no network, no files, no asyncio."""
