using System.Globalization;
using Loesningsbrikker.Exchange.Refi;
using Loesningsbrikker.Interviews.Import;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Exchange.Import;

/// <summary>Informants by their codes, from a file of this product's own only: another tool's cases are often called what people are called.</summary>
public sealed partial class ProjectImport
{
    /// <summary>Keys of the informants of each text.</summary>
    private readonly Dictionary<Guid, List<long>> _informantsOf = [];

    private async Task StoreInformantsAsync()
    {
        _keepNumbers = await KeepsInterviewNumbersAsync();
        if (!_plan.Loaded.IsOwn)
            return;
        var included = _plan.Sources.Where(s => s.Include).Select(s => s.Loaded.Source.Guid).ToHashSet();
        foreach (var of in _plan.Loaded.Project.Cases)
            if (await InformantAsync(of) is { } id)
                foreach (var source in of.SourceRefs.Where(included.Contains))
                    if (_informantsOf.TryGetValue(source, out var informants))
                        informants.Add(id);
                    else
                        _informantsOf[source] = [id];
        await db.SaveChangesAsync();
    }

    /// <summary>Key of the informant with the case's code; null, and counted, when there cannot be one.</summary>
    private async Task<long?> InformantAsync(QdaCase of)
    {
        var code = CanonicalText.OneLine(of.Name, LongestCode);
        if (code.Length == 0 || code != of.Name || SourceFacts.Text(of.Values, ExchangeWords.Group).Length == 0)
            return Lost(of);
        if (await db.Informants.Where(i => i.ProcessId == current.Id && i.Code == code).Select(i => (long?)i.Id).FirstOrDefaultAsync() is { } here)
        {
            Remember(ExchangeIdKind.Informant, of.Guid, here, recognised: true);
            return here;
        }
        var informant = new Informant { ProcessId = current.Id, Code = code };
        try
        {
            informant.Describe(
                await GroupAsync(of), await InstitutionAsync(SourceFacts.Text(of.Values, ExchangeWords.Institution)),
                Number(of, ExchangeWords.Headcount), Number(of, ExchangeWords.AgeFrom), Number(of, ExchangeWords.AgeTo));
        }
        catch (RuleException)
        {
            // Children need a house that is in this municipality.
            return Lost(of);
        }
        db.Add(informant);
        await db.SaveChangesAsync();
        Remember(ExchangeIdKind.Informant, of.Guid, informant.Id);
        return informant.Id;
    }

    private async Task<InformantGroup> GroupAsync(QdaCase of)
    {
        var (name, areChildren) = (Short(SourceFacts.Text(of.Values, ExchangeWords.Group)), SourceFacts.Text(of.Values, ExchangeWords.AreChildren) == "true");
        var group = (await db.InformantGroups.Where(g => g.ProcessId == current.Id).ToListAsync()).Find(g => DanishText.Comparer.Equals(g.Name, name));
        if (group is not null)
            return group.AreChildren == areChildren ? group : throw new RuleException("Gruppen er børn det ene sted og voksne det andet.");
        group = new InformantGroup { ProcessId = current.Id, Name = name, AreChildren = areChildren };
        db.Add(group);
        await db.SaveChangesAsync();
        return group;
    }

    /// <summary>A process without interviews keeps the numbers that everybody knows them by.</summary>
    private async Task<bool> KeepsInterviewNumbersAsync()
    {
        List<int?> numbers = [.. _plan.Sources.Where(s => s.Include).Select(s => SourceFacts.Number(s.Loaded.Source))];
        return numbers.Count > 0 && numbers.TrueForAll(n => n is not null) && numbers.Distinct().Count() == numbers.Count
            && await ProcessNumbers.HasNoInterviewAsync(db, current.Id);
    }

    private long? Lost(QdaCase of)
    {
        _losses.Add(QdaLoss.Informant, of.Name.Length <= LongestCode ? of.Name : "");
        return null;
    }

    private static int? Number(QdaCase of, QdaVariable variable) =>
        int.TryParse(SourceFacts.Text(of.Values, variable), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;

    private const int LongestCode = 30;
}
