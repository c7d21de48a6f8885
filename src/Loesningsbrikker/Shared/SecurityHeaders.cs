namespace Loesningsbrikker.Shared;

/// <summary>Headers on every response: nothing from elsewhere, nothing inline, no framing.</summary>
public sealed class SecurityHeaders(RequestDelegate next)
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Sets the headers when the response starts: whoever answers a breakdown has emptied them by then.</summary>
    public Task InvokeAsync(HttpContext http)
    {
        // The error page is a request of its own with another address, so this one is looked at now.
        var cacheControl = CacheControl(http.Request);
        http.Response.OnStarting(() =>
        {
            Set(http.Response.Headers, http.Response.StatusCode < 400 ? cacheControl : "no-store");
            return Task.CompletedTask;
        });
        return next(http);
    }

    private static void Set(IHeaderDictionary headers, string cacheControl)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.CacheControl = cacheControl;
    }

    private static string CacheControl(HttpRequest request)
    {
        // Pages carry testimony: no copy in a shared cache or in the history of a borrowed computer.
        if (!request.Path.StartsWithSegments("/lib") && !request.Path.StartsWithSegments("/house"))
            return "no-store";
        // A file that is asked for by its hash never changes; the others are asked about each time, so that an update is seen.
        return request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "no-cache";
    }
}
