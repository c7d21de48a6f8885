using System.Text;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Reminders;

/// <summary>A follow-up that is due, as a mail may name it.</summary>
/// <param name="Prefix">The letters in front of the piece's number.</param>
public sealed record DueFollowUp(long Id, long ProcessId, string Prefix, int PieceNumber, DateOnly DueOn, long UserId);

/// <summary>The words of the mails: numbers, days and links.</summary>
public static class MailText
{
    /// <summary>What a link to a page of ours begins with until the public address is known.</summary>
    public const string Link = "~/";

    private const string Closing = "Du får mailen fra Løsningsbrikker. Den kan ikke besvares.";

    /// <summary>Subject of a digest.</summary>
    public static string DigestSubject(int count) => DanishText.Count(count, "opfølgning", "opfølgninger") + " venter på dig";

    /// <summary>Body of a digest, the longest overdue first.</summary>
    public static string DigestBody(IReadOnlyCollection<DueFollowUp> due)
    {
        var text = new StringBuilder("Hej\n\n");
        text.Append("Du har ").Append(DanishText.Count(due.Count, "opfølgning", "opfølgninger")).Append(", der venter.\n");
        foreach (var row in due.OrderBy(d => d.DueOn).ThenBy(d => d.Prefix, StringComparer.Ordinal).ThenBy(d => d.PieceNumber).ThenBy(d => d.Id))
            text.Append('\n').Append(row.Prefix).Append('-').Append(row.PieceNumber).Append(", skulle ses på ").Append(DanishText.Date(row.DueOn))
                .Append('\n').Append(Link).Append("dialogue-processes/").Append(row.ProcessId).Append("/solution-pieces/").Append(row.PieceNumber).Append('\n');
        return text.Append('\n').Append(Closing).Append('\n').ToString();
    }

    /// <summary>Subject of a trial.</summary>
    public const string TrialSubject = "Prøvemail fra Løsningsbrikker";

    /// <summary>Body of a trial.</summary>
    public const string TrialBody = "Hej\n\nMail virker. Se, hvad der er sendt, her:\n" + Link + "deliveries\n\n" + Closing + "\n";

    /// <summary>The text with the public address in its links.</summary>
    /// <param name="publicAddress">Absolute, with or without a slash at the end.</param>
    public static string WithAddress(string body, string publicAddress) =>
        body.Replace("\n" + Link, "\n" + publicAddress.TrimEnd('/') + "/", StringComparison.Ordinal);
}
