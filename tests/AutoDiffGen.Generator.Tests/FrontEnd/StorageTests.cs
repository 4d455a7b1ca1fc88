using AutoDiffGen.Generator.Tests.Harness;

namespace AutoDiffGen.Generator.Tests.FrontEnd;

/// <summary>The shapes that arrays and spans lower to, which the passes rely on; what they do is in <see cref="StorageRunTests"/>.</summary>
public class StorageTests
{
    [Fact]
    public void Parameters_and_their_activity() => Expect.Ir(
        """
        [Differentiable] public static double F(double[] a, float[] b, [NoGrad] double[] c, int[] p, ReadOnlySpan<double> s, Span<float> t,
            double[,] m, double[][] w, string?[] n, params double[] r) { ArgumentNullException.ThrowIfNull(a); return G(r, s); }
        static double G(in double[] a, ReadOnlySpan<double> s) => a[0];
        """,
        """
        double F(double[] a, float[] b, !double[] c, !int[] p, ReadOnlySpan<double> s, Span<float> t, double[,] m, double[][] w, !string?[] n, double[] r)
            effect System.ArgumentNullException.ThrowIfNull(a, "a")
            t0 = invoke G(r, s)
            return t0
        double G(double[] a, ReadOnlySpan<double> s)
            return a[0]
        """);

    [Fact]
    public void Places_are_computed_before_values() => Expect.Ir(
        "[Differentiable] public static double F(double[] a, int i, double x) { a[i] = i = 3; a[i++] += x; a[i] *= a[i + 1]; a[i - 1] = a[i]--; return a[^1]; }",
        """
        double F(double[] a, !int i, double x)
            let t0 = i
            i = 3
            a[t0] = double(i)
            let t1 = i
            i = (t1 + 1)
            a[t1] = (a[t1] + x)
            a[i] = (a[i] * a[(i + 1)])
            let t3 = (i - 1)
            let t2 = a[i]
            a[i] = (t2 - 1d)
            a[t3] = t2
            return a[(a.Length - 1)]
        """);

    [Fact]
    public void An_index_read_from_an_array_is_read_once() => Expect.Ir(
        "[Differentiable] public static double F(double[] a, int[] p, int i, double[][] w) { a[p[i]] += 2; w[p[0]][p[i]] = a[p[i]]; return a[0]; }",
        """
        double F(double[] a, !int[] p, !int i, double[][] w)
            let t0 = p[i]
            a[t0] = (a[t0] + 2d)
            let t1 = p[0]
            let t2 = p[i]
            w[t1][t2] = a[p[i]]
            return a[0]
        """);

    [Fact]
    public void Elements_are_read_before_later_stores() => Expect.Ir(
        "[Differentiable] public static double F(double[] a) => a[0] * G(a) + a[0] * a.Length; static double G(double[] a) { a[0] = 2; return 1; }",
        """
        double F(double[] a)
            let t1 = a[0]
            t0 = invoke G(a)
            return ((t1 * t0) + (a[0] * double(a.Length)))
        double G(double[] a)
            a[0] = 2d
            return 1d
        """);

    [Fact]
    public void New_storage_is_its_variable() => Expect.Ir(
        """
        [Differentiable] public static double F(double x, int n)
        {
            double[] a = new double[n];
            double[] b = { 1, x };
            Span<double> c = stackalloc double[n], d = stackalloc[] { x, 2 };
            ReadOnlySpan<double> e = [x, .. a];
            double[,] m = new double[n, 2];
            double[] f = new double[2];
            f = b;
            return f[0] + new[] { x }[0];
        }
        """,
        """
        double F(double x, !int n)
            new a[n]
            new b[2]
            b[0] = 1d
            b[1] = x
            new c[n]
            new d[2]
            d[0] = x
            d[1] = 2d
            new t0[(1 + a.Length)]
            t0[0] = x
            var i = 0
            loop0: {
                loop {
                    if !(i < a.Length) {
                        exit loop0
                    }
                    t0[(1 + i)] = a[i]
                    i = (i + 1)
                }
            }
            var e = System.ReadOnlySpan<double>(t0)
            new m[n, 2]
            new t1[2]
            var f = t1
            f = b
            let t3 = f[0]
            new t2[1]
            t2[0] = x
            return (t3 + t2[0])
        """);

