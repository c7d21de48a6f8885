using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Decisions;

/// <summary>The Danish words of decisions and designations.</summary>
public static class DecisionWords
{
    /// <summary>Forvaltningen, Fagudvalget, Økonomiudvalget, Kommunalbestyrelsen.</summary>
    public static string ToDanish(this DecisionBody body) => body switch
    {
        DecisionBody.Department => "Forvaltningen",
        DecisionBody.Committee => "Fagudvalget",
        DecisionBody.FinanceCommittee => "Økonomiudvalget",
        DecisionBody.Council => "Kommunalbestyrelsen",
        _ => throw new ArgumentOutOfRangeException(nameof(body)),
    };

    /// <summary>Indstiller, Afgør.</summary>
    public static string ToDanish(this DecisionStanding standing) => standing == DecisionStanding.Recommends ? "Indstiller" : "Afgør";

    /// <summary>Vedtaget, Delvist vedtaget …</summary>
    public static string ToDanish(this DecisionOutcome outcome) => outcome switch
    {
        DecisionOutcome.Adopted => "Vedtaget",
        DecisionOutcome.PartlyAdopted => "Delvist vedtaget",
        DecisionOutcome.Rejected => "Ikke vedtaget",
        DecisionOutcome.Postponed => "Udsat",
        DecisionOutcome.SentToBudget => "Oversendt til budget",
        DecisionOutcome.Noted => "Taget til efterretning",
        DecisionOutcome.SentBack => "Sendt tilbage",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    /// <summary>Udpeget, Ikke udpeget.</summary>
    public static string ToDanish(this DesignationChoice choice) => choice == DesignationChoice.Designated ? "Udpeget" : "Ikke udpeget";

    /// <summary>Whether those who took part are owed a reason.</summary>
    public static bool NeedsReason(this DecisionOutcome outcome) =>
        outcome is DecisionOutcome.PartlyAdopted or DecisionOutcome.Rejected or DecisionOutcome.Postponed or DecisionOutcome.SentBack;

    /// <summary>E.g. "Økonomiudvalget indstillede 10. september 2025: Vedtaget. Sag 00.30.00-S00-1-25."</summary>
    public static string Sentence(this Decision decision)
    {
        var verb = decision.Standing == DecisionStanding.Recommends ? "indstillede" : "afgjorde";
        var caseNumber = decision.CaseNumber.Length > 0 ? $" Sag {decision.CaseNumber}." : "";
        return $"{decision.Body.ToDanish()} {verb} {DanishText.Date(decision.DecidedOn)}: {decision.Outcome.ToDanish()}.{caseNumber}";
    }
}
