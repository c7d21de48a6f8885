using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Interviews.Corrections;

/// <summary>What a correction would do, to be looked at before anything is stored. Counts are of all; lists are cut.</summary>
/// <param name="LastVersion">Number of the text that is corrected.</param>
/// <param name="FormerApproval">The day the informant approved that text; null when not approved.</param>
/// <param name="Withdrawn">Released quotations among those that change or come loose.</param>
/// <param name="ChangesTotal">How many changes there are; the first are shown.</param>
/// <param name="Seen">What the form sends back as seen.</param>
public sealed record CorrectionPreview(
    int Number, string Title, int LastVersion, DateOnly? FormerApproval, int Unchanged, PreviewList Changed, PreviewList Loosened, PreviewList OtherSpeaker,
    int Withdrawn, int SectionsKept, int SectionsLost, int ParagraphsChanged, int ChangesTotal, IReadOnlyList<ComparisonRow> Changes, string Seen)
{
    private const int ShownChanges = 20;
    private const int ShownSpeakers = 50;

    internal static async Task<CorrectionPreview> MakeAsync(LoesningsbrikkerContext db, CorrectionBase from, CorrectionPlan plan)
    {
        var planned = plan.Of(await CorrectionPlan.PassagesAsync(db, from.TranscriptId));
        var changed = planned.Where(p => p.AsksForChoice).ToList();
        var loosened = planned.Where(p => p.Carried.Carry == PassageCarry.Loosened).ToList();
        var speakers = planned.Where(p => p.Carried.Carry == PassageCarry.Unchanged && p.ChangesSpeaker).ToList();
        var shown = changed.Take(CorrectionForm.MostListed).Concat(loosened.Take(CorrectionForm.MostListed)).Concat(speakers.Take(ShownSpeakers)).Select(p => p.Id).ToList();
        var ties = await TiesAsync(db, shown);
        PreviewList List(List<PlannedPassage> of, int most) => new([.. of.Take(most).Select(p => PreviewRow.Of(p, plan, ties[p.Id]))], of.Count);
        var sections = await db.GuideSections.AsNoTracking().Where(s => s.TranscriptId == from.TranscriptId).ToListAsync();
        var kept = sections.Count(s => plan.Of(s) is not null);
        return new CorrectionPreview(
            from.Number, from.Title, from.VersionNumber, from.ApprovedOn, planned.Count - changed.Count - loosened.Count,
            List(changed, CorrectionForm.MostListed), List(loosened, CorrectionForm.MostListed), List(speakers, ShownSpeakers),
            planned.Count(p => p.IsReleased && p.Carried.Carry is PassageCarry.Reworded or PassageCarry.Loosened),
            kept, sections.Count - kept, plan.Comparison.ParagraphsChanged, plan.Comparison.Changes.Count,
            [.. plan.Comparison.Changes.Take(ShownChanges).Select(plan.Comparison.Show)], CorrectionChoices.Fingerprint(planned));
    }

    /// <summary>The numbers of the pieces that passages are tied to.</summary>
    private static async Task<ILookup<long, int>> TiesAsync(LoesningsbrikkerContext db, List<long> passageIds)
    {
        var ties = await db.Codings.Where(c => passageIds.Contains(c.PassageId) && c.SolutionPieceId != null)
            .Join(db.SolutionPieces, c => c.SolutionPieceId, p => p.Id, (c, p) => new { c.PassageId, p.Number }).OrderBy(t => t.Number).ToListAsync();
        return ties.ToLookup(t => t.PassageId, t => t.Number);
    }
}

/// <summary>Passages of one kind; more may exist than are listed.</summary>
public sealed record PreviewList(IReadOnlyList<PreviewRow> Rows, int Total)
{
    /// <summary>How many are not listed.</summary>
    public int Unlisted => Total - Rows.Count;
}

/// <summary>One passage in the preview.</summary>
/// <param name="OldParagraph">Number of the paragraph where it begins now.</param>
/// <param name="NewParagraph">Number of the paragraph where it would begin; null when it has no place.</param>
/// <param name="Parts">Old and new words; only the old when it has no place.</param>
/// <param name="LosesRelease">Whether it is a released quotation that would lose its release.</param>
/// <param name="Pieces">Numbers of the pieces it is tied to.</param>
public sealed record PreviewRow(
    long Id, PassageCarry Carry, int OldParagraph, int? NewParagraph, IReadOnlyList<DifferencePart> Parts, string OldSpeaker, string NewSpeaker,
    bool LosesRelease, IReadOnlyList<int> Pieces)
{
    internal static PreviewRow Of(PlannedPassage planned, CorrectionPlan plan, IEnumerable<int> pieces)
    {
        var (from, carry, range) = (planned.Carried.From, planned.Carried.Carry, planned.Carried.Range);
        IReadOnlyList<DifferencePart> parts = carry == PassageCarry.Reworded
            ? TextDifference.Shortened(TextDifference.Parts(from.Quote, range!.Quote))
            : [new DifferencePart(DifferenceKind.Same, DanishText.Cut(from.Quote, 400))];
        return new PreviewRow(
            from.Id, carry, plan.OldNumber(from.StartUtf16), range is null ? null : plan.NewNumber(range.StartUtf16), parts, planned.OldSpeaker, planned.NewSpeaker,
            planned.IsReleased && carry is PassageCarry.Reworded or PassageCarry.Loosened, [.. pieces.Distinct()]);
    }
}
