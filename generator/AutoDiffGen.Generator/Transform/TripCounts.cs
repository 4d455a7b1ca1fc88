using AutoDiffGen.Generator.Analysis;
using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.Transform;

/// <summary>
/// Says how often each loop runs. Where the bounds do not tell, the rounds are counted on the way forward; the reverse sweep counts them down,
/// at the ends of the range of <c>int</c> too.
/// </summary>
/// <example><code>
/// for (i = 0; i &lt; n; i++) { … }        →        and back        for (i = Math.Max(n, 0) - 1; i >= 0; i--) { … }
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
    /// <param name="intervals">Of the body that the loop is in.</param>
    public static IEnumerable<Stmt> Backwards(Stmt loop, List<Stmt> body, Origin origin, Names names, Intervals intervals)
    {
        switch (loop)
        {
            case For { Go: null, Step: 1 or -1 } counting when EndsOnItsOwn(counting, intervals):
                return [new For(counting.Index, Last(counting, IsFirst(counting.End, counting, intervals)), counting.Start, Inclusive: true, -counting.Step, null, body.ToEquatableArray(), origin)];

            case For { Go: null, Step: 1 or -1 } counting:
                // Past the first round the index would go on from the other end of its range: in no round of the method's.
                return [new For(counting.Index, Last(counting, isGuarded: false), counting.Start, Inclusive: true, -counting.Step, Within(counting), body.ToEquatableArray(), origin)];

            case For { Go: null } counting:
                // (end − start − 1) / step + 1 rounds, if the end is after the start.
                (Expr least, Expr greatest) = counting.Step > 0 ? (counting.Start, counting.End) : (counting.End, counting.Start);
                Expr distance = Integers.Difference(greatest, least);
                int size = Math.Abs(counting.Step);
                var none = new Binary(counting.Inclusive ? BinaryOp.Less : BinaryOp.LessOrEqual, greatest, least, IrType.Bool);
                Expr whole = counting.Inclusive ? distance : Plus(distance, -1);
                Expr full = Plus(intervals.Of(greatest).Greatest - intervals.Of(least).Least <= int.MaxValue ? Divided(whole, IrType.Int32) : Divided(whole, Unsigned), 1);
                var trips = new Var(names.Fresh("rounds"), IrType.Int32, VarRole.Temporary);
                var count = new Let(trips, new Conditional(none, Int(0), full), origin);
                return [count, CountedDown(trips, k => [At(counting, k), .. body])];

                // No distance is too large for an unsigned number.
                Expr Divided(Expr dividend, InertType type) => type == IrType.Int32
                    ? new Binary(BinaryOp.Divide, dividend, Int(size), type)
                    : new Ir.Convert(new Binary(BinaryOp.Divide, new Ir.Convert(dividend, type), new InertConst(Int(size).Text + "u", type), type), IrType.Int32);

            case For { Step: 1 } counting when !IsFirst(counting.Start, counting, intervals):
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

    private static readonly InertType Unsigned = new("uint");

    /// <summary>Whether the reverse loop, when it has run the first round, comes to a number before it.</summary>
    private static bool EndsOnItsOwn(For counting, Intervals intervals) =>
        !IsFirst(counting.Start, counting, intervals)
        // What is told of the rounds holds where there are some; where there are none, the start is not before the end.
        || (!IsFirst(counting.Index.Read, counting, intervals) && (counting.Inclusive || !IsFirst(counting.End, counting, intervals)));

    /// <summary>Whether the number may be one that none of <c>int</c> comes before, in the direction of the loop.</summary>
    private static bool IsFirst(Expr number, For counting, Intervals intervals)
    {
        Interval interval = intervals.Of(number);
        return counting.Step > 0 ? interval.Least == int.MinValue : interval.Greatest == int.MaxValue;
    }

    /// <summary>The index in the last round; before that of the first one, if there are none.</summary>
    /// <param name="isGuarded">Also where no number of <c>int</c> is before the end.</param>
    private static Expr Last(For counting, bool isGuarded)
    {
        if (counting.Inclusive)
            return counting.End;
        return Plus(!isGuarded ? counting.End : counting.Step > 0 ? Integers.Max(counting.End, counting.Start) : Integers.Min(counting.End, counting.Start), -counting.Step);
    }

    /// <summary>The condition under which the loop goes on.</summary>
    private static Binary Within(For counting) => new(
        (counting.Step > 0, counting.Inclusive) switch
        {
            (true, true) => BinaryOp.LessOrEqual,
            (true, false) => BinaryOp.Less,
            (false, true) => BinaryOp.GreaterOrEqual,
            (false, false) => BinaryOp.Greater,
        },
        counting.Index.Read,
        counting.End,
        IrType.Bool);

    private static Var Rounds(EquatableArray<Stmt> body) => body.Reverse().OfType<Assign>().Select(a => a.Target).OfType<LocalPlace>().First().Var;

    private static InertConst Int(int value) => new(value.ToString(System.Globalization.CultureInfo.InvariantCulture), IrType.Int32);

    private static Expr Plus(Expr left, int right)
    {
        if (left is InertConst constant && int.TryParse(constant.Text, out int value))
            return Int(value + right);
        return right >= 0
            ? new Binary(BinaryOp.Add, left, Int(right), IrType.Int32)
            : new Binary(BinaryOp.Subtract, left, Int(-right), IrType.Int32);
    }
}
