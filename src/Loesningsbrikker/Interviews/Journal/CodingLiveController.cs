using System.Globalization;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Interviews.Journal;

/// <summary>The stream of an open coding page: what others do, and who else is here (server-sent events, HTML Living Standard 9.2).</summary>
[Route("dialogue-processes/{processId:long}/transcripts/{transcriptId:long}"), Permit(Permission.ReadTestimony)]
public sealed class CodingLiveController(
    LoesningsbrikkerContext db, CurrentProcess current, CodingLive live, IHostApplicationLifetime lifetime, TimeProvider clock) : HouseController(db, current)
{
    /// <summary>
    /// A stream ends after so long, and the browser comes again by itself and passes every check anew: who was removed, signed out or
    /// lost a role hears no more within a minute. Short enough for proxies that cut silent connections.
    /// </summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(50);

    /// <summary>Streams.</summary>
    /// <param name="after">Key of the last step that the page knows of; the header Last-Event-ID of a browser that comes again counts more.</param>
    /// <param name="stay">False to hear what was missed and no more, for a browser whose way lets no stream through.</param>
    [HttpGet("live")]
    public async Task Show(long transcriptId, long? after, bool stay = true)
    {
        if (!await Db.Transcripts.AnyAsync(t => t.Id == transcriptId && t.ProcessId == Current.Id))
            throw new NotFoundException();
        if (long.TryParse(Request.Headers["Last-Event-ID"], NumberStyles.None, CultureInfo.InvariantCulture, out var last))
            after = last;
        using var life = new CancellationTokenSource(Longest, clock);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(life.Token, HttpContext.RequestAborted, lifetime.ApplicationStopping);
        Response.ContentType = "text/event-stream";
        // Proxies like nginx would keep the lines until the buffer is full.
        Response.Headers["X-Accel-Buffering"] = "no";
        try
        {
            await WriteAsync("retry: 1000\n\n", end.Token);
            var topic = new CodingTopic(Current.Process.MunicipalityId, Current.Id, transcriptId);
            await foreach (var told in live.ListenAsync(Db, topic, after, stay, end.Token))
                await WriteAsync($"id: {told.Cursor}\nevent: {told.News.Event}\ndata: {told.News.Json}\n\n", end.Token);
        }
        catch (OperationCanceledException)
        {
            // The page was closed, the time is up, or the Host stops.
        }
    }

    private async Task WriteAsync(string lines, CancellationToken cancellation)
    {
        await Response.WriteAsync(lines, cancellation);
        await Response.Body.FlushAsync(cancellation);
    }
}
