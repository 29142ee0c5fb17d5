"""How many questions of each topic a quiz asks, where its maker says so; values only."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Quotas:
    """A topic with a number is asked so often; topics without one share the rest.

    Where every topic has a number, the rest may be of any.
    """

    wanted: Mapping[str, int] = field(default_factory=dict)

    def open(self, topics: Collection[str], taken: Counter[str]) -> list[str]:
        """Of which of the topics the next question may be."""
        short = [
            topic for topic, number in self.wanted.items() if taken[topic] < number
        ]
        if short:
            return [topic for topic in topics if topic in short]
        free = [topic for topic in topics if topic not in self.wanted]
        return free or list(topics)

    def has_room(
        self, topic: str, topics: Collection[str], taken: Counter[str]
    ) -> bool:
        """Whether one more of the topic may be asked, in whatever order they come."""
        if topic not in self.wanted or self.wanted.keys() >= set(topics):
            return True
        return taken[topic] < self.wanted[topic]
