using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Razor;

namespace Loesningsbrikker.Shared;

/// <summary>Finds views in the room of the controller: /Interviews/Views/Codings/Show.cshtml, then /Interviews/Views, then /Shared/Views.</summary>
public sealed class RoomViewLocations : IViewLocationExpander
{
    private const string Room = "room";

    /// <inheritdoc />
    public void PopulateValues(ViewLocationExpanderContext context)
    {
        if (context.ActionContext.ActionDescriptor is ControllerActionDescriptor action)
            context.Values[Room] = action.ControllerTypeInfo.Namespace!.Split('.')[1];
    }

    /// <inheritdoc />
    public IEnumerable<string> ExpandViewLocations(ViewLocationExpanderContext context, IEnumerable<string> viewLocations)
    {
        var room = context.Values.TryGetValue(Room, out var value) ? value : "Shared";
        return [$"/{room}/Views/{{1}}/{{0}}.cshtml", $"/{room}/Views/{{0}}.cshtml", "/Shared/Views/{0}.cshtml"];
    }
}
