using System.Security.Cryptography;
using System.Text;
using Loesningsbrikker.Exchange.Refi;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.Interviews.Import;
using Loesningsbrikker.Interviews.Pseudonymisation;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Exchange.Import;

/// <summary>Whether a text is here.</summary>
public enum SourceState
{
    /// <summary>It becomes a new interview.</summary>
    New,
    /// <summary>An interview has this very text; its passages are added there.</summary>
    Here,
    /// <summary>It came in before, and its interview has another text now: its passages would have no place.</summary>
    Changed,
    /// <summary>It came in before, and somebody deleted the interview.</summary>
    Deleted,
}

/// <summary>An interview with its newest text.</summary>
internal sealed record KnownText(long InterviewId, int Number, string Title, long TranscriptId, byte[] Sha256);

/// <summary>What becomes of one text.</summary>
/// <param name="Text">With names replaced.</param>
/// <param name="Here">The interview that has it or had it; null for a new one.</param>
/// <param name="NewPassages">Passages that have not come in before.</param>
internal sealed record PlannedSource(
    LoadedSource Loaded, ReplacedText Text, SourceState State, KnownText? Here, bool Include, string Title, DateOnly HeldOn, int NewPassages)
{
    /// <summary>Whether it becomes an interview of its own.</summary>
    public bool IsNew => State is SourceState.New or SourceState.Deleted;
}

/// <summary>What would happen if the draft were confirmed now; the page shows it and the import does it.</summary>
internal sealed class ImportPlan
{
    /// <summary>The project as read.</summary>
    public required LoadedProject Loaded { get; init; }
    /// <summary>Its words.</summary>
    public required ProjectTexts Texts { get; init; }
    /// <summary>What was chosen.</summary>
    public required ProjectDraft Draft { get; init; }
    /// <summary>What was found in its words.</summary>
    public required DraftContent Content { get; init; }
    /// <summary>The replacements as chosen now.</summary>
    public required Replacement Replacement { get; init; }
    /// <summary>What is here already.</summary>
    public required KnownTargets Known { get; init; }
    /// <summary>What came in before, by its GUID in other tools.</summary>
    public required IReadOnlyDictionary<(ExchangeIdKind Kind, Guid Guid), long> Remembered { get; init; }
    /// <summary>The codes, each with what is proposed.</summary>
    public required IReadOnlyList<CodeRow> Codes { get; init; }
    /// <summary>The texts.</summary>
    public required IReadOnlyList<PlannedSource> Sources { get; init; }

    /// <summary>Works it out; the number of queries does not depend on the size of the file.</summary>
    public static async Task<ImportPlan> ReadAsync(LoesningsbrikkerContext db, long processId, string prefix, ProjectDraft draft, LoadedProject loaded)
    {
        var texts = new ProjectTexts(loaded);
        var content = draft.ContentOf(texts.All);
        var replacement = content.Replacements();
        var remembered = (await db.ExchangeIds.Where(i => i.ProcessId == processId).Select(i => new { i.Kind, i.Guid, i.RowId }).ToListAsync())
            .ToDictionary(i => (i.Kind, i.Guid), i => i.RowId);
        var known = await KnownAsync(db, processId, prefix, remembered);
        var here = await TextsHereAsync(db, processId);
        var speakers = content.StoredSpeakers();
        List<PlannedSource> sources = [.. loaded.Sources.Select(s => Plan(s, texts.TextOf(s, replacement, speakers), draft, texts, replacement, remembered, here, loaded.IsOwn, db.UtcNow))];
        var passages = await PassagesHereAsync(db, sources);
        return new ImportPlan
        {
            Loaded = loaded, Texts = texts, Draft = draft, Content = content, Replacement = replacement, Known = known, Remembered = remembered,
            Codes = CodeProposals.Of(loaded, known, code => texts.Name(code, replacement)),
            Sources = [.. sources.Select(s => s with { NewPassages = s.Loaded.Passages.Count(p => IsNew(s, p, remembered, passages)) })],
        };
    }

    /// <summary>What a code becomes as chosen now.</summary>
    public CodeChoice ChoiceOf(CodeRow row) => Draft.Codes.GetValueOrDefault(row.Code.Guid, row.Proposed);

    private static async Task<KnownTargets> KnownAsync(
        LoesningsbrikkerContext db, long processId, string prefix, Dictionary<(ExchangeIdKind Kind, Guid Guid), long> remembered)
    {
        var pieces = await db.SolutionPieces.Where(p => p.ProcessId == processId).OrderBy(p => p.Number)
            .Select(p => new KnownPiece(p.Id, p.Number, p.Title, p.Stage, p.MergedIntoId)).ToListAsync();
        var challenges = await db.Challenges.Where(c => c.ProcessId == processId).OrderBy(c => c.Id).Select(c => new KnownChallenge(c.Id, c.Title)).ToListAsync();
        var codes = new Dictionary<Guid, (ExchangeIdKind, long)>();
        foreach (var ((kind, guid), rowId) in remembered)
            if (kind is ExchangeIdKind.Piece or ExchangeIdKind.Challenge or ExchangeIdKind.Theme)
                codes.TryAdd(guid, (kind, rowId));
        return new KnownTargets(prefix, pieces, challenges, codes);
    }

    private static async Task<List<KnownText>> TextsHereAsync(LoesningsbrikkerContext db, long processId) =>
        await (from i in db.Interviews
               join t in db.Transcripts on i.Id equals t.InterviewId
               where i.ProcessId == processId && !db.Transcripts.Any(n => n.InterviewId == i.Id && n.VersionNumber > t.VersionNumber)
               orderby i.Number
               select new KnownText(i.Id, i.Number, i.Title, t.Id, t.Sha256)).ToListAsync();

