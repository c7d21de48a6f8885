namespace Loesningsbrikker.Interviews.Pseudonymisation;

/// <summary>E-mail addresses: what stands around an @, as people write them.</summary>
internal static class EmailFinder
{
    /// <summary>Longest part before the @ (RFC 5321, 4.5.3.1.1), and what may stand on either side of it, so that no search goes far.</summary>
    private const int Longest = 64;

    /// <summary>Adds what it finds in a paragraph.</summary>
    public static void Find(string text, int paragraph, List<Hit> hits)
    {
        for (var at = text.IndexOf('@', StringComparison.Ordinal); at >= 0; at = text.IndexOf('@', at + 1))
        {
            var (start, end) = (at, at + 1);
            while (start > 0 && at - start < Longest && IsLocal(text[start - 1]))
                start--;
            while (end < text.Length && end - at < 4 * Longest && IsDomain(text[end]))
                end++;
            while (end > at && text[end - 1] is '.' or '-')
                end--;
            var dot = text.AsSpan(at, end - at).LastIndexOf('.');
            if (start < at && dot > 1 && end - at - dot > 2)
                hits.Add(new Hit(paragraph, start, end, text[start..end], FindingKind.Email, "snabel-a mellem navn og domæne"));
        }
    }

    private static bool IsLocal(char c) => char.IsLetterOrDigit(c) || c is '.' or '_' or '-' or '+' or '%';

    private static bool IsDomain(char c) => char.IsLetterOrDigit(c) || c is '.' or '-';
}
