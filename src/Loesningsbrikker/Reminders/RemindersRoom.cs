using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Reminders;

/// <summary>The mails that tell people what waits for them.</summary>
public sealed class RemindersRoom : IRoom
{
    /// <inheritdoc />
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton(provider => provider.GetRequiredService<HouseSettings>().Mail);
        services.AddSingleton<IMailTransport>(provider =>
        {
            var house = provider.GetRequiredService<HouseSettings>();
            return house.Mail.UsesFolder ? new PickupFolderTransport(Path.Combine(house.DataFolder, house.Mail.PickupFolder!)) : new SmtpTransport(house.Mail);
        });
        services.AddScoped<SendDueReminders>();
        services.AddScoped<DeliverOutbox>();
    }
}
