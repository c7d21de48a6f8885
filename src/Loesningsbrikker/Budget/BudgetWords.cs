namespace Loesningsbrikker.Budget;

/// <summary>The Danish words of the budget.</summary>
public static class BudgetWords
{
    /// <summary>What stands where there is no estimate; never 0.</summary>
    public const string NotCalculated = "Ikke beregnet";

    /// <summary>Groft skøn, Beregnet, Kvalitetssikret.</summary>
    public static string ToDanish(this EstimateStatus status) => status switch
    {
        EstimateStatus.Rough => "Groft skøn",
        EstimateStatus.Calculated => "Beregnet",
        EstimateStatus.QualityAssured => "Kvalitetssikret",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>Drift, Anlæg.</summary>
    public static string ToDanish(this CostKind kind) => kind == CostKind.Operating ? "Drift" : "Anlæg";

    /// <summary>Udgift, Indtægt.</summary>
    public static string ToDanish(this CostDirection direction) => direction == CostDirection.Expenditure ? "Udgift" : "Indtægt";
}