    [Fact]
    public void Views() => Expect.Ir(
        """
        [Differentiable] public static double F(double[] a, Span<double> s, int i)
        {
            ReadOnlySpan<double> r = a.AsSpan(i + 1);
            s = s[1..^i];
            s = s.Slice(2, i);
            r = s[i..];
            r = i > 0 ? a : s;
            return r[^1] + r.Length;
        }
        """,
        """
        double F(double[] a, Span<double> s, !int i)
            let t0 = (i + 1)
            var r = System.ReadOnlySpan<double>(a[t0, (a.Length - t0)])
            s = s[1, ((s.Length - i) - 1)]
            s = s[2, i]
            r = System.ReadOnlySpan<double>(s[i, (s.Length - i)])
            r = System.ReadOnlySpan<double>(((i > 0) ? System.Span<double>(a) : s))
            return (r[(r.Length - 1)] + double(r.Length))
        """);

    [Fact]
    public void Foreach_is_a_counting_loop() => Expect.Ir(
        """
        [Differentiable] public static double F(double[] a, Span<double> s, int[] p)
        {
            double x = 0;
            foreach (double v in a) { if (v < 0) continue; x += v; }
            foreach (ref double v in s[1..]) v *= 2;
            foreach (double v in p) x *= v;
            return x;
        }
        """,
        """
        double F(double[] a, Span<double> s, !int[] p)
            var x = 0d
            var i = 0
            loop0: {
                loop {
                    if !(i < a.Length) {
                        exit loop0
                    }
                    var v = a[i]
                    loop0.next: {
                        if (v < 0d) {
                            exit loop0.next
                        }
                        x = (x + v)
                    }
                    i = (i + 1)
                }
            }
            let t0 = s[1, (s.Length - 1)]
            var i1 = 0
            loop1: {
                loop {
                    if !(i1 < t0.Length) {
                        exit loop1
                    }
                    t0[i1] = (t0[i1] * 2d)
                    i1 = (i1 + 1)
                }
            }
            var i2 = 0
            loop2: {
                loop {
                    if !(i2 < p.Length) {
                        exit loop2
                    }
                    var v1 = double(p[i2])
                    x = (x * v1)
                    i2 = (i2 + 1)
                }
            }
            return x
        """);

    [Fact]
    public void Foreach_goes_through_the_array_it_began_with() => Expect.Ir(
        "[Differentiable] public static double F(double[] a, double[] b, double[,] m) { double x = 0; foreach (double v in a) a = b; foreach (double v in m) x += v; return x; }",
        """
        double F(double[] a, double[] b, double[,] m)
            var x = 0d
            let t0 = a
            var i = 0
            loop0: {
                loop {
                    if !(i < t0.Length) {
                        exit loop0
                    }
                    var v = t0[i]
                    a = b
                    i = (i + 1)
                }
            }
            var i1 = 0
            loop1: {
                loop {
                    if !(i1 < m.GetLength(0)) {
                        exit loop1
                    }
                    var i2 = 0
                    loop2: {
                        loop {
                            if !(i2 < m.GetLength(1)) {
                                exit loop2
                            }
                            var v1 = m[i1, i2]
                            x = (x + v1)
                            i2 = (i2 + 1)
                        }
                    }
                    i1 = (i1 + 1)
                }
            }
            return x
        """);

    [Fact]
    public void Ref_locals_leave_no_trace() => Expect.Ir(
        """
        [Differentiable] public static double F(double[] a, double[] b, int i, double x)
        {
            ref double r = ref a[i];
            i++;
            r += 2;
            r = ref b[i];
            r *= 3;
            ref double q = ref (x > 0 ? ref a[i] : ref b[2]);
            q = q * 2;
            G(ref a[i], ref i);
            return x;
        }
        static void G(ref double v, ref int n) { v = n; }
        """,
        """
        double F(double[] a, double[] b, !int i, double x)
            let t0 = i
            i = (i + 1)
            a[t0] = (a[t0] + 2d)
            let t1 = i
            b[t1] = (b[t1] * 3d)
            let t2 = (x > 0d)
            let t3 = (t2 ? i : 0)
            let t4 = ((t2 ? a[t3] : b[2]) * 2d)
            if t2 {
                a[t3] = t4
            } else {
                b[2] = t4
            }
            let t5 = i
            invoke G(&a[t5], &i)
            return x
        void G(ref double v, !ref int n)
            *v = double(*n)
        """);

