using Xunit;

namespace AutoDiffGen.Generator.Tests.Lift;

/// <summary>What cannot be lifted of arrays and spans is refused where it stands.</summary>
public class LiftedBufferRefusalTests
{
    [Theory]
    [InlineData("public static double Foo(System.Collections.Generic.List<double> a) => a[0];",
        "the parameter 'a' has the type 'System.Collections.Generic.List<double>' @ a\nit contains an expression that the tape cannot follow ('a[0]') @ a[0]")]
    [InlineData("public static double Foo(double?[] a) => 1;",
        "the parameter 'a' has the type 'double?[]' @ a")]
    [InlineData("public static double Foo((double, double)[] a) => a[0].Item1;",
        "the parameter 'a' has the type '(double, double)[]' @ a\nit contains an expression that the tape cannot follow ('a[0]') @ a[0]")]
    [InlineData("public static double Foo(double[] a, float[] f) => a[0];",
        "the parameter 'f' is a float, which the tape does not have @ f")]
    [InlineData("public static double Foo(double x) { (double, int)[] a = new (double, int)[2]; return x; }",
        "it declares a local of type '(double, int)[]' @ (double, int)[]\nit contains an expression that the tape cannot follow ('new (double, int)[2]') @ new (double, int)[2]")]
    [InlineData("public static double Foo(double x) { var a = new decimal[2]; a[0] = (decimal)x; return x; }",
        "it converts an active value to 'decimal' @ (decimal)x")]
    [InlineData("public static double Foo(double x) { var a = new float[2]; a[0] = (float)x; return x * a[0]; }",
        "it converts an active value to 'float' @ (float)x")]
    [InlineData("public static double Foo(double[] a) { object o = a; return 1; }",
        "it declares a local of type 'object' @ object\nit converts an active value to 'object' @ a")]
    [InlineData("public static double Foo(double[] a) { Array o = a; return 1; }",
        "it declares a local of type 'System.Array' @ Array")]
    [InlineData("public static double Foo(double[] a) { System.Collections.Generic.IEnumerable<double> e = a; return 1; }",
        "it declares a local of type 'System.Collections.Generic.IEnumerable<double>' @ System.Collections.Generic.IEnumerable<double>\nit converts an active value to 'System.Collections.Generic.IEnumerable<double>' @ a")]
    [InlineData("public static double Foo(double[] a) => System.Linq.Enumerable.Sum(a);",
        "it converts an active value to 'System.Collections.Generic.IEnumerable<double>' @ a\n'Enumerable.Sum(IEnumerable<double>)' has no body in this compilation @ System.Linq.Enumerable.Sum(a)")]
    [InlineData("public static double Foo(double[] a) { Array.Sort(a); return a[0]; }",
        "it passes an array or a span to 'Array.Sort<double>(double[])' @ Array.Sort(a)")]
    [InlineData("public static double Foo(double[] a, double x) => a[Array.IndexOf(a, x)];",
        "it passes an array or a span to 'Array.IndexOf<double>(double[], double)' @ Array.IndexOf(a, x)")]
    [InlineData("public static double Foo(Span<double> a, Span<double> b) => a == b ? a[0] : b.IndexOf(2) + (b.SequenceEqual(a) ? 1 : 2);",
        "it applies '==' to an active value @ a == b\nit passes an array or a span to 'MemoryExtensions.IndexOf<double>(Span<double>, double)' @ b.IndexOf(2)\nit passes an array or a span to 'MemoryExtensions.SequenceEqual<double>(Span<double>, ReadOnlySpan<double>)' @ b.SequenceEqual(a)")]
    [InlineData("public static double Foo(double[] a) => a.Equals(a) ? a[0] : a.GetHashCode() + a.ToString()!.Length;",
        "it converts an active value to 'object' @ a\nit calls 'object.Equals(object?)' on an array or a span @ a.Equals(a)\nit calls 'object.GetHashCode()' on an array or a span @ a.GetHashCode()\nit calls 'object.ToString()' on an array or a span @ a.ToString()")]
    [InlineData("public static double Foo(double[] a) => (double)a.GetValue(0)! + (a.SyncRoot == a ? 1 : 2) + (a.IsReadOnly ? 1 : 0);",
        "it calls 'Array.GetValue(int)' on an array or a span @ a.GetValue(0)\nit converts 'object' to 'double' @ (double)a.GetValue(0)!\nit contains an expression that the tape cannot follow ('a.SyncRoot') @ a.SyncRoot\nit contains an expression that the tape cannot follow ('a.IsReadOnly') @ a.IsReadOnly")]
    [InlineData("public static double Foo(double[] a) => System.Runtime.InteropServices.MemoryMarshal.GetReference<double>(a);",
        "it passes an array or a span to 'MemoryMarshal.GetReference<double>(Span<double>)' @ System.Runtime.InteropServices.MemoryMarshal.GetReference<double>(a)")]
    [InlineData("public static double Foo(Span<double> a) { var e = a.GetEnumerator(); return e.MoveNext() ? e.Current : 0; }",
        "it declares a local of type 'System.Span<double>.Enumerator' @ var\nit calls 'Span<double>.GetEnumerator()' on an array or a span @ a.GetEnumerator()")]
    [InlineData("public static double Foo(double[] a, int[] k) { Array.Copy(k, a, 2); k.CopyTo(a, 0); return a[0]; }",
        "'Array.Copy(Array, Array, int)' converts elements of one type to another @ Array.Copy(k, a, 2)\n'Array.CopyTo(Array, int)' converts elements of one type to another @ k.CopyTo(a, 0)")]
    [InlineData("public static double Foo(double[] a) { double[] b = Ad.StopGradient(a); return b[0] * Ad.StopGradient(a[0]); }",
        "it calls 'Ad.StopGradient<double[]>(double[])' on an array, of which only the elements could be constants @ Ad.StopGradient(a)")]
    [InlineData("public static double Foo(double[] a) { var b = a.Clone() as double[]; object c = a.Clone(); return b![0]; }",
        "it contains an expression that the tape cannot follow ('a.Clone() as double[]') @ a.Clone() as double[]\nit declares a local of type 'object' @ object\nit calls 'Array.Clone()' on an array or a span @ a.Clone()")]
    [InlineData("public static double Foo(double[] a) => a is [var x, ..] ? x : a is double[] b ? b[0] : a switch { { Length: 2 } c => c[0], _ => 0 };",
        "it matches the pattern '[var x, ..]', which the tape cannot follow @ [var x, ..]\nit matches the pattern 'double[] b', which the tape cannot follow @ double[] b\nit matches the pattern '{ Length: 2 } c', which the tape cannot follow @ { Length: 2 } c")]
    [InlineData("public static double Foo(double[]? a) => a?[0] ?? a?.Length ?? 1;",
        "it contains an expression that the tape cannot follow ('a?[0]') @ a?[0]\nit contains an expression that the tape cannot follow ('a?.Length') @ a?.Length")]
    [InlineData("public static double Foo(double[] a) => throw new ArgumentException($\"{a} {(a[0], 1)}\" + a + string.Join(',', a));",
        "it writes 'a' into a string @ a\nit writes '(a[0], 1)' into a string @ (a[0], 1)\nit converts an active value to 'object' @ a\nit converts an active value to 'System.Collections.Generic.IEnumerable<double>' @ a")]
    [InlineData("public static double Foo(double[] a) { double s = 0; foreach (int v in a) s += v; return s; }",
        "it converts an active value to 'int' @ int")]
    [InlineData("public static double Foo(double[] a) { double s = 0; foreach (var v in new System.Collections.Generic.List<int>()) s += v; return s; }",
        "it goes through a 'System.Collections.Generic.List<int>' @ new System.Collections.Generic.List<int>()")]
    [InlineData("public static double Foo(double[] a) { double s = 0; foreach (var (i, j) in new[] { (1, 2) }) s += a[i]; return s; }",
        "it contains a statement that the tape cannot follow ('foreach') @ foreach (var (i, j) in new[] { (1, 2) }) s += a[i];")]
    [InlineData("public static unsafe double Foo(double x) { double* p = stackalloc double[2]; return x; }",
        "it declares a local of type 'double*' @ double*\nit converts an active value to 'double*' @ stackalloc double[2]")]
    [InlineData("public static unsafe double Foo(double[] a) { fixed (double* p = a) return *p; }",
        "it contains a statement that the tape cannot follow ('fixed') @ fixed (double* p = a) return *p;")]
    [InlineData("public static double Foo(double[] a) { switch (a[0]) { case 2: goto case 3; case 3: return a[1]; case > 1 and var b: return b; } return 1; }",
        "it contains a statement that the tape cannot follow ('goto') @ goto case 3;")]
    [InlineData("public static double Foo(double[] a) => Largest(a); static ref double Largest(double[] a) => ref a[0];",
        "'Models.Largest(double[])' returns a reference @ Largest(a)")]
    [InlineData("public static double Foo(double x) => F(n: 1, v: x); static double F(int n, params double[] v) => v[0];",
        "it names the parameter array of 'F' for one element of it @ F(n: 1, v: x)")]
    [InlineData("public static double Foo(double x) => F(ref x)[0]; static Span<double> F([System.Diagnostics.CodeAnalysis.UnscopedRef] ref double v) => new Span<double>(ref v);",
        "the parameter 'v' is [UnscopedRef] @ v")]
    public void Refuses(string members, string expected) => Assert.Equal(expected, LiftHarness.Refusal(LiftHarness.InModels(members)));

