"""Gunicorn's settings: gunicorn --config python:config.server."""

import os

wsgi_app = "config.wsgi:application"
bind = f"127.0.0.1:{os.environ.get('PORT', '8000')}"
worker_class = "gthread"
workers = int(os.environ.get("WEB_CONCURRENCY", "3"))
threads = 4
loglevel = "warning"
control_socket_disable = True  # it would be a file in somebody's home
