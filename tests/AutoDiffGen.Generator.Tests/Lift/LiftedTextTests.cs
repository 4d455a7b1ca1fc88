using Xunit;

namespace AutoDiffGen.Generator.Tests.Lift;

/// <summary>Lifted methods as a reader meets them.</summary>
public class LiftedTextTests
{
    [Fact]
    public void Keeps_statements_comments_and_order() => Check("""
        [Differentiable]
        internal static double Foo(double x, [NoGrad] double k, Mode mode = Mode.B)
        {
            // the range
            ArgumentOutOfRangeException.ThrowIfNegative(x);
            double a = Math.Sin(x)
                * k;   // scaled
            if (a > 0.5 && mode == Mode.A) return a;
            else if (x is > 0 and < 5)
            {
                a += Scale(a);
            }
            /* last */
            return mode switch { Mode.A => a, _ => a * Math.PI };
        }
        public enum Mode { A, B }
        static double Scale(double v, double by = 2) => v * by;
        """, """
        /// <summary><see cref="Foo(double, double, global::N.Models.Mode)"/> over the runtime tape.</summary>
        [global::System.CodeDom.Compiler.GeneratedCode("AutoDiffGen", "1.0.0")]
        internal static global::AutoDiffGen.Dynamic.Value Foo_Lifted(
            global::AutoDiffGen.Dynamic.Value x,
            global::AutoDiffGen.Dynamic.Value k,
            global::N.Models.Mode mode)
        {
            double kData = k.Data; // [NoGrad]: the initial content is constant
            // the range
            global::System.ArgumentOutOfRangeException.ThrowIfNegative(x.Data, paramName: "x");
            global::AutoDiffGen.Dynamic.Value a = global::AutoDiffGen.Dynamic.Value.Sin(x) * kData; // scaled
            if (a > 0.5 && mode == global::N.Models.Mode.A)
                return a;
            else if (x.Data is > 0 and < 5)
            {
                a += Foo_LiftedHelpers_67e4b9c0.Scale(a, by: 2.0);
            }
            /* last */
            return mode switch
            {
                global::N.Models.Mode.A => a,
                _ => a * global::System.Math.PI,
            };
        }

        /// <summary>What <see cref="Foo(double, double, global::N.Models.Mode)"/> calls, over the runtime tape.</summary>
        [global::System.CodeDom.Compiler.GeneratedCode("AutoDiffGen", "1.0.0")]
        private static class Foo_LiftedHelpers_67e4b9c0
        {
            internal static global::AutoDiffGen.Dynamic.Value Scale(global::AutoDiffGen.Dynamic.Value v, global::AutoDiffGen.Dynamic.Value by) =>
                v * by;
        }

        """);

    [Fact]
    public void Names_in_patterns_are_values() => Check("""
        public static double Foo(double x) => x switch
        {
            > 0 and < 5 and var d => d * d,
            var d when d < -1 => -d,
            _ => 0,
        };
        """, """
        /// <summary><see cref="Foo(double)"/> over the runtime tape.</summary>
        [global::System.CodeDom.Compiler.GeneratedCode("AutoDiffGen", "1.0.0")]
        public static global::AutoDiffGen.Dynamic.Value Foo_Lifted(global::AutoDiffGen.Dynamic.Value x) =>
            x switch
            {
                { Data: > 0 and < 5 } and var d => d * d,
                var d when d < -1 => -d,
                _ => 0,
            };

        """);

    [Fact]
    public void Written_constants_become_variables() => Check("""
        public static void Foo([NoGrad] double k, [NoGrad] ref double r, double x, out double y)
        {
            k *= x;
            y = k + r;
        }
        """, """
        /// <summary><see cref="Foo(double, ref double, double, out double)"/> over the runtime tape.</summary>
        [global::System.CodeDom.Compiler.GeneratedCode("AutoDiffGen", "1.0.0")]
        public static void Foo_Lifted(
            global::AutoDiffGen.Dynamic.Value k,
            ref global::AutoDiffGen.Dynamic.Value r,
            global::AutoDiffGen.Dynamic.Value x,
            out global::AutoDiffGen.Dynamic.Value y)
        {
            global::AutoDiffGen.Dynamic.Value kValue = k.Data; // [NoGrad]: the initial content is constant
            r = r.Data; // [NoGrad]: the initial content is constant
            kValue *= x;
            y = kValue + r;
        }

        """);

