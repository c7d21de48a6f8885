using Loesningsbrikker.Interviews;
using Loesningsbrikker.Interviews.Import;
using Loesningsbrikker.Interviews.Pseudonymisation;

namespace Loesningsbrikker.Exchange.Import;

/// <summary>What was chosen for a text of a project.</summary>
/// <param name="Title">The interview's title; null while it is the proposal.</param>
/// <param name="HeldOn">The day of the interview; null while it is the proposal.</param>
internal sealed record SourceChoice(bool Include, string? Title, DateOnly? HeldOn);

/// <summary>
/// What the preview of a project holds, encrypted while it waits (<see cref="ImportDraft"/>): the project's own part of the file (no
/// sound, pictures or pages), what was found in its texts, and what was chosen so far.
/// </summary>
internal sealed class ProjectDraft
{
    /// <summary>The file's name.</summary>
    public string FileName { get; init; } = "";
    /// <summary>The project with its plain texts, as a .qdpx of its own or as bare XML.</summary>
    public byte[] File { get; init; } = [];
    /// <summary>Who speaks, in the order of their first turn.</summary>
    public IReadOnlyList<DraftSpeaker> Speakers { get; init; } = [];
    /// <summary>What was found, and what the user added.</summary>
    public List<Finding> Findings { get; init; } = [];
    /// <summary>Who is named.</summary>
    public IReadOnlyList<Person> People { get; init; } = [];
    /// <summary>Word for word or minutes; null until chosen.</summary>
    public TranscriptKind? Kind { get; set; }
    /// <summary>Whether the speakers' names go into the identities.</summary>
    public bool KeepNames { get; set; }
    /// <summary>What codes become that nothing else was chosen for; null until chosen.</summary>
    public CodeFate? Default { get; set; }
    /// <summary>What was chosen, by code.</summary>
    public Dictionary<Guid, CodeChoice> Codes { get; init; } = [];
    /// <summary>What was chosen, by text.</summary>
    public Dictionary<Guid, SourceChoice> Sources { get; init; } = [];

    /// <summary>The texts and what was found in them, as the preview of any text has them.</summary>
    /// <param name="texts">Every text of the project, in the order that the findings count in.</param>
    public DraftContent ContentOf(IReadOnlyList<ParagraphText> texts) => new()
    {
        FileName = FileName, Paragraphs = texts, Speakers = Speakers, Findings = Findings, People = People, Kind = Kind, KeepNames = KeepNames,
    };
}
