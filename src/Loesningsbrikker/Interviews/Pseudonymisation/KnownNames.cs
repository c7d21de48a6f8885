namespace Loesningsbrikker.Interviews.Pseudonymisation;

using Reasons = Dictionary<string, string>;

/// <summary>Somebody whose name is known before the text is read.</summary>
/// <param name="Name">As written, e.g. "Mette Prøve (Ekstern)".</param>
/// <param name="Reason">How it is known, in Danish.</param>
public sealed record KnownPerson(string Name, string Reason)
{
    /// <summary>Index of the speaker; null for somebody who does not speak.</summary>
    public int? Speaker { get; init; }

    /// <summary>Key of the informant; null for others.</summary>
    public long? InformantId { get; init; }

    /// <summary>What stands for the name; empty for a letter.</summary>
    public string Pseudonym { get; init; } = "";

    /// <summary>The names in it, first names first; roles, codes and what stands in brackets are left out.</summary>
    public IReadOnlyList<string> Parts { get; } = PartsOf(Name);

    private static List<string> PartsOf(string name)
    {
        var cut = name.AsSpan().IndexOfAny("(|,/[");
        var own = cut > 0 ? name[..cut] : name;
        var words = new List<Word>();
        WordScanner.Scan(own, words);
        return [.. words.Where(w => w.Length > 1 && !Words.Roles.Contains(w.In(own)) && !w.In(own).ContainsAnyInRange('0', '9')).Select(w => own[w.Start..w.End])];
    }
}

/// <summary>What is known before a text is read: who speaks, whom the process knows, and which words are houses.</summary>
public sealed class KnownNames
{
    private readonly Reasons.AlternateLookup<ReadOnlySpan<char>> _reasons;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _places;

    /// <param name="people">Speakers first, so that a name that occurs twice belongs to the speaker.</param>
    /// <param name="places">Names of institutions and of the municipality.</param>
    public KnownNames(IReadOnlyList<KnownPerson> people, IEnumerable<string> places)
    {
        People = people;
        var reasons = new Reasons(StringComparer.OrdinalIgnoreCase);
        foreach (var person in people)
            foreach (var part in person.Parts)
                reasons.TryAdd(part, person.Reason);
        _reasons = reasons.GetAlternateLookup<ReadOnlySpan<char>>();
        _places = places.SelectMany(p => p.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToHashSet(StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Nobody and nothing.</summary>
    public static KnownNames None { get; } = new([], []);

    /// <summary>The people.</summary>
    public IReadOnlyList<KnownPerson> People { get; }

    /// <summary>How a name is known; null when it is not.</summary>
    public string? ReasonFor(ReadOnlySpan<char> word) => _reasons.TryGetValue(word, out var reason) ? reason : null;

    /// <summary>Whether a word belongs to a house of the municipality.</summary>
    public bool IsPlace(ReadOnlySpan<char> word) => _places.Contains(word) || (word.EndsWith("s") && _places.Contains(word[..^1]));
}