    [Fact]
    public void A_function_with_rules_is_called_and_recorded() => Check("""
        public static double Foo(double x, double y) => Mix(Erf(x), y, x, 3);
        static double Erf(double v) => v;
        [PartialOf(typeof(Models), nameof(Erf))]
        static double ErfByV(double v, double result) => Math.Exp(-v * v);
        static double Mix(double a, double b, double t, int n) => a + b * t * n;
        [PartialOf(typeof(Models), nameof(Mix), Wrt = "a")]
        static double MixByA(double a, double b, double t, int n, double result) => 1;
        [PartialOf(typeof(Models), nameof(Mix), Wrt = "b")]
        static double MixByB(double a, double b, double t, int n, double result) => t * n;
        [PartialOf(typeof(Models), nameof(Mix), Wrt = "t")]
        static double MixByT(double a, double b, double t, int n, double result) => b * n;
        """, """
        /// <summary><see cref="Foo(double, double)"/> over the runtime tape.</summary>
        [global::System.CodeDom.Compiler.GeneratedCode("AutoDiffGen", "1.0.0")]
        public static global::AutoDiffGen.Dynamic.Value Foo_Lifted(global::AutoDiffGen.Dynamic.Value x, global::AutoDiffGen.Dynamic.Value y) =>
            Foo_LiftedHelpers_b5c2a619.Mix(Foo_LiftedHelpers_b5c2a619.Erf(x), y, x, 3);

        /// <summary>What <see cref="Foo(double, double)"/> calls, over the runtime tape.</summary>
        [global::System.CodeDom.Compiler.GeneratedCode("AutoDiffGen", "1.0.0")]
        private static class Foo_LiftedHelpers_b5c2a619
        {
            internal static global::AutoDiffGen.Dynamic.Value Erf(global::AutoDiffGen.Dynamic.Value v)
            {
                // its value as it is, its partial derivatives by its [PartialOf] rules
                double result = global::N.Models.Erf(v.Data);
                return global::AutoDiffGen.Runtime.Lifting.Record(
                    result,
                    v, global::AutoDiffGen.Runtime.Lifting.IsRecorded(v) ? global::N.Models.ErfByV(v.Data, result) : 0);
            }

            internal static global::AutoDiffGen.Dynamic.Value Mix(
                global::AutoDiffGen.Dynamic.Value a,
                global::AutoDiffGen.Dynamic.Value b,
                global::AutoDiffGen.Dynamic.Value t,
                int n)
            {
                // its value as it is, its partial derivatives by its [PartialOf] rules
                double result = global::N.Models.Mix(a.Data, b.Data, t.Data, n);
                return global::AutoDiffGen.Runtime.Lifting.Record(
                    result,
                    [a, b, t],
                    [
                        global::AutoDiffGen.Runtime.Lifting.IsRecorded(a) ? global::N.Models.MixByA(a.Data, b.Data, t.Data, n, result) : 0,
                        global::AutoDiffGen.Runtime.Lifting.IsRecorded(b) ? global::N.Models.MixByB(a.Data, b.Data, t.Data, n, result) : 0,
                        global::AutoDiffGen.Runtime.Lifting.IsRecorded(t) ? global::N.Models.MixByT(a.Data, b.Data, t.Data, n, result) : 0,
                    ]);
            }
        }

        """);

