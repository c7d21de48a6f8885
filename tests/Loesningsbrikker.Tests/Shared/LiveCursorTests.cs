using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Tests.Shared;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class LiveCursorTests
{
    private readonly MovableClock _clock = new();

    [Test]
    public void A_lower_key_that_is_stored_after_a_higher_one_is_asked_for_by_name()
    {
        var cursor = new LiveCursor([10], _clock);
        cursor.Take([11, 14]);
        Assert.That((cursor.Newest, cursor.Missing, cursor.Safe), Is.EqualTo((14L, new long[] { 12, 13 }, 11L)));
        cursor.Take([12]);
        Assert.That((cursor.Missing, cursor.Safe), Is.EqualTo((new long[] { 13 }, 12L)));
        cursor.Take([13]);
        Assert.That((cursor.Missing, cursor.Safe), Is.EqualTo((Array.Empty<long>(), 14L)));
    }

    [Test]
    public void A_write_that_was_rolled_back_is_waited_for_and_then_given_up()
    {
        var cursor = new LiveCursor([10, 12], _clock);
        Assert.That(cursor.Missing, Is.EqualTo(new long[] { 11 }), "It may have been under way when the first listener came.");
        _clock.Move(LiveCursor.Patience - TimeSpan.FromSeconds(1));
        cursor.Take([]);
        Assert.That(cursor.Safe, Is.EqualTo(10));
        _clock.Move(TimeSpan.FromSeconds(1));
        cursor.Take([]);
        Assert.That((cursor.Missing, cursor.Safe), Is.EqualTo((Array.Empty<long>(), 12L)));
    }

    [Test]
    public void A_table_that_jumped_far_does_not_fill_the_memory()
    {
        var cursor = new LiveCursor([], _clock);
        cursor.Take([5_000_000]);
        cursor.Take([9_000_000]);
        Assert.That(cursor.Missing, Has.Count.EqualTo(1000));
    }
}
