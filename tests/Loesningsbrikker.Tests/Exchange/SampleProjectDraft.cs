using Loesningsbrikker.Accounts;
using Loesningsbrikker.Exchange.Import;
using Loesningsbrikker.Interviews.Import;
using Loesningsbrikker.Shared;
using Loesningsbrikker.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Loesningsbrikker.Tests.Exchange;

/// <summary>A project from another tool that waits for the sample's consultant.</summary>
internal static class SampleProjectDraft
{
    public static async Task AddAsync(IServiceProvider services, LoesningsbrikkerContext db, TestCity city, long processId)
    {
        var file = new Qdpx()
            .WithCodes(Qdpx.Code("Rammer", Qdpx.Code("Tid") + Qdpx.Code("Ro")), Qdpx.Code("Vikarer"))
            .WithText("Samtale med lederne.docx", "Leder: Vi har for lidt tid.\r\nInterviewer: Hvorfor?\r\nLeder: Der er mange vikarer.\r\nInterviewer: Ja?", Qdpx.Selection(7, 27, "Vi har for lidt tid.", "Tid"))
            .WithPath("Mangler", "internal://ingen.txt").Build();
        var draft = ImportDraft.Begin(processId, city.User(Role.Consultant).Id, db.UtcNow, DraftKind.Project);
        services.GetRequiredService<DraftCipher>().Write(draft, "Skoleprojekt.qdpx", new ProjectDraft
        {
            FileName = "Skoleprojekt.qdpx", File = file,
            Speakers = [new DraftSpeaker { Label = "Leder", Turns = 2, Word = "Leder" }, new DraftSpeaker { Label = "Interviewer", Turns = 2, Role = SpeakerRole.Interviewer }],
        });
        db.Add(draft);
        await db.SaveChangesAsync();
    }
}
