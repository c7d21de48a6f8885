namespace Loesningsbrikker.Shared;

/// <summary>When things happen by themselves; section "Loesningsbrikker:Scheduler" (docs/operations.md). Times are Danish.</summary>
public sealed class SchedulerSettings
{
    /// <summary>Whether this Host does what happens by itself; off where another one does.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>When reminders are written, as a cron expression with seconds: each day at 06:30.</summary>
    public string Reminders { get; set; } = "0 30 6 * * ?";

    /// <summary>When the outbox is emptied, likewise: each minute.</summary>
    public string Outbox { get; set; } = "0 * * * * ?";

    /// <summary>When texts that nobody confirmed in time are deleted, likewise: every quarter of an hour.</summary>
    public string ImportDrafts { get; set; } = "0 0/15 * * * ?";
}