    [Theory]
    [InlineData("public static double Foo(double x) { Table[0] = x; Table[1] += 2; Table[1]++; (Table[0], x) = (1, 2); return x; }",
        "it assigns to 'Table[0]', which is not a variable of its own @ Table[0]\nit assigns to 'Table[1]', which is not a variable of its own @ Table[1]\nit assigns to 'Table[1]', which is not a variable of its own @ Table[1]\nit assigns to 'Table[0]', which is not a variable of its own @ Table[0]")]
    [InlineData("public static double Foo(double x) { ref double r = ref Table[0]; ref readonly double q = ref Table[0]; F(ref Table[0]); return x; } static void F(ref double v) => v = 1;",
        "it refers to 'Table[0]', which is not a variable of its own @ ref Table[0]\nit refers to 'Table[0]', which is not a variable of its own @ ref Table[0]\nit passes something other than a variable of its own by reference to 'F' @ F(ref Table[0])")]
    [InlineData("public static double Foo(double x) { double[] t = Table; Span<double> s = Table; return F(Table) * x + t[0]; } static double F(double[] v) => v[0];",
        "it passes on the array 'Table', which is not of the tape @ Table\nit passes on the array 'Table', which is not of the tape @ Table\nit passes on the array 'Table', which is not of the tape @ Table")]
    [InlineData("public static double Foo(double x) => (x > 0 ? Table : new[] { x })[0] + (Table ?? new[] { x })[0] + (Table == null ? 1 : 2) + Rows[0].AsSpan()[0];",
        "it passes on the array 'Table', which is not of the tape @ Table\nit passes on the array 'Table', which is not of the tape @ Table\nit passes on the array 'Table', which is not of the tape @ Table\nit passes on the array 'Rows[0]', which is not of the tape @ Rows[0]")]
    [InlineData("public static double Foo(double[] a) { Table.CopyTo(a, 0); Array.Copy(Table, a, 2); a.CopyTo(Table, 0); Array.Fill(Table, a[0]); return a[0]; }",
        "it passes on the array 'Table', which is not of the tape @ Table\nit passes on the array 'Table', which is not of the tape @ Table\nit passes on the array 'Table', which is not of the tape @ Table\nit passes on the array 'Table', which is not of the tape @ Table")]
    [InlineData("public static double Foo(double x) { foreach (double[] row in Rows) x += row[0]; var (t, n) = (Table, 1); return x + Changing[0]; }",
        "it passes on the array 'Table', which is not of the tape @ Table\nit passes on the array '(Table, 1)', which is not of the tape @ (Table, 1)\nit reads 'Changing', which may change @ Changing")]
    public void Refuses_to_write_to_a_table_or_to_pass_it_on(string members, string expected)
    {
        const string tables = " static readonly double[] Table = { 1, 2 }; static readonly double[][] Rows = { Table }; static double[] Changing = { 1 };";
        Assert.Equal(expected, LiftHarness.Refusal(LiftHarness.InModels(members + tables)));
    }