    private static PlannedSource Plan(
        LoadedSource source, ReplacedText text, ProjectDraft draft, ProjectTexts texts, Replacement replacement,
        Dictionary<(ExchangeIdKind, Guid), long> remembered, List<KnownText> here, bool isOwn, DateTime utcNow)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text.Canonical));
        var (state, known) = remembered.TryGetValue((ExchangeIdKind.Interview, source.Source.Guid), out var interviewId)
            ? here.FirstOrDefault(k => k.InterviewId == interviewId) switch
            {
                null => (SourceState.Deleted, null),
                var k when k.Sha256.AsSpan().SequenceEqual(hash) => (SourceState.Here, k),
                var k => (SourceState.Changed, (KnownText?)k),
            }
            : here.FirstOrDefault(k => k.Sha256.AsSpan().SequenceEqual(hash)) is { } same ? (SourceState.Here, same) : (SourceState.New, null);
        var choice = draft.Sources.GetValueOrDefault(source.Source.Guid, new SourceChoice(state is SourceState.New or SourceState.Here, null, null));
        return new PlannedSource(source, text, state, known, choice.Include && state != SourceState.Changed,
            choice.Title ?? ProposedTitle(source.Source, texts, replacement, isOwn), choice.HeldOn ?? SourceFacts.HeldOn(source.Source, utcNow), NewPassages: 0);
    }

    /// <summary>The stretches that are passages in the texts that are here.</summary>
    private static async Task<HashSet<(long TranscriptId, int Start, int End)>> PassagesHereAsync(LoesningsbrikkerContext db, List<PlannedSource> sources)
    {
        var transcripts = sources.Where(s => s.State == SourceState.Here).Select(s => s.Here!.TranscriptId).Distinct().ToList();
        return transcripts.Count == 0 ? []
            : [.. (await db.Passages.Where(p => transcripts.Contains(p.TranscriptId)).Select(p => new { p.TranscriptId, p.StartUtf16, p.EndUtf16 }).ToListAsync())
                .Select(p => (p.TranscriptId, p.StartUtf16, p.EndUtf16))];
    }

    private static bool IsNew(
        PlannedSource source, LoadedPassage passage, Dictionary<(ExchangeIdKind, Guid), long> remembered, HashSet<(long TranscriptId, int Start, int End)> here)
    {
        if (source.IsNew)
            return true;
        if (source.State == SourceState.Changed || passage.Selections.Any(s => remembered.ContainsKey((ExchangeIdKind.Passage, s.Guid))))
            return false;
        var (start, end) = source.Text.Map(passage.Start, passage.End);
        return PassagePlace.Of(source.Text.Canonical, start, end) is { } place && !here.Contains((source.Here!.TranscriptId, place.Start, place.End));
    }

    private static string ProposedTitle(QdaSource source, ProjectTexts texts, Replacement replacement, bool isOwn)
    {
        var name = CanonicalText.OneLine(texts.Title(source, replacement), SourceFacts.LongestTitle);
        var extension = Path.GetExtension(name);
        // Other tools name a text after its file.
        var bare = !isOwn && extension.ToLowerInvariant() is ".txt" or ".docx" or ".doc" or ".rtf" or ".odt" or ".pdf" or ".md" ? name[..^extension.Length].TrimEnd() : name;
        return bare.Length > 0 ? bare : "Uden titel";
    }
}

/// <summary>What a file of this product's own tells about an interview, and what stands for it in another's.</summary>
internal static class SourceFacts
{
    /// <summary>Longest title of an interview, in UTF-16 code units.</summary>
    public const int LongestTitle = 200;

    /// <summary>The day of the interview: as told, else when the text was brought into the other tool, else today.</summary>
    public static DateOnly HeldOn(QdaSource source, DateTime utcNow) =>
        Day(source, ExchangeWords.HeldOn) ?? (source.CreatedAtUtc is { } at && at <= utcNow && at.Year >= 2000 ? DanishText.Day(at) : DanishText.Day(utcNow));

    /// <summary>The day on which the informant approved the text; null while not.</summary>
    public static DateOnly? ApprovedOn(QdaSource source, DateTime utcNow) =>
        Day(source, ExchangeWords.ApprovedOn) is { Year: >= 2000 } day && day <= DanishText.Day(utcNow) ? day : null;

    /// <summary>How the input was given.</summary>
    public static InterviewMethod Method(QdaSource source) =>
        Enum.GetValues<InterviewMethod>().FirstOrDefault(m => m.ToDanish() == Text(source, ExchangeWords.Method), InterviewMethod.Interview);

    /// <summary>Word for word or a minute; null when it is not told.</summary>
    public static TranscriptKind? Kind(QdaSource source) =>
        Enum.GetValues<TranscriptKind>().Select(k => (TranscriptKind?)k).FirstOrDefault(k => k!.Value.ToDanish() == Text(source, ExchangeWords.TextKind));

    /// <summary>The interview's number where it comes from; null when it is not told.</summary>
    public static int? Number(QdaSource source) =>
        int.TryParse(Text(source, ExchangeWords.InterviewNumber), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var n) && n is > 0 and <= Processes.ProcessNumbers.HighestKept ? n : null;

    /// <summary>What a variable says; empty when it says nothing.</summary>
    public static string Text(QdaSource source, QdaVariable variable) => Text(source.Values, variable);

    /// <inheritdoc cref="Text(QdaSource, QdaVariable)" />
    public static string Text(IEnumerable<QdaValue> values, QdaVariable variable) => values.FirstOrDefault(v => v.Variable.Guid == variable.Guid)?.Value ?? "";

    private static DateOnly? Day(QdaSource source, QdaVariable variable) =>
        DateOnly.TryParseExact(Text(source, variable), "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day)
        && day.Year is >= 1900 and < 2100 ? day : null;
}
