using System.Diagnostics;
using System.Net;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.Interviews.Corrections;
using Loesningsbrikker.Shared;
using Loesningsbrikker.Tests.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Tests.Interviews.Corrections;

/// <summary>A text of a megabyte with 5,000 passages, corrected through the store that the page calls.</summary>
public sealed class BigCorrectionTests(DatabaseKind database) : HouseTest(database)
{
    private const int Marks = 5000;

    [Test]
    public async Task Five_thousand_passages_on_a_megabyte_are_carried_within_seconds()
    {
        var db = Db(City.User(Role.Consultant));
        var (interview, paragraphs) = await AddAsync(db);
        List<ParagraphText> corrected = [.. paragraphs.Select((p, i) => i % 100 == 7 ? p with { Text = p.Text.Replace("morgenen", "formiddagen", StringComparison.Ordinal) } : p)];
        corrected.Insert(3, new ParagraphText("Leder", "Et afsnit, der var glemt."));
        corrected.RemoveAt(2000);

        var fresh = Db(City.User(Role.Consultant));
        var clock = Stopwatch.StartNew();
        var computed = Process.GetCurrentProcess().TotalProcessorTime;
        var from = await CorrectionBase.ReadAsync(fresh, City.Process.Id, interview.Number);
        var plan = new CorrectionPlan(from.Paragraphs, corrected);
        var form = new CorrectionForm { Reason = "Prøve", ForAll = CarryChoice.Keep, LetLoose = true, Kind = from.Kind, BasedOnVersion = 1 };
        form.Seen = CorrectionChoices.Fingerprint(plan.Of(await CorrectionPlan.PassagesAsync(fresh, from.TranscriptId)));
        var planned = clock.Elapsed;
        var correction = await new CorrectionStore(fresh, from, plan, form).StoreAsync(City.Process.Id, corrected);
        TestContext.Out.WriteLine($"{Kind}: {from.Text.Length:N0} characters, {Marks:N0} passages: looked through in {planned.TotalSeconds:N1} s, stored in {(clock.Elapsed - planned).TotalSeconds:N1} s, "
            + $"{(Process.GetCurrentProcess().TotalProcessorTime - computed).TotalSeconds:N1} s on the processor "
            + $"({correction.PassagesUnchanged:N0} unchanged, {correction.PassagesChanged:N0} changed, {correction.PassagesLoosened:N0} loose)");
        Assert.That(correction.PassagesUnchanged + correction.PassagesChanged + correction.PassagesLoosened, Is.EqualTo(Marks));
        Assert.That((correction.PassagesChanged, correction.PassagesLoosened), Is.EqualTo((50, 1)));
        // Seconds on a quiet machine; what grows with marks times text would take many minutes.
        Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromSeconds(60)));
        await CorrectionCase.AssertFitsAsync(Db(), interview.Id);
    }

    [Test]
    public async Task Too_many_changed_passages_to_list_are_chosen_about_at_once()
    {
        var db = Db(City.User(Role.Consultant));
        var (interview, _) = await AddAsync(db, marks: 400, paragraphs: 400);
        var site = await SignInAsync(Role.Consultant);
        var one = new CorrectionCase { Site = site, Interview = interview, Transcript = await db.Transcripts.SingleAsync(), Path = $"{City.Path}/interviews/{interview.Number}" };
        var preview = await one.PreviewAsync(text => text.Replace("morgenen", "formiddagen", StringComparison.Ordinal));
        Assert.That(preview.Text, Does.Contain("400 uddrag har fået andre ord").And.Contain("… og 100 uddrag mere, som kun kan vælges for alle på én gang"));
        var undecided = await one.ConfirmAsync(preview);
        Assert.That((undecided.Status, undecided.Text.Contains("hvad der skal ske med 400 uddrag")), Is.EqualTo((HttpStatusCode.BadRequest, true)));
        var saved = await one.ConfirmAsync(undecided, ("ForAll", "Keep"), ("Choices[3].Choice", "Loosen"));
        Assert.That(saved.Status, Is.EqualTo(HttpStatusCode.Found), saved.Text);
        Assert.That(await Db().Passages.CountAsync(p => p.LooseSinceUtc != null), Is.EqualTo(1));
    }

    private async Task<(Interview Interview, List<ParagraphText> Paragraphs)> AddAsync(LoesningsbrikkerContext db, int marks = Marks, int paragraphs = 4000)
    {
        var interview = await db.AddInterviewAsync(City);
        const string Filling = " Vi taler om morgenen, for der er børnene mange og de voksne få, og det går ud over dem, der har mest brug for ro; det siger forældrene også, når de henter. Æ, ø, å og 👩‍👩‍👧.";
        List<ParagraphText> text = [.. Enumerable.Range(0, paragraphs).Select(i => new ParagraphText(i % 2 == 0 ? "Leder" : "Forælder", $"Nummer {i:0000} siger noget eget {i * 79:000000}." + Filling + $" Slut {i}."))];
        var transcript = TranscriptText.Freeze(interview, 1, TranscriptKind.Verbatim, text, "", null, db.UtcNow);
        await db.InTransactionAsync(async () =>
        {
            await TranscriptStore.AddAsync(db, transcript);
            return true;
        });
        // One after the other through the text, the first again a little further on; by one statement, since thousands of saves take longer than the test.
        await MarkAsync(db, transcript.Id, from: 40, Math.Min(marks, paragraphs));
        if (marks > paragraphs)
            await MarkAsync(db, transcript.Id, from: 46, marks - paragraphs);
        return (interview, text);
    }

    /// <summary>A mark of sixty characters in each of the first paragraphs, where no character takes more than one code unit.</summary>
    private static Task<int> MarkAsync(LoesningsbrikkerContext db, long transcriptId, int from, int paragraphs) => db.Database.ExecuteSqlAsync($"""
        INSERT INTO "Passages" ("MunicipalityId", "ProcessId", "TranscriptId", "StartUtf16", "EndUtf16", "Quote", "Prefix", "Suffix", "Note", "CreatedAtUtc", "Version")
        SELECT p."MunicipalityId", t."ProcessId", p."TranscriptId", p."StartUtf16" + {from}, p."StartUtf16" + {from} + 60,
            substr(p."Text", {from} + 1, 60), substr(p."Text", {from} - 31, 32), substr(p."Text", {from} + 61, 32), '', {db.UtcNow}, {Guid.NewGuid()}
        FROM "TranscriptParagraphs" p JOIN "Transcripts" t ON t."Id" = p."TranscriptId" WHERE p."TranscriptId" = {transcriptId} AND p."Number" <= {paragraphs}
        """);
}
