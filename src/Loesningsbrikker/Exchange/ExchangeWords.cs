using System.Globalization;
using System.Text.RegularExpressions;
using Loesningsbrikker.Exchange.Refi;
using Loesningsbrikker.SolutionPieces;

namespace Loesningsbrikker.Exchange;

/// <summary>
/// The words and GUIDs by which this product's own things are known in a REFI-QDA file: written at export and recognised at import,
/// also when the file has been through another tool.
/// </summary>
internal static partial class ExchangeWords
{
    /// <summary>How the origin of a file of ours begins.</summary>
    public const string Origin = "Løsningsbrikker";

    /// <summary>Stands before the name of a theme, which goes out as a set of codes.</summary>
    public const string ThemePrefix = "Tema: ";

    /// <summary>Name of the link from a piece to a challenge.</summary>
    public const string Answers = "svarer på";

    /// <summary>The heading over the challenges.</summary>
    public const string Challenges = "Udfordringer";

    /// <summary>GUID of that heading.</summary>
    public static Guid ChallengesGuid { get; } = Own("category", Challenges);

    /// <summary>GUID of the note that tells what is not in the file.</summary>
    public static Guid ReadMeGuid { get; } = Own("note", "read-me");

    /// <summary>What is known about interviews.</summary>
    public static QdaVariable InterviewNumber { get; } = Variable("Interviewnummer", QdaType.Integer);
    /// <inheritdoc cref="InterviewNumber" />
    public static QdaVariable HeldOn { get; } = Variable("Dato", QdaType.Date);
    /// <inheritdoc cref="InterviewNumber" />
    public static QdaVariable Method { get; } = Variable("Metode", QdaType.Text);
    /// <inheritdoc cref="InterviewNumber" />
    public static QdaVariable TextKind { get; } = Variable("Teksttype", QdaType.Text);
    /// <inheritdoc cref="InterviewNumber" />
    public static QdaVariable ApprovedOn { get; } = Variable("Godkendt", QdaType.Date);
    /// <summary>The names that stand before the turns in the text, one a line.</summary>
    public static QdaVariable Speakers { get; } = Variable("Talere", QdaType.Text);
    /// <summary>Lines whose speaker cannot be told from the names, each as number=name; without a name nobody is known to speak.</summary>
    public static QdaVariable SpeakerExceptions { get; } = Variable("Linjer med en anden taler", QdaType.Text);
    /// <summary>What is known about interviews and informants.</summary>
    public static QdaVariable Institution { get; } = Variable("Institution", QdaType.Text);
    /// <summary>What is known about informants.</summary>
    public static QdaVariable Group { get; } = Variable("Informantgruppe", QdaType.Text);
    /// <inheritdoc cref="Group" />
    public static QdaVariable AreChildren { get; } = Variable("Børn", QdaType.Boolean);
    /// <inheritdoc cref="Group" />
    public static QdaVariable Headcount { get; } = Variable("Antal personer", QdaType.Integer);
    /// <inheritdoc cref="Group" />
    public static QdaVariable AgeFrom { get; } = Variable("Alder fra", QdaType.Integer);
    /// <inheritdoc cref="Group" />
    public static QdaVariable AgeTo { get; } = Variable("Alder til", QdaType.Integer);

    /// <summary>All of them, as a file lists them.</summary>
    public static IReadOnlyList<QdaVariable> Variables { get; } =
        [InterviewNumber, HeldOn, Method, TextKind, ApprovedOn, Speakers, SpeakerExceptions, Institution, Group, AreChildren, Headcount, AgeFrom, AgeTo];

    /// <summary>The heading over the pieces of a class, e.g. Politiske brikker.</summary>
    public static string Heading(PieceClass of) => of switch
    {
        PieceClass.Political => "Politiske brikker",
        PieceClass.Administrative => "Administrative brikker",
        PieceClass.Local => "Lokale brikker",
        _ => throw new ArgumentOutOfRangeException(nameof(of)),
    };

    /// <summary>GUID of that heading.</summary>
    public static Guid HeadingGuid(PieceClass of) => Own("category", of.ToString());

    /// <summary>The class whose heading the code is, by its GUID or its name; null when it is none.</summary>
    public static PieceClass? ClassOf(QdaCode code) => Enum.GetValues<PieceClass>().Select(c => (PieceClass?)c)
        .FirstOrDefault(c => code.Guid == HeadingGuid(c!.Value) || code.Name.Trim().Equals(Heading(c.Value), StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the code is one of the headings: by its GUID, or at the top by its name; further down a challenge may have such a name.</summary>
    /// <param name="depth">0 at the top.</param>
    public static bool IsHeading(QdaCode code, int depth) =>
        code.Guid == ChallengesGuid || Enum.GetValues<PieceClass>().Any(c => code.Guid == HeadingGuid(c))
        || (depth == 0 && (ClassOf(code) is not null || code.Name.Trim().Equals(Challenges, StringComparison.OrdinalIgnoreCase)));

    /// <summary>A piece as other tools name it: D-14 Title.</summary>
    public static string Label(string prefix, int number, string title) => $"{prefix}-{number.ToString(CultureInfo.InvariantCulture)} {title}";

    /// <summary>Number and title of such a name, whatever the prefix; number null when it has none.</summary>
    public static (string Prefix, int? Number, string Title) Unlabel(string name) =>
        LabelPattern().Match(name) is { Success: true } match
        && int.TryParse(match.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? (match.Groups["prefix"].Value, number, match.Groups["title"].Value)
            : ("", null, name);

    private static QdaVariable Variable(string name, QdaType type) => new(Own("variable", name), name, type);

    private static Guid Own(string kind, string name) => StableGuid.Of("løsningsbrikker", kind, name);

    [GeneratedRegex(@"^(?<prefix>\p{Lu}{1,3})-(?<number>[0-9]{1,6}) (?<title>.*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LabelPattern();
}
