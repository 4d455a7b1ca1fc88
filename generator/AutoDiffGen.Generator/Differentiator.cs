using AutoDiffGen.Generator.Analysis;
using AutoDiffGen.Generator.BackEnd;
using AutoDiffGen.Generator.Diagnostics;
using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;
using AutoDiffGen.Generator.Optimize;
using AutoDiffGen.Generator.Rules;
using AutoDiffGen.Generator.Transform;

namespace AutoDiffGen.Generator;

/// <summary>The generated file of a method, or why there is none.</summary>
internal sealed record Differentiated(string HintName, string? Text, EquatableArray<DiagnosticInfo> Problems);

/// <summary>From a method's model to the text of its derivatives: pure, so that its result can be cached and its errors reported by the analyzer.</summary>
internal static class Differentiator
{
    public static Differentiated Run(MethodModel model, RuleSet rules, bool optimize, CancellationToken cancellation)
    {
        try
        {
            return Derive(model, rules, optimize, cancellation);
        }
        catch (UnsupportedException unsupported)
        {
            var problem = new DiagnosticInfo(Descriptors.UnsupportedConstruct.Id, model.Name, [unsupported.Message, ""]);
            return new Differentiated(model.HintName, null, [problem]);
        }
    }

    private static Differentiated Derive(MethodModel model, RuleSet rules, bool optimize, CancellationToken cancellation)
    {
        (Function inlined, EquatableArray<DiagnosticInfo> problems) = Inline.Run(model, rules);
        Recursion recursion = problems.IsEmpty ? Recursion.Of(model, rules, inlined) : Recursion.None;
        if (problems.IsEmpty)
        {
            problems = recursion.Methods.Prepend(inlined).Select(f => Prepared.Of(f, []))
                .SelectMany(p => RuleCheck.Run(model, p.Body, p.Activity, rules)).Distinct().ToEquatableArray();
        }

        if (!problems.IsEmpty)
            return new Differentiated(model.HintName, null, problems);

        var members = new List<Member>();
        if ((model.Emit & DerivativeSet.Gradient) != 0)
        {
            if (model.Function.Result is RealType)
                members.Add(Describe.Gradient(model, Finish(Gradient.Run(inlined, rules, recursion), recursion, model, rules, optimize, cancellation)));
            members.Add(Describe.Vjp(model, Finish(Vjp.Run(inlined, rules, recursion), recursion, model, rules, optimize, cancellation)));
        }

        return new Differentiated(model.HintName, FilePrinter.Print(model, members), []);
    }

    private static Function Finish(
        Reversed derivative, Recursion recursion, MethodModel model, RuleSet rules, bool optimize, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        Function kept = Keep.Run(derivative, recompute: optimize) with { Nested = recursion.Functions(rules, recompute: optimize) };
        kept = kept.Each(recursion.Name);
        return optimize
            ? kept.Each(f => PrettyNames.Run(StoresLast.Run(Optimizer.Run(f), model.Function), model))
            : kept.Each(f => StoresLast.Run(DeadCode.Run(f), model.Function));
    }
}
