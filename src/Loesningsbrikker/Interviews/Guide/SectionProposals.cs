using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Interviews.Guide;

/// <summary>A section that is proposed because somebody asks something like the question there.</summary>
/// <param name="From">Number of its first paragraph, where the question seems to be asked.</param>
/// <param name="To">Number of its last paragraph.</param>
/// <param name="Why">Why it is proposed, in Danish.</param>
internal sealed record SectionProposal(long QuestionId, int From, int To, string Why)
{
    /// <summary>As the page sends it back.</summary>
    public string Value => $"{QuestionId}:{From}-{To}";
}

/// <summary>
/// Finds where the questions of a guide are asked: paragraphs of who asks most that share most of a question's telling words. Each section
/// goes on to where the next question is asked. Only ever a proposal.
/// </summary>
internal static class SectionProposals
{
    private const int LongestAsked = 800;

    /// <summary>Letters of a word that tells what is asked by itself, e.g. "normeringen", and characters of a paragraph that asks nothing else.</summary>
    private const int TellingWord = 8, ShortQuestion = 150;
    private const int LongestExplained = 6;

    // Words of questions that tell nothing about what is asked.
    private static readonly HashSet<string> Empty =
    [
        "alle", "altid", "andre", "bliver", "blive", "denne", "deres", "dette", "disse", "efter", "eller", "ellers", "fordi", "fortæl", "fortælle", "gerne", "godt",
        "gøre", "hvad", "hvem", "hvilke", "hvilken", "hvilket", "hvis", "hvor", "hvordan", "hvorfor", "ikke", "ind", "jeres", "kan", "kunne", "lige", "lidt", "med", "meget",
        "mere", "mest", "måde", "måske", "noget", "nogen", "nogle", "når", "også", "over", "sig", "sige", "siger", "skal", "skulle", "som", "synes", "sådan", "til", "ud",
        "under", "var", "ved", "vil", "ville", "være", "været", "det", "den", "der", "dem", "for", "fra", "har", "have", "haft", "din", "dit", "dine", "dig", "jer", "mig",
        "man", "min", "mit", "mine", "hos", "hun", "han", "ham", "men", "nok", "oplever", "opleve", "tænker", "tænke", "mener", "mene", "selv", "uden", "vores", "eks", "og",
    ];

    /// <summary>At most one section per question, in the order of the text.</summary>
    /// <param name="questions">Key and text of each question that has no section yet.</param>
    /// <param name="taken">Numbers of paragraphs where a section begins already.</param>
    public static IReadOnlyList<SectionProposal> Find(
        IReadOnlyList<ParagraphText> paragraphs, IEnumerable<(long Id, string Text)> questions, IReadOnlyCollection<int> taken)
    {
        var asking = Asking(paragraphs);
        var words = asking.ToDictionary(i => i, i => Stems(paragraphs[i].Text));
        var found = questions.Select(q => (q.Id, Best: Best(q.Text, paragraphs, words))).Where(q => q.Best is not null).Select(q => (q.Id, Best: q.Best!)).ToList();
        // Two questions at the same place: the one that fits better.
        var chosen = found.GroupBy(f => f.Best.Index).Select(g => g.MaxBy(f => f.Best.Share)).OrderBy(f => f.Best.Index).ToList();
        var starts = chosen.Select(c => c.Best.Index + 1).Concat(taken).Distinct().Order().ToList();
        return [.. chosen.Where(c => !taken.Contains(c.Best.Index + 1)).Select(c =>
        {
            var from = c.Best.Index + 1;
            var next = starts.Find(s => s > from);
            return new SectionProposal(c.Id, from, next == 0 ? paragraphs.Count : next - 1, Why(paragraphs, c.Best));
        })];
    }

    /// <summary>Indexes of the paragraphs in which somebody may be asking: of those who mostly ask, or, where nobody is named, those with a question mark.</summary>
    private static List<int> Asking(IReadOnlyList<ParagraphText> paragraphs)
    {
        var askers = paragraphs.Where(p => p.Speaker.Length > 0).GroupBy(p => p.Speaker)
            .Where(g => g.Key.StartsWith("Interview", StringComparison.OrdinalIgnoreCase) || g.Count(p => p.Text.Contains('?', StringComparison.Ordinal)) * 2 > g.Count())
            .Select(g => g.Key).ToHashSet();
        return [.. Enumerable.Range(0, paragraphs.Count).Where(i => paragraphs[i].Text.Length <= LongestAsked
            && (askers.Count > 0 ? askers.Contains(paragraphs[i].Speaker) : paragraphs[i].Text.Contains('?', StringComparison.Ordinal)))];
    }

    private static Fit? Best(string question, IReadOnlyList<ParagraphText> paragraphs, Dictionary<int, Dictionary<string, string>> words)
    {
        var sought = Stems(question);
        return words
            .Select(p => new Fit(p.Key, sought.Count, [.. sought.Keys.Where(p.Value.ContainsKey).Select(stem => p.Value[stem])]))
            .Where(f => f.Share >= 0.5 && (f.Shared.Count >= 2
                || (f.Shared.Count == 1 && f.Shared[0].Length >= TellingWord && paragraphs[f.Index].Text.Length <= ShortQuestion)))
            .OrderByDescending(f => f.Share).ThenBy(f => f.Index).FirstOrDefault();
    }

    private static string Why(IReadOnlyList<ParagraphText> paragraphs, Fit fit)
    {
        var speaker = paragraphs[fit.Index].Speaker;
        return $"Afsnit {fit.Index + 1}{(speaker.Length > 0 ? $" ({speaker})" : "")} har {(fit.Sought == 1 ? "spørgsmålets bærende ord" : $"{fit.Shared.Count} af spørgsmålets {fit.Sought} bærende ord")}: "
            + string.Join(", ", fit.Shared.Take(LongestExplained)) + (fit.Shared.Count > LongestExplained ? " …" : "") + ".";
    }

    /// <summary>The telling words by their beginning, which Danish endings leave alone.</summary>
    private static Dictionary<string, string> Stems(string text)
    {
        var stems = new Dictionary<string, string>();
        foreach (var word in text.Split([' ', ',', '.', '?', '!', ':', ';', '(', ')', '"', '»', '«', '–', '/', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            var lower = word.ToLower(DanishText.Culture);
            if (lower.Length >= 3 && !Empty.Contains(lower))
                stems.TryAdd(lower.Length > 5 ? lower[..5] : lower, lower);
        }
        return stems;
    }

    private sealed record Fit(int Index, int Sought, IReadOnlyList<string> Shared)
    {
        public double Share => Sought == 0 ? 0 : (double)Shared.Count / Sought;
    }
}
