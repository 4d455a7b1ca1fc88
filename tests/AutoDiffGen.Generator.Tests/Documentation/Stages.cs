using AutoDiffGen.Generator.FrontEnd;
using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;
using AutoDiffGen.Generator.Optimize;
using AutoDiffGen.Generator.Rules;
using AutoDiffGen.Generator.Tests.Harness;
using AutoDiffGen.Generator.Transform;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoDiffGen.Generator.Tests.Documentation;

/// <summary>The IR of a method on its way to <c>_Grad</c>, after each pass.</summary>
internal sealed class Stages
{
    private readonly List<(string Name, string[] Lines)> _stages = [];
    private readonly MethodModel _model;

    /// <param name="source">A file with one method marked <c>[Differentiable]</c>.</param>
    public Stages(string source)
    {
        CSharpCompilation compilation = Compile.Of(source, "global using System; global using AutoDiffGen;");
        ReadResult read = Compile.Read(compilation);
        Assert.Empty(read.Problems.Select(p => p.ToDiagnostic(compilation).GetMessage()));
        _model = read.Model!;
        Generator.Rules.RuleSet rules = CompilationRules.Read(compilation, default).Rules;

        Add("Lower", _model.Function);
        Add("SingleExit", SingleExit.Run(_model.Function));
        Function inlined = Add("Inline", Inline.Run(_model, rules).Function);
        Function versions = Add("Versions", Versions.Run(inlined, Gradient.Run(inlined, rules).Parameters.Select(p => p.Var.Name)));
        Add("Normalize", Normalize.Run(Add("Coalesce", Coalesce.Run(versions))));
        Function kept = Add("Keep", Keep.Run(Add("Reverse", Gradient.Run(inlined, rules)), recompute: true));

        Function optimized = kept;
        foreach ((string name, Func<Function, Function> pass) in Passes)
            optimized = Add(name, pass(optimized));
        Assert.Equal(Optimizer.Run(kept), optimized);
        Add("PrettyNames", PrettyNames.Run(optimized, _model));
    }

    /// <summary>The stages in order; a name that recurs is followed by its number.</summary>
    public IReadOnlyList<(string Name, string[] Lines)> All => _stages;

    // The optimiser, taken apart. That it is the same is asserted above.
    private static IEnumerable<(string, Func<Function, Function>)> Passes =>
    [
        ("Simplify", Simplify.Run),
        ("CopyPropagation", CopyPropagation.Run),
        ("Simplify", Simplify.Run),
        ("CommonSubexpressions", CommonSubexpressions.Run),
        ("CopyPropagation", CopyPropagation.Run),
        ("DeadCode", DeadCode.Run),
        ("SinCos", SinCos.Run),
        ("CopyPropagation", CopyPropagation.Run),
        ("Coalesce", Coalesce.Run),
        ("ChooseByValue", ChooseByValue.Run),
        ("InlineTemporaries", InlineTemporaries.Run),
        ("Simplify", Simplify.Run),
        ("DeadCode", DeadCode.Run),
    ];

    private Function Add(string name, Function function)
    {
        int times = _stages.Count(s => s.Name.Split(' ')[0] == name) + 1;
        string text = IrText.Of(_model with { Function = function, Helpers = [] });
        _stages.Add((times == 1 ? name : $"{name} {times}", text.TrimEnd('\n').Split('\n')));
        return function;
    }
}
