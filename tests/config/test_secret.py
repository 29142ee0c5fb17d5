import stat

from config import secret


def test_a_secret_is_made_once_and_for_its_owner_only(tmp_path):
    path = tmp_path / "var" / "secret_key"

    assert secret.keep(path) is True
    first = path.read_text()
    assert secret.keep(path) is False

    assert path.read_text() == first
    assert len(first) >= 50
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(path.parent.iterdir()) == [path]


def test_a_secret_made_meanwhile_is_kept(tmp_path, monkeypatch):
    path = tmp_path / "secret_key"
    make = secret.secrets.token_urlsafe

    def slowly(size):
        path.write_text("the other's")
        return make(size)

    monkeypatch.setattr(secret.secrets, "token_urlsafe", slowly)

    assert secret.keep(path) is False
    assert path.read_text() == "the other's"
    assert list(tmp_path.iterdir()) == [path]
