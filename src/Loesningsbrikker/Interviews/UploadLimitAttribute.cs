using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Loesningsbrikker.Interviews;

/// <summary>
/// Answers an upload that is too large with the 413 page, and keeps what is not too large in memory: the framework would otherwise
/// write every file over 64 kB into the temporary folder, in plain. Runs after the permission and before anything reads the form:
/// otherwise the antiforgery check would meet the limit first and call it a broken request.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UploadLimitAttribute : Attribute, IAsyncAuthorizationFilter, IOrderedFilter
{
    private const long DrainedAtMost = 500L * 1024 * 1024;

    /// <inheritdoc />
    public int Order => -500;

    /// <inheritdoc />
    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        if (context.Result is not null)
            return;
        var request = context.HttpContext.Request;
        var limit = context.HttpContext.RequestServices.GetRequiredService<HouseSettings>().MaxUploadMegabytes * 1024L * 1024L;
        if (request.ContentLength is { } length && length > limit)
            await RefuseAsync(context, request, length);
        else if (request.HasFormContentType)
            context.HttpContext.Features.Set<IFormFeature>(new FormFeature(request, new FormOptions
            {
                MultipartBodyLengthLimit = limit, ValueLengthLimit = (int)limit, MemoryBufferThreshold = (int)limit + 1, BufferBody = false,
            }));
    }

    private static async Task RefuseAsync(AuthorizationFilterContext context, HttpRequest request, long length)
    {
        context.Result = new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
        // The error page is a request of its own that would read the form once more.
        request.Form = FormCollection.Empty;
        // A browser only shows the answer once it has sent everything; what comes is thrown away unread.
        if (length <= DrainedAtMost && context.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
        {
            feature.MaxRequestBodySize = length;
            await request.Body.CopyToAsync(Stream.Null, context.HttpContext.RequestAborted);
        }
    }
}
