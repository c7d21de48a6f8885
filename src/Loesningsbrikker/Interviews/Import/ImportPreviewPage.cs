using Loesningsbrikker.Interviews.Pseudonymisation;

namespace Loesningsbrikker.Interviews.Import;

/// <summary>A finding as one row of the preview.</summary>
/// <param name="Index">Its place among the draft's findings; the form's fields are named by it.</param>
/// <param name="Before">The words before the first place.</param>
/// <param name="After">The words after it.</param>
public sealed record FindingRow(int Index, Finding Finding, string Replacement, string Before, string Found, string After);

/// <summary>A paragraph as it will be stored.</summary>
public sealed record PreviewParagraph(string Speaker, IReadOnlyList<Segment> Segments);

/// <summary>What the preview of an import shows.</summary>
/// <param name="Position">1 for the first of the drafts that wait.</param>
/// <param name="Waiting">How many drafts of the user's wait in this process.</param>
/// <param name="NextId">Key of the next draft; null when this is the only one.</param>
/// <param name="Rows">What was found, the most telling kinds first.</param>
/// <param name="HiddenRows">How many findings are not shown; they are replaced as proposed.</param>
public sealed record ImportPreviewPage(
    long Id, DateTime ExpiresAtUtc, int Position, int Waiting, long? NextId, DraftContent Content, DraftChoices Choices, bool MayKeepNames,
    IReadOnlyList<FindingRow> Rows, int HiddenRows, IReadOnlyList<PreviewParagraph> Paragraphs)
{
    private const int ContextUtf16 = 40;

    /// <summary>Puts the page together.</summary>
    internal static ImportPreviewPage Of(ImportDraft draft, DraftContent content, DraftChoices choices, DraftQueue queue, bool mayKeepNames)
    {
        var replacements = content.Replacements();
        var speakers = content.StoredSpeakers();
        var searched = content.Searched;
        var rows = content.Findings.Select((finding, index) => (finding, index))
            .OrderBy(f => Order(f.finding.Kind)).ThenByDescending(f => f.finding.Places.Count).ThenBy(f => f.index).ToList();
        return new ImportPreviewPage(draft.Id, draft.ExpiresAtUtc, queue.Position, queue.Waiting, queue.NextId, content, choices, mayKeepNames,
            [.. rows.Take(DraftEdits.MostShown).Select(f => Row(content, searched, f.finding, f.index))], Math.Max(0, rows.Count - DraftEdits.MostShown),
            [.. content.Paragraphs.Select((p, i) => new PreviewParagraph(speakers[p.Speaker], [.. replacements.Segments(i, p.Text)]))]);
    }

    private static int Order(FindingKind kind) => kind switch
    {
        FindingKind.Cpr => 0,
        FindingKind.Phone => 1,
        FindingKind.Email => 2,
        FindingKind.Address => 3,
        FindingKind.Added => 4,
        FindingKind.Name => 5,
        _ => 6,
    };

    private static FindingRow Row(DraftContent content, IReadOnlyList<ParagraphText> searched, Finding finding, int index)
    {
        var place = finding.Places[0];
        var text = searched[place.Paragraph].Text;
        var (from, to) = (Math.Max(0, place.Start - ContextUtf16), Math.Min(text.Length, place.End + ContextUtf16));
        // Whole words only, which also keeps surrogate pairs together.
        while (from > 0 && from < place.Start && text[from - 1] != ' ')
            from++;
        while (to < text.Length && to > place.End && text[to] != ' ')
            to--;
        return new FindingRow(index, finding, content.ReplacementOf(finding),
            (from > 0 ? "…" : "") + text[from..place.Start], text[place.Start..place.End], text[place.End..to] + (to < text.Length ? "…" : ""));
    }
}

/// <summary>Where a draft stands among those that its owner has waiting.</summary>
internal sealed record DraftQueue(int Position, int Waiting, long? NextId)
{
    /// <summary>Among the keys of the drafts, in order.</summary>
    public static DraftQueue Of(List<long> ids, long id)
    {
        var at = ids.IndexOf(id);
        return new DraftQueue(at + 1, ids.Count, ids.Count < 2 ? null : ids[(at + 1) % ids.Count]);
    }
}
