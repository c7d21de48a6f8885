using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Loesningsbrikker.Decisions;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.SolutionPieces.Import;

/// <summary>What kind of word it is.</summary>
public enum WordKind
{
    /// <summary>Who must act.</summary>
    Class,
    /// <summary>Where the piece stands.</summary>
    Stage,
    /// <summary>A theme.</summary>
    Theme,
    /// <summary>An institution.</summary>
    Institution,
}

/// <summary>A word of the table and what it means.</summary>
public sealed class WordForm
{
    /// <summary>What kind of word it is.</summary>
    public WordKind Kind { get; set; }

    /// <summary>The word.</summary>
    [MaxLength(1_000)]
    public string Word { get; set; } = "";

    /// <summary>Name of a class, key of a stage, key of a row, "new" or "none"; empty for nothing chosen.</summary>
    [MaxLength(40)]
    public string? Target { get; set; }
}

/// <summary>What the words of the table mean, and what counts where it says nothing.</summary>
public sealed class ImportWordsForm : ImportStepForm
{
    /// <summary>The words.</summary>
    public List<WordForm> Words { get; set; } = [];

    /// <summary>Class of rows that name none.</summary>
    [Display(Name = "Hvem skal handle i de rækker, der ikke siger det?")]
    public PieceClass? DefaultClass { get; set; }

    /// <summary>Stage of rows that name none.</summary>
    [Display(Name = "Stadie for de rækker, der ikke siger det"), MaxLength(40)]
    public string DefaultStage { get; set; } = nameof(PieceStage.Draft);

    /// <summary>Who decided.</summary>
    [Display(Name = "Hvem traf de politiske beslutninger?")]
    public DecisionBody? Body { get; set; }

    /// <summary>When, for rows without a day.</summary>
    [Display(Name = "Dato for beslutningen i de rækker, der ikke siger det")]
    public DateOnly? DecidedOn { get; set; }

    /// <summary>Who is responsible, for rows that don't say.</summary>
    [Display(Name = "Ansvarlig i de rækker, der ikke siger det"), MaxLength(Implementations.Implementation.MaxRoleLength)]
    public string? Responsible { get; set; }

    /// <summary>Filled with what was guessed or chosen.</summary>
    public static ImportWordsForm Of(ImportState state, ImportWordsPage page) => new()
    {
        DefaultClass = state.DefaultClass, DefaultStage = state.DefaultStage, DecidedOn = state.DecidedOn, Responsible = state.Responsible,
        Body = state.Body ?? (state.WordsConfirmed ? null : DecisionBody.Council),
        Words = [.. page.Words.Select(w => new WordForm { Kind = w.Kind, Word = w.Word, Target = w.Guess })],
    };

    /// <summary>The state with what was chosen.</summary>
    /// <exception cref="RuleException">Something chosen is none of the choices.</exception>
    public ImportState Apply(ImportState state, ImportContext context)
    {
        if (StageChoice.Of(DefaultStage) is null || (DefaultClass is { } pieceClass && !Enum.IsDefined(pieceClass)) || Body is { } body && !Enum.IsDefined(body))
            throw new RuleException("Vælg en af mulighederne.");
        if (DecidedOn > context.Today || DecidedOn?.Year < 2000)
            throw new RuleException("Datoen ligger før 2000 eller ude i fremtiden.", nameof(DecidedOn));
        var words = new WordChoices();
        for (var i = 0; i < Words.Count; i++)
        {
            var (word, target) = (Words[i], Words[i].Target ?? "");
            if (!IsChoice(word.Kind, target, context))
                throw new RuleException($"Vælg, hvad »{word.Word}« betyder.", $"{nameof(Words)}[{i}].{nameof(WordForm.Target)}");
            DictionaryOf(words, word.Kind)[Import.Words.Plain(word.Word)] = target;
        }
        return state with
        {
            Words = words, WordsConfirmed = true, DefaultClass = DefaultClass, DefaultStage = DefaultStage, Body = Body, DecidedOn = DecidedOn,
            Responsible = PieceText.Line(Responsible),
        };
    }

    private static Dictionary<string, string> DictionaryOf(WordChoices words, WordKind kind) => kind switch
    {
        WordKind.Class => words.Classes,
        WordKind.Stage => words.Stages,
        WordKind.Theme => words.Themes,
        _ => words.Institutions,
    };

    /// <summary>An empty class or stage is settled row by row.</summary>
    private static bool IsChoice(WordKind kind, string target, ImportContext context) => kind switch
    {
        WordKind.Class => target.Length == 0 || (Enum.TryParse<PieceClass>(target, out var pieceClass) && Enum.IsDefined(pieceClass)),
        WordKind.Stage => target.Length == 0 || StageChoice.Of(target) is not null,
        WordKind.Theme => IsRow(target, context.Themes),
        _ => IsRow(target, context.Institutions),
    };

    private static bool IsRow(string target, IReadOnlyList<PieceChoice> rows) => target is WordChoices.Create or WordChoices.None
        || (long.TryParse(target, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && rows.Any(r => r.Id == id));
}
