using Loesningsbrikker.Shared;

namespace Loesningsbrikker.SolutionPieces.Import;

/// <summary>A word of the table with what it is taken for.</summary>
/// <param name="Count">How many rows have it.</param>
/// <param name="Guess">What it means as guessed or chosen; empty for unknown.</param>
/// <param name="IsKnown">Whether it is exactly something that is there, so that nobody need be asked.</param>
public sealed record TableWord(WordKind Kind, string Word, int Count, string Guess, bool IsKnown);

/// <summary>What the step about words asks.</summary>
/// <param name="Words">The words of classes and stages, and those of themes and institutions that are not known.</param>
/// <param name="Known">How many words of themes and institutions were found as they are.</param>
/// <param name="WithoutClass">How many rows name no class.</param>
/// <param name="WithoutStage">How many rows name no stage.</param>
public sealed record ImportWordsPage(IReadOnlyList<TableWord> Words, int Known, int WithoutClass, int WithoutStage, ImportContext Context)
{
    /// <summary>The words of a kind.</summary>
    public IEnumerable<(TableWord Word, int Index)> Of(WordKind kind) => Words.Select((w, i) => (w, i)).Where(w => w.w.Kind == kind);

    /// <summary>Reads the words from the rows.</summary>
    public static ImportWordsPage Of(ImportState state, ImportContext context)
    {
        var reading = new WordReading(state, context);
        var rows = ImportPreview.Of(state, context).Rows.Where(r => r.Status != RowStatus.NoPiece).Select(r => r.Values).ToList();
        List<TableWord> words =
        [
            .. Found(WordKind.Class, rows.Select(r => r.ClassWord), state.Words.Classes, w => PieceWordGuess.ClassOf(w)?.ToString(), _ => false),
            .. Found(WordKind.Stage, rows.Select(r => r.StageWord), state.Words.Stages, w => PieceWordGuess.StageOf(w)?.Key, _ => false),
            .. Found(WordKind.Theme, rows.Select(r => r.Theme), state.Words.Themes, reading.GuessTheme, w => Is(w, context.Themes)),
            .. Found(WordKind.Institution, rows.SelectMany(r => reading.InstitutionWords(r.Institutions)), state.Words.Institutions, reading.GuessInstitution, w => Is(w, context.Institutions)),
        ];
        return new ImportWordsPage(
            [.. words.Where(w => !w.IsKnown)], words.Count(w => w.IsKnown), rows.Count(r => r.ClassWord.Length == 0), rows.Count(r => r.StageWord.Length == 0), context);
    }

    private static bool Is(string word, IReadOnlyList<PieceChoice> rows) => rows.Any(r => Import.Words.Plain(r.Name) == Import.Words.Plain(word));

    private static IEnumerable<TableWord> Found(
        WordKind kind, IEnumerable<string> words, Dictionary<string, string> chosen, Func<string, string?> guess, Func<string, bool> known) =>
        words.Where(w => Import.Words.Plain(w).Length > 0).GroupBy(Import.Words.Plain)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, DanishText.Comparer)
            .Select(g => new TableWord(kind, g.First(), g.Count(), chosen.GetValueOrDefault(g.Key) ?? guess(g.First()) ?? "", known(g.First())));
}