    [Fact]
    public void Arrays_and_spans_are_of_values() => Check("""
        public static double Foo(double[] a, Span<double> s, double[,] m, [NoGrad] double[] w, [NoGrad] double[] v, params int[] k)
        {
            // a view, a copy and scratch
            Span<double> t = stackalloc double[2];
            double[] b = a[1..^1];
            ref double last = ref s[^1];
            foreach (double x in a.AsSpan(1))
                last += x * w[0]; // weighted
            for (int i = 0; i < k.Length; i++)
            {
                if (m[i, 0] > 1)
                    continue;
                (a[0], v[i]) = (v[0], a[k[i]]);
            }

            Array.Fill(b, 1);
            return Sum(b) + Sum([last, .. t]);
        }
        static double Sum(ReadOnlySpan<double> values)
        {
            double sum = 0;
            foreach (ref readonly double value in values)
                sum += value;
            return sum;
        }
        """, """
        /// <summary><see cref="Foo(double[], global::System.Span{double}, double[,], double[], double[], int[])"/> over the runtime tape.</summary>
        [global::System.CodeDom.Compiler.GeneratedCode("AutoDiffGen", "1.0.0")]
        public static global::AutoDiffGen.Dynamic.Value Foo_Lifted(
            global::AutoDiffGen.Dynamic.Value[] a,
            global::System.Span<global::AutoDiffGen.Dynamic.Value> s,
            global::AutoDiffGen.Dynamic.Value[,] m,
            global::AutoDiffGen.Dynamic.Value[] w,
            global::AutoDiffGen.Dynamic.Value[] v,
            int[] k)
        {
            global::AutoDiffGen.Runtime.Lifting.RequireApart(w, "w", a, "a");
            global::AutoDiffGen.Runtime.Lifting.RequireApart(w, "w", s, "s");
            global::AutoDiffGen.Runtime.Lifting.RequireApart(w, "w", v, "v");
            global::AutoDiffGen.Runtime.Lifting.RequireApart(v, "v", a, "a");
            global::AutoDiffGen.Runtime.Lifting.RequireApart(v, "v", s, "s");
            global::AutoDiffGen.Dynamic.Value[] wData = global::AutoDiffGen.Runtime.Lifting.Detached(w); // [NoGrad]: the initial content is constant
            global::AutoDiffGen.Runtime.Lifting.Detach(v); // [NoGrad]: the initial content is constant
            // a view, a copy and scratch
            global::System.Span<global::AutoDiffGen.Dynamic.Value> t = global::AutoDiffGen.Runtime.Lifting.OnStack(new global::AutoDiffGen.Dynamic.Value[2], stackalloc byte[0]);
            global::AutoDiffGen.Dynamic.Value[] b = a[1..^1];
            ref global::AutoDiffGen.Dynamic.Value last = ref s[^1];
            foreach (global::AutoDiffGen.Dynamic.Value x in global::System.MemoryExtensions.AsSpan<global::AutoDiffGen.Dynamic.Value>(a, 1))
                last += x * wData[0]; // weighted
            for (int i = 0; i < k.Length; i++)
            {
                if (m[i, 0] > 1)
                    continue;
                (a[0], v[i]) = (v[0], a[k[i]]);
            }
            global::System.Array.Fill<global::AutoDiffGen.Dynamic.Value>(b, 1);
            return Foo_LiftedHelpers_3a3b6449.Sum(b) + Foo_LiftedHelpers_3a3b6449.Sum(((global::AutoDiffGen.Dynamic.Value[])[last, .. t]));
        }

        /// <summary>What <see cref="Foo(double[], global::System.Span{double}, double[,], double[], double[], int[])"/> calls, over the runtime tape.</summary>
        [global::System.CodeDom.Compiler.GeneratedCode("AutoDiffGen", "1.0.0")]
        private static class Foo_LiftedHelpers_3a3b6449
        {
            internal static global::AutoDiffGen.Dynamic.Value Sum(global::System.ReadOnlySpan<global::AutoDiffGen.Dynamic.Value> values)
            {
                global::AutoDiffGen.Dynamic.Value sum = 0;
                foreach (ref readonly global::AutoDiffGen.Dynamic.Value value in values)
                    sum += value;
                return sum;
            }
        }

        """);

    [Fact]
    public void Warnings_switched_off_around_the_original_are_off_around_the_copy()
    {
        string text = LiftHarness.Build("#pragma warning disable 1718, CS8509\n#pragma warning disable CS0162\n" + LiftHarness.InModels("""
            #pragma warning restore CS0162
            public static double Foo(double x)
            {
                if (x != x)
                    return 0;
                #pragma warning disable CS0219
                int unused = 3;
                #pragma warning restore CS0219
                return x switch { < 0 => x, > 1 => 1 };
            }
            """)).Text;
        Assert.StartsWith("#pragma warning disable CS0219, CS1718, CS8509 // as around the original\n/// <summary>", text, StringComparison.Ordinal);
        Assert.EndsWith("}\n#pragma warning restore CS0219, CS1718, CS8509\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Code_that_knows_no_nullability_is_not_warned_about()
    {
        string text = LiftHarness.Build("#nullable disable\n" + LiftHarness.InModels("""
            public static double Foo(double x, string s)
            {
                string t = null;
                return s == t ? x : Other(x);
            }
            #nullable enable
            static double Other(double v) => v;
            """)).Text;
        Assert.Contains("\n#nullable disable warnings\npublic static", text, StringComparison.Ordinal);
        Assert.Contains("}\n#nullable enable warnings\n", text, StringComparison.Ordinal);
    }

    private static void Check(string members, string expected)
    {
        string source = LiftHarness.InModels(members);
        LiftHarness.Build(source);
        Assert.Equal(expected, LiftHarness.Text(source));
    }
}
