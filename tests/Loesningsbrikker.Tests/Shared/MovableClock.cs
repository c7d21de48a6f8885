namespace Loesningsbrikker.Tests.Shared;

/// <summary>A clock that stands still until a test moves it.</summary>
public sealed class MovableClock : TimeProvider
{
    // Cookies and one-time codes are compared with the real date in places that take no clock, so it starts today.
    private DateTimeOffset _now = System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => _now;

    public void Move(TimeSpan time) => _now += time;
}
