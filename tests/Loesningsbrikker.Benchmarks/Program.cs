using Loesningsbrikker.Benchmarks;

// scripts/bench publishes the Host and calls this with its path first.
if (args is ["bare", var bareUrl])
    return await BareEndpoint.RunAsync(bareUrl);
if (args.Length < 2)
{
    Console.Error.WriteLine("Usage: scripts/bench coding|open|start|export|import [--postgresql CONNECTION] [--seconds N] [--only CASE]");
    return 2;
}
var options = BenchmarkOptions.Parse(args);
return options.Work switch
{
    "coding" => await CodingBenchmark.RunAsync(options),
    "start" => await StartBenchmark.RunAsync(options),
    "open" => await OpenBenchmark.RunAsync(options),
    "export" => await ExportBenchmark.RunAsync(options),
    "import" => await ImportBenchmark.RunAsync(options),
    _ => 2,
};
