using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Loesningsbrikker.Shared;

/// <summary>A query that is asked so often that building it shows in a profile. Compiled once per model, because each database has its own.</summary>
/// <param name="compile">Calls <see cref="EF"/>.CompileAsyncQuery.</param>
internal sealed class CompiledQuery<TQuery>(Func<TQuery> compile)
    where TQuery : Delegate
{
    private readonly ConditionalWeakTable<IModel, TQuery> _byModel = [];

    /// <summary>The query for the context's database.</summary>
    public TQuery For(DbContext db) => _byModel.GetValue(db.Model, _ => compile());
}
