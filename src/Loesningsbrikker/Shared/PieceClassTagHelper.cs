using Loesningsbrikker.SolutionPieces;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Loesningsbrikker.Shared;

/// <summary><c>&lt;piece-class of="…" /&gt;</c>: a class as shape and word, never colour alone.</summary>
[HtmlTargetElement("piece-class", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PieceClassTagHelper : TagHelper
{
    /// <summary>The class.</summary>
    public PieceClass Of { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "piece-class piece-class-" + Of.ToString().ToLowerInvariant());
        output.Content.SetHtmlContent("<span class=\"piece-shape\" aria-hidden=\"true\"></span>").Append(Of.ToDanish());
    }
}
