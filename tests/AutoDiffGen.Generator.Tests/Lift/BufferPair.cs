using System.Reflection;
using AutoDiffGen.Dynamic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace AutoDiffGen.Generator.Tests.Lift;

/// <summary>
/// A method over arrays and spans and its lifted copy, compiled with callers that take each span as an array. The final content of every array
/// counts as a result, as what the method writes is one.
/// </summary>
internal sealed class BufferPair
{
    private readonly Func<object?[], object?> _original;
    private readonly Func<object?[], object?> _lifted;
    private readonly bool[] _isConstant;

    private BufferPair(Func<object?[], object?> original, Func<object?[], object?> lifted, bool[] isConstant, string text)
    {
        _original = original;
        _lifted = lifted;
        _isConstant = isConstant;
        Text = text;
    }

    public string Text { get; }

    public static BufferPair Build(string members, string beside = "")
    {
        string source = LiftHarness.InModels(members, beside);
        CSharpCompilation compilation = LiftHarness.Compile(source);
        SyntaxTree tree = compilation.SyntaxTrees[0];
        MethodDeclarationSyntax syntax = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().First(m => m.Identifier.Text == "Foo");
        IMethodSymbol method = compilation.GetSemanticModel(tree).GetDeclaredSymbol(syntax)!;
        string callers = $"#nullable disable\nusing System;\nnamespace N;\npublic static class Callers\n{{\n{Caller(method, "Foo", "double")}{Caller(method, "Foo_Lifted", typeof(Value).FullName!)}}}\n";
        (Assembly assembly, string text) = LiftHarness.Assemble(source, "Foo", callers);
        Type type = assembly.GetType("N.Callers")!;
        return new BufferPair(
            type.GetMethod("Foo")!.CreateDelegate<Func<object?[], object?>>(), type.GetMethod("Foo_Lifted")!.CreateDelegate<Func<object?[], object?>>(),
            [.. method.Parameters.Select(p => p.GetAttributes().Any(a => a.AttributeClass!.Name == nameof(NoGradAttribute)))], text);
    }

    /// <summary>Runs both: the same bits in the result and in every array, and gradients that agree with central differences.</summary>
    public void Check(object[] arguments, bool differentiate = true)
    {
        object?[] originals = Copies.Of(arguments);
        List<double> expected = [.. Outputs<double>(_original(originals), originals)];

        using Tape tape = new();
        Dictionary<int, List<Value>> variables = [];
        object?[] values = Copies.Lifted(arguments, tape, variables);
        List<Value> actual = [.. Outputs<Value>(_lifted(values), values)];
        Assert.Equal(expected.Count, actual.Count);
        for (int i = 0; i < expected.Count; i++)
        {
            Assert.True(BitConverter.DoubleToInt64Bits(expected[i]) == BitConverter.DoubleToInt64Bits(actual[i].Data) || (double.IsNaN(expected[i]) && double.IsNaN(actual[i].Data)),
                $"output {i}: {expected[i]:R} but lifted {actual[i].Data:R}\n{Text}");
        }

        Assert.Equal(Integers(originals), Integers(values));
        if (!differentiate)
            return;
        double[] weights = Weights(arguments, originals, expected.Count);
        actual.Select((v, i) => weights[i] * v).Aggregate((a, b) => a + b).Backward();
        foreach ((int argument, List<Value> elements) in variables)
        {
            for (int i = 0; i < elements.Count; i++)
            {
                double difference = _isConstant[argument] ? 0 : Difference(arguments, argument, i, weights);
                Assert.True(Math.Abs(difference - elements[i].Grad) <= 1e-6 * (1 + Math.Abs(difference)),
                    $"by element {i} of argument {argument}: differences {difference:R} but tape {elements[i].Grad:R}\n{Text}");
            }
        }
    }

    /// <summary>What both throw, which must be the same with the same message, and leave arrays in the same state.</summary>
    public Exception CheckThrows(object?[] arguments)
    {
        object?[] originals = Copies.Of(arguments!);
        Exception? expected = Record.Exception(() => _original(originals));
        using Tape tape = new();
        object?[] values = Copies.Lifted(arguments!, tape, []);
        Exception? actual = Record.Exception(() => _lifted(values));
        Assert.NotNull(expected);
        Assert.NotNull(actual);
        Assert.Equal(expected.GetType(), actual.GetType());
        Assert.Equal(expected.Message, actual.Message);
        Assert.Equal(Outputs<double>(null, originals), Outputs<Value>(null, values).Select(v => v.Data));
        return expected;
    }

    /// <summary>What the lifted method throws.</summary>
    public Exception? Lifted(object?[] arguments)
    {
        using Tape tape = new();
        return Record.Exception(() => _lifted(Copies.Lifted(arguments!, tape, [])));
    }

    // public static object Foo(object[] a) { double p0 = (double)a[0]; object r = Models.Foo(ref p0, (double[])a[1]); a[0] = p0; return r; }
    private static string Caller(IMethodSymbol method, string name, string real)
    {
        string before = "", after = "";
        List<string> arguments = [];
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            int i = parameter.Ordinal;
            bool isSpan = parameter.Type.Name is "Span" or "ReadOnlySpan";
            string written = isSpan
                ? ((INamedTypeSymbol)parameter.Type).TypeArguments[0].ToDisplayString() + "[]"
                : parameter.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
            string type = written.Replace("double", real, StringComparison.Ordinal).TrimEnd('?');
            before += parameter.RefKind == RefKind.Out ? $"{type} p{i}; " : $"{type} p{i} = ({type})a[{i}]; ";
            if (parameter.RefKind is RefKind.Ref or RefKind.Out)
                after += $"a[{i}] = p{i}; ";
            arguments.Add((parameter.RefKind switch { RefKind.None => "", RefKind.Ref => "ref ", RefKind.Out => "out ", _ => "in " }) + $"p{i}");
        }

        string call = $"Models.{name}({string.Join(", ", arguments)})";
        string result = method.ReturnsVoid ? $"{call}; object r = null;"
            : method.ReturnType.Name is "Span" or "ReadOnlySpan" ? $"object r = {call}.ToArray();"
            : $"object r = {call};";
        return $"    public static object {name}(object[] a) {{ {before}{result} {after}return r; }}\n";
    }

    private double Difference(object[] arguments, int argument, int element, double[] weights)
    {
        double at = Copies.Elements<double>(arguments[argument]).ElementAt(element);
        double step = 1e-5 * Math.Max(1, Math.Abs(at));
        return (Output(at + step) - Output(at - step)) / (2 * step);

        double Output(double x)
        {
            object?[] moved = Copies.Of(arguments);
            moved[argument] = Copies.With(moved[argument]!, element, x);
            return Outputs<double>(_original(moved), moved).Select((v, i) => weights[i] * v).Sum();
        }
    }

    // All different, so that none can stand for another; except that a constant that the method leaves as it was is no result of it.
    private double[] Weights(object[] before, object?[] after, int count)
    {
        bool[] isResult = [.. before.SelectMany((_, i) => Copies.Elements<double>(after[i]).Zip(Copies.Elements<double>(before[i]), (a, b) => !_isConstant[i] || !a.Equals(b)))];
        int results = count - isResult.Length;
        return [.. Enumerable.Range(0, count).Select(i => i < results || isResult[i - results] ? 1 + 0.37 * i : 0)];
    }

    private static IEnumerable<T> Outputs<T>(object? result, object?[] arguments) =>
        Copies.Elements<T>(result).Concat(arguments.SelectMany(Copies.Elements<T>));

    private static IEnumerable<int> Integers(object?[] arguments) => arguments.SelectMany(Copies.Elements<int>);
}
