namespace Loesningsbrikker.Interviews.Pseudonymisation;

/// <summary>The rules: what makes a capitalised word a name, and how far the name goes.</summary>
internal sealed partial class NameFinder
{
    private static readonly string[] CallWords = ["kaldet", "kaldt", "kaldes", "kalder", "hedder", "hed", "navnet"];
    private static readonly string[] PlaceWords = ["på", "til", "fra", "ved", "mod", "omkring", "udenfor", "nær", "nord", "syd", "øst", "vest"];
    private static readonly string[] HouseWords =
        ["kommune", "kommunes", "skole", "skoles", "skolen", "børnehave", "børnehus", "hallen", "kirke", "station", "sygehus", "gymnasium", "byråd", "by", "havn", "friskole", "privatskole", "bibliotek"];

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
        if (i + 1 < run.Count && Continues(run[i + 1]) && !IsGiven(run[i + 1]) && !IsPlace(run, i))
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

    /// <summary>A first name: what stands before it is no name, "Samtale Kirsten".</summary>
    private bool IsGiven(Capital capital)
    {
        var name = BaseOf(capital);
        return Words.IsFirstName(name) || (known.ReasonFor(name) is not null && !NameForms.IsSurname(name));
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

    private static bool Contains(string[] words, ReadOnlySpan<char> word)
    {
        foreach (var one in words)
            if (word.Equals(one, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }
}
