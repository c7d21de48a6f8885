namespace Loesningsbrikker.Shared;

/// <summary>A row that belongs to exactly one municipality; the context stamps and filters it.</summary>
public interface IMunicipalityOwned
{
    /// <summary>Key of the municipality; set by the context when the row is added.</summary>
    long MunicipalityId { get; set; }
}

/// <summary>A row that two people may edit at once: the version sent back with a form must still be the stored one.</summary>
public interface IVersioned
{
    /// <summary>Changes with every update; an application GUID, the same on both databases.</summary>
    Guid Version { get; set; }
}

/// <summary>A row the change log leaves out, because another audited row vouches for it or it is itself a log.</summary>
public interface INotAudited;

/// <summary>What nearly every row has: a key and its municipality.</summary>
public abstract class Entity : IMunicipalityOwned
{
    /// <summary>64-bit key, given by the database.</summary>
    public long Id { get; set; }

    /// <inheritdoc />
    public long MunicipalityId { get; set; }
}

/// <summary>A row of one dialogue process.</summary>
public abstract class ProcessEntity : Entity
{
    /// <summary>Key of the dialogue process.</summary>
    public long ProcessId { get; set; }
}
