using AutoDiffGen.Generator.Tests.Harness;

namespace AutoDiffGen.Generator.Tests.Diagnostics;

/// <summary>What of arrays and spans is refused, and where.</summary>
public class StorageTests
{
    private const string Helpers = """
        static readonly double[] Table = { 1, 2 };
        static readonly double[][] Rows = { new double[] { 1 } };
        static void Write(double[] v) { double[] u = v; Fill(u); }
        static void Fill(Span<double> v) { v[0] = 1; }
        static double[] Same(double[] v, int n) => n > 0 ? v : Table;
        static void Set(ref double v) { v = 1; }
        static void Replace(double[][] v, double[] r) => v[0] = r;
        """;

    private static string InBody(string statements) =>
        $"[Differentiable] public static double F(double x, double[] a, int n, double[,] m, double[][] w) {{ {statements} return x; }} {Helpers}";

    [Theory]
    [InlineData("double[] b = [|null|]!;", "A null array")]
    [InlineData("a = [|null|]!;", "A null array")]
    [InlineData("double[] b = [|default|]!;", "A null array")]
    [InlineData("Span<double> b = [|default|];", "An empty span")]
    [InlineData("var b = [|new Span<double>()|];", "An object creation")]
    [InlineData("var b = [|Span<double>.Empty|];", null, "ADG024")]
    [InlineData("double[][] b = [|w[1..]|];", "A copy of an array of arrays")]
    [InlineData("double[][] b = [|(double[][])w.Clone()|];", "A copy of an array of arrays")]
    [InlineData("double[][] b = new double[2][]; b[0] = [|null|];", null)]
    [InlineData("var b = [|new double[1, n, 2]|];", null, "ADG021")]
    [InlineData("var b = new double[[|(long)n|]];", "A length of type 'long'")]
    [InlineData("Span<decimal> b = [|stackalloc decimal[3]|];", null, "ADG021")]
    [InlineData("double[] b = [x, [|.. new System.Collections.Generic.List<double>()|]];", "Such a spread")]
    [InlineData("[|w[0]|] = a;", "A store of a whole row of the parameter 'w'")]
    [InlineData("(x, [|w[0]|]) = (1, a);", "A store of a whole row of the parameter 'w'")]
    [InlineData("double[][] b = n > 0 ? w : new double[2][]; [|b[0]|] = a;", "A store of a whole row of the parameter 'w'")]
    [InlineData("[|Replace(w, a)|];", "A store of a whole row of the parameter 'w'")]
    [InlineData("Array.Fill([|w|], a);", "A store of a whole row")]
    [InlineData("Array.Clear([|w|]);", "A store of a whole row")]
    [InlineData("ref double[] [|r = ref a|];", "A 'ref' local of an array or span")]
    [InlineData("ref double[] [|r = ref w[0]|];", "A 'ref' local of an array or span")]
    [InlineData("ref double r = ref x; if (n > 0) r = ref ([|n > 1 ? ref a[0] : ref x|]);", "Such a 'ref' assignment")]
    [InlineData("ref double r = ref m[0, 0]; while (n-- > 0) { r = ref [|a[0]|]; }", "Such a 'ref' assignment")]
    [InlineData("ref double r = ref x; ([|r = ref a[0]|]) = 2;", null)]
    [InlineData("ref double r = ref (n > 0 ? ref [|a[n++]|] : ref x);", "A 'ref' conditional with side effects")]
    [InlineData("double[][] w = [a]; ref double r = ref (n > 0 ? ref [|w[0][0]|] : ref x);", "A 'ref' conditional with an element of a row that may be replaced")]
    [InlineData("Set(ref ([|n > 0 ? ref a[0] : ref x|]));", "A 'ref' conditional passed by reference")]
    [InlineData("ref double r = ref (n > 0 ? ref a[0] : ref x); Set(ref [|r|]);", "A 'ref' conditional passed by reference")]
    [InlineData("bool b = [|a == w[0]|];", "A comparison of arrays or spans")]
    [InlineData("bool b = [|w[0] != null|];", "A comparison of arrays or spans")]
    [InlineData("bool b = [|a.AsSpan() == a|];", "A comparison of arrays or spans")]
    [InlineData("[|bool b = w[0] is not null;|]", "A comparison of such an array with null")]
    [InlineData("bool b = a is [|double[] q|];", null)]
    [InlineData("bool b = [|a is double[]|];", null)]
    [InlineData("bool b = a is [|[1, ..]|];", "A list pattern")]
    [InlineData("bool b = a is [|{ Length: 3 }|];", "A property or positional pattern")]
    [InlineData("double[] b = [|a ?? w[0]|];", "The operator '??'")]
    [InlineData("[|foreach|] (int v in a) { }", "A 'foreach' loop that converts its elements", "ADG020")]
    [InlineData("[|foreach|] (var (u, v) in new (double, double)[3]) { }", "A 'foreach' loop")]
    [InlineData("[|foreach|] (double v in new System.Collections.Generic.List<double>()) { }", "A 'foreach' loop")]
    [InlineData("x = a[[|new Index(1)|]];", "An index that is not written out")]
    [InlineData("var b = a.AsSpan([|new Range(1, 2)|]);", "A range that is not written out")]
    [InlineData("Index i = [|n > 0 ? ^1 : 0|];", "An index that is not written out")]
    [InlineData("Index [|i = ^1|]; i = 0; x = a[i];", "A variable of type 'Index' that is assigned again")]
    [InlineData("Range [|r|]; r = ..1; x = a[r][0];", "A variable of type 'Range' that is assigned again")]
    [InlineData("x = [|m.GetLength(n)|];", "'GetLength' of a dimension that is not a constant of the array's")]
    [InlineData("x = [|m.GetLength(2)|];", "'GetLength' of a dimension that is not a constant of the array's")]
    [InlineData("[|Array.Sort(a)|];", null)]
    [InlineData("[|Array.Reverse(a)|];", null)]
    [InlineData("[|a.AsSpan().Reverse()|];", null)]
    [InlineData("bool b = [|a.AsSpan().TryCopyTo(a)|];", null)]
    [InlineData("[|Array.Copy(m, m, 2)|];", null, "ADG022")]
    [InlineData("[|Array.Copy(a, a, 2L)|];", null, "ADG022")]
    [InlineData("[|Array.Copy(new int[3], a, 2)|];", null, "ADG022")]
    [InlineData("[|Array.Resize(ref a, 2)|];", null)]
    [InlineData("x = [|System.Linq.Enumerable.Sum(a)|];", null, "ADG022")]
    [InlineData("object o = [|a|];", null, "ADG026")]
    [InlineData("System.Collections.Generic.IEnumerable<double> o = [|a|];", null, "ADG026")]
    [InlineData("x = a[0] + [|Ad.StopGradient(a)|][0];", "'Ad.StopGradient' here")]
    [InlineData("if (n > 9) throw new Exception($\"{[|a|]}\");", "An array or span in the message of an exception")]
    [InlineData("if (n > 9) throw new Exception(\"\" + [|a|]);", "An array or span in the message of an exception")]
    [InlineData("var t = [|(a, x)|];", "A tuple")]
    [InlineData("[|((x, _), n) = ((1, 2), 3)|];", "A deconstruction")]
    [InlineData("[|(x, n) = T()|]; static (double, int) [|T|]() => (1, 2);", null)]
    public Task Refused(string statements, string? words, string id = "ADG020") => Expect.Error(id, InBody(statements), words is null ? null : words + " cannot be differentiated");

