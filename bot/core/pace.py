"""How fast we may speak: a token bucket. Times are seconds of any steadily rising clock."""

_ROUNDING = 1e-4
"""Of a message. Whoever waits exactly as long as told may go: sums of fractions are a little less than what they are
the sum of, and seconds since 1970 are known to a quarter of a microsecond alone."""


class Bucket:
    """Lets `burst` messages through at once and then `rate` a second."""

    __slots__ = ("_at", "_burst", "_rate", "_tokens")

    def __init__(self, *, rate: float, burst: int) -> None:
        self._rate = rate
        self._burst = float(burst)
        self._tokens = float(burst)
        self._at = 0.0

    def wait(self, at: float) -> float:
        """Seconds until the next message may go; 0 takes the permission for it."""
        self._tokens = min(self._burst, self._tokens + (at - self._at) * self._rate)
        self._at = at
        if self._tokens >= 1.0 - _ROUNDING:
            self._tokens = max(0.0, self._tokens - 1.0)
            return 0.0
        return (1.0 - self._tokens) / self._rate

    def borrow(self) -> None:
        """Somebody did not wait: whoever waits does so longer, by a second at most."""
        self._tokens = max(self._tokens - 1.0, -self._rate)

    def pause(self, at: float, *, seconds: float) -> None:
        """The messenger wants silence: nothing goes for so long, and no burst after it."""
        self.wait(at)
        self._tokens = 1.0 - seconds * self._rate

    def is_full(self, at: float) -> bool:
        """Whether it remembers nothing, so that a new one would be the same."""
        return self._tokens + (at - self._at) * self._rate >= self._burst
