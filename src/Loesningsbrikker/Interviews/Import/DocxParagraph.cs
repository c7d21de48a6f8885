using System.Text;

namespace Loesningsbrikker.Interviews.Import;

/// <summary>A paragraph that is being read.</summary>
/// <param name="place">Its place among the paragraphs of the document.</param>
/// <param name="text">What a former paragraph runs on with; empty otherwise.</param>
internal sealed class DocxParagraph(int place, StringBuilder text)
{
    public int Place { get; } = place;

    public StringBuilder Text { get; } = text;

    /// <summary>True between the tags of its properties.</summary>
    public bool InProperties { get; set; }

    public bool IsListItem { get; set; }

    public string Style { get; set; } = "";

    /// <summary>True when its end was deleted, so that the next paragraph continues it.</summary>
    public bool RunsOn { get; set; }

    /// <summary>The text, with a bullet when it stands in a list. A numbered heading is no list.</summary>
    public override string ToString()
    {
        var words = Text.ToString();
        var isHeading = Style.StartsWith("Heading", StringComparison.OrdinalIgnoreCase) || Style.StartsWith("Overskrift", StringComparison.OrdinalIgnoreCase);
        var isList = IsListItem || Style.StartsWith("ListBullet", StringComparison.Ordinal) || Style.StartsWith("Opstilling", StringComparison.Ordinal);
        return isList && !isHeading && !string.IsNullOrWhiteSpace(words) ? Bullets.Mark + words.TrimStart() : words;
    }
}
