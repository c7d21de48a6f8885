namespace Loesningsbrikker.Implementations;

/// <summary>The Danish words of implementation.</summary>
public static class ImplementationWords
{
    /// <summary>Nået, Delvist nået, Ikke nået.</summary>
    public static string ToDanish(this ImplementationOutcome outcome) => outcome switch
    {
        ImplementationOutcome.Achieved => "Nået",
        ImplementationOutcome.PartlyAchieved => "Delvist nået",
        ImplementationOutcome.NotAchieved => "Ikke nået",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };
}
