using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Host.Backups;

/// <summary>The one table whose rows no backup has.</summary>
internal static class LeftOutTable
{
    /// <summary>Texts that wait to be looked at before anything of them is stored (docs/decisions/0015).</summary>
    public const string Name = nameof(LoesningsbrikkerContext.ImportDrafts);
}
