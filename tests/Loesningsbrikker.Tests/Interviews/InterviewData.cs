using System.Net;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Loesningsbrikker.Tests.Shared;

namespace Loesningsbrikker.Tests.Interviews;

/// <summary>Interviews straight into the database, for tests that are about something else.</summary>
internal static class InterviewData
{
    public static async Task<Interview> AddInterviewAsync(this LoesningsbrikkerContext db, TestCity city, string title = "Forældrebestyrelsen", Action<Interview>? shape = null)
    {
        var interview = new Interview { ProcessId = city.Process.Id, Title = title, HeldOn = new DateOnly(2026, 9, 1), CreatedAtUtc = db.UtcNow };
        shape?.Invoke(interview);
        await db.InTransactionAsync(async () =>
        {
            interview.Number = await ProcessNumbers.NextInterviewAsync(db, city.Process.Id);
            db.Add(interview);
            await db.SaveChangesAsync();
        });
        return interview;
    }

    public static async Task<Transcript> AddTranscriptAsync(this LoesningsbrikkerContext db, Interview interview, params string[] texts)
    {
        var transcript = TranscriptText.Freeze(
            interview, 1, TranscriptKind.Verbatim, [.. texts.Select(t => new ParagraphText("", t))], "", null, db.UtcNow);
        db.Add(transcript);
        await db.SaveChangesAsync();
        return transcript;
    }

    public static async Task AddPassageAsync(this LoesningsbrikkerContext db, Transcript transcript)
    {
        db.Add(new Passage
        {
            ProcessId = transcript.ProcessId, TranscriptId = transcript.Id, StartUtf16 = 0, EndUtf16 = 1, Quote = "V", CreatedAtUtc = db.UtcNow,
        });
        await db.SaveChangesAsync();
    }

    public static async Task<InformantGroup> AddGroupAsync(this LoesningsbrikkerContext db, TestCity city, string name, params string[] codes)
    {
        var group = new InformantGroup { ProcessId = city.Process.Id, Name = name };
        db.Add(group);
        await db.SaveChangesAsync();
        db.AddRange(codes.Select(c => new Informant { ProcessId = city.Process.Id, GroupId = group.Id, Code = c }));
        await db.SaveChangesAsync();
        return group;
    }

    /// <summary>The consultant on the import page of an interview.</summary>
    public static async Task<Site> OnImportPageAsync(TestHost host, TestCity city, int number)
    {
        var site = await Site.SignInAsync(host, city.User(Role.Consultant).Email!);
        var page = await site.GetAsync($"{city.Path}/interviews/{number}/transcripts/new");
        Assert.That(page.Status, Is.EqualTo(HttpStatusCode.OK));
        return site;
    }
}
