using Loesningsbrikker.Accounts;
using Loesningsbrikker.Interviews.Import;
using Loesningsbrikker.Interviews.Journal;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Interviews;

/// <summary>Interviews and their transcripts; what people said is marked and coded here.</summary>
public sealed class InterviewsRoom : IRoom
{
    /// <inheritdoc />
    public void AddServices(IServiceCollection services) => services
        .AddSingleton<PdfText>().AddSingleton<TranscriptReader>().AddSingleton<DraftCipher>()
        .AddScoped<DraftWriting>().AddScoped<DraftConfirmation>().AddScoped<SpeakerPeople>().AddScoped<DeleteExpiredDrafts>()
        .AddSingleton<CodingLive>();

    /// <inheritdoc />
    public IEnumerable<MenuEntry> Menu => [new(10, "Interviews", "interviews", Permission.ReadTestimony)];
}
