using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Loesningsbrikker.Dashboards;

/// <summary><c>&lt;svg-text x="…" y="…"&gt;</c>: SVG's element text, whose own name the view language keeps for itself.</summary>
[HtmlTargetElement("svg-text")]
public sealed class SvgTextTagHelper : TagHelper
{
    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output) => output.TagName = "text";
}
