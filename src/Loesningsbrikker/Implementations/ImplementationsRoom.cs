using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Implementations;

/// <summary>What happens after yes: plan, milestones, news in words, and what came of it.</summary>
public sealed class ImplementationsRoom : IRoom
{
    /// <inheritdoc />
    public IEnumerable<MenuEntry> Menu => [new(70, "Udmøntning", "implementations", Permission.ReadImplementations)];
}
