using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Loesningsbrikker.Meetings.Phone;

/// <summary>Renders a partial view to text, so that it can be kept and sent to many.</summary>
internal static class PartialText
{
    /// <summary>The markup; nothing in it may belong to the visitor who happened to ask.</summary>
    public static async Task<string> RenderAsync(Controller controller, string name, object model)
    {
        var found = controller.HttpContext.RequestServices.GetRequiredService<ICompositeViewEngine>().FindView(controller.ControllerContext, name, isMainPage: false);
        found.EnsureSuccessful(null);
        await using var text = new StringWriter();
        var data = new ViewDataDictionary(controller.MetadataProvider, new ModelStateDictionary()) { Model = model };
        await found.View!.RenderAsync(new ViewContext(controller.ControllerContext, found.View, data, controller.TempData, text, new HtmlHelperOptions()));
        return text.ToString();
    }
}
