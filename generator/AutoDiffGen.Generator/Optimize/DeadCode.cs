using AutoDiffGen.Generator.Analysis;
using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.Optimize;

/// <summary>
/// Removes what nothing needs. So a vector-Jacobian product whose partials need no intermediate runs no forward sweep at all.
/// Explicit throws, stores through references and stores into elements that somebody reads, or that are the caller's, stay.
/// </summary>
/// <example><code>
/// for (i …) { t = x * i; s = s + t; }  dx = dx + n;  return;        →        dx = dx + n;  return;
/// </code></example>
internal static class DeadCode
{
    public static Function Run(Function function)
    {
        var live = new Liveness(function);
        return function with { Body = new Removal(live).Block(function.Body) };
    }

    /// <summary>The variables and storages that what the function does for its caller depends on.</summary>
    private sealed class Liveness
    {
        private readonly HashSet<Var> _live = [];
        private readonly HashSet<Var> _liveStorages = [];
        private readonly HashSet<Var> _own;
        private readonly Storages _storages;
        private bool _grown;

        public Liveness(Function function)
        {
            _storages = Storages.Of(function);
            var parameters = new HashSet<Var>(function.Parameters.Where(p => p.Var.Type.IsStorage()).Select(p => _storages.Of(p.Var)));
            _own = new HashSet<Var>(function.Body.All().OfType<Allocate>().Select(a => _storages.Of(a.Var)).Where(v => !parameters.Contains(v)));
            do
            {
                _grown = false;
                Block(function.Body);
            }
            while (_grown);
        }

        public bool IsLive(Var variable) => _live.Contains(variable);

        /// <summary>Whether the statement itself, blocks in it aside, has to stay.</summary>
        public bool IsNeeded(Stmt stmt) => stmt switch
        {
            Let let => IsLive(let.Var),
            Declare declare => IsLive(declare.Var),
            // The handles are counted.
            Allocate allocate => allocate.Handle is not null || IsLive(allocate.Var),
            LetSinCos pair => IsLive(pair.Sin) || IsLive(pair.Cos),
            Assign { Target: LocalPlace target, Value: Read { Place: LocalPlace value } } when target == value => false,
            Assign { Target: LocalPlace target } => IsLive(target.Var),
            Assign { Target: ElementPlace element } => _storages.Of(element) is not { } storage || !_own.Contains(storage) || _liveStorages.Contains(storage),
            If or While or For => stmt.Blocks().SelectMany(b => b).Any(IsNeeded),
            _ => true,
        };

        private void Block(EquatableArray<Stmt> block)
        {
            // Backwards: most uses come after what they use.
            for (int i = block.Count - 1; i >= 0; i--)
            {
                foreach (EquatableArray<Stmt> inner in block[i].Blocks())
                    Block(inner);
                if (!IsNeeded(block[i]))
                    continue;
                foreach (Expr read in block[i].Expressions().SelectMany(e => e.Tree()))
                {
                    if (read is not Read { Place: var place } || place.Root() is not { } root)
                        continue;
                    _grown |= _live.Add(root);
                    if (place is ElementPlace || block[i] is Effect or Invoke or Push or Pop)
                        _grown |= _liveStorages.Add(_storages.Of(root));
                }
            }
        }
    }

    private sealed class Removal(Liveness live) : Rewriter
    {
        public override IEnumerable<Stmt> Visit(Stmt stmt)
        {
            if (!live.IsNeeded(stmt))
                return [];
            switch (stmt)
            {
                case LetSinCos pair when !live.IsLive(pair.Sin) || !live.IsLive(pair.Cos):
                    return Half(pair);
                case If branch:
                    EquatableArray<Stmt> then = Block(branch.Then);
                    EquatableArray<Stmt> otherwise = Block(branch.Else);
                    return then.IsEmpty
                        ? [branch with { Condition = Not(branch.Condition), Then = otherwise, Else = [] }]
                        : [branch with { Then = then, Else = otherwise }];
                case While loop:
                    return [loop with { Body = Block(loop.Body) }];
                case For loop:
                    return [loop with { Body = Block(loop.Body) }];
                default:
                    return [stmt];
            }
        }

        private IEnumerable<Stmt> Half(LetSinCos pair)
        {
            if (live.IsLive(pair.Sin))
                yield return new Let(pair.Sin, SinCos.CallOf("Sin", pair.Angle), pair.Origin);
            if (live.IsLive(pair.Cos))
                yield return new Let(pair.Cos, SinCos.CallOf("Cos", pair.Angle), pair.Origin);
        }

        private static Expr Not(Expr condition) => condition is Unary { Op: UnaryOp.Not } not
            ? not.Operand
            : new Unary(UnaryOp.Not, condition, IrType.Bool);
    }
}
