using Loesningsbrikker.Accounts;
using Loesningsbrikker.Meetings.Live;
using Loesningsbrikker.Meetings.Phone;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Meetings;

/// <summary>
/// The joint meeting: held live on phones (<c>Live</c>, <c>Phone</c>) or entered by hand, who came, what they said about each piece, and
/// what the administration concludes from it.
/// </summary>
public sealed class MeetingsRoom : IRoom
{
    /// <inheritdoc />
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<Slips>();
        services.AddSingleton<BallotBox>();
        services.AddSingleton<SecretTraces>();
        services.AddSingleton<RoundClosing>();
        services.AddSingleton<MeetingPasses>();
        services.AddSingleton<WrongCodes>();
        services.AddSingleton<MeetingWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<MeetingWatch>());
    }

    /// <inheritdoc />
    public IEnumerable<MenuEntry> Menu => [new(30, "Fællesmøde", "validation-meetings", Permission.ReadMeetings)];
}
