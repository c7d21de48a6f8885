using Loesningsbrikker.Tests.Shared;

namespace Loesningsbrikker.Tests.Decisions;

/// <summary>The forms of the room, sent as a browser without scripts sends them.</summary>
public sealed partial class ChoiceCase
{
    /// <summary>Sends the form of a step with the piece's present version.</summary>
    public async Task<Page> StepAsync(Site site, int number, string step, params (string Name, string Value)[] fields)
    {
        var path = $"{city.Path}/solution-pieces/{number}/{step}";
        await site.GetAsync(path);
        return await site.PostAsync(path, [("Version", await VersionAsync(number)), .. fields]);
    }
}
