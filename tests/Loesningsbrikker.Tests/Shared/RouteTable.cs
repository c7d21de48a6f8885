using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Loesningsbrikker.Tests.Shared;

/// <summary>The rooms' route × role tables put together, and the routes that the Host really has.</summary>
public static partial class RouteTable
{
    /// <summary>The rows of every static class named …Routes.</summary>
    public static IReadOnlyList<RouteRow> Rows { get; } =
    [
        .. typeof(RouteTable).Assembly.GetTypes()
            .Where(t => t.IsAbstract && t.IsSealed && t.Name.EndsWith("Routes", StringComparison.Ordinal))
            .OrderBy(t => t.FullName, StringComparer.Ordinal)
            .SelectMany(t => (RouteRow[])t.GetProperty("Rows", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!),
    ];

    /// <summary>Every route of the Host with its name, e.g. "GET dialogue-processes/{processId}/interviews".</summary>
    public static IReadOnlyDictionary<string, RouteEndpoint> RoutesOf(TestHost host) =>
        host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(e => (e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(m => (Name: NameOf(m, e.RoutePattern.RawText ?? ""), Route: e)))
            .ToDictionary(r => r.Name, r => r.Route);

    /// <summary>What a row is called: constraints like {id:long} are left out.</summary>
    public static string NameOf(RouteRow row) => NameOf(row.Method, row.Pattern);

    /// <summary>Names that stand on one side only, each with what is wrong.</summary>
    public static IEnumerable<string> Differences(IEnumerable<string> routes, IEnumerable<RouteRow> rows)
    {
        var named = rows.Select(NameOf).ToList();
        var existing = routes.ToHashSet();
        return existing.Except(named).Select(r => "not in any table: " + r)
            .Concat(named.Except(existing).Select(r => "no such route: " + r))
            .Concat(named.GroupBy(n => n).Where(g => g.Count() > 1).Select(g => "twice in the tables: " + g.Key));
    }

    private static string NameOf(string method, string pattern) => $"{method} {Constraint().Replace(pattern.Trim('/'), "")}";

    [GeneratedRegex("(?<=\\{\\w+)[:?=][^}]*(?=\\})", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Constraint();
}