    [Fact]
    public void Fills_and_copies_are_loops() => Expect.Ir(
        """
        [Differentiable] public static double F(double[] a, double[] b, Span<double> s, double x)
        {
            s.Fill(x * 2);
            Array.Clear(a);
            b.CopyTo(s);
            Array.Copy(a, b, 3);
            return a[0];
        }
        """,
        """
        double F(double[] a, double[] b, Span<double> s, double x)
            let t0 = (x * 2d)
            var i = 0
            loop0: {
                loop {
                    if !(i < s.Length) {
                        exit loop0
                    }
                    s[i] = t0
                    i = (i + 1)
                }
            }
            var i1 = 0
            loop1: {
                loop {
                    if !(i1 < a.Length) {
                        exit loop1
                    }
                    a[i1] = 0d
                    i1 = (i1 + 1)
                }
            }
            if !(b.Length <= s.Length) {
                throw new System.ArgumentException("Destination is too short.", "destination")
            }
            var i2 = 0
            loop2: {
                loop {
                    if !(i2 < b.Length) {
                        exit loop2
                    }
                    s[i2] = b[i2]
                    i2 = (i2 + 1)
                }
            }
            if !(3 <= a.Length) {
                throw new System.ArgumentException("Source array was not long enough. Check the source index, length, and the array's lower bounds.", "sourceArray")
            }
            if !(3 <= b.Length) {
                throw new System.ArgumentException("Destination array was not long enough. Check the destination index, length, and the array's lower bounds.", "destinationArray")
            }
            var i3 = 0
            loop3: {
                loop {
                    if !(i3 < 3) {
                        exit loop3
                    }
                    b[i3] = a[i3]
                    i3 = (i3 + 1)
                }
            }
            return a[0]
        """);

    [Fact]
    public void Copies_within_one_storage_choose_their_direction() => Expect.Ir(
        """
        [Differentiable] public static double F(double[] a, int i)
        {
            Array.Copy(a, i, a, 1, 2);
            a.AsSpan(0, i).CopyTo(a.AsSpan(i));
            return a[0];
        }
        """,
        """
        double F(double[] a, !int i)
            effect System.ArgumentOutOfRangeException.ThrowIfLessThan(i, 0, "sourceIndex")
            if !(2 <= (a.Length - i)) {
                throw new System.ArgumentException("Source array was not long enough. Check the source index, length, and the array's lower bounds.", "sourceArray")
            }
            if !(2 <= (a.Length - 1)) {
                throw new System.ArgumentException("Destination array was not long enough. Check the destination index, length, and the array's lower bounds.", "destinationArray")
            }
            if (i < 1) {
                var j = (2 - 1)
                loop0: {
                    loop {
                        if !(j >= 0) {
                            exit loop0
                        }
                        a[(1 + j)] = a[(i + j)]
                        j = (j - 1)
                    }
                }
            } else {
                var j1 = 0
                loop1: {
                    loop {
                        if !(j1 < 2) {
                            exit loop1
                        }
                        a[(1 + j1)] = a[(i + j1)]
                        j1 = (j1 + 1)
                    }
                }
            }
            let t0 = a[0, i]
            let t1 = a[i, (a.Length - i)]
            if !(t0.Length <= t1.Length) {
                throw new System.ArgumentException("Destination is too short.", "destination")
            }
            if (0 < i) {
                var j2 = (t0.Length - 1)
                loop2: {
                    loop {
                        if !(j2 >= 0) {
                            exit loop2
                        }
                        t1[j2] = t0[j2]
                        j2 = (j2 - 1)
                    }
                }
            } else {
                var j3 = 0
                loop3: {
                    loop {
                        if !(j3 < t0.Length) {
                            exit loop3
                        }
                        t1[j3] = t0[j3]
                        j3 = (j3 + 1)
                    }
                }
            }
            return a[0]
        """);

    [Theory]
    [InlineData("[NoGrad] double[] c, Span<double> s", "c.AsSpan().CopyTo(s);")]
    [InlineData("int[] c, Span<int> s", "c.AsSpan().CopyTo(s);")]
    [InlineData("Span<double> c, Span<double> s", "G(c, s);")]
    public void Copies_of_what_may_overlap_go_through_storage_of_their_own(string parameters, string statement)
    {
        var read = Compile.Read(Compile.Of(Expect.InClass(
            $"[Differentiable] public static double F(double x, {parameters}) {{ {statement} return x; }} static void G(ReadOnlySpan<double> u, Span<double> v) => u.CopyTo(v);")));
        Assert.Empty(read.Problems);
        Assert.Contains("new t", IrText.Of(read.Model!));
    }

