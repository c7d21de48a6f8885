using System.Data;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace Loesningsbrikker.Shared;

/// <summary>
/// A SQLite connection that stays open until it is disposed, with its statements prepared: SQLite would parse and plan the same text
/// anew at every command, which cost more than running it (decision 0018). Nothing changes for whoever uses it, Entity Framework
/// included, which opens and closes its connection around every question.
/// </summary>
/// <param name="connectionString">The file and its settings.</param>
internal sealed class PreparedConnection(string connectionString) : SqliteConnection(connectionString)
{
    /// <summary>How many statements are kept, the latest used first; each takes some kilobytes.</summary>
    private const int MostKept = 96;

    /// <summary>Longer texts are migrations, or lists that never come again.</summary>
    private const int LongestKept = 8000;

    private readonly Dictionary<string, LinkedListNode<KeptStatement>> _byText = new(StringComparer.Ordinal);
    private readonly LinkedList<KeptStatement> _latestFirst = new();
    private bool _disposing;

    /// <summary>How many statements are kept now.</summary>
    internal int Kept => _latestFirst.Count;

    /// <inheritdoc />
    public override SqliteCommand CreateCommand() => new PreparedCommand(this)
    {
        CommandTimeout = DefaultTimeout, Transaction = Transaction,
    };

    /// <inheritdoc />
    public override void Open()
    {
        if (State == ConnectionState.Open)
            return;
        base.Open();
        try
        {
            SqliteDurability.Apply(this);
        }
        catch
        {
            // Open without its settings it must not be found by the next question.
            CloseForGood();
            throw;
        }
    }

    /// <summary>Does nothing: the next question comes soon.</summary>
    public override void Close()
    {
        if (_disposing)
            CloseForGood();
    }

    /// <summary>Ends what a user of the connection left half read; an open reader would keep the log of the database from being emptied.</summary>
    public void Settle()
    {
        foreach (var statement in _latestFirst)
            statement.EndReading();
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        _disposing = true;
        base.Dispose(disposing);
    }

    /// <summary>The kept statement of that text; null when it is being read from at this moment, or is too long to keep.</summary>
    internal KeptStatement? Take(string text)
    {
        if (_byText.TryGetValue(text, out var node))
        {
            if (!node.Value.IsFree)
                return null;
            _latestFirst.Remove(node);
            _latestFirst.AddFirst(node);
            return node.Value;
        }
        return text.Length > LongestKept ? null : Keep(text);
    }

    private void CloseForGood()
    {
        // The base class disposes every command of the connection, the kept ones too.
        _byText.Clear();
        _latestFirst.Clear();
        base.Close();
    }

    private KeptStatement Keep(string text)
    {
        var statement = new KeptStatement(text, this);
        _byText[text] = _latestFirst.AddFirst(statement);
        if (_latestFirst.Count > MostKept && _latestFirst.Last!.Value is { IsFree: true } oldest)
        {
            _latestFirst.RemoveLast();
            _byText.Remove(oldest.CommandText);
            oldest.Dispose();
        }
        return statement;
    }

    /// <summary>A statement that outlives the commands that run it.</summary>
    [SuppressMessage("Security", "CA2100", Justification = "The text is that of a command which would run anyway.")]
    internal sealed class KeptStatement(string text, SqliteConnection connection) : SqliteCommand(text, connection)
    {
        /// <summary>False while somebody reads its rows.</summary>
        public bool IsFree => DataReader is null;

        /// <summary>Closes the reader that somebody left open.</summary>
        public void EndReading() => DataReader?.Dispose();

        /// <summary>Runs with the values of <paramref name="command"/>.</summary>
        public SqliteDataReader Run(SqliteCommand command, CommandBehavior behavior)
        {
            Parameters.Clear();
            foreach (SqliteParameter parameter in command.Parameters)
                Parameters.Add(parameter);
            (Transaction, CommandTimeout) = (command.Transaction, command.CommandTimeout);
            return ExecuteReader(behavior);
        }
    }

    /// <summary>What users of the connection get: runs the kept statement of its text.</summary>
    private sealed class PreparedCommand : SqliteCommand
    {
        private readonly PreparedConnection _owner;

        public PreparedCommand(PreparedConnection owner) => Connection = _owner = owner;

        public override SqliteDataReader ExecuteReader(CommandBehavior behavior) =>
            Connection == _owner && DataReader is null && _owner.State == ConnectionState.Open && _owner.Take(CommandText) is { } kept
                ? kept.Run(this, behavior)
                : base.ExecuteReader(behavior);
    }
}
