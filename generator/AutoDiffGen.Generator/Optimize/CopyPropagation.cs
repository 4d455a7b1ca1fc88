using AutoDiffGen.Generator.Analysis;
using AutoDiffGen.Generator.Ir;

namespace AutoDiffGen.Generator.Optimize;

/// <summary>Uses a constant or variable itself where a temporary merely names it. The user's own locals stay.</summary>
/// <example><code>
/// t0 = x;  y = t0 * t0;        →        y = x * x;
/// </code></example>
internal sealed class CopyPropagation : Rewriter
{
    private readonly Mutation _mutation;
    private readonly IntegerOperands _integers;
    private readonly Dictionary<Var, Expr> _copies = [];
    private readonly Dictionary<Var, Origin?> _origins = [];

    private CopyPropagation(Function function)
    {
        _mutation = Mutation.Of(function);
        _integers = IntegerOperands.Of(function);
    }

    public static Function Run(Function function) => function with { Body = new CopyPropagation(function).Block(function.Body) };

    public override IEnumerable<Stmt> Visit(Stmt stmt)
    {
        Origin? origin = stmt is Assign { Value: Read { Place: LocalPlace source } } && _origins.TryGetValue(source.Var, out Origin? from) ? from : null;
        foreach (Stmt rebuilt in base.Visit(stmt))
        {
            if (rebuilt is Let { Var.Role: VarRole.Temporary or VarRole.Derivative } let && let.Value.IsAtom() && _mutation.IsStable(let.Value)
                && !_integers.Keep(let.Var, let.Value)
                // A span over an array is used where an array could not be.
                && (!let.Var.Type.IsStorage() || let.Var.Type == let.Value.Type))
            {
                _copies[let.Var] = let.Value;
                _origins[let.Var] = let.Origin;
            }
            else
            {
                yield return rebuilt.From(origin);
            }
        }
    }

    public override Expr Visit(Expr expr) =>
        expr is Read { Place: LocalPlace local } && _copies.TryGetValue(local.Var, out Expr? value) ? value : base.Visit(expr);
}
