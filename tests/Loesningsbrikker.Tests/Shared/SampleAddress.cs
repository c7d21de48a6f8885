using System.Globalization;
using System.Text.RegularExpressions;
using Loesningsbrikker.Interviews.Import;
using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loesningsbrikker.Tests.Shared;

/// <summary>
/// Turns a route template into an address that exists in a sample process: {processId} and {number} as they are,
/// {id} as the key of the newest row of the table that the segment before names (themes/{id} → Themes),
/// {somethingId} likewise (somethings); {projectDraftId} and {tableDraftId} are drafts of those kinds.
/// </summary>
public static partial class SampleAddress
{
    private static readonly Dictionary<string, string> Tables = new()
    {
        ["Members"] = nameof(LoesningsbrikkerContext.ProcessMembers),
        ["Pieces"] = nameof(LoesningsbrikkerContext.SolutionPieces),
        ["Meetings"] = nameof(LoesningsbrikkerContext.ValidationMeetings),
        ["Rounds"] = nameof(LoesningsbrikkerContext.MeetingRounds),
        ["Participants"] = nameof(LoesningsbrikkerContext.MeetingParticipants),
        ["Groups"] = nameof(LoesningsbrikkerContext.InformantGroups),
        ["Deliveries"] = nameof(LoesningsbrikkerContext.OutboxMessages),
        ["ProjectDrafts"] = nameof(LoesningsbrikkerContext.ImportDrafts),
        ["Processes"] = nameof(LoesningsbrikkerContext.DialogueProcesses),
        ["TableDrafts"] = nameof(LoesningsbrikkerContext.ImportDrafts),
    };

    /// <summary>The address of the row with the sample's own keys.</summary>
    public static Task<string> OfAsync(RouteRow row, SampleProcess sample) => OfAsync(row, _ => sample);

    /// <summary>The address with the sample's own keys, but the one called <paramref name="swapped"/> is another sample's.</summary>
    public static Task<string> OfAsync(RouteRow row, SampleProcess sample, SampleProcess other, string swapped) =>
        OfAsync(row, name => name == swapped ? other : sample);

    /// <summary>Names of the keys in the address that belong to one process, besides the process itself.</summary>
    public static IEnumerable<string> KeysOfProcess(RouteRow row) =>
        row.Pattern.Contains("{processId", StringComparison.Ordinal)
            ? Segments(row.Sample ?? row.Pattern)
                .Where(s => IsNumber(s.Name) || TableOf(s.Name, s.Before) is { } table && table.IsAssignableTo(typeof(ProcessEntity)))
                .Select(s => s.Name)
            : [];

    private static async Task<string> OfAsync(RouteRow row, Func<string, SampleProcess> sampleFor)
    {
        var address = "/" + (row.Sample ?? row.Pattern).Trim('/');
        foreach (var (text, name, before) in Segments(address))
            address = address.Replace(text, await ValueAsync(name, before, sampleFor(name)), StringComparison.Ordinal);
        return address;
    }

    /// <summary>Every {parameter} as written, its name, and the segment before it.</summary>
    private static IEnumerable<(string Text, string Name, string Before)> Segments(string pattern) =>
        Parameter().Matches(pattern).Select(m => (m.Groups["text"].Value, m.Groups["name"].Value, m.Groups["before"].Value));

    private static async Task<string> ValueAsync(string name, string segmentBefore, SampleProcess sample)
    {
        if (name == "processId")
            return Text(sample.Process.Id);
        if (IsNumber(name))
            return Text(sample.Number + Offset(name));
        if (name == "joinCode")
            return sample.JoinCode;
        if (name == "slip")
            return sample.Slip;
        if (name.Contains("version", StringComparison.OrdinalIgnoreCase))
            return "1";
        var table = TableOf(name, segmentBefore)
            ?? throw new InvalidOperationException($"No sample row for {segmentBefore}/{{{name}}}: give the RouteRow a Sample.");
        await using var scope = sample.Host.Scope(sample.City.MunicipalityId);
        var db = scope.ServiceProvider.GetRequiredService<LoesningsbrikkerContext>();
        var newest = typeof(SampleAddress).GetMethod(nameof(NewestAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!;
        return Text(await (Task<long>)newest.MakeGenericMethod(table).Invoke(null, [db, sample.Process.Id, name])!);
    }

    /// <summary>{number} is the formulated piece and the interview, {carriedOutNumber} and so on the pieces of <see cref="SampleLaterPieces"/>.</summary>
    private static int Offset(string name) => name switch
    {
        "number" => 0,
        "carriedOutNumber" => 2,
        "submittedNumber" => 3,
        "administrativeNumber" => 4,
        "validatedNumber" => 5,
        "adoptedNumber" => 6,
        _ => 1,
    };

    private static bool IsNumber(string name) => name.EndsWith("number", StringComparison.OrdinalIgnoreCase) && !name.StartsWith("version", StringComparison.OrdinalIgnoreCase);

    private static Type? TableOf(string name, string segmentBefore)
    {
        var word = name == "id" ? segmentBefore : name.EndsWith("Id", StringComparison.Ordinal) ? name[..^2] + "s" : "";
        var property = string.Concat(word.Split('-').Where(w => w.Length > 0).Select(w => char.ToUpperInvariant(w[0]) + w[1..]));
        return typeof(LoesningsbrikkerContext).GetProperty(Tables.GetValueOrDefault(property, property))?.PropertyType.GetGenericArguments().FirstOrDefault();
    }

    private static Task<long> NewestAsync<T>(LoesningsbrikkerContext db, long processId, string name)
        where T : class
    {
        var rows = db.Set<T>().AsQueryable();
        // Texts, tables and projects wait in the same table; the name of the key says which is meant.
        if (typeof(T) == typeof(ImportDraft))
            rows = rows.Where(r => EF.Property<DraftKind>(r, nameof(ImportDraft.Kind)) == KindOf(name));
        if (typeof(T).IsAssignableTo(typeof(ProcessEntity)))
            rows = rows.Where(r => EF.Property<long>(r, nameof(ProcessEntity.ProcessId)) == processId);
        return rows.OrderByDescending(r => EF.Property<long>(r, "Id")).Select(r => EF.Property<long>(r, "Id")).FirstAsync();
    }

    private static DraftKind KindOf(string name) => name switch
    {
        "tableDraftId" => DraftKind.PieceTable,
        "projectDraftId" => DraftKind.Project,
        _ => DraftKind.Transcript,
    };

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("(?<before>[^/]*)/(?<text>\\{(?<name>\\w+)[^}]*\\})", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Parameter();
}
