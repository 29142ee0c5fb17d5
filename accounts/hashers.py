from django.contrib.auth.hashers import Argon2PasswordHasher


class ClassroomArgon2Hasher(Argon2PasswordHasher):
    """Argon2id at OWASP's 19 MiB setting: thirty pupils may sign in at once."""

    time_cost = 2
    memory_cost = 19 * 1024
    parallelism = 1
