using System.ComponentModel.DataAnnotations;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.Interviews.Import;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Loesningsbrikker.Exchange.Import;

/// <summary>What a code is to become, as the page sends it.</summary>
public sealed class CodeChoiceForm
{
    /// <summary>The code.</summary>
    public Guid Guid { get; set; }
    /// <summary>What it becomes.</summary>
    [EnumDataType(typeof(CodeFate), ErrorMessage = "Vælg på listen, hvad koden skal blive til.")]
    public CodeFate Fate { get; set; }
    /// <summary>The piece or challenge that is here, when it is one.</summary>
    [MaxLength(400, ErrorMessage = "Vælg brikken eller udfordringen på listen.")]
    public string? Existing { get; set; }
}

/// <summary>What is to become of a text, as the page sends it.</summary>
public sealed class SourceChoiceForm
{
    /// <summary>The text.</summary>
    public Guid Guid { get; set; }
    /// <summary>Whether it comes along.</summary>
    public bool Include { get; set; }
    /// <summary>Title of the interview.</summary>
    [MaxLength(SourceFacts.LongestTitle, ErrorMessage = "Titlen må højst fylde 200 tegn.")]
    public string? Title { get; set; }
    /// <summary>Day of the interview.</summary>
    public DateOnly? HeldOn { get; set; }
}

/// <summary>What the preview of a project sends. The rows for names and speakers are read by their names, as at the import of a text.</summary>
public sealed class ProjectPreviewForm
{
    /// <summary>The version of the draft that was shown.</summary>
    public Guid Version { get; set; }

    /// <summary>Word for word or minutes; null until chosen.</summary>
    [Display(Name = "Hvordan er teksterne skrevet?"), EnumDataType(typeof(TranscriptKind), ErrorMessage = "Vælg, om teksterne er ordrette eller gengivet.")]
    public TranscriptKind? Kind { get; set; }

    /// <summary>What codes become that nothing else is chosen for; null until chosen.</summary>
    [Display(Name = "Koderne bliver til"), EnumDataType(typeof(CodeFate), ErrorMessage = "Vælg på listen, hvad koderne skal blive til.")]
    public CodeFate? Default { get; set; }

    /// <summary>The codes in the order of the page.</summary>
    public List<CodeChoiceForm> Codes { get; set; } = [];

    /// <summary>The texts in the order of the page.</summary>
    public List<SourceChoiceForm> Sources { get; set; } = [];

    /// <summary>Whether the speakers' names go into the identities.</summary>
    public bool KeepNames { get; set; }

    /// <summary>A word to be replaced too; empty for none.</summary>
    [Display(Name = "Erstat også"), MaxLength(DraftEdits.Longest)]
    public string? AddWord { get; set; }

    /// <summary>What is to stand for it; empty for the proposal.</summary>
    [Display(Name = "med"), MaxLength(DraftEdits.Longest)]
    public string? AddReplacement { get; set; }

    /// <summary>What is shown; filled before the page is.</summary>
    [BindNever, ValidateNever]
    public ProjectPreviewPage Page { get; set; } = null!;

    /// <summary>The form as the draft has it.</summary>
    internal static ProjectPreviewForm Of(ImportDraft draft, ImportPlan plan) => new()
    {
        Version = draft.Version, Kind = plan.Draft.Kind, Default = plan.Draft.Default, KeepNames = plan.Draft.KeepNames,
        Codes = [.. plan.Codes.Select(row => (row.Code.Guid, Choice: plan.ChoiceOf(row))).Select(c => new CodeChoiceForm { Guid = c.Guid, Fate = c.Choice.Fate, Existing = c.Choice.Existing })],
        Sources = [.. plan.Sources.Select(s => new SourceChoiceForm { Guid = s.Loaded.Source.Guid, Include = s.Include, Title = s.Title, HeldOn = s.HeldOn })],
    };

    /// <summary>Puts what was sent onto the draft; what names nothing in it is passed over.</summary>
    /// <exception cref="RuleException">The word to be added stands nowhere in the texts.</exception>
    internal void Apply(ImportPlan plan, IFormCollection fields, DraftChoices choices)
    {
        var draft = plan.Draft;
        (draft.Kind, draft.Default) = (Kind, Default is CodeFate.AsAll or CodeFate.Existing ? null : Default);
        var codes = plan.Codes.ToDictionary(c => c.Code.Guid);
        foreach (var code in Codes.Where(c => codes.ContainsKey(c.Guid)))
            draft.Codes[code.Guid] = new CodeChoice(code.Fate, code.Fate == CodeFate.Existing ? CanonicalText.OneLine(code.Existing ?? "", 400) : "");
        var sources = plan.Sources.ToDictionary(s => s.Loaded.Source.Guid);
        foreach (var source in Sources)
            if (sources.TryGetValue(source.Guid, out var shown))
                draft.Sources[source.Guid] = ChoiceOf(source, shown, draft.Sources.GetValueOrDefault(source.Guid));
        var text = new ImportPreviewForm { Target = ImportTarget.New, Kind = Kind, KeepNames = KeepNames, AddWord = AddWord, AddReplacement = AddReplacement };
        draft.KeepNames = KeepNames;
        DraftEdits.Apply(plan.Content, text, fields, choices);
    }

    /// <summary>What the page showed was proposed under the old choices; only what differs from it was typed.</summary>
    private static SourceChoice ChoiceOf(SourceChoiceForm sent, PlannedSource shown, SourceChoice? before)
    {
        // A text that is here is shown without fields.
        if (!shown.IsNew)
            return new SourceChoice(sent.Include, before?.Title, before?.HeldOn);
        var title = CanonicalText.OneLine(sent.Title ?? "", SourceFacts.LongestTitle);
        return new SourceChoice(
            sent.Include, title == shown.Title ? before?.Title : title, sent.HeldOn == shown.HeldOn ? before?.HeldOn : sent.HeldOn ?? default(DateOnly));
    }
}
