using Loesningsbrikker.Interviews.Import;

namespace Loesningsbrikker.Exchange.Refi;

/// <summary>
/// One line of a foreign text beside the line that it becomes in canonical text (<see cref="CanonicalText"/>), so that a place in the
/// one can be found in the other. Offsets are UTF-16 code units from the line's beginning.
/// </summary>
internal sealed class CleanedLine
{
    private const int ChunkLength = 64;

    private readonly string _raw;
    private List<(int Raw, int Clean)>? _anchors;

    /// <param name="raw">The line without its line break.</param>
    public CleanedLine(string raw)
    {
        _raw = raw;
        Text = CanonicalText.Clean(raw);
    }

    /// <summary>The cleaned line; empty when nothing of it is visible.</summary>
    public string Text { get; }

    /// <summary>Where the place lies in the cleaned line; the end for one behind it.</summary>
    public int Map(int rawOffset)
    {
        if (rawOffset <= 0)
            return 0;
        if (rawOffset >= _raw.Length)
            return Text.Length;
        if (Text.Length == _raw.Length && Text == _raw)
            return rawOffset;
        _anchors ??= FindAnchors();
        var (raw, clean) = _anchors[^1];
        for (var i = _anchors.Count - 1; i >= 0 && _anchors[i].Raw > rawOffset; i--)
            (raw, clean) = _anchors[Math.Max(0, i - 1)];
        // A half pair at the end would become a sign of its own.
        var end = char.IsLowSurrogate(_raw[rawOffset]) && char.IsHighSurrogate(_raw[rawOffset - 1]) ? rawOffset - 1 : rawOffset;
        return Math.Min(Text.Length, clean + CanonicalText.Clean(_raw[raw..end]).Length);
    }

    /// <summary>
    /// Places where the line can be cut so that its parts, cleaned each by itself, make up the cleaned line: between two visible
    /// ASCII characters nothing composes, joins or is folded.
    /// </summary>
    private List<(int Raw, int Clean)> FindAnchors()
    {
        List<(int Raw, int Clean)> anchors = [(0, 0)];
        var from = 0;
        for (var i = 1; i < _raw.Length; i++)
            if (i - from >= ChunkLength && IsPlain(_raw[i - 1]) && IsPlain(_raw[i]))
            {
                anchors.Add((i, anchors[^1].Clean + CanonicalText.Clean(_raw[from..i]).Length));
                from = i;
            }
        return anchors[^1].Clean + CanonicalText.Clean(_raw[from..]).Length == Text.Length ? anchors : [(0, 0)];
    }

    private static bool IsPlain(char c) => c is > ' ' and < '\u007F';
}
