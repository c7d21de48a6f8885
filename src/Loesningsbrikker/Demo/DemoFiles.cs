using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.Processes;
using Loesningsbrikker.SolutionPieces;

namespace Loesningsbrikker.Demo;

/// <summary>What the files of one demo process say; they lie in Demo/Data and are part of the program.</summary>
/// <param name="Process">Set-up.</param>
/// <param name="Pieces">Solution pieces, numbered from 1.</param>
/// <param name="Interviews">Interviews with their texts, numbered from 1 by their order.</param>
/// <param name="Passages">Passages by their exact words.</param>
/// <param name="Outcome">What became of the pieces.</param>
public sealed record DemoFiles(
    DemoProcess Process, IReadOnlyList<DemoPiece> Pieces, IReadOnlyList<DemoInterview> Interviews, IReadOnlyList<DemoPassage> Passages,
    DemoOutcome Outcome)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Reads one process.</summary>
    /// <param name="folder">Folder below Demo/Data, e.g. school.</param>
    public static DemoFiles Read(string folder) => new(
        Parse<DemoProcess>($"{folder}/process.json"), Parse<List<DemoPiece>>($"{folder}/pieces.json"),
        [.. Names($"{folder}/interviews/").Select(name => DemoInterview.Parse(Text(name)))], Parse<List<DemoPassage>>($"{folder}/passages.json"),
        Parse<DemoOutcome>($"{folder}/outcome.json"));

    private static T Parse<T>(string name) => JsonSerializer.Deserialize<T>(Text(name), Options)!;

    private static IEnumerable<string> Names(string start) =>
        typeof(DemoFiles).Assembly.GetManifestResourceNames().Where(n => n.StartsWith(start, StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static string Text(string name)
    {
        using var stream = typeof(DemoFiles).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The demo file {name} is missing.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

/// <summary>The set-up of a demo process.</summary>
public sealed record DemoProcess(
    string Name, string Prefix, ProcessArea Area, string CaseNumber, DateOnly StartsOn, string Purpose, IReadOnlyList<string> Themes,
    IReadOnlyList<string> Strategies, IReadOnlyList<DemoGroup> Groups, IReadOnlyList<DemoInformant> Informants, IReadOnlyList<DemoChallenge> Challenges);

/// <summary>An informant group.</summary>
public sealed record DemoGroup(string Name, bool Children);

/// <summary>An informant; ages in years, for children only.</summary>
public sealed record DemoInformant(string Code, string Group, string? Institution, int Headcount, int? AgeFrom, int? AgeTo);

/// <summary>A challenge with its theme.</summary>
public sealed record DemoChallenge(string Title, string Description, string? Theme);

/// <summary>A solution piece with what it belongs to, by name.</summary>
public sealed record DemoPiece(
    int Number, PieceClass Class, string Title, string Description, string? Theme, PieceStage Stage,
    IReadOnlyList<string>? Institutions, IReadOnlyList<string>? Strategies, IReadOnlyList<string>? Challenges);

/// <summary>A passage: which interview, the exact words, the pieces' numbers, a challenge's title.</summary>
public sealed record DemoPassage(int Interview, string Quote, IReadOnlyList<int>? Pieces, string? Challenge, string? Note);

/// <summary>An interview with its text.</summary>
public sealed record DemoInterview(
    string Title, DateOnly HeldOn, string Place, InterviewMethod Method, string? Institution, IReadOnlyList<string> Informants,
    TranscriptKind Kind, DateOnly? ApprovedOn, DateOnly? CodedOn, IReadOnlyList<ParagraphText> Paragraphs)
{
    /// <summary>Reads header lines ("Titel: …"), an empty line, and one paragraph per line ("Taler: ord").</summary>
    public static DemoInterview Parse(string file)
    {
        var end = file.IndexOf("\n\n", StringComparison.Ordinal);
        var head = file[..end].Split('\n').Select(line => line.Split(':', 2)).ToDictionary(p => p[0].Trim(), p => p[1].Trim());
        return new DemoInterview(
            head["Titel"], Day(head["Dato"])!.Value, head["Sted"], Enum.Parse<InterviewMethod>(head["Metode"]),
            head["Institution"] is { Length: > 0 } institution ? institution : null,
            head["Informanter"].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), Enum.Parse<TranscriptKind>(head["Skrevet"]),
            Day(head["Godkendt"]), Day(head["Kodet"]),
            [.. file[(end + 2)..].Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Paragraph)]);
    }

    private static DateOnly? Day(string text) => text.Length > 0 ? DateOnly.Parse(text, CultureInfo.InvariantCulture) : null;

    private static ParagraphText Paragraph(string line)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        return colon is > 0 and < 30 && !line[..colon].Contains('.', StringComparison.Ordinal)
            ? new ParagraphText(line[..colon], line[(colon + 2)..])
            : new ParagraphText("", line);
    }
}
