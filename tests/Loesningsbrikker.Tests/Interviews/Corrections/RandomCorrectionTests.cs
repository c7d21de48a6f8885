using Loesningsbrikker.Accounts;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.Interviews.Corrections;
using Loesningsbrikker.Shared;
using Loesningsbrikker.Tests.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Tests.Interviews.Corrections;

/// <summary>The same text corrected again and again at random: stored marks always stand on their words, or are loose.</summary>
public sealed class RandomCorrectionTests(DatabaseKind database) : HouseTest(database)
{
    private const int Rounds = 12;
    private const int MarksPerRound = 8;

    private static readonly string[] Pieces = ["Ja. ", "Ja, ja. ", "Børnene på Åkanden ", "græder 👩‍👩‍👧 ", "a\u030ah ", "for få voksne. ", "\r\n", "\nLeder: ", "\nForælder: ", "e\u0301n ", "1.250 kr. ", "🇩🇰"];

    [TestCase(7)]
    [TestCase(11)]
    public async Task Stored_marks_fit_after_every_correction(int seed)
    {
        var random = new Random(seed);
        var testimony = new Testimony(Db(City.User(Role.Consultant)), City.Process);
        var typed = "Leder: Begyndelse. " + Words(random, 60);
        var interview = await testimony.InterviewAsync("Leder", "Ledere");
        testimony.Db.Add(TranscriptText.Freeze(interview, 1, TranscriptKind.Verbatim, Read(typed), "", null, testimony.Db.UtcNow));
        await testimony.Db.SaveChangesAsync();
        for (var version = 1; version <= Rounds; version++)
        {
            await MarkAsync(testimony.Db, interview, random);
            typed = Edited(typed, random);
            await CorrectAsync(Db(City.User(Role.Consultant)), interview, version, Read(typed), random.Next(2) == 0 ? CarryChoice.Keep : CarryChoice.Loosen);
            await CorrectionCase.AssertFitsAsync(Db(), interview.Id);
            await AssertAnchorsFitAsync(Db(), interview.Id);
        }
        Assert.That(await Db().Passages.CountAsync(), Is.EqualTo(Rounds * MarksPerRound), "none is lost");
    }

    private async Task CorrectAsync(LoesningsbrikkerContext db, Interview interview, int version, IReadOnlyList<ParagraphText> corrected, CarryChoice choice)
    {
        var from = await CorrectionBase.ReadAsync(db, City.Process.Id, interview.Number, version);
        var plan = new CorrectionPlan(from.Paragraphs, corrected);
        var form = new CorrectionForm { BasedOnVersion = version, Kind = from.Kind, Reason = "Prøve", LetLoose = true, ForAll = choice };
        form.Seen = CorrectionChoices.Fingerprint(plan.Of(await CorrectionPlan.PassagesAsync(db, from.TranscriptId)));
        await new CorrectionStore(db, from, plan, form).StoreAsync(City.Process.Id, corrected);
    }

    private async Task MarkAsync(LoesningsbrikkerContext db, Interview interview, Random random)
    {
        var from = await CorrectionBase.ReadAsync(db, City.Process.Id, interview.Number);
        for (var i = 0; i < MarksPerRound; i++)
        {
            var start = random.Next(from.Text.Length - 1);
            var end = Math.Min(from.Text.Length, start + random.Next(1, 60));
            if (string.IsNullOrWhiteSpace(from.Text[start..end]))
                (start, end) = (0, 5);
            var range = PassageRange.Cut(from.Text, 0, start, end, from.Text[start..end]);
            db.Add(new Passage
            {
                ProcessId = City.Process.Id, TranscriptId = from.TranscriptId, StartUtf16 = range.StartUtf16, EndUtf16 = range.EndUtf16, Quote = range.Quote,
                Prefix = range.Prefix, Suffix = range.Suffix, CreatedAtUtc = db.UtcNow,
            });
        }
        await db.SaveChangesAsync();
    }

    /// <summary>An old text can show its marks: each lay inside it, on words that begin and end with a sign.</summary>
    private static async Task AssertAnchorsFitAsync(LoesningsbrikkerContext db, long interviewId)
    {
        var texts = await db.Transcripts.Where(t => t.InterviewId == interviewId)
            .Select(t => new { t.Id, Texts = t.Paragraphs.OrderBy(p => p.StartUtf16).Select(p => p.Text).ToList() })
            .ToDictionaryAsync(t => t.Id, t => TranscriptText.Join(t.Texts));
        foreach (var anchor in await db.PassageAnchors.AsNoTracking().ToListAsync())
        {
            var words = texts[anchor.TranscriptId][anchor.StartUtf16..anchor.EndUtf16];
            Assert.That(words, Is.EqualTo(words.Trim()).And.Not.Empty);
        }
    }

    private static string Edited(string text, Random random)
    {
        for (var edits = random.Next(1, 5); edits > 0; edits--)
        {
            var start = random.Next("Leder: Begyndelse. ".Length, text.Length);
            var end = Math.Min(text.Length, start + (random.Next(3) == 0 ? random.Next(150) : random.Next(12)));
            text = text[..start] + Words(random, random.Next(0, 4)) + text[end..];
        }
        // Something is different every time, so that there is something to correct.
        return text + Words(random, 2) + "Slut.";
    }

    private static string Words(Random random, int count) => string.Concat(Enumerable.Range(0, count).Select(_ => Pieces[random.Next(Pieces.Length)]));

    private static IReadOnlyList<ParagraphText> Read(string typed) => CorrectionText.Read(typed, "Leder\nForælder");
}
