using AutoDiffGen.Generator.Tests.Harness;

namespace AutoDiffGen.Generator.Tests.Snapshots;

/// <summary>What is generated for arrays that are written.</summary>
public class Arrays
{
    [Fact]
    public void A_heat_stencil_with_swapped_buffers() => Snapshot.Verify("""
        [Differentiable]
        public static double F(double[] initial, double k, int steps)
        {
            int n = initial.Length;
            double[] now = new double[n], next = new double[n];
            initial.CopyTo(now, 0);
            for (int t = 0; t < steps; t++)
            {
                next[0] = now[0];
                next[n - 1] = now[n - 1];
                for (int i = 1; i < n - 1; i++)
                    next[i] = now[i] + k * (now[i - 1] - 2 * now[i] + now[i + 1]);
                (now, next) = (next, now);
            }

            double heat = 0;
            for (int i = 0; i < n; i++)
                heat += now[i] * now[i];
            return heat;
        }
        """);

    [Fact]
    public void Cholesky_in_place() => Snapshot.Verify("""
        [Differentiable]
        public static double F(double[,] a)
        {
            int n = a.GetLength(0);
            double logarithm = 0;
            for (int j = 0; j < n; j++)
            {
                for (int k = 0; k < j; k++)
                    a[j, j] -= a[j, k] * a[j, k];
                a[j, j] = Math.Sqrt(a[j, j]);
                logarithm += Math.Log(a[j, j]);
                for (int i = j + 1; i < n; i++)
                {
                    for (int k = 0; k < j; k++)
                        a[i, j] -= a[i, k] * a[j, k];
                    a[i, j] /= a[j, j];
                }
            }

            return 2 * logarithm;
        }
        """);

    [Fact]
    public void A_perceptron_of_two_layers() => Snapshot.Verify("""
        [Differentiable]
        public static double F([NoGrad] double[] x, double[] w1, double[] b1, double[] w2, double b2, [NoGrad] double target)
        {
            double[] hidden = new double[b1.Length];
            for (int i = 0; i < hidden.Length; i++)
                hidden[i] = Math.Tanh(b1[i] + Dot(w1.AsSpan(i * x.Length, x.Length), x));
            double error = b2 + Dot(w2, hidden) - target;
            return error * error;
        }

        private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
        {
            double s = 0;
            for (int i = 0; i < a.Length; i++)
                s += a[i] * b[i];
            return s;
        }
        """);

    [Fact]
    public void Prefix_sums_in_place() => Snapshot.Verify("""
        [Differentiable]
        public static void F(Span<double> a)
        {
            for (int i = 1; i < a.Length; i++)
                a[i] += a[i - 1];
        }
        """);

    [Fact]
    public void Elements_that_are_overwritten_are_put_back() => Snapshot.Verify("""
        [Differentiable]
        public static double F(Span<double> a)
        {
            for (int i = 1; i < a.Length; i++)
                a[i] *= Math.Sin(a[i - 1]);
            return a[^1];
        }
        """);

    [Fact]
    public void Elements_go_into_a_span_of_the_caller() => Snapshot.Verify("""
        [Differentiable]
        public static void F(ReadOnlySpan<double> logits, Span<double> probabilities)
        {
            double sum = 0;
            for (int i = 0; i < logits.Length; i++)
            {
                probabilities[i] = Math.Exp(logits[i]);
                sum += probabilities[i];
            }

            for (int i = 0; i < logits.Length; i++)
                probabilities[i] /= sum;
        }
        """);

    [Fact]
    public void A_local_array_of_each_round() => Snapshot.Verify("""
        [Differentiable]
        public static double F(double[] points, double[] centers)
        {
            double total = 0;
            for (int i = 0; i < points.Length; i++)
            {
                double[] terms = new double[centers.Length];
                for (int k = 0; k < centers.Length; k++)
                    terms[k] = -(points[i] - centers[k]) * (points[i] - centers[k]);
                double sum = 0;
                for (int k = 0; k < centers.Length; k++)
                    sum += Math.Exp(terms[k]);
                total += Math.Log(sum);
            }

            return total;
        }
        """);

    [Fact]
    public void A_matrix_and_a_jagged_array() => Snapshot.Verify("""
        [Differentiable]
        public static double F(double[,] m, double[][] rows)
        {
            double s = 0;
            for (int i = 0; i < m.GetLength(0); i++)
            {
                for (int j = 0; j < rows[i].Length; j++)
                    s += m[i, j] * rows[i][j];
            }

            return s;
        }
        """);

    [Fact]
    public void A_stack_allocated_table() => Snapshot.Verify("""
        [Differentiable]
        public static double F(double x)
        {
            Span<double> powers = stackalloc double[4];
            powers[0] = 1;
            for (int i = 1; i < powers.Length; i++)
                powers[i] = powers[i - 1] * x;
            return powers[1] - powers[3] / 6;
        }
        """);

    [Fact]
    public void A_choice_of_arrays() => Snapshot.Verify("""
        [Differentiable]
        public static double F(double[] a, double[] b, bool first, double x)
        {
            double[] chosen = first ? a : b;
            chosen[0] = x * chosen[0];
            return chosen[0] * a[1] + b[1];
        }
        """);

    [Fact]
    public void An_array_is_returned() => Snapshot.Verify("""
        [Differentiable]
        public static double[] F(double[] a, double[] b, double k)
        {
            if (k == 0)
                return a;
            for (int i = 0; i < b.Length; i++)
                b[i] += k * Math.Sin(a[i]);
            return b;
        }
        """);

    [Fact]
    public void A_span_that_gets_shorter() => Snapshot.Verify("""
        [Differentiable]
        public static double F(ReadOnlySpan<double> s, double x)
        {
            double r = 0;
            while (s.Length > 0)
            {
                r = r * x + s[0];
                s = s[1..];
            }

            return r;
        }
        """);

    [Fact]
    public void Rows_that_are_swapped() => Snapshot.Verify("""
        [Differentiable]
        public static double F(double[] a, double[] b, int n)
        {
            double[][] rows = [a, b, new double[2]];
            double s = 0;
            for (int i = 0; i < n; i++)
            {
                rows[0][0] *= rows[1][1];
                (rows[0], rows[2]) = (rows[2], rows[0]);
                s += rows[0][0];
            }

            return s;
        }
        """);
}
