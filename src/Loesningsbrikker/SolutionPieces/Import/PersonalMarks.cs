using Loesningsbrikker.Interviews.Pseudonymisation;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.SolutionPieces.Import;

/// <summary>
/// What must not stand in a piece that many read. A CPR number is never needed and is replaced; a phone number or an address for mail
/// may be a school's own, so that it is only pointed out.
/// </summary>
internal static class PersonalMarks
{
    private const string CprWord = "[CPR-nummer]";

    /// <summary>The values without CPR numbers, and what was done and found, as Danish sentences.</summary>
    public static (RowValues Values, IReadOnlyList<string> Remarks) Clean(RowValues values)
    {
        var (contacts, replaced) = (new List<string>(), 0);
        string Cleaned(string text)
        {
            var hits = new List<Hit>();
            NumberFinder.Find(text, 0, hits);
            EmailFinder.Find(text, 0, hits);
            contacts.AddRange(hits.Where(h => h.Kind != FindingKind.Cpr).Select(h => h.Base));
            foreach (var hit in hits.Where(h => h.Kind == FindingKind.Cpr).OrderByDescending(h => h.Start))
            {
                text = text[..hit.Start] + CprWord + text[hit.End..];
                replaced++;
            }
            return text;
        }
        var clean = values with
        {
            Number = Cleaned(values.Number), Title = Cleaned(values.Title), Description = Cleaned(values.Description), Reason = Cleaned(values.Reason),
            Notes = Cleaned(values.Notes), Responsible = Cleaned(values.Responsible),
        };
        var remarks = new List<string>();
        if (replaced > 0)
            remarks.Add($"{DanishText.Count(replaced, "CPR-nummer er", "CPR-numre er")} erstattet med {CprWord}.");
        if (contacts.Count > 0)
            remarks.Add($"Teksten nævner {DanishText.List(contacts.Distinct().Select(c => $"»{c}«"))}. Er det en persons, så fjern det: mange kan læse brikken.");
        return (clean, remarks);
    }
}
