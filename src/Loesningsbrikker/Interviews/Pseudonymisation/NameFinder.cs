namespace Loesningsbrikker.Interviews.Pseudonymisation;

/// <summary>
/// Names of people, by rules that each can say why. Danish writes hardly anything but names with a capital letter inside a sentence,
/// so a capital counts there; at the beginning of a sentence a word must be a known name, stand beside one, or be a name elsewhere in
/// the text. All paragraphs are added first, because a word that also stands there in small letters is no name.
/// </summary>
internal sealed class NameFinder(KnownNames known)
{
    private const int MostWords = 6;
    private const string ByCapitalReason = "stort begyndelsesbogstav midt i en sætning";
    private const string PlaceReason = "ligner et sted";
    private const string ElsewhereReason = "nævnes som navn andre steder i teksten";

    private static readonly char[] Between = [' ', '.', '"', '“', '”', '„', '»', '«'];
    private static readonly string[] CallWords = ["kaldet", "kaldt", "kaldes", "kalder", "hedder", "hed", "navnet"];
    private static readonly string[] PlaceWords = ["på", "til", "fra", "ved", "mod", "omkring", "udenfor", "nær", "nord", "syd", "øst", "vest"];
    private static readonly string[] HouseWords =
        ["kommune", "kommunes", "skole", "skoles", "skolen", "børnehave", "børnehus", "hallen", "kirke", "station", "sygehus", "gymnasium", "byråd", "by", "havn", "friskole", "privatskole", "bibliotek"];

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
            if (_names.Contains(BaseOf(capital)) && !_small.Contains(BaseOf(capital)))
                Take([capital], 0, 1, FindingKind.Name, ElsewhereReason);
        return _hits;
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

    /// <summary>Whether a name begins here, and why.</summary>
    private (FindingKind Kind, string Reason)? Begins(List<Capital> run, int i)
    {
        var capital = run[i];
        var name = BaseOf(capital);
        if (name.ContainsAnyInRange('0', '9'))
            return null;
        var isEveryday = capital.Word.BeginsSentence && (Words.EverydayFirstNames.Contains(name) || Words.EverydayWords.Contains(name))
            && !Words.FiniteVerbs.Contains(WordScanner.Next(TextOf(capital), capital.Word.End)) && !(i + 1 < run.Count && Continues(run[i + 1]));
        if (!isEveryday && known.ReasonFor(name) is { } reason)
            return (FindingKind.Name, reason);
        if (Words.IsFirstName(name))
            return isEveryday ? null : (FindingKind.Name, "kendt fornavn");
        if (NameForms.IsAbbreviation(name))
            return null;
        if (TitleBefore(capital) is { Length: > 0 } title && !IsNoName(capital))
            return (FindingKind.Name, $"efter »{title}«");
        // "Klassen", "Prisen": at the beginning of a sentence the ending alone says nothing.
        var isListed = Words.Surnames.Contains(name) && !Words.EverydaySurnames.Contains(name);
        if ((isListed || (!capital.Word.BeginsSentence && NameForms.IsSurname(name))) && !known.IsPlace(name))
            return IsPlace(run, i) && !NameForms.IsPatronym(name)
                ? (FindingKind.Place, PlaceReason)
                : (FindingKind.Name, !isListed && NameForms.IsPatronym(name) ? "ender på -sen" : "kendt efternavn");
        return IsNoName(capital) ? null : ByCapital(run, i);
    }

    /// <summary>A word that no list knows.</summary>
    private (FindingKind Kind, string Reason)? ByCapital(List<Capital> run, int i)
    {
        var capital = run[i];
        if (!capital.Word.BeginsSentence)
            return IsPlace(run, i) ? (FindingKind.Place, PlaceReason) : (FindingKind.Name, ByCapitalReason);
        var word = BaseOf(capital);
        if (NameForms.EndsLikeNoun(word))
            return null;
        if (i + 1 < run.Count && Continues(run[i + 1]) && !IsPlace(run, i))
            return (FindingKind.Name, "to navne efter hinanden");
        var next = WordScanner.Next(TextOf(capital), capital.Word.End);
        return Words.SpeechVerbs.Contains(next) || (Words.FiniteVerbs.Contains(next) && !NameForms.EndsLikeThing(word))
            ? (FindingKind.Name, $"begynder en sætning, og »{next}« står efter")
            : null;
    }

    /// <summary>How many words the name has: "Mette M. Mogensen" has three.</summary>
    private int CountFrom(List<Capital> run, int i)
    {
        var end = i + 1;
        while (end < run.Count && end - i < MostWords && !FormOf(run[end - 1]).IsGenitive && Continues(run[end]))
            end++;
        return end - i;
    }

    private bool Continues(Capital capital)
    {
        var text = TextOf(capital);
        var name = BaseOf(capital);
        if (name.Length == 1)
            return capital.Word.End < text.Length && text[capital.Word.End] == '.';
        return known.ReasonFor(name) is not null || Words.IsFirstName(name) || NameForms.IsSurname(name)
            || (!IsNoName(capital) && !NameForms.IsAbbreviation(name) && !name.ContainsAnyInRange('0', '9') && !NameForms.EndsLikeHouse(name));
    }

    private bool IsNoName(Capital capital)
    {
        var name = BaseOf(capital);
        return name.Length == 1 || Words.NotNames.Contains(name) || Words.EverydayWords.Contains(name) || NameForms.IsTitle(name)
            || known.IsPlace(name) || _small.Contains(name) || _small.Contains(capital.Word.In(TextOf(capital)));
    }

    private bool IsPlace(List<Capital> run, int i)
    {
        var before = BeforeOf(run[i]);
        var name = BaseOf(run[i]);
        return NameForms.EndsLikeHouse(name) || before is "i" || NameForms.EndsLikeHouse(before)
            || (Contains(PlaceWords, before) && (NameForms.EndsLikeTown(name) || (before is not "til" && NameForms.EndsLikeNoun(name))))
            || Contains(HouseWords, WordScanner.Next(TextOf(run[i]), run[i].Word.End));
    }

    /// <summary>The title or "kaldet" before a word; empty when there is none.</summary>
    private string TitleBefore(Capital capital)
    {
        var before = BeforeOf(capital);
        return before.Length > 0 && (NameForms.IsTitle(before) || Contains(CallWords, before)) ? before.ToString() : "";
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

    private static bool Contains(string[] words, ReadOnlySpan<char> word)
    {
        foreach (var one in words)
            if (word.Equals(one, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }
}
