using System.Buffers;
using System.Globalization;

namespace Loesningsbrikker.Interviews.Pseudonymisation;

/// <summary>One word of a paragraph, with what stands between it and the word before.</summary>
/// <param name="Start">First UTF-16 code unit.</param>
/// <param name="End">The first code unit after it.</param>
/// <param name="IsCapitalised">It begins with a capital letter.</param>
/// <param name="BeginsSentence">A capital letter means nothing here: first in the paragraph, after a full stop, in front of a quotation.</param>
/// <param name="FollowsWord">The word before belongs to the same sentence.</param>
/// <param name="Adjoins">Only a space, a hyphen or the full stop of an initial stands between it and the word before.</param>
/// <param name="IsQuoted">It stands in quotation marks by itself.</param>
internal readonly record struct Word(int Start, int End, bool IsCapitalised, bool BeginsSentence, bool FollowsWord, bool Adjoins, bool IsQuoted)
{
    /// <summary>Number of code units.</summary>
    public int Length => End - Start;

    /// <summary>The letters.</summary>
    public ReadOnlySpan<char> In(string text) => text.AsSpan(Start, Length);
}

/// <summary>Cuts a paragraph into words, in one pass.</summary>
internal static class WordScanner
{
    private static readonly SearchValues<char> Enders = SearchValues.Create(".!?…:•");
    private static readonly SearchValues<char> StrongEnders = SearchValues.Create("!?…:•");
    private static readonly SearchValues<char> Openers = SearchValues.Create("\"“”„»«‘('[");
    private static readonly SearchValues<char> Closers = SearchValues.Create("\"“”»«’)']");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Abbreviations = new HashSet<string>(
        "hr fr frk dr nr ca bl f eks kl evt jf inkl ekskl mht dvs tlf mobil st prof cand adj ang vedr afd gl skt sct bh vha ift mfl mv pr".Split(' '), StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Adds the words of the text to the list.</summary>
    public static void Scan(string text, List<Word> words)
    {
        var previous = default(Word);
        for (var at = 0; at < text.Length;)
        {
            if (!char.IsLetter(text[at]))
            {
                at++;
                continue;
            }
            var end = EndOf(text, at);
            var word = Describe(text, at, end, previous);
            words.Add(word);
            (previous, at) = (word, end);
        }
    }

    /// <summary>The word after a place where only one space lies between; empty when there is none.</summary>
    public static ReadOnlySpan<char> Next(string text, int end) =>
        end + 1 < text.Length && text[end] == ' ' && char.IsLetter(text[end + 1]) ? text.AsSpan(end + 1, EndOf(text, end + 1) - end - 1) : [];

    private static int EndOf(string text, int start)
    {
        var end = start + 1;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || IsMark(text[end]) || IsInside(text, end)))
            end++;
        return end;
    }

    /// <summary>"Anne-Mette" and "O'Neil" are one word, "Mette-gruppen" is two.</summary>
    private static bool IsInside(string text, int at) =>
        at + 1 < text.Length && text[at] switch
        {
            '-' => char.IsUpper(text[at + 1]) || char.IsDigit(text[at + 1]),
            '\'' or '’' => char.IsLetter(text[at + 1]),
            _ => false,
        };

    private static bool IsMark(char c) => c > '\u02FF' && char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

    private static Word Describe(string text, int start, int end, Word previous)
    {
        var capital = char.IsUpper(text[start]);
        if (previous.End == 0)
            return new Word(start, end, capital, BeginsSentence: true, FollowsWord: false, Adjoins: false, IsQuoted(text, start, end));
        var gap = text.AsSpan(previous.End, start - previous.End);
        if (gap is " " or "-")
            return new Word(start, end, capital, BeginsSentence: false, FollowsWord: true, Adjoins: true, IsQuoted: false);
        var initial = previous is { Length: 1, IsCapitalised: true };
        var breaks = gap.ContainsAny(StrongEnders) || (gap.ContainsAny(Enders) && !initial && !Abbreviations.Contains(previous.In(text)));
        var quoted = IsQuoted(text, start, end);
        // The nickname in »Mette "Mulle" Hansen« belongs to the name, and so does what follows it.
        var besideNickname = !breaks && ((quoted && gap.Length == 2 && gap[0] == ' ') || (previous.IsQuoted && gap.Length == 2 && gap[1] == ' '));
        return new Word(start, end, capital,
            BeginsSentence: breaks || (Openers.Contains(gap[^1]) && !besideNickname), FollowsWord: !breaks,
            Adjoins: besideNickname || (initial && gap is ". " or "."), quoted);
    }

    private static bool IsQuoted(string text, int start, int end) =>
        start > 0 && end < text.Length && Openers.Contains(text[start - 1]) && Closers.Contains(text[end]);
}
