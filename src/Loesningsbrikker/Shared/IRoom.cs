using Loesningsbrikker.Accounts;

namespace Loesningsbrikker.Shared;

/// <summary>One feature: what it registers and what it puts into the menu. One implementation per room folder.</summary>
public interface IRoom
{
    /// <summary>Registers the room's services; most rooms need none.</summary>
    void AddServices(IServiceCollection services)
    {
    }

    /// <summary>The room's entries in the menu of a process, in order of <see cref="MenuEntry.Order"/>.</summary>
    IEnumerable<MenuEntry> Menu => [];
}

/// <summary>An entry in the menu of a process.</summary>
/// <param name="Order">Place in the menu, lowest first.</param>
/// <param name="Text">The Danish word.</param>
/// <param name="Path">Address below the process, e.g. "interviews"; empty for the process page.</param>
/// <param name="Permission">Who sees it.</param>
public sealed record MenuEntry(int Order, string Text, string Path, Permission Permission);
