using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.FollowUps;

/// <summary>When somebody must look at a piece again.</summary>
public sealed class FollowUpsRoom : IRoom
{
    /// <inheritdoc />
    public IEnumerable<MenuEntry> Menu => [new(85, "Opfølgning", "follow-ups", Permission.ReadFollowUps)];
}
