using System.Text.RegularExpressions;

namespace Loesningsbrikker.Interviews.Import;

/// <summary>The names that stand before turns ("Leder: …"), possibly after a time code. A name counts when it occurs at least twice.</summary>
internal sealed partial class SpeakerLabels
{
    /// <summary>No names.</summary>
    public static SpeakerLabels None { get; } = new([]);

    private readonly HashSet<string> _names;

    private SpeakerLabels(HashSet<string> names) => _names = names;

    /// <summary>True when there are names.</summary>
    public bool Any => _names.Count > 0;

    /// <summary>Finds the names of a text.</summary>
    public static SpeakerLabels Find(IEnumerable<string> lines) =>
        new(lines.Select(l => Parse(l)?.Name).OfType<string>()
            .GroupBy(n => n, StringComparer.OrdinalIgnoreCase)
            .Where(g => g.Count() > 1)
            .Select(g => g.Key)
            .ToHashSet(StringComparer.OrdinalIgnoreCase));

    /// <summary>True when the line begins with one of the names.</summary>
    public bool IsTurn(string line) => Any && Parse(line) is { } turn && _names.Contains(turn.Name);

    /// <summary>Moves the names out of the text. A name that stands alone belongs to the paragraph after it.</summary>
    public IEnumerable<ParagraphText> Split(IEnumerable<string> paragraphs)
    {
        var announced = "";
        foreach (var paragraph in paragraphs)
        {
            var (speaker, text) = Parse(paragraph) is { } turn && _names.Contains(turn.Name) ? turn : (announced, paragraph);
            announced = text.Length == 0 ? speaker : "";
            if (text.Length > 0)
                yield return new ParagraphText(speaker, text);
        }
    }

    /// <summary>Name and words of one line; null when it does not look like a turn.</summary>
    internal static (string Name, string Text)? Parse(string line)
    {
        // The name is short: a long line without an early colon is dismissed at once.
        var colon = line.AsSpan(0, Math.Min(line.Length, 80)).IndexOf(':');
        if (colon < 0 || Pattern().Match(line) is not { Success: true } match)
            return null;
        var name = match.Groups["name"].Value.TrimEnd();
        return name.Count(c => c == ' ') > 4 ? null : (name, match.Groups["text"].Value);
    }

    // [00:01:23] Leder (00:01:23): tekst
    [GeneratedRegex(
        @"^(?:[\[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\])]?[ ]+(?:-[ ]+)?)?(?<name>\p{L}[\p{L}\p{M}\d .'’/&-]{0,39})(?:[ ]?[\[(](?:\d{1,2}:)?\d{1,2}:\d{2}[\])])?:(?:[ ](?<text>.*))?$",
        RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();
}
