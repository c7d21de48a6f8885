using System.Runtime.InteropServices;

namespace Loesningsbrikker.Interviews.Pseudonymisation;

/// <summary>A word as a name: without the genitive ending.</summary>
/// <param name="BaseEnd">The first code unit after the name itself.</param>
/// <param name="End">The first code unit after the ending.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct NameForm(int BaseEnd, int End)
{
    /// <summary>"Mettes", "Mette's", "Jens'".</summary>
    public bool IsGenitive => End > BaseEnd;
}

/// <summary>What the letters of a word say about its being a name.</summary>
internal static class NameForms
{
    /// <summary>Endings of the definite form: who "sagde" something is then somebody in a role, "Pædagogen".</summary>
    private static readonly string[] NounEndings = ["en", "et", "ne", "er"];

    private static readonly string[] ThingEndings =
        ["ing", "hed", "else", "tion", "sel", "tid", "dom", "skab", "tøj", "mad", "fri", "gang", "dag", "barn", "børn", "folk", "mand", "kvinde", "plads", "hjælp", "penge", "leg", "tal", "rum", "hus", "ord", "del", "spil", "e", "t"];

    private static readonly string[] HouseEndings =
        ["skolen", "skole", "huset", "haven", "gården", "hallen", "kirken", "centret", "centeret", "parken", "stuen", "hjemmet", "klubben", "afdelingen", "forvaltningen"];

    private static readonly string[] TownEndings = ["rup", "strup", "lev", "løse", "sted", "borg", "bjerg", "holm", "lund", "by", "købing", "havn", "sund", "inge", "ø", "dal"];

    /// <summary>The word without its genitive ending.</summary>
    public static NameForm Of(string text, Word word, KnownNames known)
    {
        var letters = word.In(text);
        if (letters.EndsWith("'s") || letters.EndsWith("’s"))
            return new NameForm(word.End - 2, word.End);
        var endsInS = letters[^1] is 's' or 'x' or 'z';
        if (endsInS && word.End < text.Length && text[word.End] is '\'' or '’' && !(word.Start > 0 && text[word.Start - 1] is '\'' or '’' or '‘'))
            return new NameForm(word.End, word.End + 1);
        return letters[^1] == 's' && letters.Length > 2 && !IsListed(letters, known) && IsListed(letters[..^1], known)
            ? new NameForm(word.End - 1, word.End)
            : new NameForm(word.End, word.End);
    }

    /// <summary>"Mogensen": -sen with something before it.</summary>
    public static bool IsPatronym(ReadOnlySpan<char> word) => word.Length > 4 && word.EndsWith("sen", StringComparison.OrdinalIgnoreCase);

    /// <summary>A surname by the list or by its ending.</summary>
    public static bool IsSurname(ReadOnlySpan<char> word) => Words.Surnames.Contains(word) || IsPatronym(word);

    /// <summary>PPR, MED: two or more capital letters and nothing else.</summary>
    public static bool IsAbbreviation(ReadOnlySpan<char> word)
    {
        var apostrophe = word.IndexOfAny('\'', '’');
        foreach (var c in apostrophe > 0 ? word[..apostrophe] : word)
            if (char.IsLetter(c) && !char.IsUpper(c))
                return false;
        return word.Length > 1;
    }

    /// <summary>"pædagog", "Lærer", "lederen".</summary>
    public static bool IsTitle(ReadOnlySpan<char> word) =>
        Words.Roles.Contains(word)
        || (word.EndsWith("en") && Words.Roles.Contains(word[..^2])) || (word.EndsWith("n") && Words.Roles.Contains(word[..^1]));

    /// <summary>Ends as a noun in the definite form does.</summary>
    public static bool EndsLikeNoun(ReadOnlySpan<char> word) => EndsIn(word, NounEndings);

    /// <summary>Ends as things and ideas do: Normering, Trivsel, Legetøj.</summary>
    public static bool EndsLikeThing(ReadOnlySpan<char> word) => EndsIn(word, ThingEndings);

    /// <summary>Ends as houses do: Nordskolen.</summary>
    public static bool EndsLikeHouse(ReadOnlySpan<char> word) => EndsIn(word, HouseEndings);

    /// <summary>Ends as towns do; many surnames do, too.</summary>
    public static bool EndsLikeTown(ReadOnlySpan<char> word) => EndsIn(word, TownEndings);

    private static bool IsListed(ReadOnlySpan<char> word, KnownNames known) =>
        known.ReasonFor(word) is not null || Words.IsFirstName(word) || IsSurname(word);

    private static bool EndsIn(ReadOnlySpan<char> word, string[] endings)
    {
        foreach (var ending in endings)
            if (word.Length > ending.Length && word.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }
}
