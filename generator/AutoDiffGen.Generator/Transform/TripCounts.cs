using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.Transform;

/// <summary>
/// Says how often each loop runs. Where the bounds do not tell, the rounds are counted on the way forward; the reverse sweep counts them down.
/// </summary>
/// <example><code>
/// while (x > 1) { … }        →        rounds = 0; while (x > 1) { …; rounds = rounds + 1; }        and back        for (k = rounds - 1; k >= 0; k--) { … }
/// </code></example>
internal sealed class TripCounts : Rewriter
{
    private readonly Names _names;

    private TripCounts(Names names) => _names = names;

    public static IReadOnlyList<Stmt> Run(IReadOnlyList<Stmt> body, Names names) => new TripCounts(names).Block(body.ToEquatableArray());

    public override IEnumerable<Stmt> Visit(Stmt stmt)
    {
        switch (stmt)
        {
            case While loop:
                return Counted(loop.Body, body => loop with { Body = body });
            case For { Go: not null } loop:
                return Counted(loop.Body, body => loop with { Body = body });
            default:
                return base.Visit(stmt);
        }

        IEnumerable<Stmt> Counted(EquatableArray<Stmt> body, Func<EquatableArray<Stmt>, Stmt> rebuilt)
        {
            var rounds = new Var(_names.Fresh("rounds"), IrType.Int32, VarRole.Temporary);
            var next = new Assign(new LocalPlace(rounds), new Binary(BinaryOp.Add, rounds.Read, Int(1), IrType.Int32), stmt.Origin);
            EquatableArray<Stmt> inner = Block(body);
            return [new Declare(rounds, Int(0), stmt.Origin), rebuilt(inner.Completes() ? [.. inner, next] : inner)];
        }
    }

    /// <summary>The loop that runs the rounds of another one from the last to the first.</summary>
    /// <param name="loop">As <see cref="Run"/> left it: where rounds are counted, the count is its last assignment.</param>
    public static IEnumerable<Stmt> Backwards(Stmt loop, List<Stmt> body, Origin origin, Names names)
    {
        switch (loop)
        {
            case For { Go: null, Step: 1 or -1 } counting:
                Expr last = counting.Inclusive ? counting.End : Plus(counting.End, -counting.Step);
                return [new For(counting.Index, last, counting.Start, Inclusive: true, -counting.Step, null, body.ToEquatableArray(), origin)];

            case For { Go: null } counting:
                // (end − start − 1) / step + 1 rounds, if the end is after the start.
                Expr distance = counting.Step > 0 ? Minus(counting.End, counting.Start) : Minus(counting.Start, counting.End);
                int size = Math.Abs(counting.Step);
                Expr full = Plus(new Binary(BinaryOp.Divide, counting.Inclusive ? distance : Plus(distance, -1), Int(size), IrType.Int32), 1);
                var none = new Binary(counting.Inclusive ? BinaryOp.Less : BinaryOp.LessOrEqual, distance, Int(0), IrType.Bool);
                var trips = new Var(names.Fresh("rounds"), IrType.Int32, VarRole.Temporary);
                var count = new Let(trips, new Conditional(none, Int(0), full), origin);
                return [count, CountedDown(trips, k => [At(counting, k), .. body])];

            case For { Step: 1 } counting:
                Expr final = counting.Start is InertConst { Text: "0" }
                    ? Plus(Rounds(counting.Body).Read, -1)
                    : Plus(new Binary(BinaryOp.Add, counting.Start, Rounds(counting.Body).Read, IrType.Int32), -1);
                return [new For(counting.Index, final, counting.Start, Inclusive: true, -1, null, body.ToEquatableArray(), origin)];

            case For counting:
                return [CountedDown(Rounds(counting.Body), k => [At(counting, k), .. body])];

            case While whileLoop:
                return [CountedDown(Rounds(whileLoop.Body), _ => body)];

            default:
                throw Rewriter.Unknown(loop);
        }

        For CountedDown(Var rounds, Func<Var, List<Stmt>> round)
        {
            var k = new Var(names.Fresh("k"), IrType.Int32, VarRole.Temporary);
            return new For(k, Plus(rounds.Read, -1), Int(0), Inclusive: true, -1, null, round(k).ToEquatableArray(), origin);
        }

        Let At(For counting, Var k) => new(
            counting.Index,
            new Binary(BinaryOp.Add, counting.Start, Math.Abs(counting.Step) == 1 && counting.Step > 0
                ? k.Read
                : new Binary(BinaryOp.Multiply, Int(counting.Step), k.Read, IrType.Int32), IrType.Int32),
            origin);
    }

    private static Var Rounds(EquatableArray<Stmt> body) => body.Reverse().OfType<Assign>().Select(a => a.Target).OfType<LocalPlace>().First().Var;

    private static InertConst Int(int value) => new(value.ToString(System.Globalization.CultureInfo.InvariantCulture), IrType.Int32);

    private static Expr Minus(Expr left, Expr right) =>
        right is InertConst { Text: "0" } ? left : new Binary(BinaryOp.Subtract, left, right, IrType.Int32);

    private static Expr Plus(Expr left, int right)
    {
        if (left is InertConst constant && int.TryParse(constant.Text, out int value))
            return Int(value + right);
        return right >= 0
            ? new Binary(BinaryOp.Add, left, Int(right), IrType.Int32)
            : new Binary(BinaryOp.Subtract, left, Int(-right), IrType.Int32);
    }
}
