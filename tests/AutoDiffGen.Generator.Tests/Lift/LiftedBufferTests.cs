using AutoDiffGen.Dynamic;
using AutoDiffGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace AutoDiffGen.Generator.Tests.Lift;

/// <summary>Lifted methods over arrays and spans against their originals: the same bits everywhere, and gradients that agree with differences.</summary>
public class LiftedBufferTests
{
    public static TheoryData<BufferCase> Cases =>
    [
        .. BufferCases.Loops, .. BufferCases.Creations, .. BufferCases.Elements, .. BufferCases.References, .. BufferCases.Functions,
        .. BufferCases.Calls, .. BufferCases.Algorithms, .. BufferCases.Constants,
    ];

    [Theory]
    [MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public void Runs_as_the_original(BufferCase lift)
    {
        BufferPair pair = BufferPair.Build(lift.Members, lift.Beside);
        foreach (object[] input in lift.Inputs)
            pair.Check(input);
    }

    [Fact]
    public void A_new_array_is_of_constant_zeros()
    {
        Value[] values = new Value[1];
        Value value = values[0];
        Assert.Equal(0L, BitConverter.DoubleToInt64Bits(value.Data));
        Assert.True(value.IsConstant);
        Assert.Equal(0, value.Grad);
    }

    [Theory]
    [InlineData("index", "a[3] = a[0];")]
    [InlineData("index of a span", "Span<double> s = a; s[0] = 2; s[3] *= 2;")]
    [InlineData("what is right is computed before the index is checked", "a[3] = Fail(a);")]
    [InlineData("what is right is computed after the index of a compound assignment is checked", "a[3] += Fail(a);")]
    [InlineData("what is right is computed after the index of a span is checked", "Span<double> s = a; s[3] = Fail(a);")]
    [InlineData("null", "double[] b = null!; a[0] = 2; b[0] = 1;")]
    [InlineData("null on the left", "double[] b = null!; b[0] = Fail(a);")]
    [InlineData("range", "a[0] = 5; a = a[2..5];")]
    [InlineData("slice", "a.AsSpan(1).Slice(1, 3)[0] = 1;")]
    [InlineData("negative length", "int n = a.Length - 4; double[] b = new double[n];")]
    [InlineData("negative length of a matrix", "int n = a.Length - 4; var b = new double[2, n];")]
    [InlineData("copy", "Array.Copy(a, 0, new double[2], 1, 2);")]
    [InlineData("copy of a span", "a.AsSpan().CopyTo(new double[2]);")]
    [InlineData("copy to an array", "a.CopyTo(new double[3], 1);")]
    [InlineData("fill", "Array.Fill(a, 2, 1, 7);")]
    [InlineData("clear", "Array.Clear(a, 2, 7);")]
    [InlineData("resize", "Array.Resize(ref a, -1);")]
    [InlineData("dimension", "a[0] = a.GetLength(1);")]
    [InlineData("from the end", "a[^4] = 1;")]
    [InlineData("guard", "double[]? b = null; ArgumentNullException.ThrowIfNull(b);")]
    [InlineData("own", "a[1] *= 2; foreach (double v in a) { a[0] += v; if (v > 2) throw new ArgumentException($\"{v} of {a.Length}\" + a[0], nameof(a)); }")]
    [InlineData("two elements swapped", "(a[0], a[3]) = (a[1], a[2]);")]
    [InlineData("two elements swapped, read first", "(a[0], a[1]) = (a[1], a[3]);")]
    [InlineData("in a helper", "Set(a, 1); Set(a, 3);")]
    public void Throws_as_the_original(string name, string body)
    {
        BufferPair pair = BufferPair.Build($$"""
            public static void Foo(double[] a) { {{body}} }
            static double Fail(double[] a) { a[1] = 7; throw new InvalidOperationException("failed"); }
            static void Set(double[] a, int i) => a[i] = 3 * a[0];
            """);
        Assert.NotNull(pair.CheckThrows([new[] { 0.7, 1.9, 2.4 }]));
        Assert.NotEmpty(name);
    }

    // The original overflows the stack, and ends the process.
    [Fact]
    public void A_negative_length_on_the_stack_is_an_exception()
    {
        BufferPair pair = BufferPair.Build("public static double Foo(double x, int n) { Span<double> s = stackalloc double[n]; return x * s.Length; }");
        Assert.IsType<OverflowException>(pair.Lifted([0.7, -1]));
        Assert.Null(pair.Lifted([0.7, 0]));
    }

    // Constant and active at once is nothing that a derivative could be right about.
    [Theory]
    [InlineData("double[] x, [NoGrad] double[] w", "w[0] = 1; x[1] = w[1];", "w", "x")]
    [InlineData("double[] x, [NoGrad] double[] w", "x[0] = w[0];", "w", "x")]
    [InlineData("[NoGrad] Span<double> w, Span<double> x", "Write(x); Write(w);", "w", "x")]
    [InlineData("double[] x, [NoGrad] ReadOnlySpan<double> w", "x[0] = w[0];", "w", "x")]
    [InlineData("[NoGrad] double[] v, [NoGrad] double[] w", "w[0] = v[0];", "v", "w")]
    public void Refuses_what_is_constant_and_active_at_once(string parameters, string body, string constant, string other)
    {
        BufferPair pair = BufferPair.Build($"public static void Foo({parameters}) {{ {body} }} static void Write(Span<double> s) => s[0] *= 2;");
        double[] array = [0.7, 1.9];
        ArgumentException exception = Assert.IsType<ArgumentException>(pair.Lifted([array, array]));
        Assert.Equal(constant, exception.ParamName);
        Assert.Contains($"'{other}'", exception.Message, StringComparison.Ordinal);
        Assert.Null(pair.Lifted([array, array.ToArray()]));
    }

    [Theory]
    [InlineData("double[] x, [NoGrad] double[] w", "double s = x[0] * w[0]; s += Read(x);")]
    [InlineData("[NoGrad] double[] v, [NoGrad] double[] w", "w[0] = 1; v[1] = w[0];")]
    [InlineData("double[] v, double[] w", "w[0] = 1; v[1] = w[0];")]
    public void Shared_memory_that_harms_nobody_is_allowed(string parameters, string body)
    {
        BufferPair pair = BufferPair.Build($"public static void Foo({parameters}) {{ {body} }} static double Read(ReadOnlySpan<double> s) => s[0];");
        double[] array = [0.7, 1.9];
        Assert.Null(pair.Lifted([array, array]));
    }

    [Fact]
    public void Matrices_rows_and_variables_are_looked_through_for_shared_memory()
    {
        double[,] matrix = { { 1, 2 } };
        double[][] rows = [[1], null!, [2]];
        Check("double[,] x, [NoGrad] double[,] w", "x[0, 0] = w[0, 1];", matrix, matrix, (double[,])matrix.Clone());
        Check("double[][] x, [NoGrad] double[][] w", "x[0][0] = w[2][0];", rows, rows.Reverse().ToArray(), new double[][] { [1], [2], [3] });
        Check("double[] x, [NoGrad] double[][] w", "x[0] = w[2][0];", rows[2], rows, new double[][] { [1], [2], [3] });
        Check("double[][] x, [NoGrad] double[] w", "x[0][0] = w[0];", rows, rows[2], new double[] { 1 });

        static void Check(string parameters, string body, object first, object shared, object apart)
        {
            BufferPair pair = BufferPair.Build($"public static void Foo({parameters}) {{ {body} }}");
            Assert.IsType<ArgumentException>(pair.Lifted([first, shared]));
            Assert.Null(pair.Lifted([first, apart]));
        }
    }

    [Fact]
    public void The_generator_adds_it_beside_the_method()
    {
        CSharpCompilation compilation = Compile.Of("""
            using System;
            using AutoDiffGen;
            public static partial class Models
            {
                [Differentiable(Derivatives.Lifted)]
                public static double Dot(double[] a, [NoGrad] ReadOnlySpan<double> w)
                {
                    double s = 0;
                    for (int i = 0; i < a.Length; i++)
                        s += a[i] * w[i];
                    return s;
                }

                [Differentiable(Derivatives.Lifted)]
                public static void Scale(Span<double> a, double[,] m, double k)
                {
                    foreach (ref double v in a)
                        v *= k;
                    m[0, 0] += a[0];
                }
            }
            """);
        Compilation updated = Compile.Generate(compilation, out _);
        Assert.Empty(updated.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning));
        INamedTypeSymbol models = updated.GetTypeByMetadataName("Models")!;
        Assert.Single(models.GetMembers("Dot_Lifted"));
        Assert.Single(models.GetMembers("Scale_Lifted"));
    }

