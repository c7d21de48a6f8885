using Loesningsbrikker.Shared;

namespace Loesningsbrikker.SolutionPieces.Import;

/// <summary>
/// The groups of three letters in a text, each word padded as PostgreSQL's pg_trgm does (two spaces before, one after), so that compound
/// words resemble what they are made of.
/// </summary>
internal sealed class Trigrams
{
    private const int LongestText = 2_000;
    private const int Handful = 5;

    private readonly long[] _grams;

    private Trigrams(long[] grams) => _grams = grams;

    /// <summary>How many different ones there are.</summary>
    public int Count => _grams.Length;

    /// <summary>The trigrams of a text; of a long one, of its beginning.</summary>
    public static Trigrams Of(string text)
    {
        var grams = new HashSet<long>();
        foreach (var word in Words.Plain(text.Length > LongestText ? text[..LongestText] : text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var padded = $"  {word} ";
            for (var i = 0; i + 3 <= padded.Length; i++)
                grams.Add(((long)padded[i] << 32) | ((long)padded[i + 1] << 16) | padded[i + 2]);
        }
        return new Trigrams([.. grams.Order()]);
    }

    /// <summary>Those that hardly any of the others have: what stands in every description of a table makes none of them alike.</summary>
    /// <param name="common">Trigrams that do not count.</param>
    public Trigrams Without(IReadOnlySet<long> common) => new([.. _grams.Where(g => !common.Contains(g))]);

    /// <summary>The trigrams that more than a tenth of the texts have, and more than a handful.</summary>
    public static HashSet<long> Common(IReadOnlyCollection<Trigrams> texts)
    {
        var most = Math.Max(Handful, texts.Count / 10);
        return [.. texts.SelectMany(t => t._grams).GroupBy(g => g).Where(g => g.Count() > most).Select(g => g.Key)];
    }

    /// <summary>Shared trigrams over all of both, 0 to 1; 0 when one has none.</summary>
    /// <param name="least">Nothing less is of interest; then the answer may be 0.</param>
    public double Similarity(Trigrams other, double least = 0)
    {
        var (small, large) = Count < other.Count ? (_grams, other._grams) : (other._grams, _grams);
        // However many are shared, it cannot become more than this.
        if (small.Length == 0 || small.Length < least * large.Length)
            return 0;
        int shared = 0, i = 0, j = 0;
        while (i < small.Length && j < large.Length)
        {
            var (a, b) = (small[i], large[j]);
            if (a == b)
                shared++;
            i += a <= b ? 1 : 0;
            j += b <= a ? 1 : 0;
        }
        return shared / (double)(small.Length + large.Length - shared);
    }
}

/// <summary>Another text that a row may be the same as.</summary>
/// <param name="Title">Its title.</param>
/// <param name="TitleGrams">Trigrams of the title.</param>
/// <param name="TextGrams">Trigrams of the description.</param>
internal sealed record Comparable(string Title, Trigrams TitleGrams, Trigrams TextGrams)
{
    private const double LeastTitle = 0.5;
    private const double LeastText = 0.6;
    private const int LeastTextGrams = 30;
    private const int LeastWord = 4;

    /// <summary>Reads title and description.</summary>
    public static Comparable Of(string title, string description) => new(title, Trigrams.Of(title), Trigrams.Of(description));

    /// <summary>The same without what the descriptions have in common with many others.</summary>
    public Comparable Without(IReadOnlySet<long> common) => this with { TextGrams = TextGrams.Without(common) };

    /// <summary>How much it resembles the other, and why; null when it doesn't.</summary>
    public (double Degree, string Why)? Resembles(Comparable other)
    {
        var title = TitleGrams.Similarity(other.TitleGrams, LeastTitle);
        if (title >= LeastTitle)
            return (title, title >= 1 ? "Titlerne er ens." : $"Titlerne ligner hinanden {Percent(title)}.{Shared(Title, other.Title)}");
        if (TextGrams.Count < LeastTextGrams || other.TextGrams.Count < LeastTextGrams)
            return null;
        var text = TextGrams.Similarity(other.TextGrams, LeastText);
        return text >= LeastText ? (text, $"Beskrivelserne ligner hinanden {Percent(text)}.") : null;
    }

    private static string Shared(string one, string other)
    {
        var words = Words.Plain(one).Split(' ').Where(w => w.Length >= LeastWord).Intersect(Words.Plain(other).Split(' ')).Take(5).ToList();
        return words.Count == 0 ? "" : $" Fælles ord: {DanishText.List(words)}.";
    }

    private static string Percent(double share) => share.ToString("P0", DanishText.Culture);
}
