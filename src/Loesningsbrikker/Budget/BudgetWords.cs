using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Budget;

/// <summary>The Danish words of the budget.</summary>
public static class BudgetWords
{
    /// <summary>What stands where there is no estimate; never 0.</summary>
    public const string NotCalculated = "Ikke beregnet";

    /// <summary>E.g. "2028 og 2029 er ikke beregnet".</summary>
    public static string NotCalculatedYears(IEnumerable<int> years) =>
        DanishText.List(years.Select(y => y.ToString(DanishText.Culture))) + " er ikke beregnet";

    /// <summary>Groft skøn, Beregnet, Kvalitetssikret.</summary>
    public static string ToDanish(this EstimateStatus status) => status switch
    {
        EstimateStatus.Rough => "Groft skøn",
        EstimateStatus.Calculated => "Beregnet",
        EstimateStatus.QualityAssured => "Kvalitetssikret",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>Ikke beregnet, Groft skøn, Beregnet, Kvalitetssikret.</summary>
    public static string ToDanish(this EstimateState state) => state switch
    {
        EstimateState.Missing => NotCalculated,
        EstimateState.Rough => EstimateStatus.Rough.ToDanish(),
        EstimateState.Calculated => EstimateStatus.Calculated.ToDanish(),
        _ => EstimateStatus.QualityAssured.ToDanish(),
    };

    /// <summary>What the status means, in one line.</summary>
    public static string Meaning(this EstimateStatus status) => status switch
    {
        EstimateStatus.Rough => "et hurtigt bud",
        EstimateStatus.Calculated => "regnet igennem",
        _ => "regnet igennem og set efter af en kollega",
    };

    /// <summary>Drift, Anlæg.</summary>
    public static string ToDanish(this CostKind kind) => kind == CostKind.Operating ? "Drift" : "Anlæg";

    /// <summary>Udgift, Indtægt.</summary>
    public static string ToDanish(this CostDirection direction) => direction == CostDirection.Expenditure ? "Udgift" : "Indtægt";
}
