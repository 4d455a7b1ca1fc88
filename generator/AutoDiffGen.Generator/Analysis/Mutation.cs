using AutoDiffGen.Generator.Ir;

namespace AutoDiffGen.Generator.Analysis;

/// <summary>Which variables are ever written after they come into being; everything else has one value for good.</summary>
internal sealed class Mutation
{
    private readonly HashSet<Var> _mutable;

    private Mutation(Function function) =>
        _mutable = new HashSet<Var>(function.Body.All().Where(s => s is Assign).SelectMany(s => s.Writes()));

    public static Mutation Of(Function function) => new(function);

    public bool IsMutable(Var variable) => _mutable.Contains(variable);

    /// <summary>Whether the expression has the same value wherever its variables are in scope.</summary>
    public bool IsStable(Expr expr) => expr.Tree().All(e => e switch
    {
        Read { Place: LocalPlace local } => !IsMutable(local.Var),
        Read { Place: StaticPlace } => true,
        Read => false,
        _ => true,
    });
}
