namespace Loesningsbrikker.Shared;

/// <summary>A broken rule, told as one Danish sentence that the user reads (status 400).</summary>
/// <param name="sentence">What is wrong and what to do, in plain Danish.</param>
/// <param name="field">Name of the form field the sentence belongs to; null when it concerns the whole form.</param>
public class RuleException(string sentence, string? field = null) : Exception(sentence)
{
    /// <summary>Name of the form field the sentence belongs to; null when it concerns the whole form.</summary>
    public string? Field { get; } = field;
}

/// <summary>What was asked for does not exist, or the user may not know that it does (status 404).</summary>
public sealed class NotFoundException() : RuleException("Siden findes ikke, eller du har ikke adgang til den.");

/// <summary>Somebody else changed the same thing first (status 409). What the loser typed is shown again.</summary>
public sealed class ConflictException(string sentence) : RuleException(sentence);
