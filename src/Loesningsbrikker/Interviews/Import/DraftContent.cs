using System.Text.Json.Serialization;
using Loesningsbrikker.Interviews.Pseudonymisation;

namespace Loesningsbrikker.Interviews.Import;

/// <summary>What the preview of an import holds: the text as read, what was found in it, and what the user has chosen so far.</summary>
public sealed class DraftContent
{
    /// <summary>The file's name; empty for pasted text.</summary>
    public string FileName { get; init; } = "";
    /// <summary>The text as read.</summary>
    public IReadOnlyList<ParagraphText> Paragraphs { get; init; } = [];
    /// <summary>Sentences about what was not read.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];
    /// <summary>Who speaks, in the order of their first turn.</summary>
    public IReadOnlyList<DraftSpeaker> Speakers { get; init; } = [];
    /// <summary>What was found, and what the user added.</summary>
    public List<Finding> Findings { get; init; } = [];
    /// <summary>Who is named.</summary>
    public IReadOnlyList<Person> People { get; init; } = [];

    /// <summary>Number of the interview that the text is for; null for a new one.</summary>
    public int? InterviewNumber { get; set; }
    /// <summary>Title of the new interview; null while it is the proposal.</summary>
    public string? Title { get; set; }
    /// <summary>Date of the new interview; null until chosen.</summary>
    public DateOnly? HeldOn { get; set; }
    /// <summary>Word for word or a minute; null until chosen.</summary>
    public TranscriptKind? Kind { get; set; }
    /// <summary>The day the informant approved the text; null while not.</summary>
    public DateOnly? ApprovedOn { get; set; }
    /// <summary>The name that is stored for the file; null while it is the proposal.</summary>
    public string? SourceName { get; set; }
    /// <summary>Whether the speakers' names go into the identities.</summary>
    public bool KeepNames { get; set; }

    /// <summary>The words of the file's name as one more paragraph, so that names in it are found and replaced like all others.</summary>
    [JsonIgnore]
    public ParagraphText NameParagraph => new("", NameWords(FileName));

    /// <summary>The text with <see cref="NameParagraph"/> after it; places count in this list.</summary>
    [JsonIgnore]
    public IReadOnlyList<ParagraphText> Searched => [.. Paragraphs, NameParagraph];

    /// <summary>The file's name without its ending, its words apart.</summary>
    public static string NameWords(string fileName) =>
        CanonicalText.OneLine(Path.GetFileNameWithoutExtension(fileName).Replace('_', ' ').Replace('-', ' ').Replace('.', ' '), int.MaxValue);

    /// <summary>What stands for a finding: what the user typed, or the proposal.</summary>
    public string ReplacementOf(Finding finding) => finding.Typed ?? ProposalFor(finding);

    /// <summary>What is proposed for a finding. Brackets show every later reader that it is no word of the speaker's.</summary>
    public string ProposalFor(Finding finding) => finding.Kind switch
    {
        FindingKind.Name => People[finding.Person!.Value] is { Speaker: { } speaker } ? $"[{Speakers[speaker].Stored}]" : People[finding.Person.Value].Pseudonym,
        FindingKind.Cpr => "[CPR-nummer]",
        FindingKind.Phone => "[telefonnummer]",
        FindingKind.Email => "[e-mail]",
        FindingKind.Address => "[adresse]",
        FindingKind.Place => "[sted]",
        _ => "[udeladt]",
    };

    /// <summary>The replacements as chosen now.</summary>
    public Replacement Replacements() => new(Findings, ReplacementOf);

    /// <summary>The file's name as it will be stored; empty for pasted text.</summary>
    public string StoredName(Replacement replacements)
    {
        if (FileName.Length == 0)
            return "";
        var words = NameParagraph.Text;
        var replaced = replacements.Apply(Paragraphs.Count, words);
        return SourceName ?? (replaced == words ? FileName : TranscriptFile.CleanName(replaced + Path.GetExtension(FileName)));
    }

    /// <summary>The title of a new interview.</summary>
    public string NewTitle(Replacement replacements) => Title ?? CanonicalText.OneLine(replacements.Apply(Paragraphs.Count, NameParagraph.Text), 200);

    /// <summary>How each speaker is stored, by the file's own name for them.</summary>
    public IReadOnlyDictionary<string, string> StoredSpeakers() => Speakers.Append(new DraftSpeaker()).ToDictionary(s => s.Label, s => s.Stored);
}

/// <summary>What becomes of a speaker's name.</summary>
public enum SpeakerRole
{
    /// <summary>A word such as Leder stands instead.</summary>
    Word,
    /// <summary>Who asked.</summary>
    Interviewer,
    /// <summary>An informant of the process.</summary>
    Informant,
    /// <summary>An informant who is registered together with the text.</summary>
    NewInformant,
}

/// <summary>Somebody who speaks, and as what.</summary>
public sealed class DraftSpeaker
{
    /// <summary>As the file names them.</summary>
    public string Label { get; init; } = "";
    /// <summary>How many turns they have.</summary>
    public int Turns { get; init; }
    /// <summary>Whether the label is somebody's name.</summary>
    public bool IsName { get; init; }
    /// <summary>What becomes of the name.</summary>
    public SpeakerRole Role { get; set; }
    /// <summary>Key of the informant; null unless that is what they are.</summary>
    public long? InformantId { get; set; }
    /// <summary>Key of the new informant's group; null unless that is what they are.</summary>
    public long? GroupId { get; set; }
    /// <summary>The informant's code; empty unless that is what they are.</summary>
    public string Code { get; set; } = "";
    /// <summary>The word that stands instead.</summary>
    public string Word { get; set; } = "";
    /// <summary>Key of the member who asked; null when unknown.</summary>
    public long? InterviewerUserId { get; set; }

    /// <summary>How they are stored.</summary>
    [JsonIgnore]
    public string Stored => Role switch
    {
        SpeakerRole.Interviewer => "Interviewer",
        SpeakerRole.Word => Word,
        _ => Code,
    };
}
