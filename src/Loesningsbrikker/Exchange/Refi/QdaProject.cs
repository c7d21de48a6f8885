namespace Loesningsbrikker.Exchange.Refi;

/// <summary>
/// A project as REFI-QDA exchanges it between tools for qualitative analysis (REFI-QDA 1.5, 25 September 2019; schema
/// urn:QDA-XML:project:1.0). Lists may be lazy: a writer goes through each of them once, in the order of the schema.
/// </summary>
/// <param name="Name">Its name.</param>
/// <param name="Origin">The program that made the file, with its version; empty when unknown.</param>
internal sealed record QdaProject(string Name, string Origin)
{
    /// <summary>When the project was begun, in UTC; null when unknown.</summary>
    public DateTime? CreatedAtUtc { get; init; }
    /// <summary>When it was last changed, in UTC; null when unknown.</summary>
    public DateTime? ModifiedAtUtc { get; init; }
    /// <summary>Who worked with it.</summary>
    public IEnumerable<QdaUser> Users { get; init; } = [];
    /// <summary>The codes at the top.</summary>
    public IEnumerable<QdaCode> Codes { get; init; } = [];
    /// <summary>What is known about cases and sources.</summary>
    public IEnumerable<QdaVariable> Variables { get; init; } = [];
    /// <summary>Those whom the sources are about.</summary>
    public IEnumerable<QdaCase> Cases { get; init; } = [];
    /// <summary>The texts.</summary>
    public IEnumerable<QdaSource> Sources { get; init; } = [];
    /// <summary>What somebody wrote about something.</summary>
    public IEnumerable<QdaNote> Notes { get; init; } = [];
    /// <summary>Relations between two things.</summary>
    public IEnumerable<QdaLink> Links { get; init; } = [];
    /// <summary>Named collections of codes.</summary>
    public IEnumerable<QdaSet> Sets { get; init; } = [];
    /// <summary>The notes about the project as a whole.</summary>
    public IReadOnlyList<Guid> NoteRefs { get; init; } = [];
}

/// <summary>Somebody who worked with the project.</summary>
internal sealed record QdaUser(Guid Guid, string Name);

/// <summary>A code.</summary>
/// <param name="IsCodable">False for a heading that nothing can be tied to.</param>
/// <param name="Description">May be empty.</param>
internal sealed record QdaCode(Guid Guid, string Name, bool IsCodable, string Description, IReadOnlyList<QdaCode> Children)
{
    /// <summary>The notes about it.</summary>
    public IReadOnlyList<Guid> NoteRefs { get; init; } = [];
}

/// <summary>What a variable holds (typeOfVariableType).</summary>
internal enum QdaType
{
    /// <summary>Words.</summary>
    Text,
    /// <summary>Yes or no.</summary>
    Boolean,
    /// <summary>A whole number.</summary>
    Integer,
    /// <summary>A number.</summary>
    Float,
    /// <summary>A day.</summary>
    Date,
    /// <summary>A moment.</summary>
    DateTime,
}

/// <summary>Something that is known about cases or sources.</summary>
internal sealed record QdaVariable(Guid Guid, string Name, QdaType Type);

/// <summary>What a variable says, as XML Schema writes it (true, 12, 2026-09-01).</summary>
internal sealed record QdaValue(QdaVariable Variable, string Value);

/// <summary>Somebody whom sources are about.</summary>
internal sealed record QdaCase(Guid Guid, string Name, IReadOnlyList<QdaValue> Values, IReadOnlyList<Guid> SourceRefs);

/// <summary>A text with its selections.</summary>
/// <param name="Path">Where its plain text lies, e.g. internal://….txt; null when <paramref name="Content"/> has it.</param>
/// <param name="Content">The plain text itself; null when it lies at <paramref name="Path"/>.</param>
internal sealed record QdaSource(Guid Guid, string Name, string? Path, string? Content)
{
    /// <summary>The stretches that somebody chose.</summary>
    public IEnumerable<QdaSelection> Selections { get; init; } = [];
    /// <summary>What is known about it.</summary>
    public IReadOnlyList<QdaValue> Values { get; init; } = [];
    /// <summary>When it was brought in, in UTC; null when unknown.</summary>
    public DateTime? CreatedAtUtc { get; init; }
}

/// <summary>A stretch of a text.</summary>
/// <param name="Name">Mostly how its words begin; may be empty.</param>
/// <param name="Start">Where it begins, counted as the file counts (specification: Unicode code points from 0).</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="User">Who chose it; null when unknown.</param>
/// <param name="AtUtc">When, in UTC; null when unknown.</param>
internal sealed record QdaSelection(Guid Guid, string Name, int Start, int End, Guid? User, DateTime? AtUtc)
{
    /// <summary>What was written about it beside notes; may be empty.</summary>
    public string Description { get; init; } = "";
    /// <summary>The codes it is tied to.</summary>
    public IReadOnlyList<QdaCoding> Codings { get; init; } = [];
    /// <summary>The notes about it.</summary>
    public IReadOnlyList<Guid> NoteRefs { get; init; } = [];
}

/// <summary>A selection tied to a code.</summary>
/// <param name="User">Who tied it; null when unknown.</param>
/// <param name="AtUtc">When, in UTC; null when unknown.</param>
internal sealed record QdaCoding(Guid Guid, Guid Code, Guid? User, DateTime? AtUtc);

/// <summary>What somebody wrote about something.</summary>
/// <param name="Path">Where its plain text lies; null when <paramref name="Content"/> has it.</param>
/// <param name="Content">The text; null when it lies at <paramref name="Path"/>.</param>
internal sealed record QdaNote(Guid Guid, string Name, string? Path, string? Content);

/// <summary>A relation between two things.</summary>
internal sealed record QdaLink(Guid Guid, string Name, Guid Origin, Guid Target);

/// <summary>A named collection of codes.</summary>
internal sealed record QdaSet(Guid Guid, string Name, IReadOnlyList<Guid> Codes);
