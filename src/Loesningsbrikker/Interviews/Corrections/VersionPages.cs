using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Interviews.Corrections;

/// <summary>The texts of an interview, newest first.</summary>
public sealed record VersionList(int Number, string Title, IReadOnlyList<VersionRow> Versions)
{
    /// <summary>Reads it with one query; null when the process has no interview of that number. Tells of texts but shows none.</summary>
    internal static Task<VersionList?> ReadAsync(LoesningsbrikkerContext db, long processId, int number) =>
        db.Interviews.Where(i => i.ProcessId == processId && i.Number == number)
            .Select(i => new VersionList(i.Number, i.Title, i.Transcripts.OrderByDescending(t => t.VersionNumber).Select(t => new VersionRow(
                t.VersionNumber, t.Kind, t.SourceFileName, t.ImportedAtUtc,
                db.Users.Where(u => u.Id == t.ImportedByUserId).Select(u => u.DisplayName).FirstOrDefault(),
                t.ApprovedOn, t.Words, db.TranscriptCorrections.FirstOrDefault(c => c.TranscriptId == t.Id))).ToList()))
            .AsNoTracking().FirstOrDefaultAsync();
}

/// <summary>One text of an interview.</summary>
/// <param name="By">Who brought it in or corrected it; null for demo data.</param>
/// <param name="Correction">How it came out of the one before; null when it was brought in.</param>
public sealed record VersionRow(
    int VersionNumber, TranscriptKind Kind, string SourceFileName, DateTime AtUtc, string? By, DateOnly? ApprovedOn, int Words, TranscriptCorrection? Correction);

/// <summary>A page of a text to be read, with the marks as they lay in it.</summary>
/// <param name="LastVersion">Number of the newest text.</param>
public sealed record VersionPage(
    int Number, string Title, int VersionNumber, int LastVersion, long TranscriptId, int Marks, TextPage Paragraphs)
{
    internal static async Task<VersionPage?> ReadAsync(LoesningsbrikkerContext db, long processId, int number, int version, int page)
    {
        var found = await db.Interviews.Where(i => i.ProcessId == processId && i.Number == number)
            .SelectMany(i => i.Transcripts.Where(t => t.VersionNumber == version), (i, t) => new { i.Title, t.Id, Last = i.Transcripts.Max(x => x.VersionNumber) })
            .FirstOrDefaultAsync();
        if (found is null)
            return null;
        var all = db.TranscriptParagraphs.Where(p => p.TranscriptId == found.Id);
        var total = await all.CountAsync();
        page = Math.Clamp(page, 1, TextPage.LastOf(total));
        var paragraphs = await all.OrderBy(p => p.StartUtf16).Skip((page - 1) * TextPage.Size).Take(TextPage.Size)
            .Select(p => new PlainParagraph(p.Number, p.StartUtf16, p.EndUtf16, p.Speaker, p.Text)).ToListAsync();
        var marks = MarksOf(db, found.Id, isNewest: version == found.Last);
        var (start, end) = (paragraphs[0].StartUtf16, paragraphs[^1].EndUtf16);
        var here = await marks.Where(m => m.StartUtf16 < end && m.EndUtf16 > start).OrderBy(m => m.StartUtf16).ToListAsync();
        return new VersionPage(number, found.Title, version, found.Last, found.Id, await marks.CountAsync(),
            new TextPage([.. paragraphs.Select(p => MarkedParagraph.Of(p, here))], page, total));
    }

    /// <summary>The newest text has its passages; an older one has them where they lay when it was corrected.</summary>
    private static IQueryable<TextMark> MarksOf(LoesningsbrikkerContext db, long transcriptId, bool isNewest) => isNewest
        ? db.Passages.Where(p => p.TranscriptId == transcriptId && p.LooseSinceUtc == null)
            .Select(p => new TextMark { Id = p.Id, StartUtf16 = p.StartUtf16, EndUtf16 = p.EndUtf16, Carry = null })
        : db.PassageAnchors.Where(a => a.TranscriptId == transcriptId)
            .Select(a => new TextMark { Id = a.PassageId, StartUtf16 = a.StartUtf16, EndUtf16 = a.EndUtf16, Carry = a.Carry });
}

/// <summary>A page of a text: more of it than of a list, because one reads on.</summary>
public sealed record TextPage(IReadOnlyList<MarkedParagraph> Rows, int Number, int Total) : IPageOf
{
    /// <summary>Paragraphs per page.</summary>
    public const int Size = 100;

    /// <inheritdoc />
    public int Last => LastOf(Total);

    /// <summary>Number of the last page.</summary>
    public static int LastOf(int total) => Math.Max(1, (total + Size - 1) / Size);
}

/// <summary>A mark in a text.</summary>
internal sealed class TextMark
{
    /// <summary>Key of the passage.</summary>
    public required long Id { get; init; }
    /// <summary>Where it begins, in UTF-16 code units.</summary>
    public required int StartUtf16 { get; init; }
    /// <summary>Where it ends, exclusive, in UTF-16 code units.</summary>
    public required int EndUtf16 { get; init; }
    /// <summary>How it came to the next text; null in the newest.</summary>
    public required PassageCarry? Carry { get; init; }
}

internal sealed record PlainParagraph(int Number, int StartUtf16, int EndUtf16, string Speaker, string Text);

/// <summary>A stretch of a paragraph, and how many marks lie over it.</summary>
public sealed record MarkedStretch(string Text, int Marks);

/// <summary>A paragraph with its marks.</summary>
/// <param name="Fates">What became of the marks that begin here, where their words did not simply go along; with counts.</param>
public sealed record MarkedParagraph(int Number, string Speaker, IReadOnlyList<MarkedStretch> Stretches, IReadOnlyList<(PassageCarry Carry, int Count)> Fates)
{
    internal static MarkedParagraph Of(PlainParagraph paragraph, IReadOnlyList<TextMark> marks)
    {
        var here = marks.Where(m => m.StartUtf16 < paragraph.EndUtf16 && m.EndUtf16 > paragraph.StartUtf16).ToList();
        var cuts = here.SelectMany(m => new[] { m.StartUtf16, m.EndUtf16 }).Append(paragraph.StartUtf16).Append(paragraph.EndUtf16)
            .Where(c => c >= paragraph.StartUtf16 && c <= paragraph.EndUtf16).Distinct().Order().ToList();
        var stretches = cuts.Zip(cuts.Skip(1), (from, to) => new MarkedStretch(
            paragraph.Text[(from - paragraph.StartUtf16)..(to - paragraph.StartUtf16)], here.Count(m => m.StartUtf16 <= from && m.EndUtf16 >= to)));
        var fates = here.Where(m => m.StartUtf16 >= paragraph.StartUtf16 && m.Carry is not (null or PassageCarry.Unchanged))
            .GroupBy(m => m.Carry!.Value).OrderBy(g => g.Key).Select(g => (g.Key, g.Count()));
        return new MarkedParagraph(paragraph.Number, paragraph.Speaker, [.. stretches], [.. fates]);
    }
}

/// <summary>Two texts of an interview beside each other: the paragraphs that differ.</summary>
/// <param name="FromVersion">Number of the older one; 0 when there is none to compare with.</param>
public sealed record VersionComparison(int Number, string Title, int FromVersion, int ToVersion, IReadOnlyList<int> Others, PageOf<ComparisonRow> Rows);
