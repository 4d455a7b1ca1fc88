using AutoDiffGen.Generator.Tests.Harness;

namespace AutoDiffGen.Generator.Tests.FrontEnd;

public class ConstantTests
{
    [Fact]
    public void Reals_fold_and_keep_names() => Expect.Ir(
        """
        const float Tenth = 0.1f;
        static readonly double R = 3;
        [Differentiable] public static double F(double x)
        {
            const double K = 2 * Math.PI;
            return K * x + Math.PI + (float)0.1 + Tenth + R + double.Epsilon + default(double) - 0.0;
        }
        """,
        """
        double F(double x)
            return ((((((((6.283185307179586d * x) + System.Math.PI) + 0.10000000149011612d) + 0.10000000149011612d) + N.C.R) + double.Epsilon) + 0d) - 0d)
        """);

    [Fact]
    public void Inert_constants_are_source_text() => Expect.Ir(
        """
        public enum E : sbyte { A = -1, B, @class }
        [Differentiable] public static double F(double x)
        {
            long l = 5; ulong u = 6; uint v = 7; byte b = 8; sbyte s = -3; nint n = 9; char c = '\''; string t = "a\t\"";
            E e = (E)5, f = (E)(-7), g = E.A, h = E.@class;
            int i = int.MinValue, j = default;
            return x;
        }
        """,
        """
        double F(double x)
            var l = 5L
            var u = 6UL
            var v = 7U
            var b = (byte)8
            var s = (sbyte)(-3)
            var n = (nint)9
            var c = '\''
            var t = "a\t\""
            var e = (N.C.E)5
            var f = (N.C.E)(-7)
            var g = N.C.E.A
            var h = N.C.E.@class
            var i = -2147483648
            var j = 0
            return x
        """);

    [Fact]
    public void Text_and_boxes_only_in_exceptions() => Expect.Ir(
        """
        [Differentiable] public static double F(double x, E e)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(x);
            ArgumentNullException.ThrowIfNull("s");
            if (x > 4) throw new ArgumentOutOfRangeException(nameof(x), x, $"bad {{x}} {x,5:F2} and " + x + (object)e);
            return x > 0 ? Math.Sqrt(x) : throw new InvalidOperationException(message: $"{e}", innerException: null);
        }
        public enum E { A }
        """,
        """
        double F(double x, !global::N.C.E e)
            effect System.ArgumentOutOfRangeException.ThrowIfNegative(x, "x")
            effect System.ArgumentNullException.ThrowIfNull("s", "\"s\"")
            if (x > 4d) {
                throw new System.ArgumentOutOfRangeException("x", x, (($('bad {x} ' x,5:F2 ' and ') + x) + object(e)))
            }
            var t0
            if (x > 0d) {
                t0 = Math.Sqrt(x)
            } else {
                throw new System.InvalidOperationException($(e,:), (System.Exception?)null)
            }
            return t0
        """);
}
