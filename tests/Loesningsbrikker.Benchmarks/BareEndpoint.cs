using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace Loesningsbrikker.Benchmarks;

/// <summary>The reference point: ASP.NET Core answering two bytes, in a process of its own.</summary>
public static class BareEndpoint
{
    public static async Task<int> RunAsync(string url)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapGet("/health", () => "ok");
        await app.RunAsync(url);
        return 0;
    }
}
