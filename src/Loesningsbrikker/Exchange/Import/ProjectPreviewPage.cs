using Loesningsbrikker.Interviews.Import;

namespace Loesningsbrikker.Exchange.Import;

/// <summary>A code on the preview.</summary>
/// <param name="Depth">0 at the top.</param>
public sealed record ShownCode(string Name, int Depth, int Codings);

/// <summary>A text on the preview.</summary>
/// <param name="InterviewNumber">The interview that has it or had it; null for a new one.</param>
/// <param name="KindTold">Whether the file says if it is word for word.</param>
public sealed record ShownSource(
    string Name, SourceState State, int? InterviewNumber, int Characters, int Passages, int NewPassages, bool KindTold, bool Include, IReadOnlyList<PreviewParagraph> Paragraphs);

/// <summary>What the preview of a project shows.</summary>
/// <param name="Text">What was found and who speaks, as the preview of a text shows it.</param>
/// <param name="Offered">The pieces and challenges that a code can be.</param>
/// <param name="Lost">What cannot come along, as sentences.</param>
/// <param name="Hidden">How many paragraphs are not shown.</param>
public sealed record ProjectPreviewPage(
    long Id, DateTime ExpiresAtUtc, string FileName, string ProjectName, string Origin, IReadOnlyList<string> People,
    IReadOnlyList<ShownCode> Codes, IReadOnlyList<ShownSource> Sources, IReadOnlyList<string> Offered, IReadOnlyList<string> Lost,
    ImportPreviewForm Text, int Hidden)
{
    /// <summary>Paragraphs that one page can show.</summary>
    private const int MostParagraphs = 3_000;

    /// <summary>Whether somebody must say if the texts are word for word.</summary>
    public bool AsksForKind => Sources.Any(s => s is { KindTold: false, Include: true, State: not SourceState.Here });

    /// <summary>Puts the page together.</summary>
    internal static ProjectPreviewPage Of(ImportDraft draft, ImportPlan plan, DraftChoices choices, bool mayKeepNames)
    {
        var text = ImportPreviewForm.Of(draft, plan.Content);
        text.Page = ImportPreviewPage.Of(draft, plan.Content, choices, new DraftQueue(1, 1, null), mayKeepNames) with { Paragraphs = [] };
        var left = MostParagraphs;
        List<ShownSource> sources = [];
        foreach (var source in plan.Sources)
            sources.Add(Shown(source, plan, ref left));
        var project = plan.Loaded.Project;
        return new ProjectPreviewPage(draft.Id, draft.ExpiresAtUtc, plan.Draft.FileName, project.Name, project.Origin, [.. project.Users.Select(u => u.Name).Where(n => n.Length > 0)],
            [.. plan.Codes.Select(c => new ShownCode(plan.Texts.Name(c.Code, plan.Replacement), c.Depth, c.Codings))], sources,
            [.. plan.Known.Pieces.Select(plan.Known.NameOf), .. plan.Known.Challenges.Select(c => c.Title)],
            LossWords.Sentences(ImportLosses.Of(plan)), text, plan.Sources.Sum(s => s.Text.Paragraphs.Count) - sources.Sum(s => s.Paragraphs.Count));
    }

    private static ShownSource Shown(PlannedSource source, ImportPlan plan, ref int left)
    {
        var shown = Math.Min(left, source.Text.Paragraphs.Count);
        left -= shown;
        return new ShownSource(
            source.Title, source.State, source.Here?.Number, source.Text.Canonical.Length, source.Loaded.Passages.Count, source.NewPassages,
            SourceFacts.Kind(source.Loaded.Source) is not null, source.Include, plan.Texts.Segments(source, plan.Replacement, shown));
    }
}
