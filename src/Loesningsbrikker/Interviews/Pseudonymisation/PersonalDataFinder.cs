namespace Loesningsbrikker.Interviews.Pseudonymisation;

/// <summary>Finds names, CPR numbers, phone numbers, e-mail addresses and streets in a text, in time linear in its length.</summary>
public static class PersonalDataFinder
{
    private static readonly Comparer<Hit> ByStart = Comparer<Hit>.Create((a, b) => a.Start.CompareTo(b.Start));

    /// <summary>What stands in the paragraphs, each form once with all its places.</summary>
    public static PersonalData Find(IReadOnlyList<ParagraphText> paragraphs, KnownNames known)
    {
        var names = new NameFinder(known);
        var hits = new List<Hit>();
        var words = new List<Word>();
        for (var i = 0; i < paragraphs.Count; i++)
        {
            var text = paragraphs[i].Text;
            var before = hits.Count;
            words.Clear();
            WordScanner.Scan(text, words);
            NumberFinder.Find(text, i, hits);
            EmailFinder.Find(text, i, hits);
            AddressFinder.Find(text, i, words, known.IsPlace, hits);
            // Numbers, addresses and e-mails come in an order of their own each.
            hits.Sort(before, hits.Count - before, ByStart);
            names.Add(text, words, hits[before..]);
        }
        hits.AddRange(names.Find());
        return Gather(hits, known);
    }

    /// <summary>Every place where a word stands as a whole word, with or without genitive ending; upper and lower case are the same.</summary>
    public static List<FoundAt> PlacesOf(IReadOnlyList<ParagraphText> paragraphs, string wanted)
    {
        var places = new List<FoundAt>();
        for (var i = 0; i < paragraphs.Count; i++)
        {
            var text = paragraphs[i].Text;
            for (var at = 0; (at = text.IndexOf(wanted, at, StringComparison.OrdinalIgnoreCase)) >= 0; at += wanted.Length)
                if ((at == 0 || !char.IsLetterOrDigit(text[at - 1]) || !char.IsLetterOrDigit(wanted[0])) && EndOf(text, at + wanted.Length) is var end and > 0)
                    places.Add(new FoundAt(i, at, end - at, end > at + wanted.Length));
        }
        return places;
    }

    /// <summary>Where the word ends that begins like the wanted one, its genitive ending included; 0 when it goes on otherwise.</summary>
    private static int EndOf(string text, int end)
    {
        foreach (var ending in (ReadOnlySpan<string>)["", "s", "'s", "’s"])
            if (text.AsSpan(end).StartsWith(ending) && !NumberFinder.GoesOn(text, end + ending.Length)
                && !(ending.Length == 0 && text.AsSpan(end) is ['\'' or '’', 's', ..] && !NumberFinder.GoesOn(text, end + 2)))
                return end + ending.Length;
        return 0;
    }

    private static PersonalData Gather(List<Hit> hits, KnownNames known)
    {
        hits.Sort((a, b) => a.Paragraph != b.Paragraph ? a.Paragraph.CompareTo(b.Paragraph) : a.Start.CompareTo(b.Start));
        var people = new People(known, [.. hits.Where(h => h.Kind == FindingKind.Name).Select(h => h.Base)]);
        var found = new Dictionary<(FindingKind, string), Finding>();
        foreach (var hit in hits)
        {
            var key = (hit.Kind, hit.Base.ToUpperInvariant());
            if (!found.TryGetValue(key, out var finding))
                found[key] = finding = Begin(hit, people);
            finding.Places.Add(new FoundAt(hit.Paragraph, hit.Start, hit.End - hit.Start, hit.IsGenitive));
        }
        return new PersonalData([.. found.Values], people.All);
    }

    private static Finding Begin(Hit hit, People people)
    {
        var (person, remark) = hit.Kind == FindingKind.Name ? people.Of(hit.Base) : (0, "");
        return new Finding
        {
            Kind = hit.Kind, Text = hit.Base, Reason = remark.Length > 0 ? $"{hit.Reason}; {remark}" : hit.Reason, Use = hit.Use,
            Person = hit.Kind == FindingKind.Name ? person : null,
        };
    }
}
