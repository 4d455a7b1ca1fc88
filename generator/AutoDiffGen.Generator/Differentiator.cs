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
        if (problems.IsEmpty)
        {
            Prepared prepared = Prepared.Of(inlined, []);
            problems = RuleCheck.Run(model, prepared.Body, prepared.Activity, rules);
        }

        if (!problems.IsEmpty)
            return new Differentiated(model.HintName, null, problems);

        var members = new List<Member>();
        if ((model.Emit & DerivativeSet.Gradient) != 0)
        {
            if (model.Function.Result is RealType)
                members.Add(Describe.Gradient(model, Finish(Gradient.Run(inlined, rules), model, optimize, cancellation)));
            members.Add(Describe.Vjp(model, Finish(Vjp.Run(inlined, rules), model, optimize, cancellation)));
        }

        return new Differentiated(model.HintName, FilePrinter.Print(model, members), []);
    }

    private static Function Finish(Reversed derivative, MethodModel model, bool optimize, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        Function kept = Keep.Run(derivative, recompute: optimize);
        return optimize
            ? PrettyNames.Run(StoresLast.Run(Optimizer.Run(kept), model.Function), model)
            : StoresLast.Run(DeadCode.Run(kept), model.Function);
    }
}
