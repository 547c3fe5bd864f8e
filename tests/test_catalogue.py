from pathlib import Path

from pipeline.catalogue import page


def test_the_documented_checks_are_the_declared_ones() -> None:
    """Write it anew with ``python -m pipeline.catalogue docs/checks.md``."""
    documented = Path(__file__).parent.parent / "docs" / "checks.md"
    assert documented.read_text(encoding="utf-8") == page()