    [Fact]
    public void Swaps_take_their_values_first() => Expect.Ir(
        "[Differentiable] public static double F(double[] a, double[] b, int i) { (a, b) = (b, a); (a[i], i) = (b[0], 2); var (u, v) = (a[0], i); return u * v; }",
        """
        double F(double[] a, double[] b, !int i)
            let t0 = b
            let t1 = a
            a = t0
            b = t1
            let t2 = i
            let t3 = b[0]
            a[t2] = t3
            i = 2
            var u = a[0]
            var v = i
            return (u * double(v))
        """);

    [Fact]
    public void Rows() => Expect.Ir(
        "[Differentiable] public static double F(double[][] w, double[,] m, int i) { double[] r = w[i]; r[0] = m[i, 1]; w[i][r.Length - 1]++; return w[0].Length + m.GetLength(1) + m.Length; }",
        """
        double F(double[][] w, double[,] m, !int i)
            var r = w[i]
            r[0] = m[i, 1]
            w[i][(r.Length - 1)] = (w[i][(r.Length - 1)] + 1d)
            return double(((w[0].Length + m.GetLength(1)) + m.Length))
        """);

    [Fact]
    public void Goto_case_runs_sections_in_a_loop() => Expect.Ir(
        "[Differentiable] public static double F(double x, int n) { switch (n) { case 0: x *= 2; goto case 2; case 1: return x; case 2: if (x > 3) goto default; break; default: x = 1; goto case 1; } return x; }",
        """
        double F(double x, !int n)
            var t0 = -1
            if (n == 0) {
                t0 = 0
            } else {
                if (n == 1) {
                    t0 = 1
                } else {
                    if (n == 2) {
                        t0 = 2
                    } else {
                        t0 = 3
                    }
                }
            }
            switch0: {
                loop {
                    switch0.next: {
                        if (t0 == 0) {
                            x = (x * 2d)
                            t0 = 2
                            exit switch0.next
                        } else {
                            if (t0 == 1) {
                                return x
                            } else {
                                if (t0 == 2) {
                                    if (x > 3d) {
                                        t0 = 3
                                        exit switch0.next
                                    }
                                } else {
                                    if (t0 == 3) {
                                        x = 1d
                                        t0 = 1
                                        exit switch0.next
                                    }
                                }
                            }
                        }
                        exit switch0
                    }
                }
            }
            return x
        """);

    [Fact]
    public void Rows_are_stored_whole() => Expect.Ir(
        "[Differentiable] public static double F(double[] a, int n) { double[][] w = new double[n][]; w[0] = a; (w[0], w[1]) = (w[1], w[0]); return w[0][1]; }",
        """
        double F(double[] a, !int n)
            new w[n]
            w[0] = a
            let t0 = w[1]
            let t1 = w[0]
            w[0] = t0
            w[1] = t1
            return w[0][1]
        """);

    [Fact]
    public void A_ref_local_that_moves_is_an_index_that_changes() => Expect.Ir(
        "[Differentiable] public static double F(double[] a, int n) { ref double r = ref a[0]; if (n > 0) r = ref a[n]; r = 2; return a[0]; }",
        """
        double F(double[] a, !int n)
            var t0 = 0
            let t1 = 0
            t0 = t1
            if (n > 0) {
                let t2 = n
                t0 = t2
            }
            a[t0] = 2d
            return a[0]
        """);

    [Fact]
    public void Indices_and_ranges_leave_what_they_are_made_of() => Expect.Ir(
        "[Differentiable] public static double F(double[] a, bool b) { Index last = ^1; Range rest = 1..; return b && a == null ? 0 : a[last] * a.AsSpan(rest)[0]; }",
        """
        double F(double[] a, !bool b)
            let t0 = a.Slice(1, (a.Length - 1))
            return ((b && (a == null)) ? 0d : (a[(a.Length - 1)] * t0[0]))
        """);

    [Theory]
    [InlineData("double x, Span<double> s", "s[0] = x;")]
    [InlineData("double x, double[] s", "double[] t = s; t = s; G(t);")]
    [InlineData("double[] s", "foreach (ref double v in s.AsSpan(1)) v *= 2;")]
    [InlineData("double[][] s", "s[0][1] = 2;")]
    [InlineData("double x, double[,] s", "H(ref s[0, 0]);")]
    [InlineData("double x, double[] s", "I(s)[0] = x;")]
    public void What_a_procedure_writes_is_its_output(string parameters, string body)
    {
        var read = Compile.Read(Compile.Of(Expect.InClass(
            $"[Differentiable] public static void F({parameters}) {{ {body} }} static void G(Span<double> u) => u.Clear(); static void H(ref double u) => u = 3; static double[] I(double[] u) => u;")));
        Assert.Empty(read.Problems);
        Assert.NotNull(read.Model);
    }
}
