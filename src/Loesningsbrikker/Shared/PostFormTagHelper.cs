using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Loesningsbrikker.Shared;

/// <summary>Gives every form with method="post" the antiforgery token and turns the browser's own (English) messages off.</summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class PostFormTagHelper(IHtmlGenerator generator) : TagHelper
{
    /// <summary>Given by the framework.</summary>
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.SetAttribute("novalidate", "novalidate");
        output.PostContent.AppendHtml(generator.GenerateAntiforgery(ViewContext)!);
    }
}
