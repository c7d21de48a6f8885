using Loesningsbrikker.Shared;

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

    /// <summary>What an outcome means, in one line.</summary>
    public static string Meaning(this ImplementationOutcome outcome) => outcome switch
    {
        ImplementationOutcome.Achieved => "det, brikken foreslog, er på plads",
        ImplementationOutcome.PartlyAchieved => "noget er på plads, resten bliver ikke til noget nu",
        _ => "det blev ikke til noget",
    };

    /// <summary>Role and person, e.g. "Skolechef, Karen Chef"; "Ikke aftalt" when there is neither.</summary>
    /// <param name="role">Empty while nobody has said.</param>
    /// <param name="person">Null when it is nobody with an account.</param>
    public static string Responsible(string role, string? person) => (role.Length, person) switch
    {
        (0, null) => "Ikke aftalt",
        (0, _) => person,
        (_, null) => role,
        _ => $"{role}, {person}",
    };

    /// <summary>A deadline, or that none is agreed.</summary>
    public static string Due(DateOnly? dueOn) => dueOn is { } due ? DanishText.Date(due) : "Ingen frist aftalt";

    /// <summary>Roles that are often responsible, offered while one writes.</summary>
    public static IReadOnlyList<string> UsualRoles { get; } =
        ["Institutionsleder", "Skoleleder", "Skolechef", "Dagtilbudschef", "Pædagogisk leder", "Ejendomschef", "MED-udvalget"];
}
