using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.Ir;

/// <summary>A method: what every transform takes and returns.</summary>
internal sealed record Function(string Name, EquatableArray<Parameter> Parameters, IrType Result, EquatableArray<Stmt> Body)
{
    /// <summary>Functions of its own that it calls: the two sweeps of methods that call themselves.</summary>
    public EquatableArray<Function> Nested { get; init; } = [];

    /// <summary>The function and those nested in it, each rewritten.</summary>
    public Function Each(Func<Function, Function> pass)
    {
        Function done = pass(this with { Nested = [] });
        return done with { Nested = Nested.Select(pass).ToEquatableArray() };
    }

    /// <summary>Without the nested functions that are not called any more: the compiler warns of them.</summary>
    public Function WithoutUncalled()
    {
        ILookup<string, Function> nested = Nested.ToLookup(f => f.Name, StringComparer.Ordinal);
        var called = new HashSet<Function>();
        var open = new Queue<Function>([this]);
        while (open.Count > 0)
        {
            foreach (Function callee in open.Dequeue().Body.All().OfType<Invoke>().SelectMany(i => nested[i.Function.Name]))
            {
                if (called.Add(callee))
                    open.Enqueue(callee);
            }
        }

        return this with { Nested = Nested.Where(called.Contains).ToEquatableArray() };
    }
}

/// <summary>A parameter of a <see cref="Function"/>.</summary>
/// <param name="Active">Whether derivatives are taken by it: real, and not <c>[NoGrad]</c>.</param>
internal sealed record Parameter(Var Var, RefMode Mode, bool Active);

internal static class Functions
{
    /// <summary>Every name of a parameter or local.</summary>
    public static IEnumerable<string> Names(this Function function) =>
        function.Parameters.Select(p => p.Var.Name).Concat(function.Body.All().SelectMany(s => s.Writes()).Select(v => v.Name));
}
