using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Rules;

namespace AutoDiffGen.Generator.Analysis;

/// <summary>
/// Which values may be infinite or no number where all arguments are finite: quotients, roots, logarithms, powers, exponentials, and
/// what is calculated from them. That sums and products may overflow is not considered.
/// </summary>
internal sealed class Unbounded
{
    private readonly HashSet<Var> _variables = [];
    private readonly Storages _storages;
    private readonly bool _calls;

    private Unbounded(Function function, bool calls, bool parameters)
    {
        _storages = Storages.Of(function);
        _calls = calls;
        if (parameters)
            _variables.UnionWith(function.Parameters.Select(p => _storages.Of(p.Var)));

        // To a fixed point: rounds hand values to the next ones.
        int before;
        do
        {
            before = _variables.Count;
            foreach (Stmt stmt in function.Body.All())
                Flow(stmt);
        }
        while (_variables.Count != before);
    }

    /// <param name="calls">Whether methods that call themselves may return or store such values.</param>
    /// <param name="parameters">Whether this is one of them, which may be passed such values.</param>
    public static Unbounded Of(Function function, bool calls, bool parameters) => new(function, calls, parameters);

    /// <summary>Whether some operation makes an infinite number, or none, out of finite ones.</summary>
    public static bool Arises(Function function) =>
        function.Body.All().SelectMany(s => s.Expressions()).SelectMany(e => e.Tree()).Any(e => e.Type is RealType && IsSource(e));

    /// <summary>Whether the value may be.</summary>
    public bool Is(Expr expr) => expr switch
    {
        Read read => read.Place.Root() is { } root && _variables.Contains(_storages.Of(root)),
        _ => expr.Type is RealType && (IsSource(expr) || expr.Children().Any(c => c.Type is RealType && Is(c))),
    };

    private static bool IsSource(Expr expr) => expr switch
    {
        RealConst constant => double.IsNaN(constant.Value) || double.IsInfinity(constant.Value),
        Binary { Op: BinaryOp.Divide or BinaryOp.Remainder } division => division.Right is not RealConst { Value: not 0.0 },
        Call call => !Finite.IsBounded(call),
        _ => false,
    };

    private void Flow(Stmt stmt)
    {
        switch (stmt)
        {
            case Invoke invoke when _calls:
                _variables.UnionWith(invoke.Writes().Concat(Storages.Stores(invoke)).Select(_storages.Of));
                break;
            case Let { Value.Type: RealType } let when Is(let.Value):
                _variables.Add(let.Var);
                break;
            case Declare { Value: { Type: RealType } value } declare when Is(value):
                _variables.Add(declare.Var);
                break;
            case Assign { Value.Type: RealType } assign when Is(assign.Value) && assign.Target.Root() is { } root:
                _variables.Add(_storages.Of(root));
                break;
        }
    }
}
