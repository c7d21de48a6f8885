using System.Diagnostics;
using System.Globalization;

namespace Loesningsbrikker.Tests.Interviews;

/// <summary>How long this thread really computed: a wall clock would measure the tests that run beside this one.</summary>
internal static class CpuClock
{
    private const string OwnSchedule = "/proc/thread-self/schedstat";

    /// <summary>Time that <paramref name="work"/> took on the processor; wall time where the system does not tell.</summary>
    public static TimeSpan TimeOf(Action work)
    {
        var before = Now();
        work();
        return Now() - before;
    }

    // The first number is the nanoseconds spent on the processor (Linux, Documentation/scheduler/sched-stats.rst).
    private static TimeSpan Now() =>
        File.Exists(OwnSchedule)
            ? TimeSpan.FromMicroseconds(long.Parse(File.ReadAllText(OwnSchedule).Split(' ')[0], CultureInfo.InvariantCulture) / 1000)
            : Stopwatch.GetElapsedTime(0);
}
