namespace Loesningsbrikker.Tests.Shared;

/// <summary>Which database a fixture runs on.</summary>
public enum DatabaseKind
{
    Sqlite,
    PostgreSql,
}
