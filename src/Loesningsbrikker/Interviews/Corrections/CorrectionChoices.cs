using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Interviews.Corrections;

/// <summary>Holds what the user chose against what a correction does: nothing moves or comes loose without having been seen.</summary>
internal static class CorrectionChoices
{
    /// <summary>Says which passages are to be chosen about, and how each is carried, so that the answer is known to fit the question.</summary>
    public static string Fingerprint(IEnumerable<PlannedPassage> planned) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join(' ', planned.Where(p => p.Carried.Carry != PassageCarry.Unchanged).Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Id}:{p.Carried.Carry}")).Order(StringComparer.Ordinal)))));

    /// <exception cref="RuleException">The informant cannot have approved the text on that day.</exception>
    public static void EnsureApprovedByNow(CorrectionForm form, DateOnly today)
    {
        if (form.ApprovedOn is { } date && (date > today || date.Year < 2000))
            throw new RuleException("Datoen for godkendelsen kan ikke ligge ude i fremtiden eller før 2000.", nameof(form.ApprovedOn));
    }

    /// <exception cref="RuleException">The reason is missing, something is not chosen, or a colleague marked something meanwhile.</exception>
    public static void Ensure(CorrectionForm form, IReadOnlyList<PlannedPassage> planned)
    {
        if (string.IsNullOrWhiteSpace(form.Reason))
            throw new RuleException("Skriv kort, hvorfor teksten rettes.", nameof(form.Reason));
        if (form.Seen != Fingerprint(planned))
            throw new RuleException("En kollega har markeret eller fjernet uddrag, mens du så på siden. Se listerne igennem igen.");
        var missing = planned.Count(p => p.AsksForChoice && form.ChoiceFor(p.Id) is null);
        if (missing > 0)
            throw new RuleException($"Vælg, hvad der skal ske med {DanishText.Count(missing, "uddrag", "uddrag")} med ændrede ord.", nameof(form.ForAll));
        if (!form.LetLoose && planned.Any(p => p.Carried.Carry == PassageCarry.Loosened))
            throw new RuleException("Sæt kryds ved, at du har set de uddrag, der bliver løsrevet.", nameof(form.LetLoose));
    }

    /// <summary>How a passage is carried once the user has chosen.</summary>
    public static PassageCarry After(CorrectionForm form, PlannedPassage planned) =>
        planned.AsksForChoice && form.ChoiceFor(planned.Id) == CarryChoice.Loosen ? PassageCarry.Loosened : planned.Carried.Carry;
}
