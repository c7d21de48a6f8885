using System.Globalization;

namespace Loesningsbrikker.Interviews.Pseudonymisation;

/// <summary>
/// Brings the forms of one person's name together: "Mette Mogensen", "Mette", "Hr. Mogensen", a short form. Full names first;
/// a single name belongs to the one person who has it, and to nobody when two do.
/// </summary>
internal sealed class People
{
    private readonly List<Entry> _entries = [];
    private readonly Dictionary<string, List<int>> _byGiven = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<int>> _byLast = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _byFull = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, (int Person, string Remark)> _keys = new(StringComparer.OrdinalIgnoreCase);

    private sealed record Entry(Person Person, string Last);

    /// <param name="known">Who is known before.</param>
    /// <param name="names">Every name that was found, in the order of the text.</param>
    public People(KnownNames known, IReadOnlyList<string> names)
    {
        foreach (var person in known.People.Where(p => p.Parts.Count > 0))
            if (person.Speaker is not null || !_byGiven.ContainsKey(person.Parts[0]) || !IsThere(person.Parts))
                Add(new Person { Speaker = person.Speaker, InformantId = person.InformantId, Pseudonym = person.Pseudonym }, person.Parts);
        var parts = names.Distinct(StringComparer.OrdinalIgnoreCase).Select(n => (Name: n, Parts: PartsOf(n))).ToList();
        foreach (var (name, own) in parts.Where(p => p.Parts.Count > 1))
            _keys[name] = (OfFullName(own), "");
        foreach (var (name, own) in parts.Where(p => p.Parts.Count <= 1))
            _keys[name] = OfOneName(own is [var one] ? one : name);
        Letter(names);
    }

    /// <summary>Everybody.</summary>
    public IReadOnlyList<Person> All => [.. _entries.Select(e => e.Person)];

    /// <summary>Who a name belongs to, and what to say about it; empty when there is nothing to say.</summary>
    public (int Person, string Remark) Of(string name) => _keys[name];

    private static List<string> PartsOf(string name) =>
        [.. name.Split([' ', '.', '"', '“', '”', '„', '»', '«', '(', ')'], StringSplitOptions.RemoveEmptyEntries).Where(p => p.Length > 1)];

    private bool IsThere(IReadOnlyList<string> parts) => parts.Count > 1 && Find(parts[0], parts[^1]) is not null;

    private int? Find(string given, string last) => _byFull.TryGetValue($"{given} {last}", out var key) ? key : null;

    private int OfFullName(List<string> parts)
    {
        if (Find(parts[0], parts[^1]) is { } key)
            return key;
        // Somebody known as "Mette" only, and one Mette with a surname: the same.
        if (_byGiven.GetValueOrDefault(parts[0], []) is [var only] && _entries[only].Last.Length == 0)
        {
            _entries[only] = _entries[only] with { Last = parts[^1] };
            _byFull.TryAdd($"{parts[0]} {parts[^1]}", only);
            Index(_byLast, parts[^1], only);
            return only;
        }
        return Add(new Person(), parts);
    }

    private (int, string) OfOneName(string name)
    {
        var given = _byGiven.GetValueOrDefault(name, []);
        if (given.Count == 1)
            return (given[0], "");
        if (given.Count > 1)
            return (Add(new Person(), [], addressable: false), $"flere hedder {name}");
        if (_byLast.GetValueOrDefault(name, []) is [var only])
            return (only, "");
        foreach (var full in Words.FullForms[name])
            if (_byGiven.GetValueOrDefault(full, []) is [var one])
                return (one, $"kortform af {full}");
        return (Add(new Person(), [name]), "");
    }

    private int Add(Person person, IReadOnlyList<string> parts, bool addressable = true)
    {
        var key = _entries.Count;
        _entries.Add(new Entry(person, parts.Count > 1 ? parts[^1] : ""));
        if (parts.Count > 1)
            _byFull.TryAdd($"{parts[0]} {parts[^1]}", key);
        for (var i = 0; addressable && i < parts.Count; i++)
            Index(i > 0 && i == parts.Count - 1 ? _byLast : _byGiven, parts[i], key);
        return key;
    }

    private static void Index(Dictionary<string, List<int>> index, string name, int key)
    {
        if (!index.TryGetValue(name, out var keys))
            index[name] = keys = [];
        // Keys grow, so a repeated one is the last.
        if (keys.Count == 0 || keys[^1] != key)
            keys.Add(key);
    }

    /// <summary>Gives everybody without a pseudonym a letter, in the order of the text.</summary>
    private void Letter(IReadOnlyList<string> names)
    {
        var next = 0;
        foreach (var name in names)
            if (_entries[_keys[name].Person].Person is { Speaker: null, Pseudonym: "" } person)
                person.Pseudonym = $"[person {LettersOf(next++)}]";
    }

    /// <summary>A … Z, AA, AB …</summary>
    private static string LettersOf(int number) =>
        (number >= 26 ? LettersOf(number / 26 - 1) : "") + ((char)('A' + number % 26)).ToString(CultureInfo.InvariantCulture);
}
