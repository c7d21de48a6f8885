using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Host.Commands;

/// <summary>Makes the master key before the first start, e.g. to place it apart from the data.</summary>
internal static class CreateMasterKeyCommand
{
    public static HostCommand Definition { get; } = new(
        "create-master-key", "", "Laver hovednøglens fil. Overskriver aldrig; den første start gør det samme af sig selv.", RunAsync);

    private static async Task<int> RunAsync(CommandLine line)
    {
        var settings = line.Settings;
        if (!string.IsNullOrWhiteSpace(settings.MasterKey))
            throw new OperatorException("Hovednøglen står allerede i indstillingen Loesningsbrikker:MasterKey.");
        if (!File.Exists(settings.MasterKeyPath) && await StoredData.ExistsAsync(settings))
            throw new OperatorException("Databasen har allerede data, som kun den gamle hovednøgle kan læse. Læg den tilbage fra dens egen sikkerhedskopi.");
        MasterKeyFile.Create(settings.MasterKeyPath);
        Console.WriteLine($"Hovednøglen ligger i {settings.MasterKeyPath}. Gem en kopi et andet sted end databasens sikkerhedskopi.");
        return 0;
    }
}
