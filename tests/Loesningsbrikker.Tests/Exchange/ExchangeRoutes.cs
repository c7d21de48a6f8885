using Loesningsbrikker.Accounts;
using Loesningsbrikker.Tests.Shared;

namespace Loesningsbrikker.Tests.Exchange;

public static class ExchangeRoutes
{
    private const string Exchange = "dialogue-processes/{processId}/exchange";
    private const string Import = Exchange + "/imports/{id:long}";
    private const string ImportSample = Exchange + "/imports/{projectDraftId}";

    // A leader reads testimony only where the process allows it; the sample process does.
    public static RouteRow[] Rows { get; } =
    [
        new("GET", Exchange, Role.Consultant, Role.Leader),
        new("GET", Exchange + "/project", Role.Consultant, Role.Leader),
        new("GET", Exchange + "/codebook", Role.Consultant, Role.Leader),
        new("GET", Exchange + "/passages", Role.Consultant, Role.Leader),
        new("GET", Exchange + "/passages/workbook", Role.Consultant, Role.Leader),
        new("GET", Exchange + "/passages/csv", Role.Consultant, Role.Leader),
        new("POST", Exchange + "/imports", Role.Consultant),
        new("GET", Import, Role.Consultant) { Sample = ImportSample },
        new("POST", Import, Role.Consultant) { Sample = ImportSample },
        new("POST", Import + "/confirmation", Role.Consultant) { Sample = ImportSample + "/confirmation" },
        new("POST", Import + "/delete", Role.Consultant) { Sample = ImportSample + "/delete" },
    ];
}
