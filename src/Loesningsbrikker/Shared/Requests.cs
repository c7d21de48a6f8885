namespace Loesningsbrikker.Shared;

/// <summary>What the filters and the error page ask about a request.</summary>
internal static class Requests
{
    /// <summary>What is said to a form with signs that no form can carry.</summary>
    public const string UnreadableSentence = "Det, der blev sendt, indeholder tegn, der ikke kan læses. Fjern dem, og prøv igen.";

    /// <summary>Whether a script asks, which gets problem details instead of a page.</summary>
    public static bool WantsJson(this HttpRequest request) =>
        request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal);

    /// <summary>Whether the form cannot be read; one with NUL in it is refused by the framework each time.</summary>
    public static bool HasUnreadableForm(this HttpRequest request)
    {
        try
        {
            return request.HasFormContentType && request.Form.Count < 0;
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException)
        {
            return true;
        }
    }
}
