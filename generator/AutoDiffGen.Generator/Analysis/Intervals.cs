using System.Globalization;
using AutoDiffGen.Generator.Ir;

namespace AutoDiffGen.Generator.Analysis;

/// <summary>The least and the greatest number that an <c>int</c> may be.</summary>
internal readonly record struct Interval(long Least, long Greatest)
{
    public static readonly Interval All = new(int.MinValue, int.MaxValue);

    /// <summary>What is left of the numbers after arithmetic on <c>int</c>, which begins again at the other end.</summary>
    public Interval Wrapped() => Least < int.MinValue || Greatest > int.MaxValue ? All : this;

    public Interval Or(Interval other) => new(Math.Min(Least, other.Least), Math.Max(Greatest, other.Greatest));

    /// <summary>The numbers in both; where there are none, there is nothing to be said of a place that is never reached.</summary>
    public Interval And(Interval other)
    {
        var both = new Interval(Math.Max(Least, other.Least), Math.Min(Greatest, other.Greatest));
        return both.Least <= both.Greatest ? both : this;
    }
}

/// <summary>
/// What integers a body's expressions may be, once it has run to its end: told from constants, from lengths, from the bounds of counting
/// loops, and from the elements that every round of a loop reads or writes, whose indices have not thrown.
/// </summary>
internal sealed class Intervals
{
    // As far as expressions are looked into.
    private const int Deepest = 24;

    private readonly Dictionary<Var, Expr> _values = [];
    private readonly Dictionary<Var, For> _loops = [];
    private readonly Dictionary<Var, Interval> _known = [];

    private Intervals(IEnumerable<Stmt> body)
    {
        foreach (Stmt stmt in body.All())
        {
            switch (stmt)
            {
                case Let let when let.Var.Type == IrType.Int32:
                    _values[let.Var] = let.Value;
                    break;
                case For loop:
                    _loops[loop.Index] = loop;
                    break;
            }
        }
    }

    /// <param name="body">Each variable is assigned in one place, but for what loops hand on; the indices of loops are not.</param>
    public static Intervals Of(IEnumerable<Stmt> body) => new(body);

    /// <summary>What an expression of type <c>int</c> may be.</summary>
    public Interval Of(Expr expr) => Of(expr, Deepest);