    [Theory]
    [InlineData("[|Table[0]|] = x;")]
    [InlineData("[|Table[n]|]++;")]
    [InlineData("[|Rows[0][n]|] += x;")]
    [InlineData("double[] b = Table; [|b[0]|] = x;")]
    [InlineData("double[] b = a; [|b[0]|] = x; if (n > 0) b = n > 1 ? a : Table;")]
    [InlineData("double[] row = Rows[0]; Span<double> s = row; s = s[1..]; [|s[0]|] = x;")]
    [InlineData("ref double r = ref Table[n]; [|r|] = x;")]
    [InlineData("foreach (ref double r in Table.AsSpan()) [|r|] = x;")]
    [InlineData("Set(ref [|Table[0]|]);")]
    [InlineData("[|Table|].AsSpan().Fill(x);", true)]
    [InlineData("a.CopyTo([|Table|], 0);")]
    [InlineData("Array.Clear([|Table|]);")]
    [InlineData("[|Write(Table)|];")]
    [InlineData("double[] b = Same(a, n); [|b[0]|] = x;")]
    [InlineData("double[] b = Same(Table, n); [|Write(b)|];")]
    public Task A_static_array_is_constant(string statements, bool isCall = false) => Expect.Error(
        "ADG020", InBody(isCall ? statements.Replace("[|Table|].AsSpan()", "[|Table.AsSpan()|]") : statements));

    [Fact]
    public Task A_static_array_is_constant_in_a_helper() => Expect.Error("ADG020",
        "[Differentiable] public static double F(double x) => G(x); static double G(double x) { [|Table[0]|] = x; return x; } static readonly double[] Table = { 1 };",
        "A store into the static array 'N.C.Table' cannot be differentiated (called through F → G)");

