using System.Globalization;
using System.Text.RegularExpressions;
using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loesningsbrikker.Tests.Shared;

/// <summary>
/// Turns a route template into an address that exists in a sample process: {processId} and {number} as they are,
/// {id} as the key of the newest row of the table that the segment before names (themes/{id} → Themes),
/// {somethingId} likewise (somethings).
/// </summary>
public static partial class SampleAddress
{
    private static readonly Dictionary<string, string> Tables = new()
    {
        ["Members"] = nameof(LoesningsbrikkerContext.ProcessMembers),
        ["Pieces"] = nameof(LoesningsbrikkerContext.SolutionPieces),
        ["Groups"] = nameof(LoesningsbrikkerContext.InformantGroups),
        ["Processes"] = nameof(LoesningsbrikkerContext.DialogueProcesses),
    };

    /// <summary>The address of the row with the sample's own keys.</summary>
    public static Task<string> OfAsync(RouteRow row, SampleProcess sample) => OfAsync(row, sample, sample);

    /// <summary>The address with the process of <paramref name="process"/> and every other key of <paramref name="rest"/>.</summary>
    public static async Task<string> OfAsync(RouteRow row, SampleProcess process, SampleProcess rest)
    {
        var segments = (row.Sample ?? row.Pattern).Trim('/').Split('/');
        for (var i = 0; i < segments.Length; i++)
            if (Parameter().Match(segments[i]) is { Success: true } parameter)
                segments[i] = segments[i].Replace(parameter.Value, await ValueAsync(parameter.Groups["name"].Value, i == 0 ? "" : segments[i - 1], process, rest), StringComparison.Ordinal);
        return "/" + string.Join('/', segments);
    }

    /// <summary>Whether swapping processes makes an address that must not exist: some key belongs to one process.</summary>
    public static bool NamesRowOfProcess(RouteRow row)
    {
        var segments = row.Pattern.Trim('/').Split('/');
        return row.Pattern.Contains("{processId", StringComparison.Ordinal) && segments.Select((s, i) => (Match: Parameter().Match(s), Before: i == 0 ? "" : segments[i - 1]))
            .Where(s => s.Match.Success && s.Match.Groups["name"].Value != "processId")
            .Any(s => IsNumber(s.Match.Groups["name"].Value) || TableOf(s.Match.Groups["name"].Value, s.Before) is { } table && table.IsAssignableTo(typeof(ProcessEntity)));
    }

    private static async Task<string> ValueAsync(string name, string segmentBefore, SampleProcess process, SampleProcess rest)
    {
        if (name == "processId")
            return Text(process.Process.Id);
        if (IsNumber(name))
            return Text(name == "number" ? rest.Number : rest.Number + 1);
        if (name.Contains("version", StringComparison.OrdinalIgnoreCase))
            return "1";
        var table = TableOf(name, segmentBefore)
            ?? throw new InvalidOperationException($"No sample row for {segmentBefore}/{{{name}}}: give the RouteRow a Sample.");
        await using var scope = rest.Host.Scope(rest.City.MunicipalityId);
        var db = scope.ServiceProvider.GetRequiredService<LoesningsbrikkerContext>();
        var newest = typeof(SampleAddress).GetMethod(nameof(NewestAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!;
        return Text(await (Task<long>)newest.MakeGenericMethod(table).Invoke(null, [db, rest.Process.Id])!);
    }

    private static bool IsNumber(string name) => name.EndsWith("number", StringComparison.OrdinalIgnoreCase) && !name.StartsWith("version", StringComparison.OrdinalIgnoreCase);

    private static Type? TableOf(string name, string segmentBefore)
    {
        var word = name == "id" ? segmentBefore : name.EndsWith("Id", StringComparison.Ordinal) ? name[..^2] + "s" : "";
        var property = string.Concat(word.Split('-').Where(w => w.Length > 0).Select(w => char.ToUpperInvariant(w[0]) + w[1..]));
        return typeof(LoesningsbrikkerContext).GetProperty(Tables.GetValueOrDefault(property, property))?.PropertyType.GetGenericArguments().FirstOrDefault();
    }

    private static Task<long> NewestAsync<T>(LoesningsbrikkerContext db, long processId)
        where T : class
    {
        var rows = db.Set<T>().AsQueryable();
        if (typeof(T).IsAssignableTo(typeof(ProcessEntity)))
            rows = rows.Where(r => EF.Property<long>(r, nameof(ProcessEntity.ProcessId)) == processId);
        return rows.OrderByDescending(r => EF.Property<long>(r, "Id")).Select(r => EF.Property<long>(r, "Id")).FirstAsync();
    }

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("\\{(?<name>\\w+)[^}]*\\}", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Parameter();
}
