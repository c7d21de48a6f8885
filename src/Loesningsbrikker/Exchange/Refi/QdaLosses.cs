namespace Loesningsbrikker.Exchange.Refi;

/// <summary>Something that a project holds and that cannot come along.</summary>
internal enum QdaLoss
{
    /// <summary>A picture.</summary>
    Picture,
    /// <summary>A part of a picture or of a printed page.</summary>
    Region,
    /// <summary>A stretch of sound or film without words.</summary>
    MediaSelection,
    /// <summary>Sound or film without a transcript.</summary>
    MediaWithoutText,
    /// <summary>A document of which only the page is there, not the plain text.</summary>
    DocumentWithoutText,
    /// <summary>A text that is not in the file.</summary>
    MissingText,
    /// <summary>A text that cannot be read.</summary>
    UnreadableText,
    /// <summary>A text that is too long.</summary>
    TooLongText,
    /// <summary>A text without words.</summary>
    EmptyText,
    /// <summary>A code on a whole source.</summary>
    SourceCoding,
    /// <summary>A note about a whole source.</summary>
    SourceNote,
    /// <summary>A note about the project, or about nothing.</summary>
    ProjectNote,
    /// <summary>A stretch outside its text, or without words.</summary>
    EmptySelection,
    /// <summary>A stretch longer than a passage may be.</summary>
    LongSelection,
    /// <summary>A tie to a code that is not in the file.</summary>
    CodingWithoutCode,
    /// <summary>A code below forty others.</summary>
    DeepCode,
    /// <summary>A case.</summary>
    Case,
    /// <summary>A variable.</summary>
    Variable,
    /// <summary>A collection of codes, sources or notes.</summary>
    Set,
    /// <summary>A relation.</summary>
    Link,
    /// <summary>A drawing.</summary>
    Graph,
    /// <summary>Text whose form (bold, columns) stays behind.</summary>
    RichText,
    /// <summary>A tie to a code that was left out or made a theme.</summary>
    CodingLeftOut,
    /// <summary>A code that stands below another.</summary>
    Nesting,
    /// <summary>A text that came in before and reads otherwise now.</summary>
    ChangedText,
    /// <summary>A description that is too long.</summary>
    LongDescription,
    /// <summary>A note that is too long.</summary>
    LongNote,
    /// <summary>A note about a passage that has another one here.</summary>
    NoteHere,
    /// <summary>An informant who cannot be registered here.</summary>
    Informant,
    /// <summary>Something else that the file says.</summary>
    Unknown,
}

/// <summary>Counts what cannot come along, with a few names of each so that one can see what it is.</summary>
internal sealed class QdaLosses
{
    private const int NamesKept = 5;

    private readonly SortedDictionary<QdaLoss, (int Count, List<string> Names)> _found = [];

    /// <summary>How many of each, with the first names, in the order of <see cref="QdaLoss"/>.</summary>
    public IEnumerable<(QdaLoss Loss, int Count, IReadOnlyList<string> Names)> All =>
        _found.Where(f => f.Value.Count > 0).Select(f => (f.Key, f.Value.Count, (IReadOnlyList<string>)f.Value.Names));

    /// <summary>How many of one.</summary>
    public int this[QdaLoss loss] => _found.TryGetValue(loss, out var found) ? found.Count : 0;

    /// <summary>Counts one more.</summary>
    /// <param name="name">What it is called; empty when it has no name worth telling.</param>
    public void Add(QdaLoss loss, string name = "", int count = 1)
    {
        var (before, names) = _found.TryGetValue(loss, out var found) ? found : (0, []);
        if (name.Length > 0 && names.Count < NamesKept && !names.Contains(name))
            names.Add(name);
        _found[loss] = (before + count, names);
    }

    /// <summary>Adds what another found.</summary>
    public void Add(QdaLosses other)
    {
        foreach (var (loss, count, names) in other.All)
        {
            Add(loss, "", count);
            foreach (var name in names)
                Add(loss, name, 0);
        }
    }
}
