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
        Assert.That((correction.PassagesChanged, correction.PassagesLoosened), Is.EqualTo((40, 1)));
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
        List<ParagraphText> text = [.. Enumerable.Range(0, paragraphs).Select(i => new ParagraphText(i % 2 == 0 ? "Leder" : "Forælder", $"Nummer {i} siger noget eget {i * 7919}." + Filling + $" Slut {i}."))];
        var transcript = TranscriptText.Freeze(interview, 1, TranscriptKind.Verbatim, text, "", null, db.UtcNow);
        await db.InTransactionAsync(async () =>
        {
            await TranscriptStore.AddAsync(db, transcript);
            return true;
        });
        var index = new ParagraphIndex(text);
        db.AddRange(Enumerable.Range(0, marks).Select(i =>
        {
            var paragraph = i % paragraphs;
            // The first round marks what the correction touches, the second what it leaves alone.
            var start = index.StartOf(paragraph) + (i < paragraphs ? 7 : text[paragraph].Text.Length - 40);
            var end = i < paragraphs ? start + 60 : index.EndOf(paragraph);
            var range = PassageRange.Cut(index.Text[start..end], start, start, end, index.Text[start..end]);
            return new Passage
            {
                ProcessId = City.Process.Id, TranscriptId = transcript.Id, StartUtf16 = range.StartUtf16, EndUtf16 = range.EndUtf16, Quote = range.Quote,
                Prefix = range.Prefix, Suffix = range.Suffix, CreatedAtUtc = db.UtcNow,
            };
        }));
        await db.SaveChangesAsync();
        return (interview, text);
    }
}
