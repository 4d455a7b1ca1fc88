using AutoDiffGen.Generator.Analysis;
using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Tests.Harness;

namespace AutoDiffGen.Generator.Tests.Analysis;

/// <summary>What the integers of a body may be.</summary>
public class IntervalsTests
{
    private const int Min = int.MinValue, Max = int.MaxValue;

    [Theory]
    [InlineData("5", 5, 5)]
    [InlineData("n", Min, Max)]
    [InlineData("a.Length", 0, Max)]
    [InlineData("a.Length - 1", -1, Max - 1)]
    [InlineData("n - 1", Min, Max)]
    [InlineData("a.Length + 1", Min, Max)]
    [InlineData("-a.Length", -Max, 0)]
    [InlineData("a.Length * 2", Min, Max)]
    [InlineData("n % 7", -6, 6)]
    [InlineData("a.Length % 7", 0, 6)]
    [InlineData("a.Length / 2", 0, Max)]
    [InlineData("n & 3", 0, 3)]
    [InlineData("a.Length >> 1", 0, Max)]
    [InlineData("Math.Max(n, 0)", 0, Max)]
    [InlineData("Math.Min(a.Length, 8)", 0, 8)]
    [InlineData("n > 0 ? 3 : a.Length", 0, Max)]
    [InlineData("(n % 7) * (n % 3) - 1", -13, 11)]
    public void Expressions(string expression, long least, long greatest)
    {
        // As the end of a loop that a first one keeps from being the whole body.
        Prepared prepared = Of($"int end = {expression}; for (int i = 0; i < end; i++) s += x;");
        Assert.Equal(new Interval(least, greatest), Intervals.Of(prepared.Body).Of(prepared.Loops.Single().End));
    }

    [Theory]
    [InlineData("for (int i = 0; i < n; i++) s *= x + i;", 0, Max - 1)]
    [InlineData("for (int i = 0; i <= n; i++) s *= x + i;", 0, Max)]
    [InlineData("for (int i = n; i > 0; i--) s *= x + i;", 1, Max)]
    [InlineData("for (int i = n; i >= 2; i--) s *= x + i;", 2, Max)]
    [InlineData("for (int i = 0; i < n; i += 2) s *= x + i;", Min, Max)]
    [InlineData("for (int i = 0; i < a.Length - 1; i += 2) s *= x + i;", 0, Max - 2)]
    [InlineData("for (int i = n; i > -3; i -= 3) s *= x + i;", -2, Max)]
    // Elements that every round reads tell of the index.
    [InlineData("for (int i = n; i > -9; i--) s *= a[i];", 0, Max - 1)]
    [InlineData("for (int i = n; i > -9; i--) s *= a[i + 2] * x;", -2, Max - 3)]
    [InlineData("for (int i = n; i > -9; i--) { int k = i + 1; s *= a[k]; }", -1, Max - 2)]
    [InlineData("for (int i = n; i > -9; i--) a[i] = x;", 0, Max - 1)]
    // Where the sum may begin again at the other end, nothing.
    [InlineData("for (int i = n; i > -9; i--) s *= a[i - 2];", -8, Max)]
    // Nor those that only some read.
    [InlineData("for (int i = n; i > -9; i--) if (x > 0) s *= a[i];", -8, Max)]
    [InlineData("for (int i = n; i > -9; i--) s *= x > 0 ? 2 : a[i];", -8, Max)]
    [InlineData("for (int i = n; i > -9; i--) s *= p[i] > 0 ? 2 : n;", 0, Max - 1)]
    public void Indices(string loop, long least, long greatest)
    {
        Prepared prepared = Of(loop);
        Assert.Equal(new Interval(least, greatest), Intervals.Of(prepared.Body).Of(prepared.Loops.Single().Index.Read));
    }

    /// <summary>Arms are blocks of their own by the time they are asked about: this one is not to depend on it.</summary>
    [Fact]
    public void What_an_arm_reads_tells_nothing()
    {
        For loop = Of("for (int i = n; i > -9; i--) s *= a[i];").Loops.Single();
        Expr one = Integers.Constant(1), element = new Read(new ElementPlace(
            new LocalPlace(new Var("p", new ArrayType(IrType.Int32, 1), VarRole.Parameter)), [loop.Index.Read], IrType.Int32));
        Assert.Equal(new Interval(0, Max - 1), With(element));
        Assert.Equal(new Interval(-8, Max), With(new Conditional(new Binary(BinaryOp.Less, loop.Start, one, IrType.Bool), element, one)));
        Assert.Equal(new Interval(-8, Max), With(new Conditional(new Binary(BinaryOp.Less, loop.Start, one, IrType.Bool), one, element)));
        Assert.Equal(new Interval(0, Max - 1), With(new Conditional(new Binary(BinaryOp.Less, element, one, IrType.Bool), one, one)));

        Interval With(Expr value) =>
            Intervals.Of([loop with { Body = [new Let(new Var("k", IrType.Int32, VarRole.Temporary), value)] }]).Of(loop.Index.Read);
    }

    private sealed record Prepared(IReadOnlyList<Stmt> Body)
    {
        public IEnumerable<For> Loops => Body.All().OfType<For>();
    }

    private static Prepared Of(string body) => new([.. new Lowered(
        "[Differentiable] public static double F(double x, double[] a, int[] p, int n) { double s = x; " + body + " return s; }").Prepared.Body]);
}
