using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Loesningsbrikker.Dashboards;

/// <summary>
/// <c>&lt;status-words parts="…" process-id="…" /&gt;</c>: the paragraph, each number a link to its pieces. Written in code,
/// because a view would put spaces before the full stops.
/// </summary>
[HtmlTargetElement("status-words", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StatusWordsTagHelper : TagHelper
{
    /// <summary>The sentences.</summary>
    public IReadOnlyList<StatusPart> Parts { get; set; } = [];

    /// <summary>Key of the process.</summary>
    public long ProcessId { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "p";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "status-words");
        foreach (var part in Parts)
        {
            if (part.Query is null)
                output.Content.Append(part.Text);
            else
                output.Content.AppendHtml(LinkTo(part));
        }
    }

    private TagBuilder LinkTo(StatusPart part)
    {
        var link = new TagBuilder("a");
        link.Attributes["href"] = $"/dialogue-processes/{ProcessId}/solution-pieces{part.Query}";
        if (part.Urgent)
            link.AddCssClass("status-urgent");
        link.InnerHtml.Append(part.Text);
        return link;
    }
}
