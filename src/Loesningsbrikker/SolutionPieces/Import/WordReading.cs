using System.Globalization;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.SolutionPieces.Import;

/// <summary>What a word of the table was taken for.</summary>
/// <param name="Id">Key of the row that is there; null for a new one.</param>
/// <param name="Name">Its name.</param>
public sealed record NamedChoice(long? Id, string Name);

/// <summary>Reads the words of rows by the user's choices, and guesses where there is none.</summary>
/// <param name="state">The user's choices.</param>
/// <param name="context">What the process has.</param>
internal sealed class WordReading(ImportState state, ImportContext context)
{
    private const double LeastResemblance = 0.55;
    private const string Bullet = "•";

    private readonly HashSet<string> _institutionNames = [.. context.Institutions.Select(i => Words.Plain(i.Name))];

    /// <summary>The class that a word means; null when nobody knows.</summary>
    public PieceClass? ClassOf(string word) => word.Length == 0
        ? state.DefaultClass
        : state.Words.Classes.TryGetValue(Words.Plain(word), out var chosen)
            ? Enum.TryParse<PieceClass>(chosen, out var pieceClass) ? pieceClass : state.DefaultClass
            : PieceWordGuess.ClassOf(word) ?? state.DefaultClass;

    /// <summary>The stage that a word means; null when nobody knows.</summary>
    public StageChoice? StageOf(string word) => word.Length == 0
        ? StageChoice.Of(state.DefaultStage)
        : state.Words.Stages.TryGetValue(Words.Plain(word), out var chosen) ? StageChoice.Of(chosen) : PieceWordGuess.StageOf(word);

    /// <summary>The theme that a word means; null for none.</summary>
    public NamedChoice? ThemeOf(string word)
    {
        var plain = Words.Plain(word);
        if (plain.Length == 0)
            return null;
        return Chosen(state.Words.Themes.GetValueOrDefault(plain) ?? GuessTheme(word), word, context.Themes);
    }

    /// <summary>Key of the theme of that name, or "make a new one".</summary>
    public string GuessTheme(string word) => KeyOf(context.Themes.FirstOrDefault(t => Words.Plain(t.Name) == Words.Plain(word))) ?? WordChoices.Create;

    /// <summary>The institutions that a cell names, and the words that are left out.</summary>
    public (IReadOnlyList<NamedChoice> Institutions, IReadOnlyList<string> LeftOut) InstitutionsOf(string text)
    {
        var (found, left) = (new List<NamedChoice>(), new List<string>());
        foreach (var word in InstitutionWords(text))
            if (Chosen(state.Words.Institutions.GetValueOrDefault(Words.Plain(word)) ?? GuessInstitution(word), word, context.Institutions) is { } institution)
                found.Add(institution);
            else
                left.Add(word);
        return ([.. found.DistinctBy(i => Words.Plain(i.Name))], left);
    }

    /// <summary>Key of the institution of that or nearly that name, or "make a new one".</summary>
    public string GuessInstitution(string word)
    {
        var grams = Trigrams.Of(word);
        var best = context.Institutions.Select(i => (Institution: i, Degree: Trigrams.Of(i.Name).Similarity(grams)))
            .Where(i => i.Degree >= LeastResemblance).OrderByDescending(i => i.Degree).FirstOrDefault().Institution;
        return KeyOf(best) ?? WordChoices.Create;
    }

    /// <summary>The names in a cell: one per line or comma, and both sides of "og" where one of them is an institution.</summary>
    public IEnumerable<string> InstitutionWords(string text)
    {
        foreach (var part in text.Split(['\n', ';', ',', '/'], StringSplitOptions.RemoveEmptyEntries))
        {
            var name = PieceText.Line(part).Trim(' ', '.', '-', Bullet[0]);
            if (Words.Plain(name).Length == 0)
                continue;
            var sides = name.Split(" og ");
            if (sides.Length > 1 && !_institutionNames.Contains(Words.Plain(name)) && Array.Exists(sides, s => _institutionNames.Contains(Words.Plain(s))))
                foreach (var side in sides)
                    yield return side.Trim();
            else
                yield return name;
        }
    }

    private static NamedChoice? Chosen(string key, string word, IReadOnlyList<PieceChoice> rows)
    {
        if (key == WordChoices.None)
            return null;
        var row = long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? rows.FirstOrDefault(r => r.Id == id) : null;
        return row is null ? new NamedChoice(null, DanishText.Cut(PieceText.Line(word), 200)) : new NamedChoice(row.Id, row.Name);
    }

    private static string? KeyOf(PieceChoice? row) => row?.Id.ToString(CultureInfo.InvariantCulture);
}
