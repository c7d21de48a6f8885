using System.Globalization;
using System.Text;

namespace Loesningsbrikker.Shared;

/// <summary>Danish order, search form and number format, the same on both databases.</summary>
public static class DanishText
{
    /// <summary>The culture of everything a user reads.</summary>
    public static CultureInfo Culture { get; } = CultureInfo.GetCultureInfo("da-DK");

    /// <summary>Orders æ, ø, å last and aa as å, ignoring case.</summary>
    public static StringComparer Comparer { get; } = StringComparer.Create(Culture, ignoreCase: true);

    /// <summary>A key whose byte order is the Danish order; stored beside titles that a database must sort.</summary>
    public static byte[] SortKey(string text) =>
        Culture.CompareInfo.GetSortKey(text, CompareOptions.IgnoreCase).KeyData;

    /// <summary>The lower-cased, composed form that free-text filters compare with LIKE.</summary>
    public static string SearchForm(string text) =>
        text.Normalize(NormalizationForm.FormC).ToLower(Culture);

    /// <summary>A LIKE pattern that finds <paramref name="term"/> anywhere, with wildcards escaped by a backslash.</summary>
    public static string LikePattern(string term) =>
        "%" + SearchForm(term.Trim()).Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_") + "%";

    /// <summary>A date as Danes write it: 21.11.2026.</summary>
    public static string Date(DateOnly date) => date.ToString("d.M.yyyy", Culture);

    /// <summary>A moment in Danish time: 21.11.2026 kl. 14.05.</summary>
    /// <param name="utc">The moment in UTC.</param>
    public static string Moment(DateTime utc) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Copenhagen)
            .ToString("d.M.yyyy 'kl.' HH.mm", Culture);

    /// <summary>The day in Denmark at a moment.</summary>
    /// <param name="utc">The moment in UTC.</param>
    public static DateOnly Day(DateTime utc) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Copenhagen));

    /// <summary>Names as a sentence has them: a, b og c.</summary>
    public static string List(IEnumerable<string> names) => names.ToList() switch
    {
        [] => "",
        [var one] => one,
        [.. var first, var last] => $"{string.Join(", ", first)} og {last}",
    };

    /// <summary>Whole kroner as thousands, the unit of Danish budgets: 1.250 for 1,250,000.</summary>
    /// <param name="kroner">Whole kroner.</param>
    public static string Thousands(long kroner) =>
        Math.Round(kroner / 1000m, MidpointRounding.AwayFromZero).ToString("N0", Culture);

    /// <summary>Whole kroner as millions with one decimal: 10,3 mio. kr.</summary>
    /// <param name="kroner">Whole kroner.</param>
    public static string Millions(long kroner) =>
        Math.Round(kroner / 1_000_000m, 1, MidpointRounding.AwayFromZero).ToString("N1", Culture) + " mio. kr.";

    /// <summary>The text, or so much of it as ends with a whole word and "…" within the length; a quotation stays closed.</summary>
    /// <param name="length">The most characters, at least two.</param>
    public static string Cut(string text, int length)
    {
        if (text.Length <= length)
            return text;
        var end = text.EndsWith('«') ? "…«" : "…";
        var room = length - end.Length;
        var space = text.LastIndexOf(' ', room);
        return text[..(space > 0 ? space : room)].TrimEnd(' ', ',', '.', ';', ':', '–', '-') + end;
    }

    /// <summary>Danish time, summer time included.</summary>
    public static TimeZoneInfo Copenhagen { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Copenhagen");

    /// <summary>A count with its noun: 1 uddrag, 2.300 uddrag.</summary>
    public static string Count(int n, string one, string many) =>
        n.ToString("N0", Culture) + " " + (n == 1 ? one : many);
}