    private Interval Of(Expr expr, int depth)
    {
        if (depth == 0 || expr.Type != IrType.Int32)
            return Interval.All;
        switch (expr)
        {
            case InertConst constant:
                return int.TryParse(constant.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? new(number, number) : Interval.All;
            case Read { Place: LocalPlace { Var: var variable } }:
                return Of(variable, depth);
            case Length:
                return new(0, int.MaxValue);
            case Conditional choice:
                return Of(choice.WhenTrue, depth - 1).Or(Of(choice.WhenFalse, depth - 1));
            case Unary { Op: UnaryOp.Negate } minus:
                Interval operand = Of(minus.Operand, depth - 1);
                return new Interval(-operand.Greatest, -operand.Least).Wrapped();
            case Call { Function: { Family: FunctionFamily.Math, Name: "Max" }, Arguments: [var a, var b] }:
                (Interval first, Interval second) = (Of(a, depth - 1), Of(b, depth - 1));
                return new(Math.Max(first.Least, second.Least), Math.Max(first.Greatest, second.Greatest));
            case Call { Function: { Family: FunctionFamily.Math, Name: "Min" }, Arguments: [var a, var b] }:
                (first, second) = (Of(a, depth - 1), Of(b, depth - 1));
                return new(Math.Min(first.Least, second.Least), Math.Min(first.Greatest, second.Greatest));
            case Binary binary:
                return Of(binary.Op, Of(binary.Left, depth - 1), Of(binary.Right, depth - 1));
            default:
                return Interval.All;
        }
    }

    private static Interval Of(BinaryOp op, Interval left, Interval right)
    {
        switch (op)
        {
            case BinaryOp.Add:
                return new Interval(left.Least + right.Least, left.Greatest + right.Greatest).Wrapped();
            case BinaryOp.Subtract:
                return new Interval(left.Least - right.Greatest, left.Greatest - right.Least).Wrapped();
            case BinaryOp.Multiply:
                long[] products = [left.Least * right.Least, left.Least * right.Greatest, left.Greatest * right.Least, left.Greatest * right.Greatest];
                return new Interval(products.Min(), products.Max()).Wrapped();
            case BinaryOp.Divide when right.Least > 0:
                // Towards zero: never further from it.
                return new(Math.Min(left.Least, 0), Math.Max(left.Greatest, 0));
            case BinaryOp.Remainder:
                // Of the sign of what is divided.
                long most = Math.Max(Math.Abs(right.Least), Math.Abs(right.Greatest)) - 1;
                return new(left.Least >= 0 ? 0 : Math.Max(-most, left.Least), left.Greatest <= 0 ? 0 : Math.Min(most, left.Greatest));
            case BinaryOp.And when left.Least >= 0 || right.Least >= 0:
                return new(0, Math.Min(left.Least >= 0 ? left.Greatest : int.MaxValue, right.Least >= 0 ? right.Greatest : int.MaxValue));
            case BinaryOp.ShiftRight when left.Least >= 0:
                return left with { Least = 0 };
            default:
                return Interval.All;
        }
    }

    private Interval Of(Var variable, int depth)
    {
        if (_known.TryGetValue(variable, out Interval known))
            return known;
        Interval interval =
            _values.TryGetValue(variable, out Expr? value) ? Of(value, depth - 1)
            : _loops.TryGetValue(variable, out For? loop) ? Of(loop, depth - 1)
            : Interval.All;

        // What had to be cut short would be remembered for those who had further to go.
        if (depth == Deepest)
            _known[variable] = interval;
        return interval;
    }

    /// <summary>What a loop's index may be in its rounds.</summary>
    private Interval Of(For loop, int depth)
    {
        Interval start = Of(loop.Start, depth);
        Interval end = Of(loop.End, depth);
        int inside = loop.Inclusive ? 0 : 1;

        // Steps of more than one may pass the end of the range, and begin again at the other.
        Interval counted = loop.Step switch
        {
            1 => new(start.Least, end.Greatest - inside),
            -1 => new(end.Least + inside, start.Greatest),
            > 1 => end.Greatest - inside + loop.Step <= int.MaxValue ? new(start.Least, end.Greatest - inside) : Interval.All,
            _ => end.Least + inside + loop.Step >= int.MinValue ? new(end.Least + inside, start.Greatest) : Interval.All,
        };
        counted = counted.Least <= counted.Greatest ? counted : Interval.All;
        return loop.Body.SelectMany(s => s.Expressions().Concat(s is Assign assign ? [new Read(assign.Target)] : []))
            .SelectMany(Always).OfType<Read>().Select(r => r.Place).OfType<ElementPlace>()
            .Where(e => e.Array.Type is ArrayType or SpanType)
            .SelectMany(e => e.Indices).Select(i => Offset(i, loop.Index, depth)).OfType<long>().Distinct()
            .Aggregate(counted, (all, offset) => all.And(Index(offset)));
    }

    /// <summary>The numbers to which the offset can be added so that the sum is the index of an element.</summary>
    private static Interval Index(long offset) => new Interval(-offset, int.MaxValue - 1 - offset).Wrapped();

    /// <summary>What is added to the variable; null where the expression is something else.</summary>
    private long? Offset(Expr expr, Var variable, int depth) => expr switch
    {
        _ when depth <= 0 => null,
        Read { Place: LocalPlace local } when local.Var == variable => 0,
        Read { Place: LocalPlace { Var: var other } } => _values.TryGetValue(other, out Expr? value) ? Offset(value, variable, depth - 1) : null,
        Binary { Op: BinaryOp.Add } sum when Integers.Value(sum.Right) is { } right => Offset(sum.Left, variable, depth - 1) + right,
        Binary { Op: BinaryOp.Add } sum when Integers.Value(sum.Left) is { } left => Offset(sum.Right, variable, depth - 1) + left,
        Binary { Op: BinaryOp.Subtract } difference when Integers.Value(difference.Right) is { } less => Offset(difference.Left, variable, depth - 1) - less,
        _ => null,
    };

    /// <summary>The expression and those inside it that are evaluated whenever it is.</summary>
    private static IEnumerable<Expr> Always(Expr expr)
    {
        var stack = new Stack<Expr>();
        stack.Push(expr);
        while (stack.Count > 0)
        {
            Expr top = stack.Pop();
            yield return top;
            IEnumerable<Expr> inside = top switch
            {
                Conditional choice => [choice.Condition],
                Binary { Op: BinaryOp.AndAlso or BinaryOp.OrElse } both => [both.Left],
                _ => top.Children(),
            };
            foreach (Expr child in inside)
                stack.Push(child);
        }
    }
}
