namespace Loesningsbrikker.Shared;

/// <summary>Headers on every response: nothing from elsewhere, nothing inline, no framing.</summary>
public sealed class SecurityHeaders(RequestDelegate next)
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Sets the headers before the response starts.</summary>
    public Task InvokeAsync(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        // Pages carry testimony: no copy in a shared cache or in the history of a borrowed computer.
        if (!http.Request.Path.StartsWithSegments("/lib") && !http.Request.Path.StartsWithSegments("/house"))
            headers.CacheControl = "no-store";
        return next(http);
    }
}
