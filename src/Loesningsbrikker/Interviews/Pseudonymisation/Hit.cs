namespace Loesningsbrikker.Interviews.Pseudonymisation;

/// <summary>One place where something was found.</summary>
/// <param name="Paragraph">Index of the paragraph.</param>
/// <param name="Start">First UTF-16 code unit.</param>
/// <param name="End">The first code unit after it, genitive ending included.</param>
/// <param name="Base">What is shown and grouped by: as written, without genitive ending.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Reason">Why, in Danish.</param>
internal sealed record Hit(int Paragraph, int Start, int End, string Base, FindingKind Kind, string Reason)
{
    /// <summary>True when a genitive ending is part of it.</summary>
    public bool IsGenitive { get; init; }

    /// <summary>Whether it is replaced unless the user says otherwise.</summary>
    public bool Use { get; init; } = true;
}
