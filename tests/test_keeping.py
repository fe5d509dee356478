"""What is kept between builds is what was made, or nothing."""

from pathlib import Path

import pytest

from sitegen.keeping import Keeper, fingerprint

NAME = fingerprint(["a", b"b"])


def test_what_was_made_is_made_once(tmp_path: Path) -> None:
    assert Keeper(tmp_path / "kept").get(NAME, lambda: b"made") == b"made"
    assert Keeper(tmp_path / "kept").get(NAME, lambda: b"never asked for") == b"made"


@pytest.mark.parametrize("damage", [b"", b"short", b"x" * 40])
def test_what_is_damaged_is_made_anew(damage: bytes, tmp_path: Path) -> None:
    Keeper(tmp_path).keep(NAME, b"made")
    (file,) = (path for path in tmp_path.rglob("*") if path.is_file())
    file.write_bytes(damage)
    assert Keeper(tmp_path).get(NAME, lambda: b"anew") == b"anew"
    assert Keeper(tmp_path).find(NAME) == b"anew"


def test_a_folder_that_cannot_be_written_to_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("a file in the way", encoding="utf-8")
    assert Keeper(tmp_path / "kept").get(NAME, lambda: b"made") == b"made"


def test_what_a_build_had_no_use_for_is_forgotten(tmp_path: Path) -> None:
    old = Keeper(tmp_path)
    old.keep(fingerprint(["old"]), b"old")
    old.keep(NAME, b"made")
    new = Keeper(tmp_path)
    new.get(NAME, lambda: b"unused")
    new.forget_others()
    assert Keeper(tmp_path).find(fingerprint(["old"])) is None
    assert Keeper(tmp_path).find(NAME) == b"made"


def test_the_order_and_the_ends_of_parts_tell() -> None:
    assert len({fingerprint(parts) for parts in (["a", "b"], ["b", "a"], ["ab"], ["ab", ""], [])}) == 5
