namespace Loesningsbrikker.Tests.Shared;

public static class SharedRoutes
{
    public static RouteRow[] Rows { get; } =
    [
        RouteRow.Anonymous("GET", "error/{status}") with { Sample = "error/409" },
        RouteRow.Anonymous("GET", "health"),
    ];
}
