using System.Reflection;
using System.Runtime.Loader;
using AutoDiffGen.Generator.BackEnd;
using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;
using AutoDiffGen.Generator.Rules;
using AutoDiffGen.Generator.Tests.Harness;
using AutoDiffGen.Generator.Transform;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoDiffGen.Generator.Tests.Transform;

/// <summary>
/// The IR is closed: the forward mode of the reverse mode is a Hessian-vector product, with no code of its own. Held against
/// differences of the generated gradient.
/// </summary>
public class CompositionTests
{
    [Theory]
    [InlineData("Math.Sin(x) * y + x * x * y", 0.7, -1.3)]
    [InlineData("x / y + Math.Exp(x * y)", 0.7, 1.3)]
    [InlineData("Math.Sqrt(x * x + y * y) * Math.Log(x)", 0.7, 1.3)]
    [InlineData("Math.Pow(x, y) + Math.Tanh(x - y)", 1.7, 1.3)]
    [InlineData("Math.Pow(x, y)", 1.7, 0.0)]
    [InlineData("x > y ? x * x * y : Math.Atan2(y, x)", 0.7, 1.3)]
    [InlineData("x > y ? x * x * y : Math.Atan2(y, x)", 1.7, 1.3)]
    [InlineData("Math.Max(x * x, y) * Math.Cos(y)", 1.7, 1.3)]
    public void Forward_of_reverse_of_an_expression(string expression, double x, double y) =>
        Check($"public static double F(double x, double y) => {expression};", x, y);

    [Theory]
    [InlineData(0.7, 1.3)]
    [InlineData(0.7, -1.3)]
    [InlineData(-0.7, 1.3)]
    public void Forward_of_reverse_of_branches_with_kept_values(double x, double y) => Check("""
        public static double F(double x, double y)
        {
            double s = x;
            if (y > 0)
            {
                double e = Math.Exp(x);
                s = e * y;
            }

            if (x > 0)
                return s * s;
            s += Helper(s, y);
            return s * y;
        }

        private static double Helper(double a, double b) => a > b ? a * a * b : Math.Sin(a) / (2 + b * b);
        """, x, y);

    private static void Check(string members, double x, double y)
    {
        CSharpCompilation compilation = Compile.Of($$"""
            using System;
            using AutoDiffGen;
            public static partial class Models
            {
                [Differentiable]
                {{members}}
            }
            """);
        MethodModel model = Compile.Read(compilation).Model!;
        var rules = new AutoDiffGen.Generator.Rules.RuleSet(RuleTable.Read(Compile.References, default), []);
        Function inlined = Inline.Run(model, rules).Function;
        Function gradient = Keep.Run(Gradient.Run(inlined, rules), Plan.Full);
        Function second = Forward.Run(gradient, rules);
        string text = FilePrinter.Print(model, [new Member(gradient, "", "", [], null), new Member(second, "", "", [], null)]);

        Type models = Load(compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(text, Compile.ParseOptions)), text).GetType("Models")!;
        (double tx, double ty) = (0.3, -1.1);
        object?[] arguments = [x, y, null, null, tx, ty, null, null, null];
        models.GetMethod("F_Grad_Jvp")!.Invoke(null, arguments);

        double[] direction = [tx, ty];
        for (int i = 0; i < 2; i++)
        {
            double expected = Differences.Derivative(t => Gradients(models, x + (t * direction[0]), y + (t * direction[1]))[i], 0.0).Derivative;
            Assert.Equal(expected, (double)arguments[6 + i]!, 1e-6 * Math.Max(1, Math.Abs(expected)));
        }

        double[] g = Gradients(models, x, y);
        Assert.Equal((g[0] * tx) + (g[1] * ty), (double)arguments[8]!, 1e-12);
    }

    private static double[] Gradients(Type models, double x, double y)
    {
        object?[] arguments = [x, y, null, null];
        models.GetMethod("F_Grad")!.Invoke(null, arguments);
        return [(double)arguments[2]!, (double)arguments[3]!];
    }

    internal static Assembly Load(Compilation compilation, string text)
    {
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)) + "\n" + text);
        stream.Position = 0;
        return new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(stream);
    }
}
