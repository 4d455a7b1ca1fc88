using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.Optimize;

/// <summary>
/// Removes what nothing reads. So a vector-Jacobian product whose partials need no intermediate runs no forward sweep at all.
/// Explicit throws and stores through references stay.
/// </summary>
internal static class DeadCode
{
    public static Function Run(Function function)
    {
        while (true)
        {
            Function shorter = new Removal(function).Run(function);
            if (shorter.Equals(function))
                return function;
            function = shorter;
        }
    }

    private sealed class Removal : Rewriter
    {
        private readonly HashSet<Var> _read;

        public Removal(Function function) => _read = new HashSet<Var>(
            function.Body.All().Where(s => !IsSelfUpdate(s)).SelectMany(s => s.Expressions()).SelectMany(e => e.Reads()));

        public Function Run(Function function) => function with { Body = Block(function.Body) };

        public override IEnumerable<Stmt> Visit(Stmt stmt)
        {
            switch (stmt)
            {
                case Let let when !_read.Contains(let.Var):
                case Declare declare when !_read.Contains(declare.Var):
                case Assign { Target: LocalPlace target } when !_read.Contains(target.Var):
                    return [];
                case LetSinCos pair when !_read.Contains(pair.Sin) || !_read.Contains(pair.Cos):
                    return Half(pair);
                case If branch:
                    EquatableArray<Stmt> then = Block(branch.Then);
                    EquatableArray<Stmt> otherwise = Block(branch.Else);
                    if (then.IsEmpty && otherwise.IsEmpty)
                        return [];
                    return then.IsEmpty
                        ? [branch with { Condition = Not(branch.Condition), Then = otherwise, Else = [] }]
                        : [branch with { Then = then, Else = otherwise }];
                default:
                    return [stmt];
            }
        }

        private IEnumerable<Stmt> Half(LetSinCos pair)
        {
            if (_read.Contains(pair.Sin))
                yield return new Let(pair.Sin, SinCos.CallOf("Sin", pair.Angle), pair.Origin);
            if (_read.Contains(pair.Cos))
                yield return new Let(pair.Cos, SinCos.CallOf("Cos", pair.Angle), pair.Origin);
        }

        private static bool IsSelfUpdate(Stmt stmt) => stmt is Assign { Target: LocalPlace target } assign
            && assign.Value is Binary { Op: BinaryOp.Add or BinaryOp.Subtract, Left: Read { Place: LocalPlace left } } binary
            && left == target && !binary.Right.Reads().Any();

        private static Expr Not(Expr condition) => condition is Unary { Op: UnaryOp.Not } not
            ? not.Operand
            : new Unary(UnaryOp.Not, condition, IrType.Bool);
    }
}
