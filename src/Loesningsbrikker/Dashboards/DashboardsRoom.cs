using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Dashboards;

/// <summary>Read-only overviews: the front page, and the status of a process.</summary>
public sealed class DashboardsRoom : IRoom
{
    /// <inheritdoc />
    public IEnumerable<MenuEntry> Menu => [new(90, "Status", "dashboard", Permission.SeeDashboard)];
}
