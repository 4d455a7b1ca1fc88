using AutoDiffGen.Generator.FrontEnd;
using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;
using AutoDiffGen.Generator.Rules;
using AutoDiffGen.Generator.Transform;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoDiffGen.Generator.Tests.Harness;

/// <summary>A marked method as the passes get it, so that one of them can be run alone.</summary>
internal sealed class Lowered
{
    private readonly MethodModel _model;
    private readonly Generator.Rules.RuleSet _rules;

    /// <param name="members">Members of a class, of which one is marked.</param>
    public Lowered(string members)
    {
        CSharpCompilation compilation = Compile.Of(Expect.InClass(members));
        Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        ReadResult read = Compile.Read(compilation);
        Assert.Empty(read.Problems.Select(p => p.ToDiagnostic(compilation).GetMessage()));
        _model = read.Model!;
        _rules = CompilationRules.Read(compilation, default).Rules;
    }

    /// <summary>As the front end lowers it.</summary>
    public Function Function => _model.Function;

    /// <summary>With one exit, and the methods it calls in place of their calls.</summary>
    public Function Inlined => Inline.Run(_model, _rules).Function;

    /// <summary>With counted loops, and a variable for every value.</summary>
    public Function Versioned => Versions.Run(CountedLoops.Run(Inlined), []);

    /// <summary>In normal form.</summary>
    public Function Normal => Prepared.Of(Inlined, [], new Plan([Plan.Extrema])).Function;

    /// <summary>In normal form, and taken apart.</summary>
    public Prepared Prepared => Prepared.Of(Inlined, [], Plan.Full);

    /// <summary>Its <c>_Grad</c>, where the reverse sweep still reads what it likes.</summary>
    public Reversed Gradient => Generator.Transform.Gradient.Run(Inlined, _rules);

    /// <summary>Its <c>_Vjp</c>, likewise.</summary>
    public Reversed Vjp => Generator.Transform.Vjp.Run(Inlined, _rules);
}
