using System.ComponentModel.DataAnnotations;
using Loesningsbrikker.Interviews.Import;
using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Interviews.Corrections;

/// <summary>What the page "Giv uddraget et sted" sends: one of the places offered, or the words themselves.</summary>
public sealed class PlacementForm
{
    /// <summary>Number of the text that the places count in.</summary>
    public int BasedOnVersion { get; set; }

    /// <summary>The passage's version that the user saw.</summary>
    public Guid Version { get; set; }

    /// <summary>A place as one radio button sends it: start-end, or empty for the words.</summary>
    [Display(Name = "Stedet")]
    public string? Place { get; set; }

    /// <summary>The words that the passage is to stand on, as they stand in the text.</summary>
    [Display(Name = "Eller skriv de ord, uddraget skal stå på"), MaxLength(PassageRange.MaxLengthUtf16, ErrorMessage = "Uddraget må højst fylde 20.000 tegn.")]
    public string? Words { get; set; }
}

/// <summary>A place that is offered.</summary>
/// <param name="Paragraph">Number of the paragraph where it begins.</param>
/// <param name="IsExact">Whether the passage's old words stand there.</param>
public sealed record PlaceOffer(int StartUtf16, int EndUtf16, int Paragraph, string Speaker, string Words, bool IsExact);

/// <summary>A passage that is to be placed, and where.</summary>
/// <param name="LooseSinceUtc">When it came loose, in UTC; null when it has its place.</param>
internal sealed record PlacementPage(
    int Number, long PassageId, Guid PassageVersion, string Quote, string Note, DateTime? LooseSinceUtc, int NewestVersion, IReadOnlyList<PlaceOffer> Offers)
{
    private const int MostExact = 10;
    private const int Nearby = 3;

    /// <summary>Reads it with the newest text.</summary>
    /// <exception cref="NotFoundException">The interview has no such passage.</exception>
    public static async Task<(PlacementPage Page, CorrectionBase Newest)> ReadAsync(LoesningsbrikkerContext db, long processId, int number, long passageId)
    {
        var passage = await db.Passages.AsNoTracking().FirstOrDefaultAsync(p => p.Id == passageId && p.ProcessId == processId
            && db.Transcripts.Any(t => t.Id == p.TranscriptId && db.Interviews.Any(i => i.Id == t.InterviewId && i.Number == number))) ?? throw new NotFoundException();
        var newest = await CorrectionBase.ReadAsync(db, processId, number);
        var offers = passage.LooseSinceUtc is null ? [] : await OffersAsync(db, passage, newest);
        return (new PlacementPage(number, passage.Id, passage.Version, passage.Quote, passage.Note, passage.LooseSinceUtc, newest.VersionNumber, offers), newest);
    }

    /// <summary>The stretch that was chosen, cut from the newest text.</summary>
    /// <exception cref="RuleException">Nothing was chosen, or the words stand nowhere or in several places.</exception>
    public static PassageRange Chosen(PlacementForm form, string text)
    {
        if (!string.IsNullOrWhiteSpace(form.Words))
            return Found(CanonicalText.Clean(form.Words).Trim(), text);
        var parts = (form.Place ?? "").Split('-');
        if (parts.Length != 2 || !int.TryParse(parts[0], out var start) || !int.TryParse(parts[1], out var end) || start < 0 || end <= start || end > text.Length)
            throw new RuleException("Vælg et sted, eller skriv de ord, uddraget skal stå på.", nameof(form.Words));
        return PassageRange.Cut(text, 0, start, end, text[start..end]);
    }

    private static PassageRange Found(string words, string text)
    {
        if (words.Length == 0)
            throw new RuleException("Skriv de ord, uddraget skal stå på.", nameof(PlacementForm.Words));
        var first = text.IndexOf(words, StringComparison.Ordinal);
        if (first < 0)
            throw new RuleException("Ordene står ikke sådan i teksten. Kopiér dem, præcis som de står.", nameof(PlacementForm.Words));
        if (text.IndexOf(words, first + 1, StringComparison.Ordinal) >= 0)
            throw new RuleException("Ordene står flere steder i teksten. Tag nogle flere ord med.", nameof(PlacementForm.Words));
        return PassageRange.Cut(text, 0, first, first + words.Length, words);
    }

    /// <summary>Where the old words stand, and the paragraphs where they would stand by the order of the text.</summary>
    private static async Task<IReadOnlyList<PlaceOffer>> OffersAsync(LoesningsbrikkerContext db, Passage passage, CorrectionBase newest)
    {
        var index = new ParagraphIndex(newest.Paragraphs);
        var offers = new List<PlaceOffer>();
        for (var at = index.Text.IndexOf(passage.Quote, StringComparison.Ordinal); at >= 0 && offers.Count < MostExact; at = index.Text.IndexOf(passage.Quote, at + 1, StringComparison.Ordinal))
            offers.Add(new PlaceOffer(at, at + passage.Quote.Length, index.At(at) + 1, index.Paragraphs[index.At(at)].Speaker, passage.Quote, IsExact: true));
        var old = await db.TranscriptParagraphs.Where(p => p.TranscriptId == passage.TranscriptId).OrderBy(p => p.StartUtf16).Select(p => p.Text).ToListAsync();
        var place = new TextMap(TranscriptText.Join(old), index.Text).Nearest(passage.StartUtf16);
        var middle = index.At(Math.Min(place, index.Text.Length));
        for (var i = Math.Max(0, middle - Nearby); i <= Math.Min(index.Paragraphs.Count - 1, middle + Nearby); i++)
            if (!offers.Exists(o => o.StartUtf16 == index.StartOf(i) && o.EndUtf16 == index.EndOf(i)))
                offers.Add(new PlaceOffer(index.StartOf(i), index.EndOf(i), i + 1, index.Paragraphs[i].Speaker, index.Paragraphs[i].Text, IsExact: false));
        return offers;
    }
}
