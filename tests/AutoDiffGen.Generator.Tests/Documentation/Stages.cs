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
        Reversed reversed = Gradient.Run(inlined, rules);
        string[] reserved = [.. reversed.Function.Parameters.Select(p => p.Var.Name)];

        Function versions = Add("Versions", Versions.Run(Add("CountedLoops", CountedLoops.Run(inlined)), reserved));
        Function hoisted = Add("HoistAllocations", HoistAllocations.Run(versions, isOn: true));
        Function normal = Add("Normalize", Normalize.Run(Add("Coalesce", Coalesce.Run(hoisted, intoCarried: false))));
        Function prepared = Add("Extrema", Extrema.Run(Add("OwnStorage", OwnStorage.Run(normal))));
        Assert.Equal(Prepared.Of(inlined, reserved, Plan.Full).Function, prepared);

        Add("Reverse", reversed.Function);
        Function kept = Add("Keep", Keep.Run(reversed, Plan.Full));

        // The optimiser, taken apart.
        Function optimized = kept;
        foreach ((string name, Func<Function, Function> pass) in Optimizer.Passes)
            optimized = Add(name, pass(optimized));
        Add("StoresLast", StoresLast.Run(optimized, _model.Function));
        Add("PrettyNames", PrettyNames.Run(StoresLast.Run(optimized, _model.Function), _model));
    }

    /// <summary>The stages in order; a name that recurs is followed by its number.</summary>
    public IReadOnlyList<(string Name, string[] Lines)> All => _stages;

    private Function Add(string name, Function function)
    {
        int times = _stages.Count(s => s.Name.Split(' ')[0] == name) + 1;
        string text = IrText.Of(_model with { Function = function, Helpers = [] });
        _stages.Add((times == 1 ? name : $"{name} {times}", text.TrimEnd('\n').Split('\n')));
        return function;
    }
}