    [Fact]
    public void A_static_array_that_is_read_is_a_constant() => Expect.Ir(
        """
        [Differentiable] public static double F(double x, double[] a) { double[] t = Table; return t[0] * x + Table[1] + Table.Length + Dot(Table, a); }
        static double Dot(double[] u, double[] v) => u[0] * v[0];
        static readonly double[] Table = { 1, 2 };
        """,
        """
        double F(double x, double[] a)
            var t = N.C.Table
            let t1 = (((t[0] * x) + N.C.Table[1]) + double(N.C.Table.Length))
            t0 = invoke Dot(N.C.Table, a)
            return (t1 + t0)
        double Dot(double[] u, double[] v)
            return (u[0] * v[0])
        """);

    /// <summary>What only a pass finds out is reported at the statement, and says the variable as the user does.</summary>
    [Theory]
    [InlineData("[|double[,] k = n > 0 ? m : new double[2, 2];|] x = k[0, 0];", "An array or span, which refers to a matrix of the caller's or to one created here,")]
    [InlineData("double[,] k = m; if (n > 0) [|k = new double[2, 2];|] x = k[0, 0];", "The variable 'k', which refers to a matrix of the caller's or to one created here,")]
    [InlineData("[|double[][] k = n > 0 ? w : new double[2][];|] x = k[0][0];", "An array or span, which refers to an array of arrays of the caller's or to one created here,")]
    [InlineData("[|x = Below(a, n)[0];|]", "The method 'Below', which calls itself and returns an array or span,")]
    [InlineData("double[][] v = [a, a]; double[] r = a; while (n-- > 0) { r[0] *= x; v[1] = v[0]; [|r = v[1];|] } x = r[0];", "The variable 'r', which refers to elements that a branch or round of a loop chose,")]
    [InlineData("double[][] v = [a, a]; [|x = First(v, n);|]", "The variable 'v', which is created here and passed to a method that calls itself,")]
    [InlineData("[|Raise(x, ref x, n);|]", "The [NoGrad] parameter 'r' of 'Raise', which calls itself and writes it,")]
    [InlineData("[|x = Stored(x, a, n);|]", "The [NoGrad] parameter 'v' of 'Stored', whose elements may be written,")]
    [InlineData("[|x = Rows(x, u, n);|]", "An array without a derivative passed for 'v' of 'Rows', which calls itself,")]
    [InlineData("[|x = Grid(x, g, n);|]", "An array without a derivative passed for 'v' of 'Grid', which calls itself,")]
    [InlineData("double[] b; do { b = [x, n]; } while (n-- > 0); [|x = b[0];|]", "The variable 'b', which gets its first elements in a loop and is used after it,")]
    [InlineData("double[] b; while (true) { b = a; if (n-- < 0) break; b[0] *= x; } [|x = b[0];|]", "The variable 'b', which gets its first elements in a loop and is used after it,")]
    [InlineData("double[] b; do { b = a; x *= b[0]; } while (n-- > 0); [|if|] (x > 1) b = [x, n]; x = b[0];", "The variable 'b', which gets its first elements in a loop and is used after it,")]
    public Task Refused_by_a_pass(string statements, string words) => Expect.Error(
        "ADG020",
        $$"""
        [Differentiable] public static double F(double x, double[] a, int n, double[,] m, double[][] w, [NoGrad] double[][] u, [NoGrad] double[,] g) { {{statements}} return x; }
        static void Raise(double x, [NoGrad] ref double r, int n) { r = x * x; if (n > 0) Raise(x * x, ref r, n - 1); }
        static double Stored(double x, [NoGrad] double[] v, int n) { v[0] = 5; return n == 0 ? v[0] * x : Stored(x, v, n - 1); }
        static double Rows(double x, double[][] v, int n) => n == 0 ? v[0][0] * x : Rows(x, v, n - 1);
        static double Grid(double x, double[,] v, int n) => n == 0 ? v[0, 0] * x : Grid(x, v, n - 1);
        static double[] Below(double[] v, int n) => n == 0 ? v : Below(v, n - 1);
        static double First(double[][] v, int n) => n == 0 ? v[0][0] : First(v, n - 1);
        """,
        words + " cannot be differentiated");

    /// <summary>Where no statement is to blame, the method's name is.</summary>
    [Fact]
    public Task Refused_as_a_whole() => Expect.Error(
        "ADG020",
        """
        [Differentiable] public static double [|F|](double x, double[] a) { Keep(a, x); return x; }
        static void Keep([NoGrad] double[] v, double x) { v[0] = x; }
        """,
        "The [NoGrad] parameter 'v' of 'Keep', whose elements may be written, cannot be differentiated");
}
