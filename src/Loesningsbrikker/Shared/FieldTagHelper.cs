using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Loesningsbrikker.Shared;

/// <summary>
/// <c>&lt;field for="Title" hint="…" /&gt;</c>: label, hint, error and input in the design system's markup, tied together
/// for screen readers. A select where <c>items</c> is given, a textarea where <c>rows</c> is given or the data type is
/// multiline text, a checkbox for a bool, otherwise an input of the type that the property asks for.
/// </summary>
[HtmlTargetElement("field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldTagHelper(IHtmlGenerator generator) : TagHelper
{
    /// <summary>The property.</summary>
    public ModelExpression For { get; set; } = null!;

    /// <summary>Help under the label; null for none.</summary>
    public string? Hint { get; set; }

    /// <summary>Choices; null for no select.</summary>
    public IEnumerable<SelectListItem>? Items { get; set; }

    /// <summary>First line of a select that stands for "none"; null when a choice is required.</summary>
    public string? Empty { get; set; }

    /// <summary>Lines of a textarea; 0 for none.</summary>
    public int Rows { get; set; }

    /// <summary>Type of the input, e.g. email; null to decide from the property.</summary>
    public string? Type { get; set; }

    /// <summary>The browser's autofill word; null for off.</summary>
    public string? Autocomplete { get; set; }

    /// <summary>Words offered while one types, any other text being as good; null for none.</summary>
    public IEnumerable<string>? Suggestions { get; set; }

    /// <summary>One of the widths of house.css: short, medium; null for full.</summary>
    public string? Width { get; set; }

    /// <summary>Given by the framework.</summary>
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    private string FullName => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    private string Id => TagBuilder.CreateSanitizedId(FullName, "_");

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var error = ViewContext.ModelState.TryGetValue(FullName, out var entry) ? entry.Errors.FirstOrDefault()?.ErrorMessage : null;
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", error is null ? "form-group" : "form-group form-error");
        if (For.ModelExplorer.ModelType == typeof(bool))
        {
            // The design system draws the box at the edge of this class.
            output.Attributes.SetAttribute("class", "form-group-checkbox");
            AddCheckbox(output.Content);
            return;
        }
        output.Content.AppendHtml(Part("label", "form-label", For.Metadata.GetDisplayName(), ("for", Id)));
        if (Hint is not null)
            output.Content.AppendHtml(Part("span", "form-hint", Hint, ("id", Id + "-hint")));
        if (error is not null)
            output.Content.AppendHtml(ErrorPart(error));
        output.Content.AppendHtml(Input(error));
        if (Suggestions is not null)
            output.Content.AppendHtml(SuggestionList(Suggestions));
    }

    private IHtmlContent Input(string? error)
    {
        var attributes = new Dictionary<string, object?> { ["class"] = "form-input" + (Width is null ? "" : " house-width-" + Width) };
        var described = string.Join(' ', new[] { Hint is null ? null : Id + "-hint", error is null ? null : Id + "-error" }.OfType<string>());
        if (described.Length > 0)
            attributes["aria-describedby"] = described;
        if (error is not null)
            attributes["aria-invalid"] = "true";
        if (For.Metadata.IsRequired && For.ModelExplorer.ModelType != typeof(bool))
            attributes["required"] = "required";
        if (Autocomplete is not null)
            attributes["autocomplete"] = Autocomplete;
        if (Suggestions is not null)
            attributes["list"] = Id + "-list";
        if (Items is not null)
            return Select(attributes);
        if (Rows > 0 || For.Metadata.DataTypeName == nameof(DataType.MultilineText))
            return generator.GenerateTextArea(ViewContext, For.ModelExplorer, For.Name, Rows > 0 ? Rows : 6, 0, attributes)!;
        AddTypeAndLength(attributes);
        return generator.GenerateTextBox(ViewContext, For.ModelExplorer, For.Name, ValueText(), format: null, attributes)!;
    }

    private IHtmlContent Select(Dictionary<string, object?> attributes)
    {
        attributes["class"] = "form-select" + (Width is null ? "" : " house-width-" + Width);
        var several = For.Metadata.IsEnumerableType;
        return generator.GenerateSelect(ViewContext, For.ModelExplorer, Empty, For.Name, Items, several, attributes)!;
    }

    private void AddTypeAndLength(Dictionary<string, object?> attributes)
    {
        var type = Nullable.GetUnderlyingType(For.ModelExplorer.ModelType) ?? For.ModelExplorer.ModelType;
        attributes["type"] = Type ?? (For.Metadata.DataTypeName, type) switch
        {
            (nameof(DataType.Password), _) => "password",
            (nameof(DataType.EmailAddress), _) => "email",
            (_, var t) when t == typeof(DateOnly) => "date",
            (_, var t) when t == typeof(int) => "number",
            _ => "text",
        };
        var longest = For.Metadata.ValidatorMetadata.OfType<StringLengthAttribute>().FirstOrDefault()?.MaximumLength
            ?? For.Metadata.ValidatorMetadata.OfType<MaxLengthAttribute>().FirstOrDefault()?.Length;
        if (longest is not null)
            attributes["maxlength"] = longest;
    }

    private string? ValueText()
    {
        // A password is typed anew; a date input only takes the ISO form, whatever the culture.
        if (For.Metadata.DataTypeName == nameof(DataType.Password))
            return "";
        return For.Model is DateOnly date ? date.ToString("O") : For.Model?.ToString();
    }

    private void AddCheckbox(TagHelperContent content)
    {
        var input = generator.GenerateCheckBox(ViewContext, For.ModelExplorer, For.Name, For.Model as bool?, new { @class = "form-checkbox", id = Id });
        content.AppendHtml(input!);
        content.AppendHtml(Part("label", "form-label", For.Metadata.GetDisplayName(), ("for", Id)));
        if (Hint is not null)
            content.AppendHtml(Part("span", "form-hint", Hint));
        content.AppendHtml($"<input type=\"hidden\" name=\"{FullName}\" value=\"false\">");
    }

    private TagBuilder SuggestionList(IEnumerable<string> suggestions)
    {
        var list = new TagBuilder("datalist");
        list.Attributes["id"] = Id + "-list";
        foreach (var suggestion in suggestions)
        {
            var option = new TagBuilder("option");
            option.Attributes["value"] = suggestion;
            list.InnerHtml.AppendHtml(option);
        }
        return list;
    }

    private TagBuilder ErrorPart(string error)
    {
        var part = Part("span", "form-error-message", "", ("id", Id + "-error"));
        part.InnerHtml.AppendHtml("<span class=\"sr-only\">Fejl: </span>").Append(error);
        return part;
    }

    private static TagBuilder Part(string tag, string cssClass, string text, params (string Name, string Value)[] attributes)
    {
        var part = new TagBuilder(tag);
        part.AddCssClass(cssClass);
        foreach (var (name, value) in attributes)
            part.Attributes[name] = value;
        part.InnerHtml.Append(text);
        return part;
    }
}
