using Loesningsbrikker.Reminders;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Host;

/// <summary>Reads the settings and makes their paths absolute.</summary>
internal static class HostSettings
{
    public static HouseSettings Read(WebApplicationBuilder builder)
    {
        var settings = builder.Configuration.GetSection(HouseSettings.Section).Get<HouseSettings>() ?? new HouseSettings();
        settings.DataFolder = Path.Combine(builder.Environment.ContentRootPath, settings.DataFolder);
        Directory.CreateDirectory(settings.DataFolder);
        if (builder.Environment.IsDevelopment() && !settings.Mail.IsSetUp)
            UseFolderForMail(settings.Mail);
        // Multipart headers and the other fields come on top of the file itself.
        builder.WebHost.ConfigureKestrel(o => o.Limits.MaxRequestBodySize = (settings.MaxUploadMegabytes + 1) * 1024L * 1024L);
        return settings;
    }

    /// <summary>Whoever tries the product sees its mails as files, and nobody gets one by mistake.</summary>
    private static void UseFolderForMail(MailSettings mail)
    {
        mail.PickupFolder = "mail";
        mail.From ??= "loesningsbrikker@lyngholm.example";
        mail.PublicAddress ??= "http://localhost:5080";
    }
}
