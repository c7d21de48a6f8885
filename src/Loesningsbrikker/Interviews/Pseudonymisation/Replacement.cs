using System.Text;

namespace Loesningsbrikker.Interviews.Pseudonymisation;

/// <summary>A stretch of a paragraph as it will be stored.</summary>
/// <param name="IsReplaced">It stands for something else.</param>
public readonly record struct Segment(string Text, bool IsReplaced);

/// <summary>Puts the replacements into the text.</summary>
public sealed class Replacement
{
    private readonly Dictionary<int, List<Span>> _byParagraph = [];

    private readonly record struct Span(int Start, int End, string Text);

    /// <param name="findings">What was found; those not used are left alone.</param>
    /// <param name="replacementOf">What stands for a finding.</param>
    public Replacement(IEnumerable<Finding> findings, Func<Finding, string> replacementOf)
    {
        foreach (var finding in findings.Where(f => f.Use))
        {
            var text = replacementOf(finding);
            var genitive = GenitiveOf(text);
            foreach (var place in finding.Places)
            {
                if (!_byParagraph.TryGetValue(place.Paragraph, out var spans))
                    _byParagraph[place.Paragraph] = spans = [];
                spans.Add(new Span(place.Start, place.End, place.IsGenitive ? genitive : text));
            }
        }
        foreach (var (paragraph, spans) in _byParagraph)
            _byParagraph[paragraph] = Merge(spans);
    }

    /// <summary>The paragraph as it will be stored.</summary>
    public string Apply(int paragraph, string text)
    {
        if (!_byParagraph.ContainsKey(paragraph))
            return text;
        var result = new StringBuilder(text.Length);
        foreach (var segment in Segments(paragraph, text))
            result.Append(segment.Text);
        return result.ToString();
    }

    /// <summary>Where a place in the paragraph lies once it is stored; one inside a replacement moves to its edge.</summary>
    /// <param name="offset">In UTF-16 code units from the paragraph's beginning.</param>
    /// <param name="atEnd">True for the end of a stretch, which then holds the whole replacement.</param>
    public int Map(int paragraph, int offset, bool atEnd)
    {
        var moved = 0;
        foreach (var span in _byParagraph.GetValueOrDefault(paragraph, []))
        {
            if (offset <= span.Start)
                break;
            if (offset < span.End)
                return span.Start + moved + (atEnd ? span.Text.Length : 0);
            moved += span.Text.Length - (span.End - span.Start);
        }
        return offset + moved;
    }

    /// <summary>The paragraph in stretches, so that the replaced ones can be marked.</summary>
    public IEnumerable<Segment> Segments(int paragraph, string text)
    {
        var at = 0;
        foreach (var span in _byParagraph.GetValueOrDefault(paragraph, []))
        {
            if (span.Start > at)
                yield return new Segment(text[at..span.Start], IsReplaced: false);
            yield return new Segment(span.Text, IsReplaced: true);
            at = span.End;
        }
        if (at < text.Length)
            yield return new Segment(text[at..], IsReplaced: false);
    }

    /// <summary>Danish genitive: -s, but an apostrophe after s, x and z, and "'s" after a digit (Retskrivningsordbogen § 13).</summary>
    public static string GenitiveOf(string word) => word.Length == 0 ? word : word[^1] switch
    {
        's' or 'x' or 'z' or 'S' or 'X' or 'Z' => word + "'",
        >= '0' and <= '9' => word + "'s",
        _ => word + "s",
    };

    /// <summary>In order. Where two overlap, all that either covers goes, and the longer one's replacement stands for it.</summary>
    private static List<Span> Merge(List<Span> spans)
    {
        spans.Sort((a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.End.CompareTo(a.End));
        var merged = new List<Span>(spans.Count);
        var longest = 0;
        foreach (var span in spans)
        {
            if (merged.Count == 0 || span.Start >= merged[^1].End)
            {
                merged.Add(span);
                longest = span.End - span.Start;
                continue;
            }
            var text = span.End - span.Start > longest ? span.Text : merged[^1].Text;
            longest = Math.Max(longest, span.End - span.Start);
            merged[^1] = new Span(merged[^1].Start, Math.Max(merged[^1].End, span.End), text);
        }
        return merged;
    }
}
