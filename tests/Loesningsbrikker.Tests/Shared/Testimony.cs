using Loesningsbrikker.Interviews;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Tests.Shared;

/// <summary>Builds interviews, transcripts, passages, pieces and codings straight into the database.</summary>
public sealed class Testimony(LoesningsbrikkerContext db, DialogueProcess process)
{
    private static readonly DateTime Noon = new(2026, 9, 1, 12, 0, 0, DateTimeKind.Utc);

    /// <summary>The context it writes through.</summary>
    public LoesningsbrikkerContext Db { get; } = db;

    /// <summary>An interview with one informant per group; groups are made where they are missing.</summary>
    public async Task<Interview> InterviewAsync(string title, params string[] groups)
    {
        var number = await Db.InTransactionAsync(() => ProcessNumbers.NextInterviewAsync(Db, process.Id));
        var interview = new Interview { ProcessId = process.Id, Number = number, Title = title, HeldOn = new DateOnly(2026, 9, 1), CreatedAtUtc = Noon };
        foreach (var name in groups)
        {
            var group = await Db.InformantGroups.FirstOrDefaultAsync(g => g.ProcessId == process.Id && g.Name == name)
                ?? new InformantGroup { ProcessId = process.Id, Name = name };
            interview.Informants.Add(new Informant { ProcessId = process.Id, Code = "I-" + Guid.NewGuid().ToString("N")[..12], Group = group });
        }
        Db.Add(interview);
        await Db.SaveChangesAsync();
        return interview;
    }

    /// <summary>The interview's first text.</summary>
    public async Task<Transcript> TranscriptAsync(Interview interview, TranscriptKind kind, params string[] paragraphs)
    {
        var transcript = TranscriptText.Freeze(interview, 1, kind, [.. paragraphs.Select(p => new ParagraphText("", p))], "", null, Noon);
        Db.Add(transcript);
        await Db.SaveChangesAsync();
        return transcript;
    }

    /// <summary>A passage over the first place where the quote stands.</summary>
    public async Task<Passage> PassageAsync(Transcript transcript, string quote, string note = "")
    {
        var text = TranscriptText.Join(transcript.Paragraphs.Select(p => p.Text));
        var start = text.IndexOf(quote, StringComparison.Ordinal);
        Assert.That(start, Is.GreaterThanOrEqualTo(0), $"»{quote}« does not stand in the transcript.");
        var passage = Of(transcript, text, start, start + quote.Length);
        passage.Note = note;
        Db.Add(passage);
        await Db.SaveChangesAsync();
        return passage;
    }

    /// <summary>An interview, its text and one passage over the whole of the quote, in one line.</summary>
    public async Task<Passage> SaidAsync(string quote, params string[] groups)
    {
        var interview = await InterviewAsync("Samtale", groups);
        return await PassageAsync(await TranscriptAsync(interview, TranscriptKind.Verbatim, "Vi talte om det: " + quote + " Det var alle enige i."), quote);
    }

    /// <summary>A piece with a description, as draft or formulated.</summary>
    public async Task<SolutionPiece> PieceAsync(PieceClass pieceClass, string title, bool formulated = false, string description = "Fordi der er brug for det.")
    {
        var piece = await Db.InTransactionAsync(async () =>
        {
            var number = await ProcessNumbers.NextPieceAsync(Db, process.Id);
            var draft = SolutionPiece.Draft(process.Id, number, pieceClass, title, null, Noon, description);
            Db.Add(draft);
            await Db.SaveChangesAsync();
            return draft;
        });
        if (formulated)
        {
            piece.Formulate(null, Noon);
            await Db.SaveChangesAsync();
        }
        return piece;
    }

    /// <summary>Ties passages to a piece.</summary>
    public async Task TieAsync(SolutionPiece piece, params Passage[] passages)
    {
        Db.AddRange(passages.Select(p => new Coding { ProcessId = process.Id, PassageId = p.Id, SolutionPieceId = piece.Id, CodedAtUtc = Noon }));
        await Db.SaveChangesAsync();
    }

    /// <summary>Passages of a few letters each, one after the other through the transcript, in few saves.</summary>
    public async Task<Passage[]> ManyPassagesAsync(Transcript transcript, int count)
    {
        var text = TranscriptText.Join(transcript.Paragraphs.Select(p => p.Text));
        var passages = Enumerable.Range(0, count).Select(i => Of(transcript, text, i % (text.Length - 5), i % (text.Length - 5) + 5)).ToArray();
        Db.AddRange(passages);
        await Db.SaveChangesAsync();
        return passages;
    }

    private static Passage Of(Transcript transcript, string text, int start, int end)
    {
        var range = PassageRange.At(text, start, end);
        return new Passage
        {
            ProcessId = transcript.ProcessId, TranscriptId = transcript.Id, StartUtf16 = start, EndUtf16 = end, Quote = range.Quote,
            Prefix = range.Prefix, Suffix = range.Suffix, CreatedAtUtc = Noon,
        };
    }
}
