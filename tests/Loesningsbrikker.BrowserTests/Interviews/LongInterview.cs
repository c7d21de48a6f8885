using System.Text;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Loesningsbrikker.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Loesningsbrikker.BrowserTests.Interviews;

/// <summary>An interview of a million characters with passages that lie on one another, always the same.</summary>
public static class LongInterview
{
    /// <summary>Length of the text in characters.</summary>
    public const int Length = 1_000_000;

    private const int Pieces = 88;

    private static readonly string[] Sentences =
    [
        "Klokken halv fire er der én tilbage på stuen.", "Og så hjælper det ikke, at pædagogikken er god om formiddagen, når den sidste time bliver opbevaring.",
        "Ja.", "Det har vi sagt i tre år.", "Vikarerne kender ikke børnenes navne, og der er ingen, der har ansvaret for at sætte dem ind i tingene.",
        "Legepladsen står under vand fra oktober til marts.", "Det kunne man jo godt lave en fast måde at gøre på i hele kommunen.", "Hvad ville gøre den største forskel?",
        "Vi flyttede personalemødet, så det ikke ligger der, hvor alle henter, og det kostede ikke andet end en mail og lidt god vilje.", "Det gik ikke.",
    ];

    /// <summary>Puts it into the city's process.</summary>
    /// <param name="number">Number of the interview.</param>
    /// <param name="passages">How many, spread evenly, 80 to 600 characters each.</param>
    public static async Task AddAsync(TestHost host, TestCity city, int number, int passages)
    {
        await using var scope = host.Scope(city.MunicipalityId);
        var db = scope.ServiceProvider.GetRequiredService<LoesningsbrikkerContext>();
        var pieces = await PiecesAsync(db, city);
        var interview = new Interview { ProcessId = city.Process.Id, Number = number, Title = "Et langt døgn", HeldOn = new DateOnly(2026, 9, 1), CreatedAtUtc = db.UtcNow };
        db.Add(interview);
        await db.SaveChangesAsync();
        var transcript = TranscriptText.Freeze(interview, 1, TranscriptKind.Verbatim, [.. Paragraphs()], "", null, db.UtcNow);
        db.Add(transcript);
        await db.SaveChangesAsync();
        var text = TranscriptText.Join(transcript.Paragraphs.Select(p => p.Text));
        db.ChangeTracker.Clear();
        for (var i = 0; i < passages; i++)
        {
            var start = (int)((long)i * (text.Length - 1000) / passages);
            var end = start + 80 + i * 37 % 520;
            var passage = new Passage
            {
                ProcessId = city.Process.Id, TranscriptId = transcript.Id, StartUtf16 = start, EndUtf16 = end, Quote = text[start..end], CreatedAtUtc = db.UtcNow,
            };
            passage.Codings.Add(new Coding { ProcessId = city.Process.Id, SolutionPieceId = pieces[i % pieces.Count], CodedAtUtc = db.UtcNow });
            db.Add(passage);
            if (i % 1000 == 999 || i == passages - 1)
            {
                await db.SaveChangesAsync();
                db.ChangeTracker.Clear();
            }
        }
    }

    private static async Task<List<long>> PiecesAsync(LoesningsbrikkerContext db, TestCity city)
    {
        var known = db.SolutionPieces.Where(p => p.ProcessId == city.Process.Id).Select(p => p.Id).ToList();
        if (known.Count > 0)
            return known;
        var pieces = Enumerable.Range(1, Pieces)
            .Select(n => SolutionPiece.Draft(city.Process.Id, n, (PieceClass)(n % 3), $"Brik {n} om normering og ro", null, db.UtcNow, "Fordi der er brug for det.")).ToList();
        db.AddRange(pieces);
        await db.SaveChangesAsync();
        return [.. pieces.Select(p => p.Id)];
    }

    private static IEnumerable<ParagraphText> Paragraphs()
    {
        var random = new Random(20261121);
        for (var (written, turn) = (0, 0); written < Length; turn++)
        {
            var words = new StringBuilder();
            for (var sentence = random.Next(1, 8); sentence > 0; sentence--)
                words.Append(Sentences[random.Next(Sentences.Length)]).Append(' ');
            words.Length--;
            written += words.Length + 1;
            yield return new ParagraphText(turn % 2 == 0 ? "Interviewer" : "Leder", words.ToString());
        }
    }
}
