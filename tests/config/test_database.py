import pytest
from django.db import connection


@pytest.mark.django_db
def test_sqlite_keeps_a_write_ahead_log():
    if connection.vendor != "sqlite":
        pytest.skip("This is a setting of SQLite.")
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA journal_mode")
        assert cursor.fetchone() == ("wal",)


@pytest.mark.django_db
def test_postgresql_hands_out_pooled_connections():
    if connection.vendor != "postgresql":
        pytest.skip("This is a setting of PostgreSQL.")
    assert connection.pool is not None
