import pytest

from config import static


@pytest.fixture
def root(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path / "static"
    return settings.STATIC_ROOT


def test_files_are_collected_once(root):
    assert static.collect() is True
    assert static.collect() is False
    assert (root / "quiz" / "app.css").exists()


def test_a_changed_file_is_collected_again(root, settings, tmp_path):
    extra = tmp_path / "extra"
    extra.mkdir()
    (extra / "note.txt").write_text("before")
    settings.STATICFILES_DIRS = [extra]
    static.get_finders.__globals__["get_finder"].cache_clear()
    static.collect()

    (extra / "note.txt").write_text("after")

    assert static.collect() is True
    assert (root / "note.txt").read_text() == "after"
    static.get_finders.__globals__["get_finder"].cache_clear()


def test_a_lost_folder_is_collected_again(root):
    static.collect()
    root.rename(root.with_name("lost"))

    assert static.collect() is True
