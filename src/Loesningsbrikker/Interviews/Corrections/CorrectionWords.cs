using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Interviews.Corrections;

/// <summary>The Danish words of corrections.</summary>
public static class CorrectionWords
{
    /// <summary>What is said when a corrected text was stored.</summary>
    public static string Confirmation(TranscriptCorrection correction) => "Den rettede tekst er gemt. " + Outcome(correction);

    /// <summary>What became of what was marked, in sentences.</summary>
    public static string Outcome(TranscriptCorrection correction)
    {
        var marked = correction.PassagesUnchanged + correction.PassagesChanged + correction.PassagesLoosened;
        if (marked == 0)
            return "Der var ikke markeret noget i teksten." + Sections(correction);
        var parts = new List<string> { DanishText.Count(correction.PassagesUnchanged, "uddrag fulgte uændret med", "uddrag fulgte uændret med") };
        if (correction.PassagesChanged > 0)
            parts.Add($"{DanishText.Count(correction.PassagesChanged, "fik", "fik")} nye ord eller et nyt sted");
        if (correction.PassagesLoosened > 0)
            parts.Add($"{DanishText.Count(correction.PassagesLoosened, "blev løsrevet", "blev løsrevet")}");
        return DanishText.List(parts) + "."
            + (correction.QuotationsWithdrawn == 0 ? "" : $" {DanishText.Count(correction.QuotationsWithdrawn, "frigivet citat", "frigivne citater")} mistede frigivelsen.")
            + Sections(correction);
    }

    /// <summary>Word for how a passage came to the next text.</summary>
    public static string ToDanish(this PassageCarry carry) => carry switch
    {
        PassageCarry.Unchanged => "fulgte uændret med",
        PassageCarry.Reworded => "fik nye ord",
        PassageCarry.Relocated => "blev flyttet",
        PassageCarry.Loosened => "blev løsrevet",
        _ => throw new ArgumentOutOfRangeException(nameof(carry)),
    };

    private static string Sections(TranscriptCorrection correction) => correction.SectionsLost == 0
        ? ""
        : $" {DanishText.Count(correction.SectionsLost, "afsnit, der var knyttet til et spørgsmål, har", "afsnit, der var knyttet til spørgsmål, har")} ikke længere et sted.";
}
