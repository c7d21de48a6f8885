using Loesningsbrikker.Host;
using Loesningsbrikker.Host.Commands;
using Loesningsbrikker.Shared;

if (HostCommands.AreMeantBy(args))
    return await HostCommands.RunAsync(args);

var builder = WebApplication.CreateBuilder(args);
var settings = HostSettings.Read(builder);
using var start = await HostStart.TakeAsync(settings);
if (start is null)
    return 1;

_ = Database.BuildModelAsync(settings, Migrations);
builder.Services.AddHouse(settings, builder.Environment);
builder.Services.AddHouseDatabase(settings, Migrations);
builder.Services.AddSingleton(start.MasterKey);
builder.Services.AddScheduling(settings);

var app = builder.Build();
var prepared = Task.Run(() => HostStart.PrepareAsync(app, settings));
app.UseHouse();
app.FindPages();
await prepared;
await app.RunAsync();
return 0;

static string Migrations(string provider) => $"Loesningsbrikker.Migrations.{provider}";

/// <summary>The entry point; named so that tests can start the Host.</summary>
public partial class Program;
