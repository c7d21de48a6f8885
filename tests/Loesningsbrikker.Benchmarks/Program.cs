using Loesningsbrikker.Benchmarks;

// scripts/bench publishes the Host and calls this with its path first.
if (args is ["bare", var bareUrl])
    return await BareEndpoint.RunAsync(bareUrl);
if (args.Length < 2)
{
    Console.Error.WriteLine("Usage: scripts/bench coding|open|import [--postgresql CONNECTION] [--seconds N]");
    return 2;
}
var options = BenchmarkOptions.Parse(args);
return options.Work switch
{
    "coding" => await CodingBenchmark.RunAsync(options),
    "open" => await OpenBenchmark.RunAsync(options),
    "import" => await ImportBenchmark.RunAsync(options),
    _ => 2,
};
