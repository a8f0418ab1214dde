"""What axe finds on the desk and we leave: rule and reason. Nothing of WCAG 2.2 A and AA is left."""

AXE_EXCEPTIONS: dict[str, str] = {
    "empty-table-header": (
        "Best practice only. Django's tables of child rows begin with a column for the row's own name, whose "
        "header is empty and takes no room; the name stands above the row."
    ),
    "region": (
        "Best practice only. The list that Select2 opens below a choice stands at the end of the page, "
        "outside "
        "its landmarks; it has the focus while it is open, and goes when it closes."
    ),
}
