using Loesningsbrikker.Accounts;
using Loesningsbrikker.Tests.Shared;

namespace Loesningsbrikker.Tests.Reminders;

public static class RemindersRoutes
{
    public static RouteRow[] Rows { get; } =
    [
        new("GET", "deliveries", Role.Administrator),
        new("POST", "deliveries/{id:long}/retry", Role.Administrator),
        new("POST", "deliveries/trial", Role.Administrator),
    ];
}
