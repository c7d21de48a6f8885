namespace Loesningsbrikker.Interviews.Pseudonymisation;

/// <summary>
/// Names of people, by rules that each can say why. Danish writes hardly anything but names with a capital letter inside a sentence,
/// so a capital counts there; at the beginning of a sentence a word must be a known name, stand beside one, or be a name elsewhere in
/// the text. All paragraphs are added first, because a word that also stands there in small letters is no name.
/// </summary>
internal sealed partial class NameFinder(KnownNames known)
{
    private const int MostWords = 6;
    private const string ByCapitalReason = "stort begyndelsesbogstav midt i en sætning";
    private const string PlaceReason = "ligner et sted";
    private const string ElsewhereReason = "nævnes som navn andre steder i teksten";

    private static readonly char[] Between = [' ', '.', '"', '“', '”', '„', '»', '«'];

    private readonly List<string> _texts = [];
    private readonly List<Capital> _capitals = [];
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _small =
        new HashSet<string>(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _names =
        new HashSet<string>(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    private readonly List<Capital> _undecided = [];
    private readonly List<Hit> _hits = [];

    /// <summary>A capitalised word and the word before it in the same sentence; that one is empty when there is none.</summary>
    private readonly record struct Capital(int Paragraph, Word Word, int BeforeStart, int BeforeEnd);

    /// <summary>Takes the next paragraph.</summary>
    /// <param name="taken">What is an address or a number already, in order; its words are no names.</param>
    public void Add(string text, IReadOnlyList<Word> words, IReadOnlyList<Hit> taken)
    {
        var paragraph = _texts.Count;
        _texts.Add(text);
        var next = 0;
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            while (next < taken.Count && taken[next].End <= word.Start)
                next++;
            if (next < taken.Count && taken[next].Start < word.End)
                continue;
            if (!word.IsCapitalised)
                AddSmall(text, paragraph, word);
            else
                _capitals.Add(word.FollowsWord ? new Capital(paragraph, word, words[i - 1].Start, words[i - 1].End) : new Capital(paragraph, word, 0, 0));
        }
    }

    /// <summary>What was found in all paragraphs.</summary>
    public IReadOnlyList<Hit> Find()
    {
        var run = new List<Capital>();
        foreach (var capital in _capitals)
        {
            if (run.Count > 0 && !(capital.Word.Adjoins && capital.Paragraph == run[^1].Paragraph && capital.BeforeStart == run[^1].Word.Start))
            {
                Decide(run);
                run.Clear();
            }
            run.Add(capital);
        }
        Decide(run);
        Agree();
        foreach (var capital in _undecided)
            TakeIfNamedElsewhere(capital);
        return _hits;
    }

    /// <summary>"Nazrin" and "Nazrins" first in a sentence, when Nazrin is a name elsewhere.</summary>
    private void TakeIfNamedElsewhere(Capital capital)
    {
        var name = BaseOf(capital);
        if (_small.Contains(name))
            return;
        if (_names.Contains(name))
            Take([capital], 0, 1, FindingKind.Name, ElsewhereReason);
        else if (name[^1] == 's' && name.Length > 2 && _names.Contains(name[..^1]))
            _hits.Add(new Hit(capital.Paragraph, capital.Word.Start, capital.Word.End, name[..^1].ToString(), FindingKind.Name, ElsewhereReason) { IsGenitive = true });
    }

    /// <summary>
    /// A word that only its capital letter speaks for is a place everywhere when it is one somewhere ("fra Spiren", "Og Spiren"), and a
    /// genitive when it is a name without its s elsewhere ("Nazrins", "Nazrin").
    /// </summary>
    private void Agree()
    {
        var places = _hits.Where(h => h.Kind == FindingKind.Place).Select(h => h.Base).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var hit in _hits.Where(h => h.Kind == FindingKind.Name && !(h.Reason == ByCapitalReason && places.Contains(h.Base))))
            foreach (var word in hit.Base.Split(Between, StringSplitOptions.RemoveEmptyEntries))
                _names.Add(word);
        for (var i = 0; i < _hits.Count; i++)
        {
            if (_hits[i] is not { Reason: ByCapitalReason, Base: var name })
                continue;
            if (places.Contains(name))
                _hits[i] = _hits[i] with { Kind = FindingKind.Place, Reason = PlaceReason, Use = false };
            else if (name[^1] == 's' && !_hits[i].IsGenitive && _names.Contains(name.AsSpan(0, name.Length - 1)))
                _hits[i] = _hits[i] with { Base = name[..^1], IsGenitive = true };
        }
    }

    /// <summary>Chats write names in small letters; only names that are known and mean nothing else are taken.</summary>
    private void AddSmall(string text, int paragraph, Word word)
    {
        var letters = word.In(text);
        _small.Add(letters);
        if (known.People.Count == 0)
            return;
        var form = NameForms.Of(text, word, known);
        var name = text.AsSpan(word.Start, form.BaseEnd - word.Start);
        if (known.ReasonFor(name) is { } reason && name.Length > 2 && !Words.EverydayWords.Contains(name) && !Words.EverydayFirstNames.Contains(name)
            && !Words.EverydaySurnames.Contains(name) && Words.IsFirstName(name))
            _hits.Add(new Hit(paragraph, word.Start, form.End, name.ToString(), FindingKind.Name, reason + ", med lille begyndelsesbogstav") { IsGenitive = form.IsGenitive });
    }

    private void Decide(List<Capital> run)
    {
        for (var i = 0; i < run.Count;)
        {
            if (Begins(run, i) is not { } found)
            {
                if (run[i].Word.BeginsSentence && !IsNoName(run[i]))
                    _undecided.Add(run[i]);
                i++;
                continue;
            }
            var count = found.Kind == FindingKind.Place ? 1 : CountFrom(run, i);
            Take(run, i, count, found.Kind, found.Reason);
            i += count;
        }
    }

    private void Take(List<Capital> run, int from, int count, FindingKind kind, string reason)
    {
        var (first, last) = (run[from], run[from + count - 1]);
        var (text, form) = (TextOf(first), FormOf(last));
        var (baseEnd, end) = (form.BaseEnd, form.End);
        // The quotation mark that closes »Mette "Mulle"«.
        if (count > 1 && last.Word.IsQuoted)
            baseEnd = end = end + 1;
        _hits.Add(new Hit(first.Paragraph, first.Word.Start, end, text[first.Word.Start..baseEnd], kind, reason)
        {
            IsGenitive = end > baseEnd, Use = kind != FindingKind.Place,
        });
    }

    private string TextOf(Capital capital) => _texts[capital.Paragraph];

    private ReadOnlySpan<char> BeforeOf(Capital capital) => TextOf(capital).AsSpan(capital.BeforeStart, capital.BeforeEnd - capital.BeforeStart);

    private NameForm FormOf(Capital capital) => NameForms.Of(TextOf(capital), capital.Word, known);

    private ReadOnlySpan<char> BaseOf(Capital capital) => TextOf(capital).AsSpan(capital.Word.Start, FormOf(capital).BaseEnd - capital.Word.Start);
}
