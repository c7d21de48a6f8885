using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Dashboards;

/// <summary>One year: what was adopted and what was proposed as two dots on a line.</summary>
/// <param name="Y">Height of the line, in units of the picture.</param>
/// <param name="ProposedX">Place of the proposed; null when nothing is calculated.</param>
/// <param name="GrantedX">Place of the adopted; null when nothing is calculated.</param>
public sealed record MoneyLine(int Year, int Y, int? ProposedX, int? GrantedX, string Proposed, string Granted);

/// <summary>Proposed against adopted, year by year on one scale.</summary>
/// <param name="ZeroX">Place of 0 kroner.</param>
/// <param name="InMillions">Whether the numbers are millions; else thousands.</param>
public sealed record MoneyPicture(IReadOnlyList<MoneyLine> Lines, int ZeroX, bool InMillions)
{
    /// <summary>Width of the picture in its own units.</summary>
    public const int Width = 400;

    private const int Left = 72;
    private const int Right = Width - 32;
    private const int RowHeight = 48;

    /// <summary>Height of the picture.</summary>
    public int Height => Lines.Count * RowHeight + 4;

    /// <summary>Lays the years out; amounts below 0 stand left of 0.</summary>
    public static MoneyPicture Of(MoneyFigures money)
    {
        var amounts = money.Years.SelectMany(y => new[] { y.Proposed, y.Granted }).OfType<long>().Append(0L).ToList();
        var (low, high) = (amounts.Min(), amounts.Max());
        var span = Math.Max(1m, (decimal)high - low);
        int Place(long amount) => Left + (int)((amount - low) / span * (Right - Left));
        var inMillions = amounts.Any(a => Math.Abs(a) >= 1_000_000);
        var lines = money.Years.Index().Select(y => new MoneyLine(
            y.Item.Year, y.Index * RowHeight + RowHeight / 2,
            y.Item.Proposed is { } proposed ? Place(proposed) : null, y.Item.Granted is { } granted ? Place(granted) : null,
            Text(y.Item.Proposed, inMillions), Text(y.Item.Granted, inMillions)));
        return new MoneyPicture([.. lines], Place(0), inMillions);
    }

    private static string Text(long? kroner, bool inMillions) => kroner switch
    {
        null => "",
        { } amount when inMillions => Math.Round(amount / 1_000_000m, 1, MidpointRounding.AwayFromZero).ToString("N1", DanishText.Culture),
        { } amount => DanishText.Thousands(amount),
    };
}
