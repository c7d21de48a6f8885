using System.Collections.Frozen;

namespace Loesningsbrikker.Interviews.Pseudonymisation;

using WordSet = FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>>;

/// <summary>The word lists behind the recognition of names; they lie in the folder Words and are our own. Upper and lower case are the same.</summary>
internal static class Words
{
    private const string Everyday = "?";

    private static WordSet FirstNames { get; } = Set(Read("first-names").Select(w => w.TrimEnd('?')));

    /// <summary>Whether a word is a first name; of "Anne-Mette" the first part decides.</summary>
    public static bool IsFirstName(ReadOnlySpan<char> word) =>
        FirstNames.Contains(word) || (word.IndexOf('-') is var hyphen and > 0 && FirstNames.Contains(word[..hyphen]));

    /// <summary>First names that are everyday words too: "Bo", "Hans", "Per".</summary>
    public static WordSet EverydayFirstNames { get; } = Set(Read("first-names").Where(w => w.EndsWith(Everyday, StringComparison.Ordinal)).Select(w => w.TrimEnd('?')));

    /// <summary>Surnames; many more are known by their ending, -sen.</summary>
    public static WordSet Surnames { get; } = Set(Read("surnames").Select(w => w.TrimEnd('?')));

    /// <summary>Surnames that are everyday words or places too: "Holm", "Nyborg".</summary>
    public static WordSet EverydaySurnames { get; } = Set(Read("surnames").Where(w => w.EndsWith(Everyday, StringComparison.Ordinal)).Select(w => w.TrimEnd('?')));

    /// <summary>Capitalised words that name no person.</summary>
    public static WordSet NotNames { get; } = Set(Read("not-names"));

    /// <summary>Words that begin sentences.</summary>
    public static WordSet EverydayWords { get; } = Set(Read("everyday-words"));

    /// <summary>Titles and roles: pædagog, leder, fru, hr.</summary>
    public static WordSet Roles { get; } = Set(Read("roles"));

    /// <summary>What only people do: sagde, fortalte.</summary>
    public static WordSet SpeechVerbs { get; } = Set(Read("speech-verbs"));

    /// <summary>Verbs in a form that needs a subject: er, kom.</summary>
    public static WordSet FiniteVerbs { get; } = Set(Read("finite-verbs").Concat(Read("speech-verbs")));

    /// <summary>The full names that a short form may stand for; none when it is no short form.</summary>
    public static ILookup<string, string> FullForms { get; } = Lines("short-forms").Select(l => l.Split(' '))
        .SelectMany(l => l[1..].Select(full => (Short: l[0], Full: full))).ToLookup(f => f.Short, f => f.Full, StringComparer.OrdinalIgnoreCase);

    private static WordSet Set(IEnumerable<string> words) => words.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static IEnumerable<string> Read(string name) => Lines(name).SelectMany(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(Words).Assembly.GetManifestResourceStream($"words/{name}.txt")
            ?? throw new InvalidOperationException($"The word list {name} is missing.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(l => l[0] != '#')];
    }
}