    [Theory]
    [InlineData("public static double Foo(double[] a, [NoGrad] double[,,] w) => a[0];",
        "the parameter 'w' has the type 'double[*,*,*]', whose elements cannot be told from what is [NoGrad] @ w")]
    [InlineData("public static double Foo(double[][][] a, [NoGrad] double[] w) => w[0];",
        "the parameter 'a' has the type 'double[][][]', whose elements cannot be told from what is [NoGrad] @ a")]
    [InlineData("public static double Foo(double[] a) => F(a)[0] + a[0]; static double[] F([NoGrad] double[] w) => w;",
        "it is not plain whether 'Models.F(double[])' leaves its [NoGrad] argument 'w' as it was @ F(a)")]
    [InlineData("public static double Foo(double[] a) => F(a) + a[0]; static double F([NoGrad] double[] w) { (double[] v, int n) t = (w, 1); return t.v[0]; }",
        "it is not plain whether 'Models.F(double[])' leaves its [NoGrad] argument 'w' as it was @ F(a)")]
    [InlineData("public static double Foo(double[] a) => F(a) + a[0]; static double F([NoGrad] double[] w) { w = (double[])w.Clone(); w[0] = 1; return w[1]; }",
        "it is not plain whether 'Models.F(double[])' leaves its [NoGrad] argument 'w' as it was @ F(a)")]
    [InlineData("public static double Foo(double[] a) => F(a) + a[0]; static double F([NoGrad] double[] w) { Array.Resize(ref w, 5); return w[0]; }",
        "it is not plain whether 'Models.F(double[])' leaves its [NoGrad] argument 'w' as it was @ F(a)")]
    [InlineData("public static double Foo(double[] a) => F(a) + a[0]; static double F([NoGrad] double[] w) { ref double[] r = ref w; r[0] = 1; return w[0]; }",
        "it is not plain whether 'Models.F(double[])' leaves its [NoGrad] argument 'w' as it was @ F(a)")]
    [InlineData("public static double Foo(double[] a) => F(a) + a[0]; static double F([NoGrad] double[] w) { double[][] m = { w }; m[0][0] = 1; return w switch { { Length: 2 } => 1, _ => 2 }; }",
        "it is not plain whether 'Models.F(double[])' leaves its [NoGrad] argument 'w' as it was @ F(a)")]
    [InlineData("public static double Foo(double[] a) => F(a) + a[0]; static double F([NoGrad] double[] w) { G(ref w); return w[0]; } static void G(ref double[] v) => v = new double[2];",
        "it is not plain whether 'Models.F(double[])' leaves its [NoGrad] argument 'w' as it was @ F(a)")]
    [InlineData("public static double Foo(double[] a) => F(a[0], a) + a[0]; static double F([NoGrad] in double k, double[] a) { a[0] *= 2; return k; }",
        "it passes a variable by 'in' to a [NoGrad] parameter of 'F', which may write to it through another @ F(a[0], a)")]
    [InlineData("public static double[] Foo(double[] a, [NoGrad] double[] w, int n) => n == 0 ? w : Foo(w, a, n - 1);",
        "it is not plain whether 'Models.Foo(double[], double[], int)' leaves its [NoGrad] argument 'w' as it was @ Foo(w, a, n - 1)")]
    public void Refuses_what_cannot_be_constant(string members, string expected) => Assert.Equal(expected, LiftHarness.Refusal(LiftHarness.InModels(members)));
}
