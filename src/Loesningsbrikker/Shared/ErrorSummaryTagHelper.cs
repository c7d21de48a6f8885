using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Loesningsbrikker.Shared;

/// <summary><c>&lt;error-summary /&gt;</c>: what is wrong with the form, each line a link to its field. Stands first in every form.</summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTagHelper : TagHelper
{
    /// <summary>Given by the framework.</summary>
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var errors = ViewContext.ModelState
            .SelectMany(field => field.Value!.Errors.Select(error => (field.Key, error.ErrorMessage)))
            .ToList();
        if (errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "alert alert-error house-errors");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        var list = new TagBuilder("ul");
        list.AddCssClass("nobullet-list");
        foreach (var (key, message) in errors)
            list.InnerHtml.AppendHtml(Line(key, message));
        var body = new TagBuilder("div");
        body.AddCssClass("alert-body");
        body.InnerHtml.AppendHtml("<h2 class=\"alert-heading\">Det skal rettes først</h2>");
        body.InnerHtml.AppendHtml(list);
        output.Content.SetHtmlContent(body);
    }

    private static TagBuilder Line(string key, string message)
    {
        var line = new TagBuilder("li");
        if (key.Length == 0)
        {
            line.InnerHtml.Append(message);
            return line;
        }
        var link = new TagBuilder("a");
        link.Attributes["href"] = "#" + TagBuilder.CreateSanitizedId(key, "_");
        link.InnerHtml.Append(message);
        line.InnerHtml.AppendHtml(link);
        return line;
    }
}
