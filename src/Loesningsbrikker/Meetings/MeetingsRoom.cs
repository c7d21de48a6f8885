using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Meetings;

/// <summary>The joint meeting: who came, what they said about each piece, and what the administration concludes from it.</summary>
public sealed class MeetingsRoom : IRoom
{
    /// <inheritdoc />
    public IEnumerable<MenuEntry> Menu => [new(30, "Fællesmøde", "validation-meetings", Permission.ReadMeetings)];
}
