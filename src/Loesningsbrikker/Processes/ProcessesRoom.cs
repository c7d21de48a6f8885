using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Processes;

/// <summary>Dialogue processes, members, setup, informants, institutions.</summary>
public sealed class ProcessesRoom : IRoom
{
    /// <inheritdoc />
    public IEnumerable<MenuEntry> Menu =>
    [
        new(0, "Overblik", "", Permission.SeeProcess),
        new(900, "Opsætning", "setup", Permission.SetUpProcess),
    ];
}
