using System.Globalization;
using Loesningsbrikker.Shared;
using Microsoft.Data.Sqlite;

namespace Loesningsbrikker.Tests.Shared;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class PreparedConnectionTests
{
    private readonly TemporaryFolder _folder = new();
    private PreparedConnection _connection = null!;

    [SetUp]
    public void Open()
    {
        _connection = new PreparedConnection($"Data Source={_folder["a.db"]};Pooling=False");
        _connection.Open();
        Run("PRAGMA journal_mode = WAL");
        Run("CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT UNIQUE)");
    }

    [TearDown]
    public void Close()
    {
        _connection.Dispose();
        _folder.Dispose();
    }

    [Test]
    public void The_same_text_runs_again_with_other_values_and_is_kept_once()
    {
        var before = _connection.Kept;
        foreach (var name in new[] { "a", "b", "c" })
            Run("INSERT INTO t (name) VALUES ($n)", ("$n", name));
        Assert.That(_connection.Kept, Is.EqualTo(before + 1));
        Assert.That(Run("SELECT group_concat(name) FROM t"), Is.EqualTo("a,b,c"));
    }

    [Test]
    public void The_same_question_can_be_asked_while_its_rows_are_being_read()
    {
        Run("INSERT INTO t (name) VALUES ('a'), ('b')");
        using var outer = Command("SELECT name FROM t ORDER BY id");
        using var rows = outer.ExecuteReader();
        Assert.That(rows.Read());
        Assert.That(Run("SELECT name FROM t ORDER BY id"), Is.EqualTo("a"));
        Assert.That(rows.Read());
        Assert.That(rows.GetString(0), Is.EqualTo("b"));
    }

    [Test]
    public void A_statement_that_failed_works_the_next_time()
    {
        Run("INSERT INTO t (name) VALUES ($n)", ("$n", "a"));
        Assert.That(() => Run("INSERT INTO t (name) VALUES ($n)", ("$n", "a")), Throws.TypeOf<SqliteException>());
        Run("INSERT INTO t (name) VALUES ($n)", ("$n", "b"));
        Assert.That(Run("SELECT count(*) FROM t"), Is.EqualTo("2"));
    }

    [Test]
    public void A_table_that_was_changed_is_seen_as_it_is()
    {
        Run("INSERT INTO t (name) VALUES ('a')");
        Assert.That(Columns(), Is.EqualTo(2));
        Run("ALTER TABLE t ADD COLUMN more TEXT");
        Assert.That(Columns(), Is.EqualTo(3));
    }

    [Test]
    public void Only_so_many_are_kept_and_those_that_were_let_go_still_run()
    {
        for (var n = 0; n < 300; n++)
            Assert.That(Run($"SELECT {n}"), Is.EqualTo(n.ToString(CultureInfo.InvariantCulture)));
        Assert.That(_connection.Kept, Is.LessThan(100));
        Assert.That(Run("SELECT 0"), Is.EqualTo("0"));
    }

    [Test]
    public void What_was_left_half_read_does_not_keep_the_log_from_being_emptied()
    {
        Run("INSERT INTO t (name) VALUES ('a'), ('b')");
        var left = Command("SELECT name FROM t").ExecuteReader();
        Assert.That(left.Read());
        Assert.That(CheckpointIsBusy(), "the open reader holds the log");
        _connection.Settle();
        Assert.That(CheckpointIsBusy(), Is.False);
    }

    private bool CheckpointIsBusy()
    {
        using var other = new SqliteConnection($"Data Source={_folder["a.db"]};Pooling=False;Default Timeout=1");
        other.Open();
        using var write = new SqliteCommand("INSERT INTO t (name) VALUES (hex(randomblob(8)))", other);
        write.ExecuteNonQuery();
        using var checkpoint = new SqliteCommand("PRAGMA busy_timeout = 0; PRAGMA wal_checkpoint(TRUNCATE)", other);
        using var reader = checkpoint.ExecuteReader();
        reader.NextResult();
        return reader.Read() && reader.GetInt64(0) == 1;
    }

    private int Columns()
    {
        using var command = Command("SELECT * FROM t");
        using var reader = command.ExecuteReader();
        return reader.FieldCount;
    }

    private string Run(string sql, params (string Name, object Value)[] values)
    {
        using var command = Command(sql);
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value);
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture)!;
    }

    private SqliteCommand Command(string sql)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }
}
