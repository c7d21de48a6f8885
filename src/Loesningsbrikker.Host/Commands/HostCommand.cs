using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Host.Commands;

/// <summary>A verb of the command line.</summary>
/// <param name="Verb">The word after the program's name.</param>
/// <param name="Arguments">What follows it, as the help shows it; empty for nothing.</param>
/// <param name="Explanation">What it does, one Danish sentence.</param>
/// <param name="RunAsync">The work; gives the exit code. Throws <see cref="OperatorException"/> when it cannot be done.</param>
internal sealed record HostCommand(string Verb, string Arguments, string Explanation, Func<CommandLine, Task<int>> RunAsync)
{
    /// <summary>Options that the verb knows, e.g. --replace.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];
}

/// <summary>The settings and arguments that a command runs with.</summary>
internal sealed class CommandLine
{
    private readonly List<string> _values;
    private readonly HashSet<string> _options;

    /// <summary>Sorts the arguments after the verb. Settings (--Name=value) were read already.</summary>
    /// <exception cref="OperatorException">An option is unknown.</exception>
    public CommandLine(HouseSettings settings, HostCommand command, IEnumerable<string> arguments)
    {
        Settings = settings;
        var own = arguments.Where(a => !IsSetting(a)).ToList();
        _values = [.. own.Where(a => !a.StartsWith("--", StringComparison.Ordinal))];
        _options = [.. own.Except(_values)];
        if (_options.Except(command.Options).FirstOrDefault() is { } unknown)
            throw new OperatorException($"»{unknown}« er ukendt. Skriv {command.Verb} {command.Arguments}. Indstillinger skrives --Navn=værdi.");
        if (_values.Count > (command.Arguments.Contains('<', StringComparison.Ordinal) ? 1 : 0))
            throw new OperatorException($"For mange argumenter. Skriv {command.Verb} {command.Arguments}.");
    }

    /// <summary>Whether an argument is a setting: --Name=value.</summary>
    public static bool IsSetting(string argument) => argument.StartsWith("--", StringComparison.Ordinal) && argument.Contains('=', StringComparison.Ordinal);

    /// <summary>The Host's settings.</summary>
    public HouseSettings Settings { get; }

    /// <summary>The file that the command is about, as an absolute path.</summary>
    /// <exception cref="OperatorException">None is given.</exception>
    public string File => _values is [var file]
        ? Path.GetFullPath(file)
        : throw new OperatorException("Skriv også filens navn. »help« viser, hvordan kommandoerne skrives.");

    /// <summary>Whether an option is given.</summary>
    public bool Has(string option) => _options.Contains(option);

    /// <summary>The house's database without the web; dispose after use.</summary>
    public ServiceProvider OpenDatabase() => DatabaseServices.Of(Settings);
}

/// <summary>The services that a command needs to reach the database.</summary>
internal static class DatabaseServices
{
    public static ServiceProvider Of(HouseSettings settings) =>
        new ServiceCollection()
            .AddSingleton(settings).AddSingleton(TimeProvider.System).AddScoped<Actor>()
            .AddHouseDatabase(settings, provider => $"Loesningsbrikker.Migrations.{provider}")
            .BuildServiceProvider();
}
