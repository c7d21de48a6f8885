using Loesningsbrikker.Interviews;

namespace Loesningsbrikker.SolutionPieces;

/// <summary>The words around a passage as a reader wants them: those of its own paragraph, and none cut in half.</summary>
public static class PassageContext
{
    /// <summary>The words before, with an ellipsis where the paragraph began earlier.</summary>
    public static string Before(string prefix)
    {
        var paragraph = prefix.LastIndexOf('\n');
        if (paragraph >= 0)
            return prefix[(paragraph + 1)..];
        return prefix.Length < Passage.ContextUtf16 ? prefix : "…" + prefix[Math.Max(0, prefix.IndexOf(' '))..];
    }

    /// <summary>The words after, with an ellipsis where the paragraph goes on.</summary>
    public static string After(string suffix)
    {
        var paragraph = suffix.IndexOf('\n');
        if (paragraph >= 0)
            return suffix[..paragraph];
        var space = suffix.LastIndexOf(' ');
        return suffix.Length < Passage.ContextUtf16 ? suffix : (space < 0 ? suffix : suffix[..(space + 1)]) + "…";
    }
}
