using Loesningsbrikker.Accounts;

namespace Loesningsbrikker.Tests.Shared;

/// <summary>
/// One line of the route × role table. Each room lists its routes in a static class named …Routes with a property
/// <c>Rows</c>; a route that stands in no table fails the test.
/// </summary>
/// <param name="Method">GET, POST, PUT or DELETE.</param>
/// <param name="Pattern">The route template as written in the controller, e.g. dialogue-processes/{processId}/interviews.</param>
/// <param name="Allowed">Roles that get in as members of the process; the others get 403.</param>
public sealed record RouteRow(string Method, string Pattern, params Role[] Allowed)
{
    /// <summary>True when nobody need be signed in.</summary>
    public bool IsAnonymous { get; init; }

    /// <summary>An address that exists in the sample municipality for pages with more than {processId} and {number}; null when those two suffice.</summary>
    public string? Sample { get; init; }

    /// <summary>True for a page that is gone (404) as soon as there is a user, as in the sample municipality.</summary>
    public bool OnlyInAnEmptySystem { get; init; }

    /// <summary>A route that anybody may call.</summary>
    public static RouteRow Anonymous(string method, string pattern) => new(method, pattern) { IsAnonymous = true };
}
