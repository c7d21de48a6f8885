using Loesningsbrikker.Interviews.Import;

namespace Loesningsbrikker.SolutionPieces.Import;

/// <summary>
/// What may come out of one file, over all its sheets and tables: far above a list of pieces, far below what fills the memory.
/// </summary>
internal sealed class TableLimits
{
    /// <summary>The most rows with content in a table; the largest process known has 88 pieces.</summary>
    public const int MostRows = 2_000;

    /// <summary>The most columns with content in a table.</summary>
    public const int MostColumns = 60;

    /// <summary>The most sheets or tables that are offered.</summary>
    public const int MostTables = 50;

    /// <summary>The most characters of all cells together, shared texts counted each time.</summary>
    public const int MostCharacters = 3_000_000;

    private const int MostFilled = 200_000;
    private const int CellCost = 10;

    private int _characters;
    private int _filled;

    /// <summary>Counts what is read.</summary>
    /// <exception cref="TooMuchException">It is more than is reasonable.</exception>
    public void Count(int characters)
    {
        _characters += characters + CellCost;
        if (_characters is > MostCharacters or < 0)
            throw new TooMuchException();
    }

    /// <summary>Counts a cell that a merged one is filled into.</summary>
    /// <exception cref="TooMuchException">It is more than is reasonable.</exception>
    public void CountFilled()
    {
        if (++_filled > MostFilled)
            throw new TooMuchException();
    }
}
