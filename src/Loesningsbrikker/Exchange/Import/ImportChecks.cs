using Loesningsbrikker.Interviews;
using Loesningsbrikker.Interviews.Import;
using Loesningsbrikker.Interviews.Pseudonymisation;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;

namespace Loesningsbrikker.Exchange.Import;

/// <summary>What a code becomes, with nothing left open.</summary>
internal sealed record ResolvedCode(CodeFate Fate, KnownPiece? Piece, KnownChallenge? Challenge)
{
    /// <summary>The class of a new piece; null when it becomes none.</summary>
    public PieceClass? Class => Fate switch
    {
        CodeFate.Political => PieceClass.Political,
        CodeFate.Administrative => PieceClass.Administrative,
        CodeFate.Local => PieceClass.Local,
        _ => null,
    };
}

/// <summary>Everything that must be chosen, and rightly, before a project is stored.</summary>
internal static class ImportChecks
{
    /// <summary>What each code becomes.</summary>
    /// <exception cref="RuleException">A choice is missing or cannot be.</exception>
    public static IReadOnlyDictionary<Guid, ResolvedCode> Ensure(ImportPlan plan, DateTime utcNow)
    {
        var sources = plan.Sources.Where(s => s.Include).ToList();
        if (sources.Exists(s => s.State != SourceState.Here && SourceFacts.Kind(s.Loaded.Source) is null) && plan.Draft.Kind is null)
            throw new RuleException("Vælg, om teksterne er ordrette eller gengivet.", nameof(ProjectPreviewForm.Kind));
        foreach (var source in sources.Where(s => s.State != SourceState.Here))
        {
            if (source.Title.Length == 0)
                throw new RuleException("Skriv en titel til hver tekst.", FieldOf(plan, source, nameof(SourceChoiceForm.Title)));
            if (source.HeldOn.Year is < 2000 or >= 2100)
                throw new RuleException($"Skriv datoen for »{source.Title}«, mellem 2000 og 2100.", FieldOf(plan, source, nameof(SourceChoiceForm.HeldOn)));
        }
        EnsureNoNames(plan, sources);
        return plan.Codes.Select((row, i) => (row, i)).ToDictionary(c => c.row.Code.Guid, c => Resolve(plan, c.row, c.i));
    }

    private static ResolvedCode Resolve(ImportPlan plan, CodeRow row, int index)
    {
        var choice = plan.ChoiceOf(row);
        var fate = choice.Fate == CodeFate.AsAll
            ? plan.Draft.Default ?? throw new RuleException("Vælg, hvad koderne skal blive til.", nameof(ProjectPreviewForm.Default))
            : choice.Fate;
        if (fate != CodeFate.Existing)
            return new ResolvedCode(fate, null, null);
        var (piece, challenge) = plan.Known.Find(choice.Existing);
        if (piece is null && challenge is null)
            throw new RuleException(
                $"»{row.Title}« skal være en brik eller udfordring, der er her. Vælg den på listen, eller vælg noget andet.",
                $"{nameof(ProjectPreviewForm.Codes)}[{index}].{nameof(CodeChoiceForm.Existing)}");
        return new ResolvedCode(fate, piece, challenge);
    }

    /// <summary>What is replaced in the texts must not come back through a title that was typed, or as a word for a speaker.</summary>
    private static void EnsureNoNames(ImportPlan plan, List<PlannedSource> sources)
    {
        List<(string Field, string Text, string Where)> typed =
        [
            .. sources.Select(s => (FieldOf(plan, s, nameof(SourceChoiceForm.Title)), s.Title, "Titlen på en tekst")),
            .. plan.Content.Speakers.Take(DraftEdits.MostSpeakers).Select((s, i) => (ImportPreviewForm.WordField(i), s.Stored, "Ordet for en taler")),
        ];
        List<ParagraphText> texts = [.. typed.Select(t => new ParagraphText("", t.Text))];
        foreach (var finding in plan.Content.Findings.Where(f => f.Use))
            if (PersonalDataFinder.PlacesOf(texts, finding.Text) is [var place, ..] && typed[place.Paragraph] is var (field, _, where))
                throw new RuleException($"{where} indeholder »{finding.Text}«, som bliver erstattet i teksterne. Skriv noget andet, eller fjern fluebenet.", field);
    }

    private static string FieldOf(ImportPlan plan, PlannedSource source, string name) =>
        $"{nameof(ProjectPreviewForm.Sources)}[{plan.Sources.TakeWhile(s => s != source).Count()}].{name}";
}

/// <summary>What a plan leaves behind, beside what the reader lost.</summary>
internal static class ImportLosses
{
    /// <summary>Counts it.</summary>
    public static Refi.QdaLosses Of(ImportPlan plan)
    {
        var (project, losses) = (plan.Loaded.Project, new Refi.QdaLosses());
        losses.Add(plan.Loaded.Losses);
        var codes = plan.Codes.ToDictionary(c => c.Code.Guid);
        foreach (var coding in plan.Sources.Where(s => s.Include).SelectMany(s => s.Loaded.Passages).SelectMany(p => p.Selections).SelectMany(s => s.Codings))
            if (!codes.TryGetValue(coding.Code, out var row))
                losses.Add(Refi.QdaLoss.CodingWithoutCode);
            else if (Fate(plan, row) is CodeFate.Theme or CodeFate.LeaveOut)
                losses.Add(Refi.QdaLoss.CodingLeftOut, row.Title);
        foreach (var row in plan.Codes.Where(r => r.Parent is { } parent && IsTarget(Fate(plan, r)) && IsTarget(Fate(plan, codes[parent]))))
            losses.Add(Refi.QdaLoss.Nesting, row.Title);
        foreach (var source in plan.Sources.Where(s => s.State == SourceState.Changed))
            losses.Add(Refi.QdaLoss.ChangedText, source.Title);
        var themes = ThemeSets(plan.Loaded).ToHashSet();
        losses.Add(Refi.QdaLoss.Set, count: project.Sets.Count(s => !themes.Contains(s)));
        losses.Add(Refi.QdaLoss.Link, count: project.Links.Count(l => l.Name != ExchangeWords.Answers));
        if (plan.Loaded.IsOwn)
            return losses;
        losses.Add(Refi.QdaLoss.Case, count: project.Cases.Count());
        losses.Add(Refi.QdaLoss.Variable, count: project.Variables.Count());
        return losses;
    }

    /// <summary>The sets that are themes: those that this product made.</summary>
    public static IEnumerable<Refi.QdaSet> ThemeSets(LoadedProject loaded) =>
        loaded.Project.Sets.Where(s => s.Name.StartsWith(ExchangeWords.ThemePrefix, StringComparison.Ordinal));

    private static CodeFate? Fate(ImportPlan plan, CodeRow row) => plan.ChoiceOf(row).Fate is var fate && fate == CodeFate.AsAll ? plan.Draft.Default : fate;

    private static bool IsTarget(CodeFate? fate) => fate is not (null or CodeFate.Theme or CodeFate.LeaveOut);
}
