namespace Loesningsbrikker.Reminders;

/// <summary>A mail as it leaves the house.</summary>
/// <param name="MessageId">With angle brackets; the same at each try.</param>
/// <param name="To">Address of the user.</param>
/// <param name="Body">Plain text with absolute links.</param>
public sealed record Mail(string MessageId, string From, string To, string Subject, string Body);

/// <summary>The way a mail leaves the house: to a server, or into a folder.</summary>
public interface IMailTransport
{
    /// <summary>Hands the mail over; when it returns, the other side has it.</summary>
    /// <exception cref="MailException">The other side has not taken it.</exception>
    Task SendAsync(Mail mail, CancellationToken cancellation);
}

/// <summary>A mail was not taken.</summary>
/// <param name="sentence">Why, one Danish sentence without secrets, shown to the administrator.</param>
/// <param name="concernsAll">True when the server is at fault and no other mail would fare better now.</param>
/// <param name="inner">The cause.</param>
public sealed class MailException(string sentence, bool concernsAll, Exception? inner = null) : Exception(sentence, inner)
{
    /// <summary>True when the server is at fault and no other mail would fare better now.</summary>
    public bool ConcernsAll { get; } = concernsAll;
}
