namespace Loesningsbrikker.Migrations.PostgreSql;

/// <summary>Started by dotnet ef only, which then finds <see cref="DesignTimeFactory"/>.</summary>
internal static class Program
{
    private static void Main()
    {
    }
}
