using System.Collections.Concurrent;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Meetings.Phone;

/// <summary>
/// Limits guessing of codes per phone and per meeting, never per address: a whole hall shares one. A phone may be given up and bought
/// anew, so the meeting has a limit too: 120 wrong ones a minute for three hours hit one of 300 slips once in fifty evenings.
/// Counted in this Host's memory.
/// </summary>
public sealed class WrongCodes(TimeProvider clock)
{
    /// <summary>Wrong codes that one phone may try within ten minutes.</summary>
    public const int PerPhone = 10;
    /// <summary>Wrong codes that all phones together may try at one meeting within a minute.</summary>
    public const int PerMeeting = 120;

    private const int Crowded = 20_000;
    private static readonly TimeSpan PhoneWindow = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan MeetingWindow = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, Window> _windows = new(StringComparer.Ordinal);

    /// <summary>
    /// Counts an attempt before the code is looked at, so that many at once gain nothing; call the result when the code was right, and
    /// the attempt is forgotten.
    /// </summary>
    /// <param name="meeting">What is tried: a meeting's code, or empty for the code of any meeting.</param>
    /// <param name="phone">The phone's name.</param>
    /// <exception cref="RuleException">There were too many.</exception>
    public Action Try(string meeting, string phone)
    {
        if (_windows.Count > Crowded)
            Forget();
        var ofPhone = Count($"{meeting}/{phone}", PhoneWindow);
        var ofMeeting = Count(meeting, MeetingWindow);
        if (ofPhone.Attempts > PerPhone)
            throw new RuleException("Der er skrevet en forkert kode for mange gange. Vent ti minutter, eller gå til bordværten.");
        if (ofMeeting.Attempts > PerMeeting)
            throw new RuleException("Der bliver skrevet mange forkerte koder lige nu. Vent et minut, og prøv igen.");
        return () =>
        {
            Interlocked.Decrement(ref ofPhone.Attempts);
            Interlocked.Decrement(ref ofMeeting.Attempts);
        };
    }

    private Window Count(string what, TimeSpan length)
    {
        var now = clock.GetUtcNow();
        var window = _windows.AddOrUpdate(what, _ => new Window(now + length), (_, old) => old.Until > now ? old : new Window(now + length));
        Interlocked.Increment(ref window.Attempts);
        return window;
    }

    private void Forget()
    {
        var now = clock.GetUtcNow();
        foreach (var (what, window) in _windows)
            if (window.Until <= now)
                _windows.TryRemove(KeyValuePair.Create(what, window));
    }

    private sealed class Window(DateTimeOffset until)
    {
        public int Attempts;

        public DateTimeOffset Until { get; } = until;
    }
}
