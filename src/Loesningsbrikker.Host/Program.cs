using Loesningsbrikker.Accounts;
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

builder.Services.AddHouse(settings, builder.Environment);
builder.Services.AddHouseDatabase(settings, provider => $"Loesningsbrikker.Migrations.{provider}");
builder.Services.AddSingleton(start.MasterKey);
builder.Services.AddScheduling(settings);

var app = builder.Build();
await Database.PrepareAsync(app.Services, settings);
if (app.Environment.IsDevelopment())
    await DevelopmentUsers.EnsureAsync(app.Services);
await SetupLink.OfferAsync(app.Services);
app.UseHouse();
await app.RunAsync();
return 0;

/// <summary>The entry point; named so that tests can start the Host.</summary>
public partial class Program;
