using Loesningsbrikker.Shared;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;

namespace Loesningsbrikker.Interviews;

/// <summary>
/// Stores a frozen transcript. The paragraphs go past the change tracker: a long text has tens of thousands, which are never
/// changed and are vouched for by the transcript's hash; plain inserts are several times faster.
/// </summary>
internal static class TranscriptStore
{
    private const string Table = "\"TranscriptParagraphs\"";
    private const string Columns = "\"TranscriptId\", \"StartUtf16\", \"EndUtf16\", \"Number\", \"Speaker\", \"Text\", \"MunicipalityId\"";

    /// <summary>Stores it with what else the context has to save. Call inside <see cref="LoesningsbrikkerContext.InTransactionAsync{T}"/>.</summary>
    public static async Task AddAsync(LoesningsbrikkerContext db, Transcript transcript)
    {
        var transaction = db.Database.CurrentTransaction?.GetDbTransaction()
            ?? throw new InvalidOperationException("A transcript and its paragraphs are stored together or not at all.");
        List<TranscriptParagraph> paragraphs = [.. transcript.Paragraphs];
        transcript.Paragraphs.Clear();
        db.Add(transcript);
        await db.SaveChangesAsync();
        foreach (var paragraph in paragraphs)
            (paragraph.TranscriptId, paragraph.MunicipalityId) = (transcript.Id, transcript.MunicipalityId);
        if (transaction is SqliteTransaction sqlite)
            Insert(sqlite, paragraphs);
        else
            await CopyAsync((NpgsqlConnection)transaction.Connection!, paragraphs);
    }

    private static void Insert(SqliteTransaction transaction, List<TranscriptParagraph> paragraphs)
    {
        using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"INSERT INTO {Table} ({Columns}) VALUES (@t, @s, @e, @n, @p, @x, @m)";
        var values = new[] { "@t", "@s", "@e", "@n", "@p", "@x", "@m" }
            .Select((name, i) => command.Parameters.Add(name, i is 4 or 5 ? SqliteType.Text : SqliteType.Integer)).ToArray();
        command.Prepare();
        foreach (var p in paragraphs)
        {
            (values[0].Value, values[1].Value, values[2].Value, values[3].Value) = (p.TranscriptId, p.StartUtf16, p.EndUtf16, p.Number);
            (values[4].Value, values[5].Value, values[6].Value) = (p.Speaker, p.Text, p.MunicipalityId);
            command.ExecuteNonQuery();
        }
    }

    private static async Task CopyAsync(NpgsqlConnection connection, List<TranscriptParagraph> paragraphs)
    {
        await using var writer = await connection.BeginBinaryImportAsync($"COPY {Table} ({Columns}) FROM STDIN (FORMAT BINARY)");
        foreach (var p in paragraphs)
        {
            await writer.StartRowAsync();
            await writer.WriteAsync(p.TranscriptId, NpgsqlDbType.Bigint);
            await writer.WriteAsync(p.StartUtf16, NpgsqlDbType.Integer);
            await writer.WriteAsync(p.EndUtf16, NpgsqlDbType.Integer);
            await writer.WriteAsync(p.Number, NpgsqlDbType.Integer);
            await writer.WriteAsync(p.Speaker, NpgsqlDbType.Varchar);
            await writer.WriteAsync(p.Text, NpgsqlDbType.Text);
            await writer.WriteAsync(p.MunicipalityId, NpgsqlDbType.Bigint);
        }
        await writer.CompleteAsync();
    }
}