    [Fact]
    public void Constant_variables_are_told_from_arrays_they_are_in()
    {
        // The caller passes an element of the array by 'in', as no caller made from the signature alone can.
        string source = LiftHarness.InModels("public static double Foo([NoGrad] in double k, double[] a, [NoGrad] double[] w, ref double r, [NoGrad] ref double q, out double o) { o = 7; a[0] *= 2; r += w[0]; q += 1; return k * a[0]; }");
        const string caller = """
            using AutoDiffGen.Dynamic;
            namespace N;
            public static class Callers
            {
                public static double Call(int constant, int changed, bool isDetached)
                {
                    Value[] a = { 3, 4 }, w = { 5 };
                    Value k = 2, r = 1, q = 6, o = 0;
                    ref Value first = ref (constant == 0 ? ref k : ref a[0]);
                    ref Value last = ref (changed == 0 ? ref r : ref (changed == 1 ? ref w[0] : ref a[1]));
                    return Models.Foo_Lifted(in first, a, w, ref last, ref (isDetached ? ref a[1] : ref q), out (changed == 3 ? ref k : ref o)).Data;
                }
            }
            """;
        var call = LiftHarness.Assemble(source, "Foo", caller).Assembly.GetType("N.Callers")!.GetMethod("Call")!.CreateDelegate<Func<int, int, bool, double>>();
        Assert.Equal(12, call(0, 0, false));
        Assert.Equal(12, call(0, 2, false));
        Assert.Equal("k", Assert.Throws<ArgumentException>(() => call(1, 0, false)).ParamName);
        Assert.Equal("k", Assert.Throws<ArgumentException>(() => call(0, 3, false)).ParamName);
        Assert.Equal("w", Assert.Throws<ArgumentException>(() => call(0, 1, false)).ParamName);
        Assert.Equal("q", Assert.Throws<ArgumentException>(() => call(0, 0, true)).ParamName);
    }
}
